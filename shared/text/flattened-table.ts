/**
 * Tables whose every cell came out as a paragraph of its own, as a page's text or a PDF gives them. Which paragraph belongs
 * to which column is found as the most likely walk through the columns, row after row (Viterbi's algorithm): each paragraph
 * is scored against each column, and a step that leaves a column out, stays in one or begins a row has its price.
 */
import { type ColumnKind, columnOf } from "./columns.ts";
import type { TableRow } from "./delimited-table.ts";
import { fitsOf } from "./flattened-fit.ts";
import { gridRows } from "./flattened-grid.ts";
import { likeliestWalk } from "./flattened-walk.ts";
import { readHour } from "./hour.ts";
import type { Line } from "./lines.ts";
import { scopeOf, skipMarks } from "./scope.ts";
import type { Source } from "./source.ts";
import { isPlaceAt } from "./venue.ts";

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
    if (columns.length > columnsMax) return null;
    const words = source.low.slice(line.from, line.to);
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
  const steps = paragraphs.map((line, index) => ({
    fits: fitsOf(source, line, columns),
    leans: leansOn(source, paragraphs[index - 1], line),
  }));
  const grid = steps.some(({ leans }) => leans) ? null : gridRows(source, paragraphs, columns);
  if (grid) return grid;
  const walk = likeliestWalk(steps, columns);
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

/** A paragraph after a comma or semicolon, or one that begins with a small letter, goes on with the paragraph before. */
function leansOn(source: Source, before: Line | undefined, line: Line): boolean {
  if (before?.kind !== "text" || line.kind !== "text") return false;
  const first = source.text.slice(line.from, line.to).trimStart().slice(0, 1);
  const scope = scopeOf(source, [line]);
  const opensCell = isPlaceAt(scope, skipMarks(scope, 0)) || /^\s*các\s/u.test(scope.low);
  const isSmall = first !== first.toUpperCase() && !opensCell;
  return (
    isSmall || /(?:[,;]|(?<!\p{L})và|-)\s*$/u.test(source.low.slice(Math.max(before.from, before.to - 4), before.to))
  );
}
