/** The year of a printed day that has none. Every step says what it rests on; what stays open is told, never hidden. */
import { addDays, type Day, dayOf, dayParts, weekdayOf } from "../kit/day.ts";
import { mondayOf, weekOf } from "../kit/week.ts";
import type { DayWords, PrintedDay } from "./day-words.ts";
import type { HeadingReading } from "./heading.ts";

export interface YearChoice {
  readonly year: number | null;
  /** The other years that fit as well; empty when the year is printed or given. */
  readonly candidates: readonly number[];
}

/** Years looked at where neither text nor caller names one: since such schedules stand on the net, and the next term. */
const firstYear = 2010;
const lastYear = 2035;

/** Where nothing else decides between fitting years: the middle of the years from which undated schedules are known. */
const anchorYear = 2019;

/**
 * The year for days without one: printed in the heading, printed with another day, given by the caller, or else the year in
 * which all printed weekdays fit, nearest to the years the text speaks of, nearest to 2019 when it speaks of none.
 */
export function chooseYear(
  heading: HeadingReading,
  days: readonly DayWords[],
  hints: { readonly given?: number; readonly spoken: readonly number[] },
): YearChoice {
  if (heading.year !== undefined) return { year: heading.year, candidates: [] };
  const printed = days.find(({ first }) => first?.year !== undefined)?.first?.year;
  if (printed !== undefined) return { year: printed, candidates: [] };
  if (hints.given !== undefined) return { year: hints.given, candidates: [] };
  const checks = days.flatMap(({ weekday, first }) => (weekday && first ? [{ weekday, first }] : [])).slice(0, 60);
  if (checks.length === 0) return { year: null, candidates: [] };
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, step) => firstYear + step);
  const hits = years.map((year) => checks.filter(({ weekday, first }) => fitsWeekday(first, weekday, year)).length);
  const most = Math.max(...hits);
  const candidates = years.filter((_, index) => most > 0 && hits[index] === most);
  const aim = middleOf(hints.spoken) ?? anchorYear;
  const nearest = candidates.toSorted((a, b) => Math.abs(a - aim) - Math.abs(b - aim) || a - b);
  return { year: nearest[0] ?? null, candidates };
}

function fitsWeekday(day: PrintedDay, weekday: number, year: number): boolean {
  const found = dayOf(year, day.month, day.date);
  return found !== null && weekdayOf(found) === weekday;
}

function middleOf(years: readonly number[]): number | undefined {
  return years.toSorted((a, b) => a - b)[Math.floor((years.length - 1) / 2)];
}

/** Years a text speaks of, "năm 2019"; terms and roadmaps ("2021 - 2030") and numbers of documents say nothing. */
export function yearsSpokenOf(low: string): number[] {
  return [...low.matchAll(/năm (20\d{2})(?!\d|\s?-\s?20\d{2})/gu)].map((found) => Number(found[1])).slice(0, 200);
}

/**
 * A printed day in a chosen year. Where the heading prints a range, the year next to it wins when the day then lies in the
 * range (a week across New Year). A weekday alone is looked up in the range, in the heading's ISO 8601 week, or in the week of `near`, the last
 * day printed before.
 */
export function resolveDay(day: DayWords, year: number | null, heading: HeadingReading, near: Day | null): Day | null {
  const bounds = boundsOf(heading, year);
  if (!day.first) return day.weekday === undefined ? null : weekdayWithin(day.weekday, bounds?.first ?? near);
  if (day.first.year !== undefined) return dayOf(day.first.year, day.first.month, day.first.date);
  return year === null ? null : placeIn(day.first, year, bounds);
}

/** The last day of a range, in the year of its first day or the next. */
export function resolveLast(last: PrintedDay, first: Day): Day | null {
  const { year } = dayParts(first);
  const day = dayOf(last.year ?? year, last.month, last.date);
  return day !== null && day < first ? dayOf(year + 1, last.month, last.date) : day;
}

export interface Bounds {
  readonly first: Day;
  readonly last: Day;
}

/** First and last day the heading names, by range or by week number; null when it names none. */
export function boundsOf(heading: HeadingReading, year: number | null): Bounds | null {
  if (year === null) return null;
  if (heading.from && heading.to) return rangeBounds(heading.from, heading.to, year);
  if (heading.week === undefined) return null;
  const monday = mondayOf({ year, week: heading.week });
  return { first: monday, last: addDays(monday, 6) };
}

function rangeBounds(from: PrintedDay, to: PrintedDay, year: number): Bounds | null {
  const last = dayOf(to.year ?? year, to.month, to.date);
  const lastYearOf = last ? dayParts(last).year : year;
  const isAcross = from.month > to.month;
  const first = dayOf(from.year ?? (isAcross ? lastYearOf - 1 : lastYearOf), from.month, from.date);
  return first && last && first <= last ? { first, last } : null;
}

function placeIn(day: PrintedDay, year: number, bounds: Bounds | null): Day | null {
  const within = [year, year - 1, year + 1]
    .map((candidate) => dayOf(candidate, day.month, day.date))
    .find(
      (candidate) => candidate !== null && bounds !== null && candidate >= bounds.first && candidate <= bounds.last,
    );
  return within ?? dayOf(year, day.month, day.date);
}

function weekdayWithin(weekday: number, near: Day | null): Day | null {
  return near === null ? null : addDays(mondayOf(weekOf(near)), weekday - 1);
}
