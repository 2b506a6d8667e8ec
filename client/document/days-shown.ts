import { addDays, type Day, dayParts, weekdayOf } from "../../shared/kit/day.ts";
import { daysOfWeek } from "../../shared/kit/week.ts";
import { monthBounds } from "../../shared/model/when.ts";
import type { Place } from "../place.ts";

/** The days a place shows: what is counted, listed and kept open. */
export function daysShown(place: Place): Day[] {
  switch (place.view) {
    case "week":
      return daysOfWeek(place.week);
    case "month": {
      const bounds = monthBounds(`${place.year}-${String(place.month).padStart(2, "0")}`);
      return bounds ? monthGridDays(bounds.first, bounds.last) : [];
    }
    case "directory":
    case "minutes":
    case "screens":
      return [];
  }
}

/** The calendar years a span of days touches: the programmes that must be open. A week across New Year has two. */
export function yearsOf(days: readonly Day[]): number[] {
  return [...new Set(days.map((day) => dayParts(day).year))];
}

/** The month grid's days: whole weeks, Monday first, that hold a month. */
export function monthGridDays(first: Day, last: Day): Day[] {
  const start = addDays(first, 1 - weekdayOf(first));
  const days: Day[] = [];
  for (let day = start; day <= last || weekdayOf(day) !== 1; day = addDays(day, 1)) days.push(day);
  return days;
}
