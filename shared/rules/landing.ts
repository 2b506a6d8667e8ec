import { addDays, type Day, dayToEpochDay, parseDay } from "../kit/day.ts";
import type { Item } from "../model/item.ts";
import { type OfficeId, officeIds } from "../model/office.ts";
import { isPlaced, type PlacedWhen, type Session, sessionOf, sessions, type When } from "../model/when.ts";

/**
 * Where a card can be let go: a cell of the week, a day of the month, or the tray of those waiting in a period; on a
 * phone, whose list holds all offices in one column, a session or an office alone.
 */
export type Target =
  | { readonly kind: "cell"; readonly day: Day; readonly session: Session; readonly office: OfficeId }
  | { readonly kind: "session"; readonly day: Day; readonly session: Session }
  | { readonly kind: "office"; readonly office: OfficeId }
  | { readonly kind: "day"; readonly day: Day }
  | { readonly kind: "tray"; readonly period: string };

/**
 * The item as it would be if it were let go at `target`. The hour stays as long as it fits the session; in another
 * session the hour is open again, because nobody said one. An item of several days keeps its length.
 */
export function landAt(item: Item, target: Target): Item {
  switch (target.kind) {
    case "tray":
      return { ...item, when: waitingWhen(target.period) };
    case "day":
      return {
        ...item,
        when: isPlaced(item.when) ? onDay(item.when, target.day) : { horizon: "day", day: target.day },
      };
    case "cell":
      return { ...item, office: target.office, when: whenInSession(item.when, target) };
    case "session":
      return { ...item, when: whenInSession(item.when, target) };
    case "office":
      return { ...item, office: target.office };
  }
}

/**
 * The same place as every board knows it: what a session or an office alone leaves open is said by the item, so that
 * whoever looks at a week sees a hand that moves on a phone.
 */
export function targetForAll(item: Item, target: Target): Target {
  if (target.kind !== "session" && target.kind !== "office") return target;
  const { when, office } = landAt(item, target);
  return isPlaced(when) ? { kind: "cell", day: when.day, session: sessionOf(when), office } : target;
}

/** Whether letting go there would change anything. */
export function isSameLanding(a: Item, b: Item): boolean {
  return a.office === b.office && JSON.stringify(a.when) === JSON.stringify(b.when);
}

/** When something is that was let go in a session of a day: as it was where the session is its own, else anywhen in it. */
export function whenInSession(when: When, { day, session }: { day: Day; session: Session }): PlacedWhen {
  if (isPlaced(when) && sessionOf(when) === session) return onDay(when, day);
  const placed: PlacedWhen = { horizon: "session", day, session };
  return isPlaced(when) && when.lastDay ? { ...placed, lastDay: lastDayFrom(day, when.day, when.lastDay) } : placed;
}

function onDay(when: PlacedWhen, day: Day): PlacedWhen {
  if (!when.lastDay) return { ...when, day };
  return { ...when, day, lastDay: lastDayFrom(day, when.day, when.lastDay) };
}

/** As many days after a new first day as it was after the old one. */
function lastDayFrom(day: Day, first: Day, last: Day): Day {
  return addDays(last, dayToEpochDay(day) - dayToEpochDay(first));
}

function waitingWhen(period: string): When {
  if (period.includes("-W")) return { horizon: "week", period };
  if (period.includes("-Q")) return { horizon: "quarter", period };
  return period.length === 4 ? { horizon: "year", period } : { horizon: "month", period };
}

/** A target as one text: an attribute of the page, and what presence says of a hand. */
export function targetToText(target: Target): string {
  switch (target.kind) {
    case "cell":
      return `cell|${target.day}|${target.session}|${target.office}`;
    case "session":
      return `session|${target.day}|${target.session}`;
    case "office":
      return `office|${target.office}`;
    case "day":
      return `day|${target.day}`;
    case "tray":
      return `tray|${target.period}`;
  }
}

/** And back; null for what names no place. It may come from a stranger's tab. */
export function textToTarget(text: string): Target | null {
  const [kind, first = "", half, own] = text.split("|");
  if (kind === "tray") return /^20\d{2}(?:-(?:Q[1-4]|W\d{2}|\d{2}))?$/.test(first) ? { kind, period: first } : null;
  const [day, session, office] = [
    parseDay(first),
    sessions.find((one) => one === half),
    officeIds.find((one) => one === (kind === "office" ? first : own)),
  ];
  if (kind === "cell" && day && session && office) return { kind, day, session, office };
  if (kind === "session" && day && session) return { kind, day, session };
  if (kind === "office" && office) return { kind, office };
  return kind === "day" && day ? { kind, day } : null;
}
