import { type Day, daysBetween } from "../../shared/kit/day.ts";
import { minuteToText } from "../../shared/kit/minute.ts";
import type { Item } from "../../shared/model/item.ts";
import type { OfficeId } from "../../shared/model/office.ts";
import { isPlaced, type Session, sessionOf } from "../../shared/model/when.ts";

/** Where an item stands: a cell of the board (day, session, office) or a period it waits in. */
export type PlaceKey = string;

/** Longest stay of one item on the board, in days; a longer one shows its first days (and says so in the inspector). */
const daysMax = 31;

export function cellKey(day: Day, session: Session, office: OfficeId): PlaceKey {
  return `${day}|${session}|${office}`;
}

/** Key of those waiting in a period: "2026", "2026-Q4", "2026-11", "2026-W48", "2025-2030". */
export function waitingKey(period: string): PlaceKey {
  return `~${period}`;
}

/** Every place an item stands in. An item of several days stands in each of them, without its hour after the first. */
export function placesOf(item: Pick<Item, "when" | "office">): PlaceKey[] {
  const { when } = item;
  if (!isPlaced(when)) return [waitingKey(when.period)];
  const first = cellKey(when.day, sessionOf(when), item.office);
  if (!when.lastDay || when.lastDay === when.day) return [first];
  const others = daysBetween(when.day, when.lastDay).slice(1, daysMax);
  return [first, ...others.map((day) => cellKey(day, "allday", item.office))];
}

/** Text by which the items of one place stand in order: hour first, those without an hour before, then matter. */
export function orderOf(item: Item): string {
  const hour = item.when.horizon === "time" ? minuteToText(item.when.startMin) : "";
  // A space sorts before every digit: items without an hour come first.
  return `${hour} ${item.title} ${item.id}`;
}
