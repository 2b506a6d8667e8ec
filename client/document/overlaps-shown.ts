import type { Day } from "../../shared/kit/day.ts";
import { officeIds } from "../../shared/model/office.ts";
import type { Certainty, Overlap } from "../../shared/model/overlap.ts";
import { sessions } from "../../shared/model/when.ts";
import type { BoardStore } from "./board-store.ts";
import { cellKey } from "./placement.ts";

const weight: Record<Certainty, number> = { certain: 0, probable: 1, possible: 2 };

/** Every overlap of the items standing in these days, each once, worst first. Reactive. */
export function overlapsShown(store: BoardStore, days: readonly Day[]): Overlap[] {
  store.overlaps.version();
  const found = new Map<string, Overlap>();
  for (const id of idsOn(store, days)) for (const overlap of store.overlaps.of(id)) found.set(overlap.key, overlap);
  return [...found.values()].sort((a, b) => weight[a.certainty] - weight[b.certainty] || (a.key < b.key ? -1 : 1));
}

/** How many there are of each certainty. */
export function countOverlaps(overlaps: readonly Overlap[]): Record<Certainty, number> {
  const count = { certain: 0, probable: 0, possible: 0 };
  for (const { certainty } of overlaps) count[certainty]++;
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
