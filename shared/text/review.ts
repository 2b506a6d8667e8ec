/** Doubts that show only when all items are read: a matter printed twice, an abbreviation with two meanings, a year chosen. */
import { tidySpaces } from "../kit/fold.ts";
import { findAmbiguous } from "./abbreviations.ts";
import type { SayDoubt } from "./assemble.ts";
import type { ReadItem } from "./read-item.ts";
import { lowText } from "./source.ts";
import type { Span } from "./span.ts";
import type { YearChoice } from "./year.ts";

/** Names an item that stands a second time at the same hour of the same day; two fillers are no repeat. */
export function sayRepeats(items: readonly ReadItem[], say: SayDoubt): void {
  const seen = new Set<string>();
  for (const item of items) {
    const key = [item.date, item.start, item.session, lowText(item.title), item.series ?? ""].join("|");
    const span = item.spans.title?.[0];
    if (seen.has(key) && span && !item.kind && item.date) say("duplicate-item", item.line, { words: item.title, span });
    seen.add(key);
  }
}

/** Names each ambiguous abbreviation of an item's fields, once an item. */
export function sayAmbiguous(item: ReadItem, say: SayDoubt): void {
  const fields = [
    { words: [item.title], spans: item.spans.title },
    { words: item.chair, spans: item.spans.chair },
    { words: item.participants, spans: item.spans.participants },
    { words: item.location ? [item.location] : [], spans: item.spans.location },
    { words: item.preparing, spans: item.spans.preparing },
  ];
  const said = new Set<string>();
  for (const { words, spans } of fields) {
    words.forEach((one, index) => {
      for (const { word, meanings } of findAmbiguous(one)) {
        const span = spans?.[index] ?? spans?.[0];
        if (!span || said.has(word)) continue;
        said.add(word);
        say("ambiguous-abbreviation", item.line, { words: word, span }, meanings);
      }
    });
  }
}

/** Names the years that fit as well as the one chosen from the weekdays. */
export function sayYear(choice: YearChoice, span: Span, say: SayDoubt, original: string): void {
  const words = tidySpaces(original.slice(span.from, Math.min(span.to, span.from + 200)));
  say("year-assumed", 1, { words, span }, choice.candidates.map(String));
}
