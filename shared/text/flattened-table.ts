/**
 * Tables whose every cell came out as a paragraph of its own, as a page's text or a PDF gives them. Which paragraph belongs
 * to which column is found as the most likely walk through the columns, row after row (Viterbi's algorithm): each paragraph
 * is scored against each column, and a step that leaves a column out, stays in one or begins a row has its price.
 */
import { isPersonAt } from "./actors.ts";
import { type ColumnKind, columnOf } from "./columns.ts";
import { readDay } from "./day-words.ts";
import type { TableRow } from "./delimited-table.ts";
import { readHour } from "./hour.ts";
import type { Line } from "./lines.ts";
import { type Scope, scopeOf, skipMarks } from "./scope.ts";
import { readSession } from "./session-words.ts";
import type { Source } from "./source.ts";
import { isPlaceAt, isRoomAt } from "./venue.ts";
import { findVerb } from "./verbs.ts";

export interface FlattenedStart {
  readonly columns: readonly ColumnKind[];
  /** How many of the given lines the headings take. */
  readonly used: number;
}

const columnsMax = 12;

/** Reads headings that stand one a paragraph, from line index `from` on; null when fewer than three, or none of the matter. */
export function readFlattenedStart(source: Source, lines: readonly Line[], from: number): FlattenedStart | null {
  const columns: ColumnKind[] = [];
  let used = 0;
  for (const [index, line] of lines.slice(from, from + columnsMax * 3).entries()) {
    if (line.kind !== "text") continue;
    const words = source.text.slice(line.from, line.to);
    const column = /[\t|]/.test(words) ? null : columnOf(words);
    if (!column || column.kind === "session") break;
    const last = columns.at(-1);
    if (!(last?.kind === "matter" && column.kind === "matter")) columns.push(column);
    used = index + 1;
  }
  const hasMatter = columns.some(({ kind }) => kind === "matter");
  return columns.length >= 3 && columns.length <= columnsMax && hasMatter ? { columns, used } : null;
}

/** The rows of a flattened table: paragraphs in order, a paragraph of blanks being an empty cell. */
export function readFlattenedRows(source: Source, lines: readonly Line[], columns: readonly ColumnKind[]): TableRow[] {
  const paragraphs = lines.filter(({ kind }) => kind !== "empty");
  const walk = likeliestWalk(
    paragraphs.map((line) => fitsOf(source, line, columns)),
    columns,
  );
  const rows: { line: number; cells: { from: number; to: number }[] }[] = [];
  let before = columns.length;
  paragraphs.forEach((line, index) => {
    const column = walk[index] ?? 0;
    const isNew = column < before || rows.length === 0 || (column === before && startsAgain(source, line));
    if (isNew) rows.push({ line: 0, cells: columns.map(() => ({ from: line.from, to: line.from })) });
    const row = rows.at(-1);
    const cell = row?.cells[column];
    if (row && cell && line.kind === "text") {
      row.cells[column] = cell.from === cell.to ? { from: line.from, to: line.to } : { from: cell.from, to: line.to };
      if (row.line === 0 && isOwn(columns[column])) row.line = line.number;
    }
    before = column;
  });
  return rows.map((row) => ({ ...row, line: row.line || (paragraphs[0]?.number ?? 1) }));
}

/** Day and session cells stand for several rows: an item begins with the first cell that is its own. */
function isOwn(column: ColumnKind | undefined): boolean {
  return column !== undefined && !["index", "day", "weekday"].includes(column.kind) && column.kind !== "moment";
}

/** A second hour in a cell of matter is a second item under the same merged cells. */
function startsAgain(source: Source, line: Line): boolean {
  const scope = scopeOf(source, [line]);
  return readHour(scope, skipMarks(scope, 0)) !== null;
}

/** Points of one paragraph for each column; above zero speaks for it. */
function fitsOf(source: Source, line: Line, columns: readonly ColumnKind[]): number[] {
  const scope = scopeOf(source, [line]);
  const at = skipMarks(scope, 0);
  const end = scope.low.length;
  const day = readDay(scope, at);
  const session = readSession(scope, at);
  const hour = readHour(scope, at);
  const traits: Traits = {
    isBlank: line.kind === "blank",
    isDay: day !== null && skipMarks(scope, day.next) >= end,
    isSession: session !== null && skipMarks(scope, session.next) >= end,
    isHour: hour !== null && skipMarks(scope, hour.next) >= end,
    opensWithHour: hour !== null,
    isPeople: isPersonAt(scope, at) && findVerb(scope, { from: at, to: end }) === null && end < 160,
    isRoom: isRoomAt(scope, at) && end < 120,
    isPlace: isPlaceAt(scope, at) && end < 120,
    isList: /^(?:các|đại diện|lãnh đạo|thành viên|toàn thể|cán bộ|như|theo)(?!\p{L})/u.test(scope.low.slice(at)),
    isCode: end <= 12 && !/\p{Ll}{3}/u.test(scope.text),
    hasVerb: findVerb(scope, { from: at, to: end }) !== null || startsMatter(scope, at),
  };
  return columns.map((column) => fitOf(column, traits));
}

interface Traits {
  readonly isBlank: boolean;
  readonly isDay: boolean;
  readonly isSession: boolean;
  readonly isHour: boolean;
  readonly opensWithHour: boolean;
  readonly isPeople: boolean;
  readonly isRoom: boolean;
  readonly isPlace: boolean;
  readonly isList: boolean;
  readonly isCode: boolean;
  readonly hasVerb: boolean;
}

function startsMatter(scope: Scope, at: number): boolean {
  return /^(?:dự|họp|hội nghị|hội thảo|lễ|đại hội|giao ban|làm việc|tiếp|kiểm tra|nghe|phiên|khai|tổng kết|sơ kết|ngày hội|công bố)(?!\p{L})/u.test(
    scope.low.slice(at, at + 20),
  );
}

function fitOf(column: ColumnKind, traits: Traits): number {
  const isFrame = traits.isDay || traits.isSession || traits.isHour;
  switch (column.kind) {
    case "index":
      return traits.isBlank ? 0.5 : traits.isCode && !isFrame ? 1 : -4;
    case "day":
    case "weekday":
      return traits.isDay ? 5 : traits.isBlank ? 1 : -6;
    case "moment":
    case "end":
      return traits.isSession || traits.isHour ? 5 : traits.isBlank ? 1 : -6;
    case "matter":
    case "session":
      return matterFit(traits, isFrame);
    case "leaders":
      return traits.isBlank ? 0.2 : isFrame || traits.opensWithHour ? -5 : traits.isPeople ? 3 : -2;
    case "other":
      return isFrame || traits.opensWithHour ? -4 : 0;
    case "clause":
      return clauseFit(column.clause, traits, isFrame);
  }
}

function matterFit(traits: Traits, isFrame: boolean): number {
  if (traits.isBlank) return -2;
  if (isFrame) return -5;
  if (traits.opensWithHour) return 3;
  if (traits.isPeople) return -1.5;
  return traits.hasVerb ? 2 : traits.isRoom ? -1 : traits.isPlace ? 0.2 : 1;
}

function clauseFit(clause: string, traits: Traits, isFrame: boolean): number {
  if (traits.isBlank) return 0.2;
  if (isFrame || traits.opensWithHour) return -5;
  switch (clause) {
    case "venue":
      return traits.isRoom ? 4 : traits.isPlace ? 2 : traits.isPeople ? -3 : -0.5;
    case "chair":
      return traits.isPeople ? 3 : -2;
    case "participants":
      return traits.isList ? 2.5 : traits.isPeople ? 1.5 : traits.isRoom ? -2 : 0;
    case "support":
      return traits.isPeople ? 1 : traits.isCode ? 1.5 : -1;
    default:
      return traits.isCode ? 0.5 : 0;
  }
}

const skipCost = 1;

/** A second paragraph of one cell: common in the matter and among people, rare for a place. */
function stayCost(column: ColumnKind | undefined): number {
  if (column?.kind === "clause" && column.clause === "venue") return 3;
  return column?.kind === "matter" || column?.kind === "day" ? 0.6 : 0.9;
}

/** The walk with the most points; ties go to the column further left. */
function likeliestWalk(fits: readonly (readonly number[])[], columns: readonly ColumnKind[]): number[] {
  const width = columns.length;
  const from: Int8Array[] = [];
  let score = new Float64Array(width).map((_, column) => -skipCost * column + (fits[0]?.[column] ?? 0));
  for (const row of fits.slice(1)) {
    const next = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);
    const back = new Int8Array(width);
    for (let to = 0; to < width; to += 1) {
      for (let column = 0; column < width; column += 1) {
        const points =
          (score[column] ?? 0) - (to === column ? stayCost(columns[to]) : stepCost(column, to, width)) + (row[to] ?? 0);
        if (points <= (next[to] ?? 0)) continue;
        next[to] = points;
        back[to] = column;
      }
    }
    from.push(back);
    score = next;
  }
  return walkBack(score, from);
}

function stepCost(column: number, to: number, width: number): number {
  if (to > column) return skipCost * (to - column - 1);
  return skipCost * (width - 1 - column) * 0.6 + skipCost * to * 0.5;
}

function walkBack(score: Float64Array, from: readonly Int8Array[]): number[] {
  let column = score.indexOf(Math.max(...score));
  const walk = [column];
  for (const back of from.toReversed()) {
    column = back[column] ?? 0;
    walk.push(column);
  }
  return walk.reverse();
}
