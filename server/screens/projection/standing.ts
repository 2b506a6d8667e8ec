import { addDays, type Day } from "../../../shared/kit/day.ts";
import type { Item } from "../../../shared/model/item.ts";
import { officeIds } from "../../../shared/model/office.ts";
import { isPlaced, type PlacedWhen, type Session, sessionOf } from "../../../shared/model/when.ts";
import type { MaskedBoard } from "./mask.ts";

/** The items that stand on each day from `first` to `last`, in the order of a page. What was refused stands nowhere. */
export function standingOn(board: MaskedBoard, first: Day, last: Day): ReadonlyMap<Day, readonly Item[]> {
  const byDay = new Map<Day, Item[]>();
  for (let day = first; day <= last; day = addDays(day, 1)) byDay.set(day, []);
  for (const item of board.items()) {
    if (!isPlaced(item.when) || item.status === "refused") continue;
    const until = item.when.lastDay ?? item.when.day;
    for (let day = later(item.when.day, first); day <= until && day <= last; day = addDays(day, 1))
      byDay.get(day)?.push(item);
  }
  for (const items of byDay.values()) items.sort(inOrder);
  return byDay;
}

/** The session in which an item stands on a day; after its first day it stands with what takes all day. */
export function sessionOn(when: PlacedWhen, day: Day): Session {
  return when.day < day ? "allday" : sessionOf(when);
}

/** Without an hour first, then by hour, then in the order of the offices. */
function inOrder(a: Item, b: Item): number {
  return (
    startOf(a) - startOf(b) ||
    officeIds.indexOf(a.office) - officeIds.indexOf(b.office) ||
    (a.title === b.title ? (a.id < b.id ? -1 : 1) : a.title < b.title ? -1 : 1)
  );
}

function startOf({ when }: Item): number {
  return when.horizon === "time" ? when.startMin : -1;
}

function later(one: Day, other: Day): Day {
  return one < other ? other : one;
}
