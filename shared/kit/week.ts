import { assert } from "./assert.ts";
import { addDays, type Day, dayOf, dayParts, dayToEpochDay, weekdayOf } from "./day.ts";

/** An ISO 8601 week: `year` is the week-year, which differs from the calendar year around New Year. */
export type Week = { readonly year: number; readonly week: number };

/** The week a day lies in. 2027-01-01 lies in week 53 of 2026. */
export function weekOf(day: Day): Week {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const { year } = dayParts(thursday);
  const firstDay = dayOf(year, 1, 1);
  assert(firstDay, `year ${year} has a first day`);
  return { year, week: Math.floor((dayToEpochDay(thursday) - dayToEpochDay(firstDay)) / 7) + 1 };
}

/** Monday of a week. The week number may run past the end of its year: it then means the weeks after it. */
export function mondayOf({ year, week }: Week): Day {
  const fourth = dayOf(year, 1, 4);
  assert(fourth, `year ${year} has a 4 January`);
  return addDays(fourth, 1 - weekdayOf(fourth) + (week - 1) * 7);
}

/** Monday to Sunday. */
export function daysOfWeek(week: Week): Day[] {
  const monday = mondayOf(week);
  return Array.from({ length: 7 }, (_, step) => addDays(monday, step));
}

/** 52 or 53. */
export function weeksInYear(year: number): number {
  const last = dayOf(year, 12, 28);
  assert(last, `year ${year} has a 28 December`);
  return weekOf(last).week;
}

/** The week `count` weeks later. */
export function addWeeks(week: Week, count: number): Week {
  return weekOf(addDays(mondayOf(week), count * 7));
}
