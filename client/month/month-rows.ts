import { addDays, type Day } from "../../shared/kit/day.ts";
import type { FillingRow } from "../card/filling.ts";

/** So many cards a day of a month shows; the others are a number that leads to the day. */
export const shownMax = 6;

/** The weeks of a month by their Mondays, and how full each is. */
export function monthRows(mondays: readonly Day[], countOn: (day: Day) => number): FillingRow[] {
  return mondays.map((monday) => {
    const most = Math.max(...[0, 1, 2, 3, 4, 5, 6].map((step) => countOn(addDays(monday, step))));
    return { key: monday, most: Math.min(most, shownMax) };
  });
}
