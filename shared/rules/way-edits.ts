import { type Minute, minutesPerDay } from "../kit/minute.ts";
import { type Item, type Participation, partiesOf } from "../model/item.ts";
import type { Overlap, Side } from "../model/overlap.ts";
import type { PartyRef } from "../model/ref.ts";
import type { ItemEdit } from "../model/slot.ts";
import { isPlaced, type PlacedWhen, sessionOf, type When } from "../model/when.ts";

/** Nobody comes for less. */
const leastMin = 30;

/** Ends the earlier of two when the later begins, with the time between them that the overlap asks for. Null where neither can. */
export function shortenEdit({ detail }: Overlap, a: Item, b: Item): readonly ItemEdit[] | null {
  const [first, second] = startOf(a.when) <= startOf(b.when) ? [a, b] : [b, a];
  const [one, two] = [first.when, second.when];
  if (one.horizon !== "time" || two.horizon !== "time" || one.day !== two.day || one.lastDay !== undefined) return null;
  if (sessionOf(one) === "allday") return null;
  const between = detail?.of === "travel" || detail?.of === "set-up" ? detail.needMin : 0;
  const endMin = two.startMin - between;
  if (endMin - one.startMin < leastMin || (one.endMin !== undefined && one.endMin <= endMin)) return null;
  return [{ id: first.id, set: { when: { ...one, endMin: endMin as Minute } } }];
}

/** Two items exchange their times, each keeping its own length. Null where one cannot, has no hour, or they have the same. */
export function swapEdits(a: Item, b: Item): readonly ItemEdit[] | null {
  const [one, two] = [a.when, b.when];
  if (one.horizon !== "time" || two.horizon !== "time" || one.lastDay !== undefined || two.lastDay !== undefined)
    return null;
  if (one.day === two.day && one.startMin === two.startMin) return null;
  // What takes the whole day has no other hour to go to.
  if (sessionOf(one) === "allday" || sessionOf(two) === "allday") return null;
  const [moved, other] = [movedTo(one, two), movedTo(two, one)];
  return (
    moved &&
    other && [
      { id: a.id, set: { when: moved } },
      { id: b.id, set: { when: other } },
    ]
  );
}

type Timed = Extract<When, { horizon: "time" }>;

/** Null where it would last into the next day. */
function movedTo(own: Timed, { day, startMin, session }: Timed): Timed | null {
  const endMin = own.endMin === undefined ? null : startMin + own.endMin - own.startMin;
  if (endMin !== null && endMin > minutesPerDay) return null;
  return {
    horizon: "time",
    day,
    startMin,
    ...(endMin !== null && { endMin: endMin as Minute }),
    ...(session !== undefined && { session }),
  };
}

/**
 * Two registrations of one matter become one: the one that does not give way keeps its time and gets everybody of the other;
 * the other is called off and points to it, so that nothing is lost and everything can be undone.
 */
export function mergeEdits({ yields }: Overlap, a: Item, b: Item): readonly ItemEdit[] {
  const [kept, given] = yields?.side === "a" ? [b, a] : [a, b];
  const isChaired = partiesOf(kept).some(([, { role }]) => role === "chair");
  const parties: Partial<Record<PartyRef, Participation>> = {};
  let place = partiesOf(kept).length;
  for (const [ref, part] of partiesOf(given)) {
    if (kept.parties[ref] !== undefined) continue;
    parties[ref] = { ...part, role: isChaired && part.role === "chair" ? "attend" : part.role, order: place++ };
  }
  const venue = kept.venue === undefined && given.venue !== undefined ? { venue: given.venue } : {};
  return [
    { id: kept.id, parties, ...(kept.venue === undefined && { set: venue }) },
    { id: given.id, set: { status: "cancelled", parent: kept.id } },
  ];
}

/** The party through which somebody is needed may stay away. Null for who chairs or sits: it does not go without him. */
export function optionalEdit({ side, item }: { readonly side: Side; readonly item: Item }): ItemEdit | null {
  const [party] = side.path.steps;
  const part = party === undefined ? undefined : item.parties[party];
  if (party === undefined || part === undefined || party === item.body) return null;
  if (part.role !== "attend" && part.role !== "invited") return null;
  const parties: Partial<Record<PartyRef, Participation>> = {};
  parties[party] = { ...part, role: "optional" };
  return { id: item.id, parties };
}

function startOf(when: When): string {
  if (!isPlaced(when)) return "";
  return `${when.day} ${String(minuteOf(when)).padStart(4, "0")}`;
}

function minuteOf(when: PlacedWhen): number {
  return when.horizon === "time" ? when.startMin : 0;
}
