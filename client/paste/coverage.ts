import { addDays, type Day, dayParts, daysBetween } from "../../shared/kit/day.ts";
import { weekOf } from "../../shared/kit/week.ts";
import type { Item } from "../../shared/model/item.ts";
import { isPlaced, programmeYearOf } from "../../shared/model/when.ts";
import type { Bounds } from "../../shared/text/year.ts";

/** The days a schedule speaks of: those its heading names and those its items stand on. */
export type Coverage = {
  readonly days: ReadonlySet<Day>;
  /** Periods whose waiting items the schedule may place: those that hold a covered day, and those it names itself. */
  readonly periods: ReadonlySet<string>;
  /** Calendar years whose programmes must be open before anything can be compared. */
  readonly years: readonly number[];
};

/** A heading that names more days than a leap year has is a misprint: only its first year is looked at. */
const daysMax = 366;

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
  for (const day of bounds ? daysOf(bounds) : []) days.add(day);
  for (const day of days) {
    years.add(dayParts(day).year);
    for (const period of periodsOf(day)) periods.add(period);
  }
  return { days, periods, years: [...years].sort((a, b) => a - b) };
}

/** Whether an item stands on a covered day, or waits in a covered period. */
export function isCovered({ days, periods }: Coverage, { when }: Pick<Item, "when">): boolean {
  return isPlaced(when) ? days.has(when.day) : periods.has(when.period);
}

function daysOf({ first, last }: Bounds): Day[] {
  const end = addDays(first, daysMax - 1);
  return daysBetween(first, last < end ? last : end);
}

/** Week, month, quarter and year of a day, as a waiting item names them. */
function periodsOf(day: Day): string[] {
  const { year, month } = dayParts(day);
  const week = weekOf(day);
  const two = (part: number) => String(part).padStart(2, "0");
  return [`${week.year}-W${two(week.week)}`, `${year}-${two(month)}`, `${year}-Q${Math.ceil(month / 3)}`, String(year)];
}
