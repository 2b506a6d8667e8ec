import type { Day } from "../../shared/kit/day.ts";
import type { Item } from "../../shared/model/item.ts";
import type { OfficeId } from "../../shared/model/office.ts";
import { type Target, targetForAll, targetToText, textToTarget } from "../../shared/rules/landing.ts";
import type { KeyStep } from "../drag/drag-surface.ts";
import { nextCell } from "./week-rows.ts";

/**
 * A phone shows one day as one list over all offices. So a finger says a session, another day or another office, each
 * alone; a keyboard (a page zoomed to 400 % is as narrow as a phone) walks through the cells of the whole week as it
 * does at a desk. Here is which part of the page stands for which cell.
 */

/** The place next to `target` for the keyboard, for an item that is held there; null where the week ends. */
export function nextPlace(item: Item, target: string, { step, week }: { step: KeyStep; week: readonly Day[] }) {
  const place = textToTarget(target);
  return place && nextCell(targetToText(targetForAll(item, place)), step, week);
}

/**
 * The target texts of the places that light up while an item of `own` is held over `over` and the day `shown` is on the
 * screen: its session in the list or its day in the strip, and its office where it would be another.
 */
export function placesLit(over: Target, { shown, own }: { shown: Day; own: OfficeId }): string[] {
  if (over.kind !== "cell") return [targetToText(over)];
  const { day, session, office } = over;
  const when: Target = day === shown ? { kind: "session", day, session } : { kind: "day", day };
  const places: readonly Target[] = office === own ? [when] : [when, { kind: "office", office }];
  return places.map(targetToText);
}
