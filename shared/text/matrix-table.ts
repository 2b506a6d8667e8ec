/** Tables with a column for each day: rows are sessions or leaders, a cell holds all items of its day. */

import { splitActors } from "./actors.ts";
import type { Printed } from "./clause-reading.ts";
import { type DayWords, readDay } from "./day-words.ts";
import { delimitersOf, readRow, type TableRow } from "./delimited-table.ts";
import type { Entry } from "./entry.ts";
import { splitItems } from "./item-split.ts";
import { readLead } from "./lead.ts";
import type { Line } from "./lines.ts";
import { scopeOf, skipMarks } from "./scope.ts";
import { readSession } from "./session-words.ts";
import type { Source } from "./source.ts";

export interface MatrixDays {
  readonly delimiter: "\t" | "|";
  /** The day of each column after the first. */
  readonly days: readonly Printed<DayWords>[];
}

/** Reads a row whose cells after the first are all days, two at least; null when the line is no such row. */
export function readMatrixDays(source: Source, line: Line): MatrixDays | null {
  for (const delimiter of delimitersOf(source, line)) {
    const { cells } = readRow(source, line, delimiter);
    if (cells.length < 3) continue;
    const days = cells.slice(1).map((cell) => {
      const scope = scopeOf(source, [cell]);
      const day = readDay(scope, skipMarks(scope, 0));
      const isWhole = day !== null && skipMarks(scope, day.next) >= scope.low.length;
      return isWhole ? { value: day, span: scope.toOriginal(day.span) } : null;
    });
    if (days.every((day) => day !== null)) return { delimiter, days };
  }
  return null;
}

/** The entries of the rows under such a heading. */
export function matrixEntries(source: Source, matrix: MatrixDays, rows: readonly TableRow[]): Entry[] {
  return rows.flatMap(({ line, cells }) => {
    const [head, ...others] = cells;
    const scope = head ? scopeOf(source, [head]) : null;
    const session = scope ? readSession(scope, skipMarks(scope, 0)) : null;
    const sessionAbove = scope && session ? { value: session.session, span: scope.toOriginal(session.span) } : null;
    const leaders = scope && !session ? splitActors(scope, { from: 0, to: scope.low.length }) : [];
    return others.flatMap((cell, column) => {
      if (cell.to <= cell.from) return [];
      return splitItems(source, cell).map((part): Entry => {
        const own = scopeOf(source, [part]);
        const lead = readLead(own, 0);
        const print = <Value>(value: Value, span: { from: number; to: number }) => ({
          value,
          span: own.toOriginal(span),
        });
        return {
          ...{ line, day: matrix.days[column] ?? null, sessionAbove, topic: null, subject: null, cells: [] },
          hour: lead.hour && print(lead.hour, lead.hour.span),
          session: lead.session && print(lead.session.session, lead.session.span),
          leaders: lead.leaders.length > 0 ? lead.leaders : leaders,
          body: [own.toSource({ from: lead.next, to: own.low.length })],
          ...{ hasLeadersColumn: false, hasVenueColumn: false },
        };
      });
    });
  });
}
