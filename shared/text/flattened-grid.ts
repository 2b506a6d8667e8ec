/**
 * Flattened tables that kept their empty cells: every row then has as many paragraphs as there are columns, less the merged
 * day in front. Counting is surer than guessing, so it is tried first; it is given up where a row does not fit.
 */
import type { ColumnKind } from "./columns.ts";
import { readDay } from "./day-words.ts";
import type { TableRow } from "./delimited-table.ts";
import { readHour } from "./hour.ts";
import type { Line } from "./lines.ts";
import { scopeOf, skipMarks } from "./scope.ts";
import { readSession } from "./session-words.ts";
import type { Source } from "./source.ts";

const rowsMin = 3;

/** The rows by counting; null where the paragraphs do not make up whole rows or no cell is empty. Time: one walk. */
export function gridRows(
  source: Source,
  paragraphs: readonly Line[],
  columns: readonly ColumnKind[],
): TableRow[] | null {
  const merged = columns.findIndex(({ kind }) => !["index", "day", "weekday"].includes(kind));
  if (merged < 1 || !paragraphs.some(({ kind }) => kind === "blank")) return null;
  const traits = paragraphs.map((line) => traitOf(source, line));
  const leads = leadsOf(traits, { columns, merged });
  const rows: TableRow[] = [];
  for (let at = 0; at < paragraphs.length; ) {
    const lead = leads[at];
    if (lead === undefined) return null;
    rows.push(rowOf(paragraphs.slice(at, at + columns.length - lead), lead, columns));
    at += columns.length - lead;
  }
  return rows.length < rowsMin ? null : rows;
}

interface Grid {
  readonly columns: readonly ColumnKind[];
  /** How many columns in front stand for several rows. */
  readonly merged: number;
}

/** For each paragraph that may begin a row from which the rest is whole rows: how many columns the row leaves out in front. */
function leadsOf(traits: readonly Trait[], { columns, merged }: Grid): (number | undefined)[] {
  const leads: (number | undefined)[] = [];
  for (let at = traits.length - 1; at >= 0; at -= 1) {
    leads[at] = [0, merged].find((lead) => {
      const next = at + columns.length - lead;
      const isWhole = next === traits.length || (next < traits.length && leads[next] !== undefined);
      return isWhole && fits(traits.slice(at, next), columns.slice(lead));
    });
  }
  return leads;
}

function rowOf(paragraphs: readonly Line[], lead: number, columns: readonly ColumnKind[]): TableRow {
  const from = paragraphs[0]?.from ?? 0;
  const cells = paragraphs.map((line) => ({ from: line.from, to: line.kind === "text" ? line.to : line.from }));
  const own = paragraphs.find((line, index) => line.kind === "text" && isOwn(columns[lead + index]));
  return {
    line: (own ?? paragraphs[0])?.number ?? 1,
    cells: [...Array.from({ length: lead }, () => ({ from, to: from })), ...cells],
  };
}

/** An item begins with the first cell that is its own: day and session cells stand for several rows. */
function isOwn(column: ColumnKind | undefined): boolean {
  return column !== undefined && !["index", "day", "weekday", "moment"].includes(column.kind);
}

type Trait = "blank" | "day" | "moment" | "words";

/** Days stand under days, hours under hours, and nothing of the kind elsewhere. */
function fits(traits: readonly Trait[], columns: readonly ColumnKind[]): boolean {
  const hasMoment = columns.some(({ kind }) => kind === "moment");
  return traits.every((trait, index) => {
    const kind = columns[index]?.kind;
    if (kind === "day" || kind === "weekday") return trait === "blank" || trait === "day";
    if (kind === "moment") return trait === "blank" || trait === "moment";
    return trait !== "day" && !(hasMoment && trait === "moment");
  });
}

function traitOf(source: Source, line: Line): Trait {
  if (line.kind === "blank") return "blank";
  const scope = scopeOf(source, [line]);
  const at = skipMarks(scope, 0);
  const isWhole = (next: number) => skipMarks(scope, next) >= scope.low.length;
  const day = readDay(scope, at);
  if (day && isWhole(day.next)) return "day";
  const moment = readHour(scope, at) ?? readSession(scope, at);
  return moment && isWhole(moment.next) ? "moment" : "words";
}
