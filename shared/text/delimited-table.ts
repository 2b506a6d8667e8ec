/** Tables pasted from Word, Excel or a web page: cells parted by tabs or by "|", one row a line or wrapped over several. */
import { type ColumnKind, headerOf } from "./columns.ts";
import { readLead } from "./lead.ts";
import { leaderColumnsOf } from "./leader-matrix.ts";
import type { Line } from "./lines.ts";
import { scopeOf, skipMarks } from "./scope.ts";
import type { Source } from "./source.ts";
import type { Span } from "./span.ts";

export interface TableRow {
  /** Line of the text given on which the row begins. */
  readonly line: number;
  /** The line begins with a bar: no cell of the row before goes on in it. */
  readonly startsWithBar?: true;
  /** One stretch of tidy text for each cell; an empty stretch for an empty cell. */
  readonly cells: readonly Span[];
}

/** No schedule has more columns, and no row of one more characters. */
const columnsMax = 40;
const rowCharsMax = 20_000;

export interface TableStart {
  readonly columns: readonly ColumnKind[];
  readonly delimiter: "\t" | "|";
  /** The columns are told from the cells of the first row, for want of headings. */
  readonly isInferred: boolean;
}

/** Reads a line as the row of headings of a table; null when it is none. */
export function readTableStart(source: Source, line: Line): TableStart | null {
  for (const delimiter of delimitersOf(source, line)) {
    const header = readRow(source, line, delimiter);
    if (header.cells.length < 2) continue;
    const columns =
      leaderColumnsOf(source, header.cells) ?? headerOf(header.cells.map(({ from, to }) => source.low.slice(from, to)));
    if (columns) return { columns, delimiter, isInferred: false };
  }
  return null;
}

/** The signs that part a line into at least two cells and not more than a table has. */
export function delimitersOf(source: Source, line: Span): ("\t" | "|")[] {
  const words = source.text.slice(line.from, Math.min(line.to, line.from + rowCharsMax));
  return (["\t", "|"] as const).filter((delimiter) => {
    const first = words.indexOf(delimiter);
    return first >= 0 && words.split(delimiter, columnsMax + 2).length <= columnsMax + 1;
  });
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
  const startsWithBar = delimiter === "|" && source.text[line.from] === "|";
  return { line: line.number, cells, ...(startsWithBar ? { startsWithBar } : {}) };
}

/** Without blanks; a dash alone is an empty cell. */
function innerOf(source: Source, { from, to }: Span): Span {
  let [first, last] = [from, to];
  while (first < last && source.text[first] === " ") first += 1;
  while (last > first && source.text[last - 1] === " ") last -= 1;
  if (/^[-–—.…]+$/.test(source.text.slice(first, last))) return { from: first, to: first };
  return { from: first, to: last };
}

/** A row of dashes under the headings, or nothing but empty cells. */
function isRule(source: Source, line: Line): boolean {
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
  let used = 0;
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index];
    if (line?.kind !== "text" || isRule(source, line)) continue;
    const last = rows.at(-1);
    const isWhole = source.text.slice(line.from, line.to).includes(start.delimiter);
    const isRest = !isWhole && last !== undefined && last.cells.length < start.columns.length;
    if (!isWhole && !(goesOn(source, lines, index, start) && (isRest || isHeadLine(source, line)))) break;
    if (!(start.isInferred && index === from) && readTableStart(source, line)) break;
    const lastLine = quotedEnd(source, lines, index, start);
    addRow(source, rows, readRow(source, { ...line, to: lines[lastLine]?.to ?? line.to }, start.delimiter), start);
    index = lastLine;
    used = index + 1 - from;
  }
  return { rows, used };
}

const quotedLinesMax = 60;

/** Index of the line that closes a cell Excel put between quotation marks because it has several lines. */
function quotedEnd(source: Source, lines: readonly Line[], index: number, { delimiter }: TableStart): number {
  const wordsOf = (line: Line | undefined) => (line ? source.text.slice(line.from, line.to) : "");
  if (delimiter !== "\t" || !/(?:^|\t)"/.test(wordsOf(lines[index]))) return index;
  let marks = 0;
  for (let end = index; end < Math.min(lines.length, index + quotedLinesMax); end += 1) {
    marks += wordsOf(lines[end]).split('"').length - 1;
    if (marks % 2 === 0) return end;
  }
  return index;
}

function addRow(source: Source, rows: TableRow[], row: TableRow, start: TableStart): void {
  const last = rows.at(-1);
  const [first, ...others] = row.cells;
  const isHead = first !== undefined && others.every(({ from, to }) => from === to) && isHeadLine(source, first);
  const joined = last && !isHead ? joinRows(source, last, row, start) : null;
  if (joined) rows[rows.length - 1] = joined;
  else rows.push(row);
}

/** The table has another row after a line. */
function goesOn(source: Source, lines: readonly Line[], index: number, { delimiter }: TableStart): boolean {
  const next = lines[index + 1]?.kind === "text" ? lines[index + 1] : lines[index + 2];
  return next !== undefined && source.text.slice(next.from, next.to).includes(delimiter);
}

/** A day or a session on a line of its own between two rows. */
function isHeadLine(source: Source, line: Span): boolean {
  const scope = scopeOf(source, [line]);
  const lead = readLead(scope, 0);
  return (lead.day !== null || lead.session !== null) && skipMarks(scope, lead.next) >= scope.low.length;
}

/** Two lines of one row: what the second begins with ends the last cell of the first, or follows it after a bar. */
function joinRows(source: Source, last: TableRow, row: TableRow, start: TableStart): TableRow | null {
  const width = start.columns.length;
  const [lastCell, firstCell] = [last.cells.at(-1), row.cells[0]];
  if (!lastCell || !firstCell || last.cells.length >= width) return null;
  if (row.startsWithBar) {
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
