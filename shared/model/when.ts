import * as v from "valibot";
import { type Day, dayOf, dayParts } from "../kit/day.ts";
import { type Minute, minutesPerDay } from "../kit/minute.ts";
import { weeksInYear } from "../kit/week.ts";
import { daySchema } from "./day-schema.ts";

/** *Buổi*. Borders by custom: morning < 12:00 ≤ afternoon < 18:00 ≤ evening. */
export const sessions = ["morning", "afternoon", "evening", "allday"] as const;
export type Session = (typeof sessions)[number];

/** How exactly an item is placed, from vague to exact. Narrowing keeps the item's identity. */
export const horizons = ["term", "year", "quarter", "month", "week", "day", "session", "time"] as const;
export type Horizon = (typeof horizons)[number];

const minuteOf = (last: number) =>
  v.custom<Minute>((input) => Number.isInteger(input) && (input as number) >= 0 && (input as number) <= last);
const lastDay = v.optional(daySchema);

const period = {
  term: v.pipe(v.string(), v.regex(/^20\d{2}-20\d{2}$/), v.check(isTerm)),
  year: v.pipe(v.string(), v.regex(/^20\d{2}$/)),
  quarter: v.pipe(v.string(), v.regex(/^20\d{2}-Q[1-4]$/)),
  month: v.pipe(v.string(), v.regex(/^20\d{2}-(?:0[1-9]|1[0-2])$/)),
  week: v.pipe(v.string(), v.regex(/^20\d{2}-W\d{2}$/), v.check(isWeek)),
} as const;

const shapeSchema = v.variant("horizon", [
  v.strictObject({ horizon: v.literal("term"), period: period.term }),
  v.strictObject({ horizon: v.literal("year"), period: period.year }),
  v.strictObject({ horizon: v.literal("quarter"), period: period.quarter }),
  v.strictObject({ horizon: v.literal("month"), period: period.month }),
  v.strictObject({ horizon: v.literal("week"), period: period.week }),
  v.strictObject({ horizon: v.literal("day"), day: daySchema, lastDay }),
  v.strictObject({ horizon: v.literal("session"), day: daySchema, lastDay, session: v.picklist(sessions) }),
  v.strictObject({
    horizon: v.literal("time"),
    day: daySchema,
    lastDay,
    startMin: minuteOf(minutesPerDay - 1),
    endMin: v.optional(minuteOf(minutesPerDay)),
    session: v.optional(v.picklist(sessions)),
  }),
]);

/**
 * When an item is: one atomic value, so two people who move one item never mix half of each. Periods are ISO 8601 texts
 * (`2026-Q4`, `2026-11`, `2026-W48`); `startMin` and `endMin` are minutes of the first and of the last day.
 * `session` beside a start overrides the session the hour says ("7:30, cả ngày").
 */
export type When = v.InferOutput<typeof shapeSchema>;

/** The check of a {@link When}, wherever one comes in: document, form, import. */
export const whenSchema = v.pipe(
  shapeSchema,
  v.check((when) => !isPlaced(when) || isOrdered(when), "ends before it begins"),
);

/** A `when` that is placed on a day. */
export type PlacedWhen = Extract<When, { day: Day }>;

export function isPlaced(when: When): when is PlacedWhen {
  return "day" in when;
}

/** The session a placed item stands in on the board; a bare day stands with the whole-day items. */
export function sessionOf(when: PlacedWhen): Session {
  switch (when.horizon) {
    case "day":
      return "allday";
    case "session":
      return when.session;
    case "time":
      return when.session ?? sessionOfMinute(when.startMin);
  }
}

export function sessionOfMinute(minute: number): Exclude<Session, "allday"> {
  if (minute < 12 * 60) return "morning";
  return minute < 18 * 60 ? "afternoon" : "evening";
}

/**
 * The calendar year whose programme holds an item: of its first day, or of its period; a week's is the year of its
 * Thursday. Null for a term, which has a document of its own.
 */
export function programmeYearOf(when: When): number | null {
  if (isPlaced(when)) return dayParts(when.day).year;
  return when.horizon === "term" ? null : Number(when.period.slice(0, 4));
}

/** First and last day of a month period `2026-11`. */
export function monthBounds(period: string): { readonly first: Day; readonly last: Day } | null {
  const year = Number(period.slice(0, 4));
  const month = Number(period.slice(5, 7));
  const first = dayOf(year, month, 1);
  const last = [31, 30, 29, 28].map((date) => dayOf(year, month, date)).find((day) => day !== null);
  return first && last ? { first, last } : null;
}

function isOrdered(when: PlacedWhen): boolean {
  if (when.lastDay !== undefined && when.lastDay < when.day) return false;
  if (when.horizon !== "time" || when.endMin === undefined) return true;
  return (when.lastDay !== undefined && when.lastDay > when.day) || when.endMin > when.startMin;
}

/** As the document of a term is named (`shared/protocol/document-name.ts`): forward, and ten years at most. */
function isTerm(period: string): boolean {
  const [from, to] = [Number(period.slice(0, 4)), Number(period.slice(5))];
  return from < to && to - from <= 10;
}

/** A week 53 that its year does not have would be an item that no week shows. */
function isWeek(period: string): boolean {
  const week = Number(period.slice(6));
  return week >= 1 && week <= weeksInYear(Number(period.slice(0, 4)));
}
