/** Goes through the lines of a schedule and hands every stretch to the reader of its layout: table, paragraphs, free text. */

import { type Above, nothingAbove } from "./above.ts";
import type { ColumnKind } from "./columns.ts";
import { readRows, readTableStart, type TableStart } from "./delimited-table.ts";
import type { Entry } from "./entry.ts";
import { readFlattenedRows, readFlattenedStart } from "./flattened-table.ts";
import { readFreeLine } from "./free-text.ts";
import { dayOfHeading, type HeadingReading, isClosing, isFurniture, readHeadingLine, subjectOf } from "./heading.ts";
import { inferColumns } from "./inferred-columns.ts";
import { readLead } from "./lead.ts";
import type { Line } from "./lines.ts";
import { findMarks } from "./marks.ts";
import { type MatrixDays, matrixEntries, readMatrixDays } from "./matrix-table.ts";
import { type Scope, scopeOf, skipMarks } from "./scope.ts";
import type { Source } from "./source.ts";
import type { Span, Words } from "./span.ts";
import { tableEntries } from "./table-entries.ts";
import { readTime } from "./time-clause.ts";

export interface LayoutReading {
  readonly entries: readonly Entry[];
  readonly heading: HeadingReading;
  /** Lines no rule understood. */
  readonly unread: readonly Line[];
}

interface State {
  readonly entries: Entry[];
  readonly heading: HeadingReading;
  readonly unread: Line[];
  above: Above;
  /** What the last "Lịch …" line says it is about. */
  subject: Words | null;
  /** Entries of the table just read: labels under it speak of all of them. */
  tabled: readonly Entry[];
}

/** Reads all lines. Every line ends up in an entry, in the heading or among the unread, frames of documents aside. */
export function readLayout(source: Source, lines: readonly Line[]): LayoutReading {
  const state: State = { entries: [], heading: {}, unread: [], above: nothingAbove(), subject: null, tabled: [] };
  for (let index = 0; index < lines.length; ) {
    const line = lines[index];
    if (!line) break;
    const low = source.low.slice(line.from, Math.min(line.to, line.from + 200));
    if (line.kind === "text" && state.entries.length > 0 && isClosing(low)) break;
    index += line.kind === "text" ? readAt(source, lines, index, state) : 1;
  }
  return state;
}

/** Reads what begins at a line; gives the number of lines it took. */
function readAt(source: Source, lines: readonly Line[], index: number, state: State): number {
  const line = lines[index];
  if (!line) return 1;
  const start = readTableStart(source, line);
  if (start) return 1 + readTable(source, state, { lines, from: index + 1, start });
  const matrix = readMatrixDays(source, line);
  if (matrix) return 1 + readMatrix(source, state, { lines, from: index + 1, matrix });
  const columns = inferColumns(source, line);
  if (columns) return readTable(source, state, { lines, from: index, start: columns });
  const flat = readFlattenedStart(source, lines, index);
  if (flat) return readFlattened(source, state, { lines, from: index + flat.used, columns: flat.columns });
  readLine(
    source,
    line,
    state,
    lines.slice(index + 1, index + 4).find(({ kind }) => kind === "text"),
  );
  return 1;
}

interface TablePlace {
  readonly lines: readonly Line[];
  readonly from: number;
}

function readTable(source: Source, state: State, place: TablePlace & { readonly start: TableStart }): number {
  const { rows, used } = readRows(source, place.lines, place.from, place.start);
  addTable(state, tableEntries(source, place.start.columns, rows, state.above));
  return Math.max(used, place.start.isInferred ? 1 : 0);
}

function readMatrix(source: Source, state: State, place: TablePlace & { readonly matrix: MatrixDays }): number {
  const { matrix } = place;
  const columns = [{ kind: "moment" }, ...matrix.days.map(() => ({ kind: "matter" }) as const)] as const;
  const start: TableStart = { columns, delimiter: matrix.delimiter, isInferred: false };
  const { rows, used } = readRows(source, place.lines, place.from, start);
  addTable(state, matrixEntries(source, matrix, rows));
  return used;
}

function readFlattened(
  source: Source,
  state: State,
  place: TablePlace & { readonly columns: readonly ColumnKind[] },
): number {
  const rest = place.lines.slice(place.from);
  const end = rest.findIndex((line) => isClosing(source.low.slice(line.from, Math.min(line.to, line.from + 40))));
  const own = end < 0 ? rest : rest.slice(0, end);
  addTable(state, tableEntries(source, place.columns, readFlattenedRows(source, own, place.columns), state.above));
  return place.lines.length;
}

function addTable(state: State, entries: readonly Entry[]): void {
  state.tabled = addEntries(state, entries);
  state.above = { ...nothingAbove(), day: state.above.day, session: state.above.session };
}

/** Entries without a matter of their own are about what the heading above them says. */
function addEntries(state: State, entries: readonly Entry[]): readonly Entry[] {
  for (const entry of entries) {
    entry.subject = state.subject;
    state.entries.push(entry);
  }
  return entries;
}

function readLine(source: Source, line: Line, state: State, next: Line | undefined): void {
  const scope = scopeOf(source, [line]);
  if (state.tabled.length > 0 && addToTable(scope, state)) return;
  const reading = isFurniture(scope.low) ? "heading" : readFreeLine(source, line, state.above, next);
  if (reading === "heading") readHeading(scope, state);
  else if (reading === "unread") state.unread.push(line);
  else if (reading.entries.length > 0) {
    addEntries(state, reading.entries);
    state.tabled = [];
  }
}

function readHeading(scope: Scope, state: State): void {
  if (state.entries.length === 0) readHeadingLine(scope, state.heading);
  else readHeadingLine(scope, {});
  if (/^lịch\s|^(?:thông báo )?lịch\s/u.test(scope.low)) state.subject = subjectOf(scope);
  state.above.current = null;
  state.tabled = [];
  const day = dayOfHeading(scope);
  if (day) state.above = { ...nothingAbove(), day };
}

/** "Thời gian: từ 7h30 đến 11h30" under a table whose rows print no hour. */
function addTimeToTable(scope: Scope, inner: Span, state: State): boolean {
  const { hour, day } = readTime(scope, inner);
  if (!hour || day || state.tabled.some((entry) => entry.hour !== null)) return false;
  for (const entry of state.tabled) entry.hour = hour;
  return true;
}

/** "Địa điểm: …" under a table holds for all its rows. */
function addToTable(scope: Scope, state: State): boolean {
  const at = readLead(scope, 0).next;
  const [mark] = findMarks(scope, { from: at, to: scope.low.length });
  if (!mark || mark.from !== skipMarks(scope, at) || mark.kind === "title") return false;
  if (mark.kind === "time") return addTimeToTable(scope, mark.inner, state);
  const piece = scope.toSource({ from: mark.inner.from, to: scope.low.length });
  for (const entry of state.tabled) entry.cells.push({ kind: mark.kind, pieces: [piece] });
  return true;
}
