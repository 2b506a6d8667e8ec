import { type Day, dayParts } from "../../shared/kit/day.ts";
import type { Item } from "../../shared/model/item.ts";
import { isPlaced, programmeYearOf } from "../../shared/model/when.ts";
import type { Bounds } from "../../shared/text/year.ts";
import { saysSameWhen } from "./item-changes.ts";

/** The days a schedule speaks of: those its heading names and those its items stand on. */
export type Coverage = {
  /** Calendar years whose programmes must be open before anything can be compared. */
  readonly years: readonly number[];
  /** Whether an item stands in these days, or waits in a period that holds one of them. */
  holds(item: Pick<Item, "when">): boolean;
};

export function coverageOf(items: Iterable<Pick<Item, "when">>, bounds: Bounds | null): Coverage {
  const days = new Set<Day>();
  const years = new Set<number>();
  const periods = new Set<string>();
  for (const { when } of items) {
    const year = programmeYearOf(when);
    if (year !== null) years.add(year);
    if (isPlaced(when)) days.add(when.day);
    else periods.add(when.period);
  }
  for (const day of bounds ? [bounds.first, bounds.last] : []) years.add(dayParts(day).year);
  const isCovered = (day: Day) => days.has(day) || (bounds !== null && bounds.first <= day && day <= bounds.last);
  const placed = [...days].map((day) => ({ horizon: "day", day }) as const);
  return {
    years: [...years].sort((a, b) => a - b),
    holds: ({ when }) =>
      isPlaced(when) ? isCovered(when.day) : periods.has(when.period) || placed.some((day) => saysSameWhen(when, day)),
  };
}
