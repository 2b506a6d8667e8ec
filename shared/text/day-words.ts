/**
 * Days as printed, before the year is known: `Thứ 2 (11/11/2019)`, `THỨ HAI 14/3`, `Thứ Hai, ngày 12/5/2025`, `T. Hai 02/9`,
 * `THỨ BẢY 11/01/2025 (nhằm 12/12 ÂL)`, `28/11 (thứ Ba)`, `ngày 16 tháng 11 năm 2026`, `Từ 11/9 – 13/9`, `CN`.
 */
import { readDayList } from "./day-list.ts";
import { matchAt, type Scope, skipBlanks } from "./scope.ts";
import type { Span } from "./span.ts";

export interface PrintedDay {
  readonly date: number;
  readonly month: number;
  readonly year?: number;
}

export interface DayWords {
  /** 1 = Monday … 7 = Sunday, when a weekday is printed. */
  readonly weekday?: number;
  /** "Thứ 7, CN": the last of several weekdays printed without dates. */
  readonly lastWeekday?: number;
  readonly first?: PrintedDay;
  /** The last day of a range. */
  readonly last?: PrintedDay;
  /** The further days of a list: "ngày 03/11, 10/11, 17/11". */
  readonly others?: readonly PrintedDay[];
  readonly span: Span;
  readonly next: number;
}

const weekdayPattern =
  /(?:(?:thứ|t\.)\s?(hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|t([2-7])|(chủ nhật|chúa nhật|cn))(?![\p{L}\d])/uy;
const weekdayByWord: Readonly<Record<string, number>> = {
  ...{ hai: 1, ba: 2, tư: 3, năm: 4, sáu: 5, bảy: 6, bẩy: 6 },
  ...{ "2": 1, "3": 2, "4": 3, "5": 4, "6": 5, "7": 6 },
};
const dayPrefix = /(?:(?:vào|trong|các|hết)\s)?(?:ngày|mùng|mồng)?\s?/uy;
const numbers =
  /(\d{1,2})(?:\s?\/\s?|[.-])(\d{1,2})(?:(?:\s?\/\s?|[.-])(20\d{2}|\d{2}(?![\d/:hg])))?(?![\d%])(?!\s?(?:h|g|giờ)(?!\p{L}))/uy;
const longForm = /(\d{1,2})\s?tháng\s?(\d{1,2})(?:\s?(?:năm|\/)\s?(20\d{2}))?(?!\d)/uy;
const rangeStart =
  /(?:từ\s)?(?:ngày\s)?(\d{1,2})\s?(?:-|đến|,|và)\s?(?:ngày\s)?(?=\d{1,2}\s?[/.-]\s?\d{1,2}(?![\dhg]))/uy;
const rangeJoint = /\s?(?:-|đến(?: hết)?|tới)\s?(?:ngày\s?)?(?=\d)/uy;
const rangePrefix = /từ\s/uy;
const lunar =
  /\s?\(?\s?(?:nhằm|tức)?\s?(?:ngày|mùng)?\s?\d{1,2}[/.-]\d{1,2}[^()\n]{0,20}?(?:âl|âm lịch|al)(?!\p{L})[^()\n]{0,12}\)?/uy;
const between = /[\s,:.(-]{0,4}/uy;

/**
 * Reads a weekday, a date or both at `at`, in either order, with a lunar date after it left out. Null when neither stands
 * there. "kỳ họp thứ hai" and "3/4 số phiếu" are for the caller to keep away: only ask where a day may begin.
 */
export function readDay(scope: Scope, at: number): DayWords | null {
  const before = readWeekday(scope, at);
  const gap = before ? (matchAt(scope, between, before.next)?.[0] ?? "") : "";
  const dates = readDates(scope, before ? before.next + gap.length : at);
  const first = dates ?? before;
  if (!first) return null;
  const second = before && !dates ? readSecondWeekday(scope, before) : null;
  if (second) return second;
  const after = before ? null : readWeekdayAfter(scope, first.next);
  const weekday = before?.weekday ?? after?.weekday;
  const to = after?.next ?? first.next;
  const closed = before && gap.includes("(") ? closeBracket(scope, to) : to;
  return {
    ...(weekday === undefined ? {} : { weekday }),
    ...(dates ? { first: dates.first } : {}),
    ...(dates?.last ? { last: dates.last } : {}),
    ...(dates?.others ? { others: dates.others } : {}),
    span: { from: at, to: closed },
    next: skipLunar(scope, closed),
  };
}

interface ReadWeekday {
  readonly weekday: number;
  readonly from: number;
  readonly next: number;
}

function readWeekday(scope: Scope, at: number): ReadWeekday | null {
  const found = matchAt(scope, weekdayPattern, at);
  if (!found) return null;
  const word = found[1] ?? found[2];
  return { weekday: word === undefined ? 7 : (weekdayByWord[word] ?? 7), from: at, next: at + found[0].length };
}

const bareWeekday = /(hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])(?![\p{L}\d/.-])/uy;

/** "Hai", "2": a weekday where the column says that it is one. */
export function readBareWeekday(scope: Scope, at: number): DayWords | null {
  const word = matchAt(scope, bareWeekday, at)?.[1];
  const weekday = word === undefined ? undefined : weekdayByWord[word];
  if (word === undefined || weekday === undefined) return null;
  return { weekday, span: { from: at, to: at + word.length }, next: at + word.length };
}

function readWeekdayAfter(scope: Scope, at: number): ReadWeekday | null {
  const start = skipBlanks(scope, at);
  const isOpen = scope.low[start] === "(";
  const found = readWeekday(scope, isOpen || scope.low[start] === "," ? skipBlanks(scope, start + 1) : start);
  if (!found || !isOpen) return found;
  const close = skipBlanks(scope, found.next);
  return scope.low[close] === ")" ? { ...found, next: close + 1 } : null;
}

const weekdayJoint = /\s?(?:,|-|và|\+|&|đến)\s?/uy;

function readSecondWeekday(scope: Scope, first: ReadWeekday): DayWords | null {
  const joint = matchAt(scope, weekdayJoint, first.next);
  const second = joint ? readWeekday(scope, first.next + joint[0].length) : null;
  if (!second || second.weekday <= first.weekday) return null;
  const span = { from: first.from, to: second.next };
  return { weekday: first.weekday, lastWeekday: second.weekday, span, next: second.next };
}

interface ReadDates {
  readonly first: PrintedDay;
  readonly last?: PrintedDay;
  readonly others?: readonly PrintedDay[];
  readonly next: number;
}

function readDates(scope: Scope, at: number): ReadDates | null {
  const from = at + (matchAt(scope, rangePrefix, at)?.[0].length ?? 0);
  return readList(scope, from) ?? readShortRange(scope, from) ?? readDateOrRange(scope, from);
}

function readList(scope: Scope, at: number): ReadDates | null {
  const list = readDayList(scope, at);
  const [first, ...others] = list?.days ?? [];
  return list && first ? { first, others, next: list.next } : null;
}

/** `11-13/9`, `16, 17/11`: the month is printed once. */
function readShortRange(scope: Scope, at: number): ReadDates | null {
  const start = matchAt(scope, rangeStart, at);
  if (!start) return null;
  const last = readDate(scope, at + start[0].length);
  const date = Number(start[1]);
  if (!last || date >= last.day.date) return null;
  return { first: { ...last.day, date }, last: last.day, next: last.next };
}

function readDateOrRange(scope: Scope, at: number): ReadDates | null {
  const first = readDate(scope, at);
  if (!first) return null;
  const joint = matchAt(scope, rangeJoint, first.next);
  const last = joint ? readDate(scope, first.next + joint[0].length) : null;
  if (!last) return { first: first.day, next: first.next };
  const isAcross = first.day.month > last.day.month;
  const year = first.day.year ?? (last.day.year === undefined ? undefined : last.day.year - (isAcross ? 1 : 0));
  return { first: year === undefined ? first.day : { ...first.day, year }, last: last.day, next: last.next };
}

function readDate(scope: Scope, at: number): { readonly day: PrintedDay; readonly next: number } | null {
  const prefix = matchAt(scope, dayPrefix, at)?.[0] ?? "";
  const from = at + prefix.length;
  const found = matchAt(scope, numbers, from) ?? matchAt(scope, longForm, from);
  if (!found) return null;
  const [date, month] = [Number(found[1]), Number(found[2])];
  if (date < 1 || date > 31 || month < 1 || month > 12) return null;
  const year = found[3] === undefined ? undefined : (Number(found[3]) % 2000) + 2000;
  return { day: { date, month, ...(year === undefined ? {} : { year }) }, next: from + found[0].length };
}

function closeBracket(scope: Scope, at: number): number {
  const close = skipBlanks(scope, at);
  return scope.low[close] === ")" ? close + 1 : at;
}

function skipLunar(scope: Scope, at: number): number {
  return at + (matchAt(scope, lunar, at)?.[0].length ?? 0);
}
