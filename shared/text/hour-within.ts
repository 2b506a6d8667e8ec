/** An hour that stands inside a typed line: "Họp Ban Thường vụ lúc 14h, đ/c An chủ trì", "Chào cờ, 7h30". */
import { type HourWords, readHour } from "./hour.ts";
import { matchAt, type Scope } from "./scope.ts";
import { bracketsOf } from "./sentence.ts";
import type { Span } from "./span.ts";

/** The hour, and what stands before and behind it. */
export interface HourWithin {
  readonly hour: HourWords;
  readonly around: readonly Span[];
}

/** Nothing is planned earlier; "họp 2 giờ" is how long. */
const earliestMin = 6 * 60;
const start = /(?<![\p{L}\d.,:/-])(?:(?:vào lúc|vào|lúc|bắt đầu(?: từ| lúc)?|từ) )?(?=\d{1,2}\s?(?:h|g|:|giờ|-))/gu;
/** Words before an hour that is no hour of beginning: "trước 10h", "trong 24h". */
const otherwise =
  /(?:trước|sau|trong|vòng|quá|hơn|dưới|suốt|trực|đến|mỗi|số|tập trung|có mặt|xuất phát)(?: từ| lúc| vào)? $/u;

/**
 * The only hour between `at` and the end, outside brackets. Null where there is none or more than one: which of two is meant, a
 * reader cannot know.
 */
export function readHourWithin(scope: Scope, at: number): HourWithin | null {
  const end = scope.low.length;
  const brackets = bracketsOf(scope, { from: at, to: end });
  const found: { readonly from: number; readonly hour: HourWords }[] = [];
  start.lastIndex = at;
  for (let opened = start.exec(scope.low); opened; opened = start.exec(scope.low)) {
    const from = opened.index;
    const hour = readHour(scope, from + opened[0].length);
    start.lastIndex = Math.max(hour?.next ?? 0, from + opened[0].length, from + 1);
    if (hour) found.push({ from, hour });
  }
  const [only, ...others] = found;
  if (!only || others.length > 0 || only.hour.startMin < earliestMin) return null;
  const isInside = brackets.some(({ from, to }) => from < only.from && only.from < to);
  if (isInside || otherwise.test(scope.low.slice(Math.max(0, only.from - 24), only.from))) return null;
  const next = only.hour.next + (matchAt(scope, /\s?,/uy, only.hour.next)?.[0].length ?? 0);
  const around = [
    { from: at, to: only.from },
    { from: next, to: end },
  ];
  return { hour: only.hour, around: around.filter(({ from, to }) => scope.low.slice(from, to).trim() !== "") };
}
