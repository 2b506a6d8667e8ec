/**
 * Hours as offices print them: `8h30` `8h` `07g30` `8h00'` `09'00` `08:00` `8 giờ` `7 giờ 30’` `13 giờ 30` `7 giờ 30 phút`
 * `8 giờ rưỡi` `2 giờ chiều` `(8h30)` `Từ 8 giờ 00`, and ranges `14h00-16h30`, `8-10h`, `07 giờ 00’ đến 08 giờ 00’`.
 */
import { type Minute, minutesPerDay } from "../kit/minute.ts";
import { matchAt, type Scope } from "./scope.ts";
import type { Span } from "./span.ts";

export interface HourWords {
  readonly startMin: Minute;
  /** Null unless printed: a length is never invented. */
  readonly endMin: Minute | null;
  /** In the scope it was read from. */
  readonly span: Span;
  /** Where reading goes on. */
  readonly next: number;
}

/**
 * `h`, `g` and `:` stand tight at their digits or before a blank; a number before "/" is a date, not minutes. "8h5" is neither
 * surely five past nor half past with a digit left out, so it is no hour.
 */
const minutes = String.raw`(?:\s?(\d{2})(?![\d/])(?!\s?[./-]\s?\d{1,2}[./-]\d)(?:\s?(?:'|phút(?!\p{L})|p(?![\p{L}.])))?|\s(rưỡi)(?!\p{L})|')?`;
const clock = new RegExp(
  String.raw`(\d{1,2})(?:\s?(?:h|g)\.?(?!\p{L}|\d(?!\d))${minutes}|\s?giờ(?!\p{L})'?${minutes}|[:'](\d{2})(?!\d)'?|\.(\d{2})\s?h(?!\p{L}))`,
  "uy",
);
const prefix = /\(?\s?(?:(?:vào lúc|lúc|vào|từ|bắt đầu(?: từ| lúc)?|đúng|khoảng)\s)?/uy;
const joint = /\s?(?:-|~|đến|tới)\s?/uy;
const shortRange = /(\d{1,2})\s?-\s?(?=\d{1,2}\s?(?:h|g|giờ)(?!\p{L}))/uy;
const halfOfDay = /\s?(sáng|trưa|chiều|tối|đêm|am|pm)(?!\p{L})/uy;
const closing = /\s?\)/uy;

/** Reads an hour or a range of hours that stands at `at`; null when none does or when it is no time of day. */
export function readHour(scope: Scope, at: number): HourWords | null {
  const opened = matchAt(scope, prefix, at)?.[0] ?? "";
  const from = at + opened.length;
  const first = readFirst(scope, from);
  if (!first) return null;
  const second = readSecond(scope, first);
  const to = second?.to ?? first.to;
  const close = opened.startsWith("(") ? (matchAt(scope, closing, to)?.[0].length ?? 0) : 0;
  const span = { from, to };
  return { startMin: first.minute, endMin: second?.minute ?? null, span, next: to + close };
}

/** True where an hour ends just before `at` (blanks aside): a dash after it goes on to a second hour. */
export function endsWithHour(scope: Scope, at: number): boolean {
  return /(?:\d\s?(?:h|g|giờ|'|phút)|(?:h|g|:|giờ)\s?\d{2}'?)\s*$/u.test(scope.low.slice(Math.max(0, at - 16), at));
}

interface ClockTime {
  readonly minute: Minute;
  readonly to: number;
}

function readFirst(scope: Scope, at: number): ClockTime | null {
  const short = matchAt(scope, shortRange, at);
  const hour = Number(short?.[1]);
  if (short && hour < 24) return { minute: (hour * 60) as Minute, to: at + (short[1]?.length ?? 0) };
  return readClock(scope, at);
}

/** The end of a range. An end that is not after the start is left unread: the start is the surer half. */
function readSecond(scope: Scope, first: ClockTime): ClockTime | null {
  const between = matchAt(scope, joint, first.to);
  const second = between ? readClock(scope, first.to + between[0].length) : null;
  return second && second.minute > first.minute ? second : null;
}

function readClock(scope: Scope, at: number): ClockTime | null {
  if (/[\d.,:/]/.test(scope.low[at - 1] ?? " ")) return null;
  const found = matchAt(scope, clock, at);
  if (!found) return null;
  const half = found[3] ?? found[5];
  const minute = half ? 30 : Number(found[2] ?? found[4] ?? found[6] ?? found[7] ?? 0);
  const to = at + found[0].length;
  const later = matchAt(scope, halfOfDay, to);
  const hour = hourOfDay(Number(found[1]), later?.[1]);
  const total = hour * 60 + minute;
  if (minute > 59 || total > minutesPerDay) return null;
  return { minute: total as Minute, to: to + (later?.[0].length ?? 0) };
}

function hourOfDay(hour: number, half: string | undefined): number {
  const isLater = half === "chiều" || half === "tối" || half === "đêm" || half === "pm";
  return isLater && hour >= 1 && hour < 12 ? hour + 12 : hour;
}
