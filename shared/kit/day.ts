import { assert } from "./assert.ts";
import type { Brand } from "./brand.ts";

/** A calendar day without zone, `YYYY-MM-DD` (ISO 8601). Days compare and sort as text. */
export type Day = Brand<string, "Day">;

const shape = /^\d{4}-\d{2}-\d{2}$/;
const msPerDay = 86_400_000;

/**
 * "2026-11-21" → a Day; null when the text is not a day that exists. By arithmetic, without a Date: opening a year of
 * 10,000 items checks 30,000 days, and a Date each was half of that time.
 */
export function parseDay(text: string): Day | null {
  if (!shape.test(text)) return null;
  return isDate(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))) ? (text as Day) : null;
}

/** Year, month 1–12 and day of the month → a Day; null when there is no such day (31 June, 29 February 2026). */
export function dayOf(year: number, month: number, date: number): Day | null {
  return isDate(year, month, date) ? epochDayToDay(Date.UTC(year, month - 1, date) / msPerDay) : null;
}

/**
 * Whole days since 1970-01-01; the unit for arithmetic. By arithmetic, too: every rule asks it of every item. Years are
 * counted from March, so that the leap day is the last of its year.
 */
export function dayToEpochDay(day: Day): number {
  const month = digits(day, 5, 7);
  const year = digits(day, 0, 4) - (month <= 2 ? 1 : 0);
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + digits(day, 8, 10) - 1;
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + ofYear - 719_468;
}

function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) number = number * 10 + text.charCodeAt(at) - 48;
  return number;
}

/** The inverse of {@link dayToEpochDay}. Throws on a number that is not whole. */
export function epochDayToDay(epochDay: number): Day {
  assert(Number.isInteger(epochDay), `epoch day ${epochDay} is not whole`);
  return new Date(epochDay * msPerDay).toISOString().slice(0, 10) as Day;
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return epochDayToDay(dayToEpochDay(day) + count);
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekdayOf(day: Day): number {
  const fromThursday = dayToEpochDay(day) + 3;
  return (((fromThursday % 7) + 7) % 7) + 1;
}

/** Year, month 1–12 and day of the month of a Day. */
export function dayParts(day: Day): { readonly year: number; readonly month: number; readonly date: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) };
}

/** Every day from `first` to `last`, both included; empty when `last` is before `first`. */
export function daysBetween(first: Day, last: Day): Day[] {
  const start = dayToEpochDay(first);
  const length = dayToEpochDay(last) - start + 1;
  return Array.from({ length: Math.max(0, length) }, (_, step) => epochDayToDay(start + step));
}

function isDate(year: number, month: number, date: number): boolean {
  const isWhole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(date);
  return isWhole && year >= 1900 && year <= 2199 && month >= 1 && date >= 1 && date <= daysInMonth(year, month);
}

/** 0 for a month that does not exist. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
