/** What the field "invited on" makes of an item: pure, so that every case can be told without a page. */
import type { Day } from "../../shared/kit/day.ts";
import type { Item } from "../../shared/model/item.ts";
import { isPlaced } from "../../shared/model/when.ts";
import { type AnnouncedWay, announcedWayOf } from "../../shared/rules/notice-rule.ts";

export type Announced = NonNullable<Item["announced"]>;

export type AnnouncedState = {
  readonly way: AnnouncedWay;
  /** What is written; null when nothing is. */
  readonly told: Announced | null;
  /** The day that people would be told of now; null while the item has none. */
  readonly day: Day | null;
  /** The item stands on another day than people were told. */
  readonly isMoved: boolean;
  /** What one click would write: people were told today. Null where that says nothing new or the day is past. */
  readonly today: Announced | null;
};

/** Nobody is invited to a dossier or to ordinary work; where something is written, it is shown all the same. */
const withoutGuests: readonly Item["kind"][] = ["dossier", "duty", "office-work"];

/** Null where the field has nothing to say: nobody is told of this item, or it has no day that one could tell. */
export function announcedState(item: Pick<Item, "kind" | "when" | "announced">, today: Day): AnnouncedState | null {
  const told = item.announced ?? null;
  const day = isPlaced(item.when) ? item.when.day : null;
  if (told === null && (day === null || withoutGuests.includes(item.kind))) return null;
  const isMoved = told !== null && day !== null && told.of !== day;
  const isNews = told === null || isMoved;
  return {
    way: announcedWayOf(item),
    told,
    day,
    isMoved,
    today: day !== null && day >= today && isNews ? { on: today, of: day } : null,
  };
}

/** The value for a day that somebody says; null when people cannot have been told then: the item was over. */
export function announcedOn(on: Day, { day, told }: Pick<AnnouncedState, "day" | "told">): Announced | null {
  const of = day ?? told?.of ?? on;
  return on > of ? null : { on, of };
}
