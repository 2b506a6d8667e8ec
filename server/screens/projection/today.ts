import { hanoiMinuteToMs } from "../../../shared/kit/hanoi.ts";
import { minutesPerDay } from "../../../shared/kit/minute.ts";
import type { Item } from "../../../shared/model/item.ts";
import type { TodayShow } from "../../../shared/protocol/screen-feed.ts";
import { spanOf } from "../../../shared/rules/span.ts";
import type { Language } from "../../../shared/text/overlap-phrases.ts";
import { screenWords } from "../../../shared/text/screen-words.ts";
import { dayToWords } from "../../../shared/text/when-words.ts";
import type { Held } from "./held.ts";
import { lineOf } from "./line.ts";
import type { MaskedBoard } from "./mask.ts";
import { epochMinOf, type Moment, midnightMs } from "./moment.ts";
import { standingOn } from "./standing.ts";

/**
 * What goes on now and what comes next today. Where no end is written, an item is taken to last as long as the overlaps
 * take it to (`spanOf`); what holds nobody, as a cancelled item or a duty, goes on at no time.
 */
export function todayShow(board: MaskedBoard, language: Language, at: Moment): Held<TodayShow> {
  const items = standingOn(board, at.today, at.today).get(at.today) ?? [];
  const stretches = items.map((item) => ({ item, ...todaysOf(board, item, at) }));
  const lines = (some: readonly { readonly item: Item }[]) =>
    some.map(({ item }) => lineOf(board, item, { day: at.today, language }));
  const borders = stretches.flatMap(({ fromMin, toMin }) => [fromMin, toMin]).filter((minute) => minute > at.epochMin);
  return {
    show: {
      of: "today",
      title: screenWords[language].today(dayToWords(at.today, language)),
      now: lines(stretches.filter(({ fromMin, toMin }) => fromMin <= at.epochMin && at.epochMin < toMin)),
      next: lines(stretches.filter(({ fromMin }) => fromMin > at.epochMin)),
    },
    untilMs: Math.min(midnightMs(at), ...borders.map(hanoiMinuteToMs)),
  };
}

/** The stretch that is going on, or the next of today; one that is over when there is none. */
function todaysOf(board: MaskedBoard, item: Item, { today, epochMin }: Moment) {
  const midnight = epochMinOf(today, minutesPerDay);
  const { stretches } = spanOf(item, board.index.directory.lengths);
  const coming = stretches.find(({ fromMin, toMin }) => toMin > epochMin && fromMin < midnight);
  return coming ?? { fromMin: 0, toMin: 0 };
}
