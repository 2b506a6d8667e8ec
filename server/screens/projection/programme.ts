import { addDays, type Day, weekdayOf } from "../../../shared/kit/day.ts";
import { hanoiMinuteToMs } from "../../../shared/kit/hanoi.ts";
import { weekOf } from "../../../shared/kit/week.ts";
import type { Item } from "../../../shared/model/item.ts";
import type { Show } from "../../../shared/model/screen.ts";
import { isPlaced, type Session, sessionOfMinute } from "../../../shared/model/when.ts";
import type { Part, ProgrammeShow } from "../../../shared/protocol/screen-feed.ts";
import type { Language } from "../../../shared/text/overlap-phrases.ts";
import { screenWords } from "../../../shared/text/screen-words.ts";
import { dayToWords, sessionNames } from "../../../shared/text/when-words.ts";
import type { Held } from "./held.ts";
import { lineOf } from "./line.ts";
import type { MaskedBoard } from "./mask.ts";
import { epochMinOf, type Moment, midnightMs } from "./moment.ts";
import { sessionOn, standingOn } from "./standing.ts";

type Wish = { readonly day: Day; readonly by: Show["by"]; readonly language: Language };

const halves = ["morning", "afternoon", "evening"] as const;
type Half = (typeof halves)[number];
/** When each half of a day is over, as a minute of the day. */
const borders = [12 * 60, 18 * 60] as const;

/** The week in which `day` lies, part by part. */
export function programmeShow(board: MaskedBoard, { day, by, language }: Wish, at: Moment): Held<ProgrammeShow> {
  const monday = addDays(day, 1 - weekdayOf(day));
  const standing = standingOn(board, monday, addDays(monday, 6));
  const parts = [...standing].flatMap(([one, items]) =>
    by === "day" ? [wholeDay(one, items)] : halves.flatMap((half) => halfDay(one, half, items)),
  );
  const nowKey = by === "day" ? at.today : `${at.today}/${sessionOfMinute(at.minute)}`;
  const now = parts.findIndex(({ key }) => key === nowKey);
  return {
    show: {
      of: "programme",
      title: screenWords[language].programme(weekOf(day).week),
      parts,
      now: now === -1 ? null : now,
    },
    untilMs: by === "day" ? midnightMs(at) : nextBorderMs(at),
  };

  function wholeDay(one: Day, items: readonly Item[]): Part {
    const lines = items.map((item) => lineOf(board, item, { day: one, language }));
    return { key: one, title: dayToWords(one, language), day: one, lines };
  }

  /** What takes all day stands in its morning and afternoon; an evening is there when something is. */
  function halfDay(one: Day, half: Half, items: readonly Item[]): Part[] {
    const here = items.filter((item) => isIn(item, one, half));
    if (half === "evening" && here.length === 0) return [];
    const lines = here.map((item) => {
      const line = lineOf(board, item, { day: one, language });
      return half === "afternoon" && isAllDay(item, one) ? { ...line, key: `${line.key}/2` } : line;
    });
    const title = `${dayToWords(one, language)} · ${sessionNames[language][half]}`;
    return [{ key: `${one}/${half}`, title, day: one, lines }];
  }
}

function nextBorderMs(at: Moment): number {
  const next = borders.find((minute) => minute > at.minute);
  return next === undefined ? midnightMs(at) : hanoiMinuteToMs(epochMinOf(at.today, next));
}

function isAllDay({ when }: Item, day: Day): boolean {
  return isPlaced(when) && sessionOn(when, day) === "allday";
}

function isIn({ when }: Item, day: Day, half: Half): boolean {
  if (!isPlaced(when)) return false;
  const session: Session = sessionOn(when, day);
  return session === half || (session === "allday" && half !== "evening");
}
