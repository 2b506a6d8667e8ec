/** Rows of a table → entries: day and session go down through merged cells, each cell to what its column holds. */

import { unreachable } from "../kit/assert.ts";
import type { Session } from "../model/when.ts";
import type { Printed } from "./clause-reading.ts";
import type { ColumnKind } from "./columns.ts";
import { type DayWords, readBareWeekday, readDay } from "./day-words.ts";
import type { TableRow } from "./delimited-table.ts";
import type { Entry, EntryCell } from "./entry.ts";
import { type HourWords, readHour } from "./hour.ts";
import { splitItems } from "./item-split.ts";
import { readLead } from "./lead.ts";
import { type Scope, scopeOf, skipMarks, wordsAt } from "./scope.ts";
import { readSession } from "./session-words.ts";
import type { Source } from "./source.ts";
import type { Span, Words } from "./span.ts";
import { readTime } from "./time-clause.ts";

/** The day and the session that hold for the next row. */
export interface RowContext {
  day: Printed<DayWords> | null;
  session: Printed<Session> | null;
}

/**
 * The entries of a table's rows, in order. A row with neither matter nor hour gives none, but its day goes down. `above` is
 * what was said before the table, and afterwards what was said last.
 */
export function tableEntries(
  source: Source,
  columns: readonly ColumnKind[],
  rows: readonly TableRow[],
  above: RowContext,
): Entry[] {
  return rows.flatMap((row) => rowEntries(source, columns, alignRow(source, columns, row), above));
}

/** Puts empty cells where merged cells above left none: the first cell that is printed goes to the column it fits. */
function alignRow(source: Source, columns: readonly ColumnKind[], row: TableRow): TableRow {
  const missing = columns.length - row.cells.length;
  const [first] = row.cells;
  if (missing <= 0 || !first) return row;
  const scope = scopeOf(source, [first]);
  let lead = 0;
  while (lead < missing && !fits(scope, columns[lead])) lead += 1;
  const empty = { from: first.from, to: first.from };
  return { line: row.line, cells: [...Array.from({ length: lead }, () => empty), ...row.cells] };
}

function fits(scope: Scope, column: ColumnKind | undefined): boolean {
  switch (column?.kind) {
    case "index":
      return /^(?:\d{1,3}|[ivx]{1,5}|[a-h])\.?$/.test(scope.low);
    case "weekday":
      return readDay(scope, 0) !== null || readBareWeekday(scope, 0) !== null;
    case "day":
      return readDay(scope, 0) !== null;
    case "moment":
    case "end":
      return readHour(scope, 0) !== null || readSession(scope, 0) !== null;
    default:
      return true;
  }
}

interface CellMatter {
  readonly span: Span;
  readonly session: Printed<Session> | null;
  /** Whose column the cell stands in. */
  readonly who: readonly Words[];
}

interface RowReading extends RowContext {
  hour: Printed<HourWords> | null;
  own: Printed<Session> | null;
  days: Printed<DayWords>[];
  readonly matters: CellMatter[];
  readonly cells: EntryCell[];
}

/** A row that holds nothing but a day, a session or a month heads the rows below it; its number does not count. */
function isHeadRow(source: Source, row: TableRow, above: RowContext): boolean {
  const isNumber = (cell: Span) => /^(?:\d{1,3}|[ivx]{1,5})\.?$/.test(source.low.slice(cell.from, cell.to));
  const filled = row.cells.filter((cell) => cell.to > cell.from && !isNumber(cell));
  const [only] = filled;
  if (filled.length !== 1 || !only) return false;
  const scope = scopeOf(source, [only]);
  if (/^(?:tháng|quý|tuần)\s[\divx]{1,3}(?:\s?[/-]\s?\d{4})?$/.test(scope.low)) return true;
  const isNumbered = row.cells.some((cell) => /^[IVX]{1,5}\.?$/.test(source.text.slice(cell.from, cell.to)));
  if (isNumbered && row.cells.length > 2) return true;
  const lead = readLead(scope, 0);
  if (skipMarks(scope, lead.next) < scope.low.length || lead.hour || (!lead.day && !lead.session)) return false;
  if (lead.day) above.day = { value: lead.day, span: scope.toOriginal(lead.day.span) };
  above.session = lead.session ? { value: lead.session.session, span: scope.toOriginal(lead.session.span) } : null;
  return true;
}

function rowEntries(source: Source, columns: readonly ColumnKind[], row: TableRow, above: RowContext): Entry[] {
  if (isHeadRow(source, row, above)) return [];
  const reading: RowReading = { ...above, hour: null, own: null, days: [], matters: [], cells: [] };
  row.cells.forEach((quoted, index) => {
    const cell = withoutQuotes(source, quoted);
    if (cell.to > cell.from) readCell(source, reading, columns[index] ?? { kind: "other" }, cell);
  });
  const hasNewDay = reading.days.length > 0;
  if (hasNewDay) above.day = reading.days.at(-1) ?? null;
  above.session = reading.session ?? null;
  if (hasNewDay && reading.session === null) above.session = null;
  const days = hasNewDay ? reading.days : [above.day];
  const hasLeadersColumn = columns.some(({ kind }) => kind === "leaders");
  const hasVenueColumn = reading.cells.some(({ kind }) => kind === "venue");
  const frame = {
    line: row.line,
    sessionAbove: reading.session,
    cells: reading.cells,
    hasLeadersColumn,
    hasVenueColumn,
  };
  if (reading.matters.length === 0) {
    const bare = { hour: reading.hour, session: reading.own, leaders: [], topic: null, subject: null, body: [] };
    const hasPeople = reading.cells.some(
      ({ kind }) => kind === "leaders" || kind === "chair" || kind === "participants",
    );
    return hasNewDay && (reading.hour || hasPeople) ? days.map((day) => ({ ...frame, ...bare, day })) : [];
  }
  return days.flatMap((day) =>
    reading.matters.flatMap(({ span, session, who }) =>
      splitItems(source, span).map((part) =>
        matterEntry(source, part, reading, {
          ...frame,
          day,
          sessionAbove: session ?? reading.session,
          leaders: who,
        }),
      ),
    ),
  );
}

/** Excel puts quotation marks around a cell of several lines. */
function withoutQuotes(source: Source, cell: Span): Span {
  const words = source.text.slice(cell.from, cell.to);
  const isQuoted = words.length > 2 && words.startsWith('"') && words.endsWith('"') && words.includes("\n");
  return isQuoted ? { from: cell.from + 1, to: cell.to - 1 } : cell;
}

type Frame = Omit<Entry, "hour" | "session" | "topic" | "subject" | "body">;

/** A cell of matter may open with its own hour, session and leaders. */
function matterEntry(source: Source, part: Span, row: RowReading, frame: Frame): Entry {
  const scope = scopeOf(source, [part]);
  const lead = readLead(scope, 0);
  const hour = lead.hour && { value: lead.hour, span: scope.toOriginal(lead.hour.span) };
  const session = lead.session && { value: lead.session.session, span: scope.toOriginal(lead.session.span) };
  const day = lead.day?.first ? { value: lead.day, span: scope.toOriginal(lead.day.span) } : frame.day;
  const keepsLeaders = frame.hasLeadersColumn || lead.leaders.length === 0;
  return {
    ...frame,
    ...{ day, hour: hour ?? row.hour, session: session ?? row.own, topic: null, subject: null },
    leaders: keepsLeaders ? frame.leaders : lead.leaders,
    body: [scope.toSource({ from: lead.next, to: scope.low.length })],
  };
}

function readCell(source: Source, reading: RowReading, column: ColumnKind, cell: Span): void {
  const scope = scopeOf(source, [cell]);
  switch (column.kind) {
    case "day":
    case "weekday":
      readDayCell(scope, reading, column.kind === "weekday");
      break;
    case "moment":
    case "end":
    case "other":
      readMoment(scope, reading, 0);
      break;
    case "session":
      reading.matters.push({ span: cell, session: sessionHeading(column.heading, scope), who: [] });
      break;
    case "matter":
      reading.matters.push({ span: cell, session: null, who: [] });
      break;
    case "leader":
      reading.matters.push({ span: cell, session: null, who: column.who });
      break;
    case "leaders":
      reading.cells.push({ kind: "leaders", pieces: [cell] });
      break;
    case "clause":
      reading.cells.push({ kind: column.clause, pieces: [cell] });
      break;
    case "index":
      break;
    default:
      unreachable(column);
  }
}

function sessionHeading(heading: string, scope: Scope): Printed<Session> | null {
  const session = heading.endsWith("sáng") ? "morning" : heading.endsWith("chiều") ? "afternoon" : "evening";
  return { value: session, span: scope.toOriginal({ from: 0, to: 0 }) };
}

/** A weekday in a column of its own completes the date beside it; there "Hai" and "2" are weekdays too. */
function readDayCell(scope: Scope, reading: RowReading, isWeekday: boolean): void {
  const at = skipMarks(scope, 0);
  const day = readDay(scope, at) ?? (isWeekday ? readBareWeekday(scope, at) : null);
  if (!day) return;
  const printed = { value: day, span: scope.toOriginal(day.span) };
  const beside = reading.days[0];
  if (beside && !beside.value.first !== !day.first) {
    const dated = day.first ? day : beside.value;
    const weekday = day.weekday ?? beside.value.weekday;
    reading.days[0] = {
      value: { ...dated, ...(weekday ? { weekday } : {}) },
      span: day.first ? printed.span : beside.span,
    };
  } else reading.days.push(printed);
  readMoment(scope, reading, day.next);
}

function readMoment(scope: Scope, reading: RowReading, at: number): void {
  const time = readTime(scope, { from: at, to: scope.low.length });
  const isAlone = time.hour === null && skipMarks(scope, time.next) >= scope.low.length;
  if (time.day && wordsAt(scope, time.day.value.span)) reading.days.push(time.day);
  if (time.session && isAlone) reading.session = time.session;
  else if (time.session) reading.own = time.session;
  if (time.hour && reading.hour === null) reading.hour = time.hour;
  else if (time.hour && reading.hour?.value.endMin === null) {
    reading.hour = { ...reading.hour, value: { ...reading.hour.value, endMin: time.hour.value.startMin } };
  }
}
