import type { Day } from "../../shared/kit/day.ts";
import { officeIds } from "../../shared/model/office.ts";
import { type Certainty, certainties, type Overlap, severities } from "../../shared/model/overlap.ts";
import { sessions } from "../../shared/model/when.ts";
import type { BoardStore } from "./board-store.ts";
import { cellKey } from "./placement.ts";

/** Every overlap of the items standing in these days, each once, worst first. Reactive. */
export function overlapsShown(store: BoardStore, days: readonly Day[]): Overlap[] {
  store.overlaps.version();
  const found = new Map<string, Overlap>();
  for (const id of idsOn(store, days)) for (const overlap of store.overlaps.of(id)) found.set(overlap.key, overlap);
  return [...found.values()].sort(worstFirst);
}

/** What must be settled first, then the surest, then by key: one order on every screen. */
export function worstFirst(a: Overlap, b: Overlap): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    certainties.indexOf(a.certainty) - certainties.indexOf(b.certainty) ||
    (a.key < b.key ? -1 : 1)
  );
}

/** The sign an overlap carries on the board: how sure it is; one that is only a hint is never shown louder than one. */
export function signOf({ certainty, severity }: Pick<Overlap, "certainty" | "severity">): Certainty {
  return severity === "hint" ? "possible" : certainty;
}

/** Those that nobody has settled. */
export function openOf(overlaps: readonly Overlap[], isQuiet: (overlap: Overlap) => boolean): readonly Overlap[] {
  return overlaps.filter((overlap) => !isQuiet(overlap));
}

/** How many there are of each sign. */
export function countOverlaps(overlaps: readonly Overlap[]): Record<Certainty, number> {
  const count = { certain: 0, probable: 0, possible: 0 };
  for (const overlap of overlaps) count[signOf(overlap)]++;
  return count;
}

/** The items standing in these days, each once. Reactive. */
export function idsOn(store: BoardStore, days: readonly Day[]): Set<string> {
  return new Set(
    days.flatMap((day) =>
      sessions.flatMap((session) => officeIds.flatMap((office) => store.at(cellKey(day, session, office)))),
    ),
  );
}
