import { type Day, daysBetween, dayToEpochDay, epochDayToDay } from "../kit/day.ts";
import { fold } from "../kit/fold.ts";
import { minutesPerDay } from "../kit/minute.ts";
import type { CityEvent } from "../model/board-rules.ts";
import type { ItemKind } from "../model/item.ts";
import type { Overlap } from "../model/overlap.ts";
import type { PartyRef } from "../model/ref.ts";
import { type Booking, isHeld, isOnDuty, whenPrintOf } from "./booking.ts";
import type { Calendar, DayKind } from "./calendar.ts";
import { hashOf, mix } from "./hash.ts";
import { makeAlone } from "./overlap-making.ts";
import type { LoneRule, RuleWorld } from "./overlap-rule.ts";

/**
 * What belongs into working time. Ceremonies, visits, trips and receptions are held on days off and in the evening as a
 * matter of course; saying so would only teach people to look away.
 */
const workKinds: readonly ItemKind[] = ["meeting", "conference", "session"];

/** Days off, odd hours and the great events of the city. */
export function createCalendarRule(world: Pick<RuleWorld, "calendar" | "norms" | "index">): LoneRule {
  const kindOf = dayKinds(world.calendar);
  const eventsByDay = eventsOf(world.index.directory.events);
  const hours = { fromMin: world.norms("work-from") * 60, toMin: world.norms("work-to") * 60 };

  function outsideWork(booking: Booking): readonly Overlap[] {
    const off = dayOff(booking, world.calendar, kindOf);
    if (off) return [off];
    if (!isOddHour(booking, hours)) return none;
    const detail = { of: "hours", ...hours } as const;
    const print = mix(whenPrintOf(booking), mix(hours.fromMin, hours.toMin));
    return [makeAlone({ kind: "calendar", resource: "rule:hours", certainty: "possible", detail, print }, booking)];
  }

  return {
    name: "calendar",
    of(booking) {
      if (booking.epochDay === null || !isHeld(booking) || isOnDuty(booking)) return none;
      const time = workKinds.includes(booking.item.kind) ? outsideWork(booking) : none;
      const events = eventsByDay.size === 0 ? none : eventsWith(booking, eventsByDay, world);
      return events.length === 0 ? time : [...time, ...events];
    },
  };
}

const none: readonly Overlap[] = [];

/** What each day is, asked of the calendar once. */
function dayKinds({ dayKindOf }: Calendar): (epochDay: number) => DayKind {
  const known = new Map<number, DayKind>();
  return (epochDay) => {
    let kind = known.get(epochDay);
    if (kind === undefined) known.set(epochDay, (kind = dayKindOf(epochDayToDay(epochDay))));
    return kind;
  };
}

/** The first of its days that is off; a holiday is worth a warning, a weekend a hint. */
function dayOff(booking: Booking, { holidayNameOf }: Calendar, kindOf: (epochDay: number) => DayKind): Overlap | null {
  const last = Math.floor((booking.toMin - 1) / minutesPerDay);
  for (let at = Math.floor(booking.fromMin / minutesPerDay); at <= last; at++) {
    const kind = kindOf(at);
    if (kind === "workday" || kind === "make-up") continue;
    const day = epochDayToDay(at);
    const detail = { of: "day-off", kind, name: holidayNameOf(day) } as const;
    const certainty = kind === "weekend" ? "possible" : "probable";
    const print = hashOf(`${day} ${kind}`);
    return makeAlone({ kind: "calendar", resource: "rule:day-off", certainty, detail, print }, booking);
  }
  return null;
}

/** Begins or, as written, ends outside the hours of work. What only has a session is where sessions are. */
function isOddHour(booking: Booking, hours: { fromMin: number; toMin: number }): boolean {
  const { epochDay, fromMin, toMin, isStart, basis } = booking;
  if (epochDay === null || !isStart) return false;
  const isOdd = (minute: number, midnight: number) =>
    minute < midnight + hours.fromMin || minute > midnight + hours.toMin;
  const first = epochDay * minutesPerDay;
  if (isOdd(fromMin, first) || fromMin === first + hours.toMin) return true;
  // An end at midnight belongs to the day it ends.
  return basis === "written" && isOdd(toMin, Math.floor((toMin - 1) / minutesPerDay) * minutesPerDay);
}

function daysOf({ fromMin, toMin }: Booking): Day[] {
  const dayOf = (minute: number) => epochDayToDay(Math.floor(minute / minutesPerDay));
  return daysBetween(dayOf(fromMin), dayOf(toMin - 1));
}

function eventsOf(events: readonly CityEvent[]): ReadonlyMap<number, readonly CityEvent[]> {
  const byDay = new Map<number, CityEvent[]>();
  for (const event of [...events].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const first = dayToEpochDay(event.day);
    const last = Math.min(event.lastDay === undefined ? first : dayToEpochDay(event.lastDay), first + eventDaysMax);
    for (let day = first; day <= last; day++) byDay.set(day, [...(byDay.get(day) ?? []), event]);
  }
  return byDay;
}

const eventDaysMax = 31;

/** Who has to be at an event and is chairing or named in the item: a trip out of town cannot be, the rest may. */
function eventsWith(
  booking: Booking,
  eventsByDay: ReadonlyMap<number, readonly CityEvent[]>,
  { index }: Pick<RuleWorld, "index">,
): Overlap[] {
  const events = new Map<string, { readonly event: CityEvent; readonly day: Day }>();
  const matter = fold(booking.item.title);
  // The event stands on the board, too: who is in it is where he has to be.
  for (const day of daysOf(booking))
    for (const event of eventsByDay.get(dayToEpochDay(day)) ?? [])
      if (!events.has(event.id) && !matter.includes(fold(event.name))) events.set(event.id, { event, day });
  return [...events.values()].flatMap(({ event, day }) => {
    const bound = new Set<PartyRef>(event.members.flatMap((ref) => index.expand(ref, day).map(({ leaf }) => leaf)));
    const claim = booking.claims
      .filter(({ sort, standing, resource }) => sort === "person" && standing === "firm" && bound.has(resource))
      .reduce<PartyRef | null>((least, { resource }) => (least === null || resource < least ? resource : least), null);
    if (claim === null) return [];
    const certainty = booking.item.kind === "trip" ? "probable" : "possible";
    const detail = { of: "event", name: event.name } as const;
    const print = mix(hashOf(`${event.id} ${day} ${claim}`), whenPrintOf(booking));
    const resource = `rule:event-${event.id}` as const;
    return [makeAlone({ kind: "calendar", resource, certainty, detail, print }, booking)];
  });
}
