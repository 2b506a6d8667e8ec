/** The columns of a table without headings, told by what the cells of its first row hold. */
import { isPersonAt } from "./actors.ts";
import type { ColumnKind } from "./columns.ts";
import { readDay } from "./day-words.ts";
import { delimitersOf, readRow, type TableStart } from "./delimited-table.ts";
import { readHour } from "./hour.ts";
import type { Line } from "./lines.ts";
import { type Scope, scopeOf, skipMarks } from "./scope.ts";
import { readSession } from "./session-words.ts";
import type { Source } from "./source.ts";
import { isRoomAt } from "./venue.ts";
import { findVerb } from "./verbs.ts";

const inferredMin = 3;

/** The columns of a row of a table without headings, told by what its cells hold; null when the line is no such row. */
export function inferColumns(source: Source, line: Line): TableStart | null {
  if (!delimitersOf(source, line).includes("\t")) return null;
  const { cells } = readRow(source, line, "\t");
  if (cells.length < inferredMin) return null;
  const kinds = cells.map((cell) => kindOfCell(scopeOf(source, [cell])));
  const isTimed = kinds.some(({ kind }) => kind === "day" || kind === "moment");
  if (!isTimed) return null;
  const widest = kinds.map(({ kind }, index) =>
    kind === "other" ? (cells[index]?.to ?? 0) - (cells[index]?.from ?? 0) : 0,
  );
  const matter = Math.max(...widest) > 0 ? widest.indexOf(Math.max(...widest)) : -1;
  const columns = kinds.map((column, index): ColumnKind => (index === matter ? { kind: "matter" } : column));
  return { columns, delimiter: "\t", isInferred: true };
}

function kindOfCell(scope: Scope): ColumnKind {
  const at = skipMarks(scope, 0);
  if (/^\d{1,3}\.?$/.test(scope.low)) return { kind: "index" };
  if (readDay(scope, at)) return { kind: "day" };
  if (readHour(scope, at) || readSession(scope, at)) return { kind: "moment" };
  if (isRoomAt(scope, at)) return { kind: "clause", clause: "venue" };
  const isPeople = isPersonAt(scope, at) && findVerb(scope, { from: at, to: scope.low.length }) === null;
  return isPeople ? { kind: "leaders" } : { kind: "other" };
}
