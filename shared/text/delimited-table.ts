/** Tables pasted from Word, Excel or a web page: cells parted by tabs or by "|", one row a line or wrapped over several. */
import { type ColumnKind, headerOf } from "./columns.ts";
import type { Line } from "./lines.ts";
import type { Source } from "./source.ts";
import type { Span } from "./span.ts";

export interface TableRow {
  /** Line of the text given on which the row begins. */
  readonly line: number;
  /** One stretch of tidy text for each cell; an empty stretch for an empty cell. */
  readonly cells: readonly Span[];
}

export interface TableStart {
  readonly columns: readonly ColumnKind[];
  readonly delimiter: "\t" | "|";
  /** The columns are told from the cells of the first row, for want of headings. */
  readonly isInferred: boolean;
}

/** Reads a line as the row of headings of a table; null when it is none. */
export function readTableStart(source: Source, line: Line): TableStart | null {
  for (const delimiter of ["\t", "|"] as const) {
    const header = readRow(source, line, delimiter);
    if (header.cells.length < 2) continue;
    const columns = headerOf(header.cells.map(({ from, to }) => source.text.slice(from, to)));
    if (columns) return { columns, delimiter, isInferred: false };
  }
  return null;
}

/** Cells of one line. The bars at the ends of a Markdown row bound it and make no cells. */
export function readRow(source: Source, line: Line, delimiter: "\t" | "|"): TableRow {
  const cells: Span[] = [];
  let from = line.from;
  for (let at = line.from; at <= line.to; at += 1) {
    if (at < line.to && source.text[at] !== delimiter) continue;
    cells.push(innerOf(source, { from, to: at }));
    from = at + 1;
  }
  const isBar = delimiter === "|" && cells.length > 1;
  const isEmpty = (cell: Span | undefined) => cell === undefined || cell.from === cell.to;
  if (isBar && isEmpty(cells[0])) cells.shift();
  if (isBar && isEmpty(cells.at(-1))) cells.pop();
  return { line: line.number, cells };
}

/** Without blanks, and without the quotation marks Excel puts around a cell of several lines. */
function innerOf(source: Source, { from, to }: Span): Span {
  let [first, last] = [from, to];
  while (first < last && source.text[first] === " ") first += 1;
  while (last > first && source.text[last - 1] === " ") last -= 1;
  return { from: first, to: last };
}

/** A row of dashes under the headings, or nothing but empty cells. */
export function isRule(source: Source, line: Line): boolean {
  return /^[\s|:+=-]*$/.test(source.text.slice(line.from, line.to));
}

/**
 * The rows of a table, from line index `from` on. A line that begins in the middle of a cell is joined to the row before:
 * the cells of both then fill the columns exactly. Ends at a line outside the table and at the headings of the next one.
 */
export function readRows(
  source: Source,
  lines: readonly Line[],
  from: number,
  start: TableStart,
): { rows: TableRow[]; used: number } {
  const rows: TableRow[] = [];
  const width = start.columns.length;
  let used = 0;
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index];
    if (line?.kind !== "text" || isRule(source, line)) continue;
    const words = source.text.slice(line.from, line.to);
    const last = rows.at(-1);
    if (!words.includes(start.delimiter) && !continues(source, last, lines[index + 1], start)) break;
    if (index > from && readTableStart(source, line)) break;
    const row = readRow(source, line, start.delimiter);
    const joined = last
      ? joinRows(source, last, row, { width, startsWithBar: words.startsWith(start.delimiter) })
      : null;
    if (joined) rows[rows.length - 1] = joined;
    else rows.push(row);
    used = index + 1 - from;
  }
  return { rows, used };
}

/** A line without delimiter inside a table is the rest of a cell, where the row before still lacks cells. */
function continues(source: Source, last: TableRow | undefined, next: Line | undefined, start: TableStart): boolean {
  if (!last || last.cells.length >= start.columns.length) return false;
  return next !== undefined && source.text.slice(next.from, next.to).includes(start.delimiter);
}

function joinRows(
  source: Source,
  last: TableRow,
  row: TableRow,
  { width, startsWithBar }: { readonly width: number; readonly startsWithBar: boolean },
): TableRow | null {
  const [lastCell, firstCell] = [last.cells.at(-1), row.cells[0]];
  if (!lastCell || !firstCell || last.cells.length >= width) return null;
  if (startsWithBar) {
    const cells = [...last.cells, ...row.cells];
    return cells.length <= width ? { line: last.line, cells } : null;
  }
  if (last.cells.length + row.cells.length - 1 > width) return null;
  if (row.cells.length > 1 && opensRow(source, firstCell)) return null;
  const joined = { from: lastCell.from, to: firstCell.to };
  return { line: last.line, cells: [...last.cells.slice(0, -1), joined, ...row.cells.slice(1)] };
}

/** An hour, a day or a session at the head of the first cell: the line is a row of its own under merged cells. */
function opensRow(source: Source, cell: Span): boolean {
  const low = source.low.slice(cell.from, Math.min(cell.to, cell.from + 40));
  return (
    cell.from === cell.to ||
    /^\(?(?:\d{1,2}\s?(?:h|g|:|giờ|')|thứ |t\.|t[2-7]|cn(?!\p{L})|chủ nhật|ngày |\d{1,2}\/\d|sáng|chiều|tối|cả ngày)/u.test(
      low,
    )
  );
}
