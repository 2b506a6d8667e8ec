/** Several days printed in a row: "ngày 03/11, 10/11 và 24/11/2026", "các ngày 05, 12, 19/11". */
import type { PrintedDay } from "./day-words.ts";
import { matchAt, type Scope } from "./scope.ts";

export interface DayList {
  /** In the order they are printed; at least two. */
  readonly days: readonly PrintedDay[];
  readonly next: number;
}

const prefix = /(?:(?:vào|trong)\s)?(?:các\s)?(?:ngày\s)?/uy;
const list =
  /(?:\d{1,2}(?:\s?\/\s?\d{1,2}(?:\s?\/\s?20\d{2})?)?\s?(?:,\s?(?:và\s)?|và\s)(?:ngày\s)?){1,30}\d{1,2}\s?\/\s?\d{1,2}(?:\s?\/\s?20\d{2})?(?![\d/:hg])/uy;
const day = /(\d{1,2})(?:\s?\/\s?(\d{1,2})(?:\s?\/\s?(20\d{2}))?)?/gu;

/**
 * Reads a list of days at `at`; a month and a year printed once hold for the days before them. Null where there is none, or
 * only a pair like "16, 17/11", which is one stretch of two days.
 */
export function readDayList(scope: Scope, at: number): DayList | null {
  const from = at + (matchAt(scope, prefix, at)?.[0].length ?? 0);
  const words = matchAt(scope, list, from)?.[0];
  if (words === undefined) return null;
  const printed = [...words.matchAll(day)].map(([, date, month, year]) => ({ date, month, year }));
  if (printed.length === 2 && printed[0]?.month === undefined) return null;
  let [month, year]: [string | undefined, string | undefined] = [undefined, undefined];
  const days = printed.toReversed().map((each) => {
    month = each.month ?? month;
    year = each.year ?? year;
    return { date: Number(each.date), month: Number(month), ...(year === undefined ? {} : { year: Number(year) }) };
  });
  const isSound = days.every(({ date, month }) => date >= 1 && date <= 31 && month >= 1 && month <= 12);
  return isSound ? { days: days.reverse(), next: from + words.length } : null;
}
