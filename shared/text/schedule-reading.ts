/**
 * Reads the schedules Vietnamese offices publish. What is promised: items in the order they are printed, each field with the
 * stretch of the text it came from, nothing added that is not printed, and a doubt wherever a choice had to be made.
 */
import type { Day } from "../kit/day.ts";
import { tidySpaces } from "../kit/fold.ts";
import { itemsOf, type SayDoubt, type Surroundings } from "./assemble.ts";
import type { DayWords } from "./day-words.ts";
import { type EntryReading, readEntry } from "./entry-reading.ts";
import type { HeadingReading } from "./heading.ts";
import { readLayout } from "./layout.ts";
import { readLines } from "./lines.ts";
import type { Doubt, ReadItem } from "./read-item.ts";
import { sayAmbiguous, sayRepeats, sayYear } from "./review.ts";
import { ownLevelOf } from "./roles.ts";
import { readSource } from "./source.ts";
import { chooseYear, type YearChoice, yearsSpokenOf } from "./year.ts";

export interface ScheduleReading {
  readonly items: readonly ReadItem[];
  readonly doubts: readonly Doubt[];
  /** What the text says of itself above its first day; a number or day that is not printed is missing. */
  readonly heading: Readonly<HeadingReading>;
}

/** Longer texts are read up to here, with a doubt "text-cut". Units: UTF-16 units; a year of schedules is about a third. */
export const scheduleCharsMax = 2_000_000;

/** More entries than the year of three offices has are left out, with the same doubt. */
export const scheduleItemsMax = 20_000;

/** Nobody goes through more; the rest is left out without a word. */
export const scheduleDoubtsMax = 2_000;

/**
 * Reads a schedule: running text by day, tables (tabs, bars, one paragraph a cell, a column a day), numbered lists, notices.
 * Never throws; a text that is no schedule gives no items and the doubt "nothing-read". Time grows linearly with the text.
 * `year` is the year of days printed without one where the heading has none; without it the year is told from weekdays.
 * Conventions of the result: as the schedules kept for testing have them (`test/schedules/README.md`).
 */
export function readSchedule(text: string, options: { readonly year?: number } = {}): ScheduleReading {
  const original = text.slice(0, scheduleCharsMax);
  const source = readSource(original);
  const layout = readLayout(source, readLines(source));
  const doubts: Doubt[] = [];
  const say: SayDoubt = (code, line, { words, span }, candidates) => {
    if (doubts.length < scheduleDoubtsMax)
      doubts.push({ line, code, text: words.slice(0, 200), span, ...(candidates ? { candidates } : {}) });
  };
  const all = { from: 0, to: original.length };
  if (text.length > scheduleCharsMax || layout.entries.length > scheduleItemsMax)
    say("text-cut", 1, { words: "", span: all });
  const ownLevel = ownLevelOf(source.low);
  const reads = layout.entries.slice(0, scheduleItemsMax).map((entry) => readEntry(source, entry, ownLevel));
  const days = reads.flatMap(({ day }) => (day ? [day.value] : []));
  const choice = choose(layout.heading, days, source.low, options.year);
  const around = { source, original, heading: layout.heading, year: choice.year, say };
  const items = withRanks(inOrder(reads, around));
  if (choice.candidates.length > 0) sayYear(choice, reads[0]?.day?.span ?? all, say, original);
  for (const line of layout.unread) {
    const span = source.toOriginal(line);
    say("unread-line", line.number, { words: tidySpaces(original.slice(span.from, span.to)), span });
  }
  sayRepeats(items, say);
  for (const item of items) sayAmbiguous(item, say);
  if (items.length === 0) say("nothing-read", 1, { words: tidySpaces(original.slice(0, 400)), span: all });
  return { items, doubts: doubts.toSorted((a, b) => a.line - b.line), heading: layout.heading };
}

/** One after the other: a weekday without a date lies in the week of the item before. */
function inOrder(reads: readonly EntryReading[], around: Omit<Surroundings, "near">): ReadItem[] {
  let near: Day | null = null;
  return reads.flatMap((read) => {
    const items: ReadItem[] = itemsOf(read, { ...around, near });
    near = items.at(-1)?.date ?? near;
    return items;
  });
}

function choose(
  heading: HeadingReading,
  days: readonly DayWords[],
  low: string,
  given: number | undefined,
): YearChoice {
  const spoken = yearsSpokenOf(low);
  return chooseYear(heading, days, given === undefined ? { spoken } : { given, spoken });
}

/** Numbers the items that share a line; the days of a repeated item are one of them. */
function withRanks(items: readonly ReadItem[]): ReadItem[] {
  const isStart = (item: ReadItem, index: number) => !item.series || items[index - 1]?.series !== item.series;
  const counts = Map.groupBy(items.filter(isStart), ({ line }) => line);
  const ranks = new Map<number, number>();
  return items.map((item, index) => {
    if ((counts.get(item.line)?.length ?? 0) < 2) return item;
    const rank = (ranks.get(item.line) ?? 0) + (isStart(item, index) ? 1 : 0);
    ranks.set(item.line, rank);
    return { ...item, item: rank };
  });
}
