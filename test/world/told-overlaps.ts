import type { Item } from "../../shared/model/item.ts";
import type { Overlap } from "../../shared/model/overlap.ts";
import type { PartyRef } from "../../shared/model/ref.ts";
import { createOverlapIndex, type OverlapIndex } from "../../shared/rules/overlap-index.ts";
import { city, item } from "./small-city.ts";

/** An index over the small city that holds these items. */
export function indexOf(...items: readonly Item[]): OverlapIndex {
  const index = createOverlapIndex(city);
  index.build(items);
  return index;
}

/** All overlaps between two items, in a line each: "person:an certain error". */
export const told = (...items: readonly Item[]): string[] =>
  linesOf([...indexOf(...items).all()].filter(({ b }) => b !== null));

function linesOf(overlaps: readonly Overlap[]): string[] {
  return overlaps.map(({ resource, certainty, severity }) => `${resource} ${certainty} ${severity}`).sort();
}

/** An item with one party, in the chair or attending. */
export const chairedBy = (id: string, start: string | null, who: PartyRef, wish: object = {}): Item =>
  item(id, start, { parties: { [who]: "chair" }, ...wish });
export const attendedBy = (id: string, start: string | null, who: PartyRef, wish: object = {}): Item =>
  item(id, start, { parties: { [who]: "attend" }, ...wish });
