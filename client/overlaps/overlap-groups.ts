import type { Item } from "../../shared/model/item.ts";
import type { OfficeId } from "../../shared/model/office.ts";
import { type Overlap, sidesOf } from "../../shared/model/overlap.ts";
import { isPlaced } from "../../shared/model/when.ts";

type Lookup = (id: string) => Item | undefined;

/** Overlaps by the later day of their two items, days in order; the order within a day is kept. */
export function byDay(overlaps: readonly Overlap[], item: Lookup): [string, Overlap[]][] {
  const days = new Map<string, Overlap[]>();
  for (const overlap of overlaps) {
    const day = sidesOf(overlap)
      .map((side) => dayOfItem(item(side.item)))
      .reduce((a, b) => (a > b ? a : b));
    days.set(day, [...(days.get(day) ?? []), overlap]);
  }
  return [...days].filter(([day]) => day !== "").sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Whether one of the two items belongs to an office. */
export function concerns(overlap: Overlap, office: OfficeId | null, item: Lookup): boolean {
  return sidesOf(overlap).some((side) => item(side.item)?.office === office);
}

function dayOfItem(item: Item | undefined): string {
  return item && isPlaced(item.when) ? item.when.day : "";
}
