import { addDays, type Day, daysBetween, dayToEpochDay } from "../kit/day.ts";
import type { Minute } from "../kit/minute.ts";
import type { Length } from "../model/directory.ts";
import type { Item } from "../model/item.ts";
import { type SlotSearch, searchDaysMax } from "../model/slot.ts";
import { isPlaced, type PlacedWhen, type Session, sessionOf, sessionOfMinute } from "../model/when.ts";
import type { Calendar } from "./calendar.ts";
import { spanOf } from "./span.ts";

type Timed = Extract<PlacedWhen, { horizon: "time" }>;

/** One time to try, with the session it lies in. */
export type Start = { readonly when: Timed; readonly session: Exclude<Session, "allday"> };

/** When things begin in a session, every half hour, and by when they should be over. */
const hours = {
  morning: { first: 7 * 60 + 30, last: 11 * 60, end: 12 * 60 },
  afternoon: { first: 13 * 60 + 30, last: 16 * 60 + 30, end: 18 * 60 },
  evening: { first: 18 * 60, last: 20 * 60, end: 22 * 60 },
} as const;
const stepMin = 30;

/** The times worth trying: working days of the range (all its days where none is), the usual hours of its sessions. */
export function startsOf(search: SlotSearch, calendar: Calendar, lengths: readonly Length[]): readonly Start[] {
  const { item, from, to } = search;
  const days = daysBetween(from, to).slice(0, searchDaysMax);
  const working = days.filter(calendar.isWorkday);
  const shape = shapeOf(item, search.lengthMin, lengths);
  const asked =
    search.sessions ?? (shape.onlyMin === null ? ["morning", "afternoon"] : [sessionOfMinute(shape.onlyMin)]);
  const sessions = (["morning", "afternoon", "evening"] as const).filter(
    (session) => asked.includes(session) || asked.includes("allday"),
  );
  return (working.length > 0 ? working : days).flatMap((day) =>
    sessions.flatMap((session) =>
      startsIn(session, shape).map((startMin) => ({ when: timed(day, startMin, shape), session })),
    ),
  );
}

/**
 * How the item lies in time wherever it begins. `lastDays` are the days it goes on after its first; what takes whole days
 * begins at one hour only (`onlyMin`) and stays whole.
 */
type Shape = {
  readonly lengthMin: number;
  readonly endMin: "as long" | number | null;
  readonly lastDays: number;
  readonly onlyMin: number | null;
  readonly isWholeDay: boolean;
};

const oneDay = { lastDays: 0, onlyMin: null, isWholeDay: false } as const;

function shapeOf(item: Item, lengthMin: number | undefined, lengths: readonly Length[]): Shape {
  const { when } = item;
  const lastDays = isPlaced(when) && when.lastDay !== undefined ? lastDaysOf(when, when.lastDay) : 0;
  const isWholeDay = isPlaced(when) && when.horizon !== "day" && sessionOf(when) === "allday";
  if (isPlaced(when) && (lastDays > 0 || (isWholeDay && lengthMin === undefined))) {
    const isTimed = when.horizon === "time";
    const endMin = isTimed ? (when.endMin ?? null) : null;
    return { lengthMin: 0, endMin, lastDays, onlyMin: isTimed ? when.startMin : beginningOf(when), isWholeDay };
  }
  if (lengthMin !== undefined) return { lengthMin, endMin: "as long", ...oneDay };
  if (isPlaced(when) && when.horizon === "time" && when.endMin !== undefined)
    return { lengthMin: when.endMin - when.startMin, endMin: "as long", ...oneDay };
  return { lengthMin: customaryMin(item, lengths), endMin: null, ...oneDay };
}

function lastDaysOf({ day }: PlacedWhen, lastDay: Day): number {
  return dayToEpochDay(lastDay) - dayToEpochDay(day);
}

/** Where no hour is said, what takes days begins half an hour into its session. */
function beginningOf(when: PlacedWhen): number {
  const session = sessionOf(when);
  return hours[session === "allday" ? "morning" : session].first + stepMin;
}

/** How long such an item lasts by the board's rules or custom when it begins at nine; an hour where nothing says. */
function customaryMin(item: Item, lengths: readonly Length[]): number {
  const day = "2026-01-05" as Day; // any day: a length does not hang on it
  const when: Timed = { horizon: "time", day, startMin: (9 * 60) as Minute };
  return spanOf({ ...item, status: "registered", when }, lengths).assumedMin ?? 60;
}

function startsIn(session: keyof typeof hours, { lengthMin, onlyMin }: Shape): number[] {
  const { first, last, end } = hours[session];
  if (onlyMin !== null) return sessionOfMinute(onlyMin) === session ? [onlyMin] : [];
  const starts: number[] = [];
  for (let startMin = first; startMin <= last; startMin += stepMin) {
    // What is longer than its session begins with it.
    if (startMin === first || startMin + lengthMin <= end) starts.push(startMin);
  }
  return starts;
}

function timed(day: Day, startMin: number, { lengthMin, endMin, lastDays, isWholeDay }: Shape): Timed {
  const end = endMin === "as long" ? startMin + lengthMin : endMin;
  return {
    horizon: "time",
    day,
    startMin: startMin as Minute,
    ...(lastDays > 0 && { lastDay: addDays(day, lastDays) }),
    ...(end !== null && { endMin: Math.min(end, 24 * 60) as Minute }),
    ...(isWholeDay && { session: "allday" as const }),
  };
}
