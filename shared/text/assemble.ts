/** An entry as read → items: puts day and hour in their place, repeats what is repeated, and says what is doubtful. */

import { addDays, type Day, dayParts, daysBetween, weekdayOf } from "../kit/day.ts";
import { tidySpaces } from "../kit/fold.ts";
import { mondayOf, weekOf } from "../kit/week.ts";
import type { Printed } from "./clause-reading.ts";
import type { PrintedDay } from "./day-words.ts";
import type { EntryReading } from "./entry-reading.ts";
import type { HeadingReading } from "./heading.ts";
import type { HourWords } from "./hour.ts";
import { invitationDay } from "./invitation-day.ts";
import { type ItemTime, itemTimeOf } from "./item-time.ts";
import type { DoubtCode, ReadField, ReadItem } from "./read-item.ts";
import { readSource, type Source } from "./source.ts";
import type { Span, Words } from "./span.ts";
import { isDuty, isFiller } from "./verbs.ts";
import { type Bounds, boundsOf, resolveDay, resolveLast } from "./year.ts";

/** Says that something is doubtful: the words in question, and what they may mean where that is known. */
export type SayDoubt = (code: DoubtCode, line: number, words: Words, candidates?: readonly string[]) => void;

/** What holds for all items of one text. */
export interface Surroundings {
  readonly source: Source;
  readonly original: string;
  readonly heading: HeadingReading;
  readonly year: number | null;
  readonly say: SayDoubt;
  /** The day of the item before. */
  readonly near: Day | null;
}

/** The items of one entry: one, or one for each working day of a repeated line. */
export function itemsOf(read: EntryReading, around: Surroundings): ReadItem[] {
  const { entry, clause } = read;
  const date = dateOf(read, around);
  const time = timeOf(read, around);
  const title = titleOf(read, around);
  const item: ReadItem = {
    date,
    ...lastDateOf(read, date),
    ...{ start: time.start, end: time.end, session: time.session, title },
    chair: read.chair.map(({ words }) => words),
    participants: read.participants.map(({ words }) => words),
    location: kindOf(read) === "office" ? null : (clause.location?.words ?? null),
    preparing: clause.preparing.map(({ words }) => words),
    line: entry.line,
    ...extrasOf(read),
    ...announcedOf(read, date, around),
    spans: spansOf(read, time),
  };
  for (const words of clause.unread) around.say("unread-words", entry.line, words);
  const others = onOtherDays(read, item, around);
  if (others.length > 0) return others;
  return clause.everyWorkingDay && date !== null ? repeated(item, date, around) : [item];
}

function dateOf({ entry, day }: EntryReading, { heading, year, say, original, near }: Surroundings): Day | null {
  if (!day) {
    say("no-date", entry.line, wordsBehind(original, entry.topic?.span ?? { from: 0, to: 0 }));
    return null;
  }
  const date = resolveDay(day.value, year, heading, near);
  const words = wordsBehind(original, day.span);
  if (date === null) say(day.value.first && year !== null ? "no-such-date" : "no-date", entry.line, words);
  else checkDate(date, { words, line: entry.line, weekday: day.value.weekday, bounds: boundsOf(heading, year), say });
  return date;
}

interface DateCheck {
  readonly words: Words;
  readonly line: number;
  readonly weekday: number | undefined;
  readonly bounds: Bounds | null;
  readonly say: SayDoubt;
}

function checkDate(date: Day, { words, line, weekday, bounds, say }: DateCheck): void {
  if (weekday !== undefined && weekdayOf(date) !== weekday) say("weekday-mismatch", line, words, [date]);
  const isOutside = bounds !== null && (date < bounds.first || date > bounds.last);
  if (isOutside) say("date-outside-range", line, words, [date]);
}

function lastDateOf({ day, clause }: EntryReading, date: Day | null): { readonly lastDate?: Day } {
  if (!day || date === null) return {};
  const { last, weekday, lastWeekday } = day.value;
  const printed = last ?? lastDayIn(clause.titleLow, date);
  if (printed) {
    const lastDate = resolveLast(printed, date);
    return lastDate !== null && lastDate > date ? { lastDate } : {};
  }
  return weekday && lastWeekday ? { lastDate: addDays(date, lastWeekday - weekday) } : {};
}

const until =
  /từ (?:ngày )?(\d{1,2})[/.](\d{1,2})(?:[/.]20\d{2})?\s?(?:-|đến(?: hết)?)\s?(?:ngày )?(\d{1,2})[/.](\d{1,2})(?!\d)/u;
const untilEnd = /đến hết (?:ngày )?(\d{1,2})[/.](\d{1,2})(?!\d)/u;

/** "… từ ngày 12/11 đến hết ngày 14/11": a range in the title counts where it begins on the item's own day. */
function lastDayIn(titleLow: string, date: Day): PrintedDay | null {
  const range = until.exec(titleLow);
  const own = dayParts(date);
  if (range) {
    const begins = Number(range[1]) === own.date && Number(range[2]) === own.month;
    return begins ? { date: Number(range[3]), month: Number(range[4]) } : null;
  }
  const end = untilEnd.exec(titleLow);
  return end ? { date: Number(end[1]), month: Number(end[2]) } : null;
}

interface PrintedTime extends ItemTime {
  readonly hour: Printed<HourWords> | null;
  readonly sessionSpan: Span | null;
}

function timeOf({ entry, clause }: EntryReading, { say, original }: Surroundings): PrintedTime {
  const hour = entry.hour ?? clause.hour;
  const own = clause.session ?? entry.session;
  const time = itemTimeOf(hour?.value ?? null, own?.value ?? null, entry.sessionAbove?.value ?? null);
  if (time.isShifted && hour && time.start)
    say("hour-unclear", entry.line, wordsBehind(original, hour.span), [time.start]);
  const said = own ?? entry.sessionAbove;
  return { ...time, hour, sessionSpan: said && said.value === time.session ? said.span : null };
}

function titleOf({ entry, clause }: EntryReading, { say, original }: Surroundings): string {
  if (clause.title) return clause.title.words;
  const stand = clause.leaders[0] ?? entry.leaders[0] ?? clause.participants[0] ?? clause.location;
  const words = stand ?? wordsBehind(original, entry.hour?.span ?? entry.day?.span ?? { from: 0, to: 0 });
  say("no-title", entry.line, words);
  return words.words;
}

function announcedOf({ entry }: EntryReading, date: Day | null, { source }: Surroundings): Pick<ReadItem, "announced"> {
  if (date === null) return {};
  const pieces = [...entry.body, ...entry.cells.flatMap((cell) => cell.pieces)];
  const on = invitationDay(pieces.map(({ from, to }) => source.text.slice(from, to)).join("\n"), date);
  return on === null ? {} : { announced: { on, of: date } };
}

function kindOf({ clause }: EntryReading): "office" | "duty" | null {
  if (isFiller(clause.titleLow)) return "office";
  return isDuty(clause.titleLow) ? "duty" : null;
}

function extrasOf(read: EntryReading): Partial<ReadItem> {
  const { clause } = read;
  const kind = kindOf(read);
  const list = (words: readonly Words[]) => words.map((one) => one.words);
  return {
    ...(clause.support.length > 0 ? { support: list(clause.support) } : {}),
    ...(clause.notes.length > 0 ? { note: list(clause.notes).join("; ") } : {}),
    ...(clause.ref ? { ref: clause.ref.words } : {}),
    ...(clause.assembly ? { assembly: clause.assembly.words } : {}),
    ...(clause.points.length > 0 ? { points: list(clause.points) } : {}),
    ...(clause.proxy ? { proxy: true as const } : {}),
    ...(kind ? { kind } : {}),
  };
}

function spansOf(read: EntryReading, time: PrintedTime): ReadItem["spans"] {
  const { clause, day } = read;
  const spans = (words: readonly (Words | null)[]) => words.flatMap((one) => (one ? [one.span] : []));
  const hour = time.hour ? [time.hour.span] : [];
  const pieces: readonly (readonly [ReadField, readonly Span[]])[] = [
    ["date", day ? [day.span] : []],
    ["start", hour],
    ["end", time.end === null ? [] : hour],
    ["session", time.sessionSpan ? [time.sessionSpan] : hour],
    ["title", spans([clause.title])],
    ["chair", spans(read.chair)],
    ["participants", spans(read.participants)],
    ["location", kindOf(read) === "office" ? [] : spans([clause.location])],
    ["preparing", spans(clause.preparing)],
    ["support", spans(clause.support)],
    ["note", spans(clause.notes)],
    ["ref", spans([clause.ref])],
    ["assembly", spans([clause.assembly])],
    ["points", spans(clause.points)],
  ];
  return Object.fromEntries(pieces.filter(([, list]) => list.length > 0));
}

/** "ngày 03/11, 10/11, 24/11": an item each, in one series; none where a single day is printed. */
function onOtherDays({ day }: EntryReading, item: ReadItem, { heading, year, near }: Surroundings): ReadItem[] {
  if (!day?.value.others || item.date === null) return [];
  const { span, next } = day.value;
  const dates = day.value.others.map((first) => resolveDay({ first, span, next }, year, heading, near));
  const series = `${item.line}-${item.item ?? 1}`;
  return [item.date, ...dates.filter((date) => date !== null)].map((date) => ({ ...onDay(item, date), series }));
}

/** "tất cả các ngày làm việc trong tuần": Monday to Friday of the printed range, or of the item's week. */
function repeated(item: ReadItem, date: Day, { heading, year }: Surroundings): ReadItem[] {
  const monday = mondayOf(weekOf(date));
  const bounds = boundsOf(heading, year) ?? { first: monday, last: addDays(monday, 4) };
  const days = daysBetween(bounds.first, bounds.last).filter((day) => weekdayOf(day) <= 5);
  const series = `${item.line}-${item.item ?? 1}`;
  return days.length > 1 && days.length <= 31 ? days.map((day) => ({ ...onDay(item, day), series })) : [item];
}

/** One invitation says all the days of a line that is repeated. */
function onDay(item: ReadItem, date: Day): ReadItem {
  return { ...item, date, ...(item.announced && { announced: { ...item.announced, of: date } }) };
}

function wordsBehind(original: string, span: Span): Words {
  return { words: tidySpaces(readSource(original.slice(span.from, span.to)).text), span };
}
