import { dayToEpochDay } from "../kit/day.ts";
import { minutesPerDay } from "../kit/minute.ts";
import type { Length } from "../model/directory.ts";
import type { Item, ItemKind } from "../model/item.ts";
import { isPlaced, type PlacedWhen, type Session, sessionOf } from "../model/when.ts";
import { type AssumedLength, defaultLengths, ruledLength, sessionLengthMaxMin } from "./default-lengths.ts";
import { isFiller } from "./filler.ts";

/**
 * How the end of a stretch is known. `written`: hours from and to are on paper. `assumed`: a custom length ends it.
 * `ruled`: the board's own length rule ends it. `stretched`: it is taken to fill its session. `session`: only morning,
 * afternoon… is known. `wholeday`: "cả ngày" is written, with an hour of beginning or without. `days`: an inner day of
 * something that lasts several days.
 */
export type Basis = "written" | "assumed" | "ruled" | "stretched" | "session" | "wholeday" | "days";

/**
 * One stretch of time that holds the people of an item, half-open, in minutes since 1970-01-01 00:00 local time (no
 * zone: the board lives in one). Midnight is a minute like any other.
 */
export type Stretch = {
  readonly fromMin: number;
  readonly toMin: number;
  /** True when `fromMin` is an hour somebody wrote. */
  readonly isStart: boolean;
  readonly basis: Basis;
};

/**
 * When an item holds its people: in order of time; empty when it holds nobody. `assumedMin` is the length taken for
 * granted, null when an end is written or no hour is known.
 */
export type Span = { readonly stretches: readonly Stretch[]; readonly assumedMin: number | null };

const nobody: Span = { stretches: [], assumedMin: null };

/** First and last minute of a session in its day. Evening by custom ends at 22:00; all day means the working day. */
const sessionBounds: Readonly<Record<Session, { readonly from: number; readonly to: number }>> = {
  morning: { from: 5 * 60, to: 12 * 60 },
  afternoon: { from: 12 * 60, to: 18 * 60 },
  evening: { from: 18 * 60, to: 22 * 60 },
  allday: { from: 5 * 60, to: 18 * 60 },
};

/**
 * Refused, postponed and cancelled items hold nobody; neither do fillers, dossiers and items without a day. Who is on duty is
 * held for its days, though only a journey clashes with that (`resource-rule.ts`).
 */
export function spanOf(item: Item, lengths: readonly Length[]): Span {
  const { when } = item;
  if (!isPlaced(when) || !isLive(item) || isFiller(item)) return nobody;
  if (item.kind === "duty") return { stretches: whole(item, when, "days"), assumedMin: null };
  if (defaultLengths[item.kind] === null) return nobody;
  switch (when.horizon) {
    case "time":
      return timedSpan(item, when, lengths);
    case "session":
      return { stretches: daily(item, when, sessionOf(when)), assumedMin: null };
    case "day":
      return { stretches: whole(item, when, "session"), assumedMin: null };
  }
}

/** Refused, postponed and cancelled items stand on the board and clash with nothing. */
export function isLive({ status }: Pick<Item, "status">): boolean {
  return status === "registered" || status === "approved" || status === "held";
}

type Timed = Extract<PlacedWhen, { horizon: "time" }>;

function timedSpan(item: Item, when: Timed, lengths: readonly Length[]): Span {
  const firstMin = dayToEpochDay(when.day) * minutesPerDay;
  const lastMin = when.lastDay === undefined ? firstMin : dayToEpochDay(when.lastDay) * minutesPerDay;
  const fromMin = firstMin + when.startMin;
  if (when.endMin !== undefined) {
    const toMin = Math.min(lastMin, firstMin + daysMax * minutesPerDay) + when.endMin;
    const isByDay = lastMin > firstMin && goesHome(item) && !isOneNight({ firstMin, toMin });
    return isByDay ? byDay(when, { fromMin, toMin }) : one({ fromMin, toMin, isStart: true, basis: "written" });
  }
  if (lastMin > firstMin) {
    const later = whole(item, when, "session").slice(1);
    const toMin = firstMin + sessionBounds.allday.to;
    const first: Stretch = { fromMin, toMin: Math.max(toMin, fromMin + 60), isStart: true, basis: "stretched" };
    return { stretches: [first, ...later], assumedMin: first.toMin - fromMin };
  }
  return openEnd(item, when, { lengths, fromMin });
}

type Opening = { readonly lengths: readonly Length[]; readonly fromMin: number };

/** The end is not written: the board's rule, else custom; "cả ngày" beside an hour fills the day. */
function openEnd(item: Item, when: Timed, { lengths, fromMin }: Opening): Span {
  const ruled = ruledLength(lengths, item);
  const length: AssumedLength = ruled ?? defaultLengths[item.kind] ?? "session";
  const session = sessionOf(when);
  const isLong = length === "session";
  const assumedMin = session === "allday" ? toSessionEnd(when.startMin, session) : lengthInMin(length, when);
  const byLength = isLong ? "stretched" : ruled === null ? "assumed" : "ruled";
  const basis = session === "allday" ? "wholeday" : byLength;
  return { stretches: [{ fromMin, toMin: fromMin + assumedMin, isStart: true, basis }], assumedMin };
}

function lengthInMin(length: AssumedLength, when: Timed): number {
  return length === "session" ? Math.min(sessionLengthMaxMin, toSessionEnd(when.startMin, sessionOf(when))) : length;
}

/** At least an hour: what begins at 11:30 does not end at noon because the border is there. */
function toSessionEnd(startMin: number, session: Session): number {
  return Math.max(60, sessionBounds[session].to - startMin);
}

function one(stretch: Stretch): Span {
  return { stretches: [stretch], assumedMin: null };
}

type Reach = { readonly fromMin: number; readonly toMin: number };

/** Kinds whose people sleep at home: the evenings between two days of a conference are free, those of a journey are not. */
const homeKinds: readonly ItemKind[] = ["meeting", "conference", "session", "reception", "ceremony"];

function goesHome({ kind }: Item): boolean {
  return homeKinds.includes(kind);
}

/** Over by the next morning: a night is one stretch. */
function isOneNight({ firstMin, toMin }: { readonly firstMin: number; readonly toMin: number }): boolean {
  return toMin <= firstMin + minutesPerDay + sessionBounds.allday.from;
}

/** When the days before the last are over, where only the end of the last is written: early enough for an evening elsewhere. */
const dayOverMin = 17.5 * 60;

/** From the hour of the first day to that of the last, without the nights between. */
function byDay(when: Timed, { fromMin, toMin }: Reach): Span {
  const days = epochDays(when);
  const stretches = days.map((epochDay, at): Stretch => {
    const midnight = epochDay * minutesPerDay;
    const start = at === 0 ? fromMin : midnight + sessionBounds.allday.from;
    const isLast = toMin <= midnight + minutesPerDay;
    const end = isLast ? toMin : Math.max(midnight + dayOverMin, start + 60);
    return { fromMin: Math.min(start, Math.max(midnight, end - 60)), toMin: end, isStart: true, basis: "written" };
  });
  return { stretches, assumedMin: null };
}

/** The same session on every day. */
function daily(item: Item, when: Extract<PlacedWhen, { horizon: "session" }>, session: Session): Stretch[] {
  if (session === "allday") return whole(item, when, "wholeday");
  return epochDays(when).map((epochDay) => ofSession(epochDay, session, "session"));
}

/** Whole days; on the first and the last one nobody knows from when or until when. */
function whole(item: Item, when: PlacedWhen, basis: Basis): Stretch[] {
  const days = epochDays(when);
  return days.map((epochDay, at) => {
    if (at === 0 || at === days.length - 1) return ofSession(epochDay, "allday", basis);
    if (goesHome(item)) return ofSession(epochDay, "allday", "days");
    const fromMin = epochDay * minutesPerDay;
    return { fromMin, toMin: fromMin + minutesPerDay, isStart: false, basis: "days" };
  });
}

function ofSession(epochDay: number, session: Session, basis: Basis): Stretch {
  const midnight = epochDay * minutesPerDay;
  const { from, to } = sessionBounds[session];
  return { fromMin: midnight + from, toMin: midnight + to, isStart: false, basis };
}

function epochDays(when: PlacedWhen): number[] {
  const first = dayToEpochDay(when.day);
  if (when.lastDay === undefined) return [first];
  const count = dayToEpochDay(when.lastDay) - first + 1;
  return Array.from({ length: Math.min(count, daysMax) }, (_, step) => first + step);
}

/** A span of more days than this is a period, not an item; holding every day of it would only make noise. */
const daysMax = 62;
