import { addDays, type Day, dayToEpochDay } from "../kit/day.ts";
import type { Item, ItemKind } from "../model/item.ts";
import type { NoticeDetail, Overlap } from "../model/overlap.ts";
import { isPlaced } from "../model/when.ts";
import type { Calendar } from "./calendar.ts";
import { hashOf } from "./hash.ts";
import { makeAlone } from "./overlap-making.ts";
import type { LoneRule, RuleWorld } from "./overlap-rule.ts";
import { isLive } from "./span.ts";

const none: readonly Overlap[] = [];

/** What a formal invitation goes out for; a meeting of a few is often called by telephone. */
const formalKinds: readonly ItemKind[] = ["conference", "session", "reception"];

/** What people are invited to. */
const invitingKinds: readonly ItemKind[] = ["meeting", "conference", "session", "ceremony"];

/**
 * Announced too late: an invitation fewer than three working days before (*QĐ 45/2018*), a reception of citizens fewer than
 * five (*Luật Tiếp công dân 2013, điều 24*), and whatever was moved after it had been announced and has not been announced
 * anew. What was announced is written on the item; where nothing is, only a conference, sitting or reception that is still a
 * registration and begins within the time of notice is worth a hint, and only when the day of today is known.
 */
export function createNoticeRule(world: Pick<RuleWorld, "calendar" | "norms" | "today">): LoneRule {
  const { calendar, norms, today } = world;
  return {
    name: "notice",
    of(booking) {
      const { item } = booking;
      const needed = neededFor(item, norms);
      if (needed === 0 || !isPlaced(item.when) || !isLive(item) || item.status === "held") return none;
      const late = item.announced
        ? lateOf(item.announced, item.when.day, { today, calendar, needed })
        : unannounced(item, { today, calendar, needed });
      if (late === null) return none;
      const { certainty, ...found } = late;
      const way = announcedWayOf(item);
      const detail = { of: "notice", needed, way, day: item.when.day, told: item.announced ?? null, ...found } as const;
      const print = hashOf(`${item.when.day} ${item.announced?.on ?? ""} ${item.announced?.of ?? ""} ${needed}`);
      return [makeAlone({ kind: "notice", resource: "rule:notice", certainty, detail, print }, booking)];
    },
  };
}

export type AnnouncedWay = NoticeDetail["way"];

/** How people are told: a reception of citizens is posted for whoever wants to come, to everything else they are invited. */
export function announcedWayOf({ kind }: Pick<Item, "kind">): AnnouncedWay {
  return kind === "reception" ? "posted" : "invited";
}

function neededFor({ kind }: Item, norms: RuleWorld["norms"]): number {
  if (kind === "reception") return norms("notice-reception");
  return invitingKinds.includes(kind) ? norms("notice-invite") : 0;
}

type Asked = Pick<RuleWorld, "today" | "calendar"> & { readonly needed: number };
type Late = Pick<NoticeDetail, "workdays" | "isMoved" | "from"> & { readonly certainty: "probable" | "possible" };

function lateOf(
  announced: { readonly on: Day; readonly of: Day },
  day: Day,
  { today, calendar, needed }: Asked,
): Late | null {
  if (announced.of === day) {
    const workdays = workdaysBetween(announced.on, day, calendar);
    return workdays < needed ? { workdays, isMoved: false, from: announced.on, certainty: "probable" } : null;
  }
  // Moved: nobody has been told of the new day. How late that is hangs on the day it is told, today at the earliest.
  const from = today !== null && today > announced.on ? today : announced.on;
  if (today !== null && day < today) return null;
  const workdays = workdaysBetween(from, day, calendar);
  return { workdays, isMoved: true, from, certainty: workdays < needed ? "probable" : "possible" };
}

function unannounced(item: Item, { today, calendar, needed }: Asked): Late | null {
  if (!formalKinds.includes(item.kind)) return null;
  if (today === null || item.status !== "registered" || !isPlaced(item.when) || item.when.day < today) return null;
  const workdays = workdaysBetween(today, item.when.day, calendar);
  if (workdays >= Math.min(needed, unannouncedMax)) return null;
  return { workdays, isMoved: false, from: today, certainty: "possible" };
}

/** Who plans two days ahead may well have told everybody without writing it down; for tomorrow it is worth asking. */
const unannouncedMax = 2;

/** Nobody needs to know more exactly how early something was announced. */
export const workdaysCountedMax = 15;

/**
 * Working days from one day up to the day before another, at most {@link workdaysCountedMax}: what is announced on Monday
 * for Thursday has three.
 */
export function workdaysBetween(from: Day, to: Day, calendar: Pick<Calendar, "isWorkday">): number {
  const days = dayToEpochDay(to) - dayToEpochDay(from);
  let count = 0;
  for (let at = 0; at < days && count < workdaysCountedMax; at++) if (calendar.isWorkday(addDays(from, at))) count++;
  return count;
}
