import { fold } from "../../shared/kit/fold.ts";
import { type Minute, minutesPerDay } from "../../shared/kit/minute.ts";

/** What was typed into an hour field: an hour, or a range of two. */
export type HourEntry = { readonly startMin: Minute; readonly endMin: Minute | null };

/**
 * An hour as officers type it: "14h30", "14:30", "14.30", "1430", "14 giờ 30", "14h", "14", "2 giờ chiều", "7h rưỡi",
 * "2:30 pm". Null when it is no hour of the day; one digit of minutes ("14h3") is unfinished, not 14:03. "24:00" is the
 * end of the day.
 */
export function parseHour(text: string): Minute | null {
  const folded = fold(text).trim();
  const parts = compactShape.exec(folded) ?? spokenShape.exec(folded);
  if (!parts?.groups) return null;
  const { hour = "", minute, half, part } = parts.groups;
  const hourOfDay = inPartOfDay(Number(hour), part ?? null);
  const minutes = half ? 30 : Number(minute ?? 0);
  if (hourOfDay === null || minutes > 59) return null;
  const total = hourOfDay * 60 + minutes;
  return total <= minutesPerDay ? (total as Minute) : null;
}

/**
 * An hour or a range: "14h30 - 16h", "8-10h", "từ 14 giờ đến 16 giờ 30". A part of the day said once, at the end, is
 * meant for both where that makes a range ("2-4 giờ chiều"). Null when either half cannot be read.
 */
export function parseHourEntry(text: string): HourEntry | null {
  const tidy = text
    .normalize("NFC")
    .trim()
    .toLowerCase()
    .replace(/^(?:từ|lúc|vào lúc)\s+/u, "");
  const halves = rangeShape.exec(tidy);
  const single = parseHour(tidy);
  if (!halves) return single === null ? null : { startMin: single, endMin: null };
  const [, first = "", second = ""] = halves;
  const endMin = parseHour(second);
  const startMin = startBefore(first, second, endMin);
  return startMin === null || endMin === null ? null : { startMin, endMin };
}

const partOfDay = String.raw`(?:\s*(?<part>sang|trua|chieu|toi|dem|am|pm))?`;
const compactShape = new RegExp(String.raw`^(?<hour>\d{1,2})(?<minute>\d{2})(?:h|g)?${partOfDay}$`);
const spokenShape = new RegExp(
  String.raw`^(?<hour>\d{1,2})(?:\s*(?:h|g|gio|:|\.|\s)\s*(?:(?<minute>\d{2})\s*(?:'|’|p|ph|phut)?|(?<half>ruoi))?)?${partOfDay}$`,
);
// "tới" (until) and "tối" (evening) are one word without marks: the joint is looked for before the marks are taken away.
const rangeShape = /^(.*\S)\s*(?:-|–|—|~|→|đến|tới|den)\s*(\S.*)$/u;

function startBefore(first: string, second: string, endMin: Minute | null): Minute | null {
  const alone = parseHour(first);
  const part = /\p{L}+$/u.exec(second.trim())?.[0] ?? "";
  const shared = parseHour(`${first} ${part}`);
  const isRange = shared !== null && endMin !== null && shared < endMin;
  return isRange && alone !== null && shared > alone ? shared : alone;
}

/** The hour on the 24-hour clock; null when hour and part of the day contradict each other ("14 giờ sáng"). */
function inPartOfDay(hour: number, part: string | null): number | null {
  switch (part) {
    case null:
      return hour;
    case "sang":
      return hour < 12 ? hour : null;
    case "am":
      return hour <= 12 ? hour % 12 : null;
    case "trua":
      return hour >= 1 && hour <= 2 ? hour + 12 : hour >= 10 && hour <= 14 ? hour : null;
    case "pm":
      return hour >= 1 && hour <= 12 ? (hour % 12) + 12 : hour < 24 ? hour : null;
    // Afternoon, evening, night: twelve at night is another day's, so it is asked again.
    default:
      return hour >= 1 && hour < 12 ? hour + 12 : hour > 12 && hour <= 24 ? hour : null;
  }
}
