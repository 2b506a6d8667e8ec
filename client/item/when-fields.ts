import { unreachable } from "../../shared/kit/assert.ts";
import { addDays, type Day, dayParts, dayToEpochDay } from "../../shared/kit/day.ts";
import type { Minute } from "../../shared/kit/minute.ts";
import { mondayOf, type Week, weekOf, weeksInYear } from "../../shared/kit/week.ts";
import {
  type Horizon,
  isPlaced,
  monthBounds,
  type Session,
  sessionOfMinute,
  type When,
} from "../../shared/model/when.ts";
import { firstYear, lastYear } from "../../shared/protocol/document-name.ts";

/** Horizons an item of a yearly programme can have, vague to exact. A term has a document of its own. */
export const yearHorizons = ["year", "quarter", "month", "week", "day", "session", "time"] as const satisfies Horizon[];
export type YearHorizon = (typeof yearHorizons)[number];

/**
 * Everything known about when an item is, more than one horizon needs: what was said before is kept, so that going to a
 * vaguer horizon and back loses nothing.
 */
export type WhenFields = {
  readonly year: number;
  readonly quarter?: number | undefined;
  readonly month?: number | undefined;
  readonly week?: Week | undefined;
  readonly day?: Day | undefined;
  readonly lastDay?: Day | undefined;
  readonly session?: Session | undefined;
  readonly startMin?: Minute | undefined;
  readonly endMin?: Minute | undefined;
  /** The session beside an hour, where it is not the one the hour says. */
  readonly standsIn?: Session | undefined;
};

/** What stands in the way of writing: something is not said yet, or what is said cannot be. */
export type WhenDoubt =
  | { readonly kind: "missing"; readonly field: "quarter" | "month" | "week" | "day" | "session" | "start" }
  | { readonly kind: "wrong"; readonly field: "year" | "lastDay" | "end" };

export type WhenResult = { readonly kind: "when"; readonly when: When } | WhenDoubt;

/** What the inputs below a horizon get. */
export type WhenInputs = {
  readonly horizon: YearHorizon;
  readonly fields: WhenFields;
  readonly doubt: WhenDoubt | null;
  onChange(fields: WhenFields): void;
};

/**
 * The fields of a `when`. Of what was known `before`, everything is kept that lies inside it: the day within the month,
 * the hour within the session.
 */
export function whenToFields(when: When, before: WhenFields | null): WhenFields {
  if (isPlaced(when)) return { ...fieldsOfDay(when.day), lastDay: when.lastDay, ...hoursOf(when, before) };
  const fields = periodFields(when);
  const hours = before ? { session: before.session, startMin: before.startMin, endMin: before.endMin } : {};
  const { first, last } = boundsOf(fields);
  if (before?.day && before.day >= first && before.day <= last)
    return { ...fieldsOfDay(before.day), ...fields, lastDay: before.lastDay, standsIn: before.standsIn, ...hours };
  const thursday = before?.week && addDays(mondayOf(before.week), 3);
  if (thursday && thursday >= first && thursday <= last)
    return { ...fieldsOfDay(thursday), ...fields, day: undefined, ...hours };
  return { ...fields, ...hours };
}

/** The `when` that the fields make at a horizon, or the first doubt that keeps it from being one. */
export function fieldsToWhen(horizon: YearHorizon, fields: WhenFields): WhenResult {
  const { year, quarter, month, week } = fields;
  if (!Number.isInteger(year) || year < firstYear || year >= lastYear) return wrong("year");
  switch (horizon) {
    case "year":
      return done({ horizon, period: String(year) });
    case "quarter":
      return quarter === undefined ? missing("quarter") : done({ horizon, period: `${year}-Q${quarter}` });
    case "month":
      return month === undefined ? missing("month") : done({ horizon, period: `${year}-${two(month)}` });
    case "week":
      return week === undefined ? missing("week") : done({ horizon, period: `${week.year}-W${two(week.week)}` });
    case "day":
    case "session":
    case "time":
      return fieldsToPlaced(horizon, fields);
    default:
      return unreachable(horizon);
  }
}

/** Moves to another day; something of several days keeps its length. */
export function withDay(fields: WhenFields, day: Day): WhenFields {
  const { day: before, lastDay } = fields;
  const moved = before && lastDay ? addDays(lastDay, dayToEpochDay(day) - dayToEpochDay(before)) : lastDay;
  return { ...fields, ...fieldsOfDay(day), lastDay: moved };
}

/** Sets the first hour. An end stays as it was said: whether it still fits is asked at the field. */
export function withHours(fields: WhenFields, startMin: Minute, endMin: Minute | null): WhenFields {
  return { ...fields, startMin, ...(endMin !== null && { endMin }) };
}

/** The same place in another year; a week 53 becomes 52 where there is no 53. */
export function withYear(fields: WhenFields, year: number): WhenFields {
  const week = fields.week && { year, week: Math.min(fields.week.week, weeksInYear(year)) };
  return { year, quarter: fields.quarter, month: fields.month, week, startMin: fields.startMin, endMin: fields.endMin };
}

/** First and last day of the exactest period that the fields name: where a day is looked for. */
export function boundsOf(fields: WhenFields): { readonly first: Day; readonly last: Day } {
  const { year, quarter, month, week } = fields;
  if (week) return { first: mondayOf(week), last: addDays(mondayOf(week), 6) };
  const firstMonth = month ?? (quarter ? quarter * 3 - 2 : 1);
  const lastMonth = month ?? (quarter ? quarter * 3 : 12);
  const first = monthBounds(`${year}-${two(firstMonth)}`)?.first;
  const last = monthBounds(`${year}-${two(lastMonth)}`)?.last;
  // A year out of range has no days; it is refused where it is typed.
  return { first: first ?? mondayOf({ year: 2026, week: 1 }), last: last ?? mondayOf({ year: 2026, week: 1 }) };
}

/** Weeks that lie in a month by their Thursday (ISO 8601), or all weeks of the year. */
export function weeksOf({ year, month }: { readonly year: number; readonly month?: number | undefined }): Week[] {
  const weeks = Array.from({ length: weeksInYear(year) }, (_, at) => ({ year, week: at + 1 }));
  return month === undefined ? weeks : weeks.filter((week) => dayParts(addDays(mondayOf(week), 3)).month === month);
}

function fieldsToPlaced(horizon: "day" | "session" | "time", fields: WhenFields): WhenResult {
  const { day, lastDay, session, startMin, endMin, standsIn } = fields;
  if (day === undefined) return missing("day");
  if (lastDay !== undefined && lastDay < day) return wrong("lastDay");
  const days = lastDay !== undefined && lastDay > day ? { day, lastDay } : { day };
  if (horizon === "day") return done({ horizon, ...days });
  if (horizon === "session") return session === undefined ? missing("session") : done({ horizon, ...days, session });
  if (startMin === undefined) return missing("start");
  if (endMin !== undefined && days.lastDay === undefined && endMin <= startMin) return wrong("end");
  const isOwn = standsIn !== undefined && standsIn !== sessionOfMinute(startMin);
  return done({
    horizon,
    ...days,
    startMin,
    ...(endMin !== undefined && { endMin }),
    ...(isOwn && { session: standsIn }),
  });
}

function fieldsOfDay(day: Day): WhenFields & { readonly day: Day } {
  const { year, month } = dayParts(day);
  return { year, month, quarter: quarterOf(month), week: weekOf(day), day };
}

function hoursOf(when: Extract<When, { day: Day }>, before: WhenFields | null): Partial<WhenFields> {
  if (when.horizon === "time") {
    const { startMin, endMin, session } = when;
    return { startMin, endMin, standsIn: session, session: session ?? sessionOfMinute(startMin) };
  }
  if (when.horizon === "day")
    return { session: before?.session, startMin: before?.startMin, endMin: before?.endMin, standsIn: before?.standsIn };
  const start = before?.startMin;
  const isInside = start !== undefined && (when.session === "allday" || sessionOfMinute(start) === when.session);
  return { session: when.session, ...(isInside && { startMin: start, endMin: before?.endMin }) };
}

function periodFields(when: Exclude<When, { day: Day }>): WhenFields {
  const year = Number(when.period.slice(0, 4));
  switch (when.horizon) {
    case "term":
    case "year":
      return { year };
    case "quarter":
      return { year, quarter: Number(when.period.slice(6)) };
    case "month": {
      const month = Number(when.period.slice(5));
      return { year, month, quarter: quarterOf(month) };
    }
    case "week": {
      const week = { year, week: Number(when.period.slice(6)) };
      const { month, year: calendarYear } = dayParts(addDays(mondayOf(week), 3));
      return { year: calendarYear, month, quarter: quarterOf(month), week };
    }
    default:
      return unreachable(when);
  }
}

function quarterOf(month: number): number {
  return Math.ceil(month / 3);
}

function two(part: number): string {
  return String(part).padStart(2, "0");
}

function missing(field: Extract<WhenDoubt, { kind: "missing" }>["field"]): WhenResult {
  return { kind: "missing", field };
}

function wrong(field: Extract<WhenDoubt, { kind: "wrong" }>["field"]): WhenResult {
  return { kind: "wrong", field };
}

function done(when: When): WhenResult {
  return { kind: "when", when };
}
