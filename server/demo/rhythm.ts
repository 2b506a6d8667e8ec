import { addDays, type Day, dayParts, daysBetween } from "../../shared/kit/day.ts";
import { parseMinute } from "../../shared/kit/minute.ts";
import type { Week } from "../../shared/kit/week.ts";
import type { PlacedWhen } from "../../shared/model/when.ts";
import type { Calendar } from "../../shared/rules/calendar.ts";

/** When something recurs; the day before it is moved off days that are not worked. */
export type Recurrence =
  | { readonly every: "week"; readonly weekday: number; readonly weeks?: "even" | "odd" }
  | { readonly every: "month"; readonly date: number; readonly months?: readonly number[] }
  | { readonly every: "year"; readonly month: number; readonly date: number };

/**
 * The day of this week on which something recurs, null in a week without it. What would fall on a day off is held on
 * the next working day, as receptions of citizens are; a weekly one that would leave its week is left out, and an
 * anniversary keeps its day.
 */
export function recurrenceDay(
  recurrence: Recurrence,
  week: Week & { days: readonly Day[] },
  calendar: Calendar,
): Day | null {
  const [monday] = week.days;
  const sunday = week.days.at(-1);
  if (!monday || !sunday) return null;
  // Ten days back reach over the longest break, Tết with its week-ends.
  const from = recurrence.every === "week" ? monday : addDays(monday, -10);
  for (const target of daysBetween(from, sunday)) {
    if (!fallsOn(recurrence, target, week, monday)) continue;
    const day = recurrence.every === "year" ? target : nextWorkday(target, calendar);
    if (day !== null && week.days.includes(day)) return day;
  }
  return null;
}

/** "08:00", "08:00-09:00" or "3 days" as the time of an item that begins on a day; anything else is the bare day. */
export function hoursOn(hours: string, day: Day): PlacedWhen {
  const days = /^(\d) days$/.exec(hours);
  if (days) return { horizon: "day", day, lastDay: addDays(day, Number(days[1]) - 1) };
  const [start = "", end = ""] = hours.split("-");
  const startMin = parseMinute(start);
  const endMin = parseMinute(end);
  if (startMin === null) return { horizon: "day", day };
  return { horizon: "time", day, startMin, ...(endMin !== null && { endMin }) };
}

function fallsOn(recurrence: Recurrence, day: Day, week: Week, monday: Day): boolean {
  const { date, month } = dayParts(day);
  switch (recurrence.every) {
    case "year":
      return date === recurrence.date && month === recurrence.month;
    case "month":
      return date === recurrence.date && (recurrence.months?.includes(month) ?? true);
    case "week": {
      const parity = week.week % 2 === 0 ? "even" : "odd";
      return day === addDays(monday, recurrence.weekday - 1) && (recurrence.weeks ?? parity) === parity;
    }
  }
}

function nextWorkday(day: Day, calendar: Calendar): Day | null {
  return daysBetween(day, addDays(day, 14)).find(calendar.isWorkday) ?? null;
}
