import type { Day } from "../../shared/kit/day.ts";
import { officeIds } from "../../shared/model/office.ts";
import type { Certainty, Overlap } from "../../shared/model/overlap.ts";
import { sessions } from "../../shared/model/when.ts";
import { signOf, worstFirst } from "../../shared/rules/overlap-order.ts";
import type { BoardStore } from "./board-store.ts";
import { cellKey } from "./placement.ts";

/** Every overlap of the items standing in these days, each once, worst first. Reactive. */
export function overlapsShown(store: BoardStore, days: readonly Day[]): Overlap[] {
  store.overlaps.version();
  const found = new Map<string, Overlap>();
  for (const id of idsOn(store, days)) for (const overlap of store.overlaps.of(id)) found.set(overlap.key, overlap);
  return [...found.values()].sort(worstFirst);
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
