/** Tables with a column for each leader: the heading names him, a cell holds his matters of the row's day or session. */
import { isPersonAt, splitActors } from "./actors.ts";
import { type ColumnKind, columnOf } from "./columns.ts";
import { scopeOf, skipMarks } from "./scope.ts";
import type { Source } from "./source.ts";
import type { Span } from "./span.ts";
import { findVerb } from "./verbs.ts";

const headCharsMax = 120;
const frames: readonly ColumnKind["kind"][] = ["day", "weekday", "moment", "index"];

/** The columns of such a row of headings: days or sessions first, then two leaders at least; null when it is none. */
export function leaderColumnsOf(source: Source, cells: readonly Span[]): ColumnKind[] | null {
  const columns = cells.map((cell) => leaderColumnOf(source, cell) ?? columnOf(source.low.slice(cell.from, cell.to)));
  const leaders = columns.filter((column) => column?.kind === "leader");
  const isFramed = columns.some((column) => column?.kind === "day" || column?.kind === "weekday");
  const isPure = columns.every((column) => column?.kind === "leader" || isFrameOrNote(column));
  return isFramed && isPure && leaders.length >= 2 ? columns.map((column) => column ?? { kind: "other" }) : null;
}

function isFrameOrNote(column: ColumnKind | null): boolean {
  return column !== null && (frames.includes(column.kind) || (column.kind === "clause" && column.clause === "note"));
}

function leaderColumnOf(source: Source, cell: Span): ColumnKind | null {
  const scope = scopeOf(source, [cell]);
  const at = skipMarks(scope, 0);
  const isHead = scope.low.length <= headCharsMax && isPersonAt(scope, at) && !/^lãnh đạo/u.test(scope.low.slice(at));
  if (!isHead || findVerb(scope, { from: at, to: scope.low.length }) !== null) return null;
  return { kind: "leader", who: splitActors(scope, { from: at, to: scope.low.length }) };
}
