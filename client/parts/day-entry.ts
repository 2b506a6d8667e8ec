import { type Day, dayOf, dayParts, parseDay } from "../../shared/kit/day.ts";

/** A day as officers write it: "25/11/2026". */
export function dayToEntry(day: Day): string {
  const { year, month, date } = dayParts(day);
  return `${String(date).padStart(2, "0")}/${String(month).padStart(2, "0")}/${year}`;
}

/**
 * What was typed as a day: "25/11/2026", "25-11-26", "25.11", "25 11", and ISO "2026-11-25". Without a year it is the
 * year of `near`. Null when it is no day.
 */
export function entryToDay(text: string, near: Day): Day | null {
  const typed = text.trim();
  const iso = parseDay(typed);
  if (iso) return iso;
  const parts = /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?$/.exec(typed);
  if (!parts) return null;
  const year = parts[3] === undefined ? dayParts(near).year : Number(parts[3]);
  return dayOf(year < 100 ? 2000 + year : year, Number(parts[2]), Number(parts[1]));
}
