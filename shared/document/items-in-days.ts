import type * as Y from "yjs";
import type { Day } from "../kit/day.ts";
import type { Item } from "../model/item.ts";
import { isPlaced, type When } from "../model/when.ts";
import { readItem, readStanding } from "./item-reading.ts";
import { itemsOf } from "./roots.ts";

/** Both days belong to it. */
export type Days = { readonly first: Day; readonly last: Day };

/** The items of a programme that stand on one of `days`, as plain data; those that only have a period stand on no day. */
export function itemsInDays(doc: Y.Doc, days: Days): Item[] {
  const items: Item[] = [];
  itemsOf(doc).forEach((map, id) => {
    const standing = readStanding(map);
    const item = standing && isInDays(standing.when, days) ? readItem(id, map) : null;
    if (item) items.push(item);
  });
  return items;
}

/** Whether something stands on one of `days`. */
export function isInDays(when: When, { first, last }: Days): boolean {
  return isPlaced(when) && when.day <= last && (when.lastDay ?? when.day) >= first;
}
