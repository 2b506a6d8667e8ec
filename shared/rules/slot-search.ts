import { dayToEpochDay } from "../kit/day.ts";
import type { Item } from "../model/item.ts";
import { type Overlap, type OverlapKind, otherItemOf, type Severity } from "../model/overlap.ts";
import type { PartyRef } from "../model/ref.ts";
import type { Attendance, Fit, Obstacle, Slot, SlotAnswer, SlotSearch } from "../model/slot.ts";
import { isPlaced, type PlacedWhen, sessionOf } from "../model/when.ts";
import type { OverlapIndex } from "./overlap-index.ts";
import { freeRoomsFor } from "./room-search.ts";
import { type Start, startsOf } from "./slot-starts.ts";

/** What stays the same wherever the item stands says nothing about a time. */
const timeless: readonly OverlapKind[] = ["subject", "capacity"];

/** The overlaps of a candidate that hang on its time. */
export function clashesAt(index: Pick<OverlapIndex, "probe">, candidate: Item): readonly Overlap[] {
  return index.probe(candidate).filter(({ kind }) => !timeless.includes(kind));
}

/** How well a time fits, by the worst it would clash with. */
export function fitOf(clashes: readonly Overlap[]): Fit {
  const worst = clashes[0];
  if (worst === undefined) return "free";
  return worst.severity === "hint" ? "possible" : "clash";
}

/**
 * The best times for an item: every usual hour of the range is asked as if the item stood there, over the people of all
 * offices, rooms and rules alike, and ranked by what it would clash with and how far from where it was wanted it lies.
 * Pure; the same question has the same answer on every screen. When nothing is free the least bad times are answered, and
 * `obstacles` says what stood in the way.
 */
export function searchSlots(index: OverlapIndex, search: SlotSearch): SlotAnswer {
  const { calendar, index: directory } = index.world();
  const starts = startsOf(search, calendar, directory.directory.lengths);
  const tally = new Map<string, { count: number; example: Overlap }>();
  const needed = neededBy(search.item, index, search.from);
  const near = search.near ?? (isPlaced(search.item.when) ? search.item.when : null);
  let free = 0;
  const slots = starts.map((start) => {
    const clashes = clashesAt(index, { ...search.item, when: start.when });
    if (fitOf(clashes) !== "clash") free += 1;
    else count(tally, clashes);
    return slotAt(start, { clashes, near, needed, item: search.item });
  });
  const best = slots
    .sort(byCost)
    .slice(0, 2 * (search.most ?? mostSlots))
    .map((slot) => inAnotherRoom(index, search.item, slot))
    .sort(byCost)
    .slice(0, search.most ?? mostSlots);
  const obstacles = [...tally.values()]
    .map(({ count: times, example }): Obstacle => ({ ...pick(example), count: times, example }))
    .sort((a, b) => b.count - a.count || (a.example.key < b.example.key ? -1 : 1));
  return { slots: best, looked: starts.length, free, obstacles };
}

const mostSlots = 10;

function pick({ resource, kind }: Overlap): Pick<Obstacle, "resource" | "kind"> {
  return { resource, kind };
}

/** What stands in the way, once a time: hints do not. */
function count(tally: Map<string, { count: number; example: Overlap }>, clashes: readonly Overlap[]): void {
  const seen = new Set<string>();
  for (const clash of clashes) {
    const key = `${clash.kind} ${clash.resource}`;
    if (clash.severity === "hint" || seen.has(key)) continue;
    seen.add(key);
    const known = tally.get(key);
    if (known) known.count += 1;
    else tally.set(key, { count: 1, example: clash });
  }
}

type Placing = {
  readonly clashes: readonly Overlap[];
  readonly near: PlacedWhen | null;
  readonly needed: ReadonlySet<string>;
  readonly item: Item;
};

function slotAt({ when, session }: Start, { clashes, near, needed, item }: Placing): Slot {
  return {
    when,
    session,
    fit: fitOf(clashes),
    room: null,
    clashes,
    displaced: displacedBy(clashes, item.id),
    attendance: attendanceOf(clashes, needed),
    cost: weightOf(clashes) + distanceOf(when, near),
  };
}

const weights: Readonly<Record<Severity, number>> = { error: 1_000, warning: 300, hint: 40 };

function weightOf(clashes: readonly Overlap[]): number {
  return clashes.reduce((sum, { severity }) => sum + weights[severity], 0);
}

/** A day weighs as much as four hours: the same morning a day later is nearer than the evening. */
function distanceOf(when: PlacedWhen, near: PlacedWhen | null): number {
  if (near === null) return 0;
  const days = Math.abs(dayToEpochDay(when.day) - dayToEpochDay(near.day));
  const hours = when.horizon === "time" && near.horizon === "time" ? Math.abs(when.startMin - near.startMin) / 60 : 0;
  const isOtherSession = sessionOf(when) !== sessionOf(near) && sessionOf(near) !== "allday";
  return days * 8 + hours * 2 + (isOtherSession ? 3 : 0);
}

function byCost(a: Slot, b: Slot): number {
  return (
    a.cost - b.cost || (a.when.day < b.when.day ? -1 : a.when.day > b.when.day ? 1 : a.when.startMin - b.when.startMin)
  );
}

/** Who would have to give way: the others that must or should be settled, unless it is this item that gives way to them. */
function displacedBy(clashes: readonly Overlap[], id: string): readonly string[] {
  const others = clashes.flatMap((clash) => {
    const other = otherItemOf(clash, id);
    if (other === null || clash.severity === "hint") return [];
    const isOwn = clash.yields !== null && (clash.yields.side === "a" ? clash.a : clash.b)?.item === id;
    return isOwn ? [] : [other];
  });
  return [...new Set(others)].sort();
}

/** Everybody the item cannot do without, as the directory has them on its first day. */
function neededBy(item: Item, index: OverlapIndex, day: SlotSearch["from"]): ReadonlySet<string> {
  const { index: directory } = index.world();
  const refs = (Object.keys(item.parties) as PartyRef[]).filter((ref) => {
    const role = item.parties[ref]?.role;
    return role === "chair" || role === "attend" || role === "invited";
  });
  const leaves = [...refs, ...(item.body ? [item.body] : [])].flatMap((ref) =>
    directory.expand(ref, day).map(({ leaf }) => leaf),
  );
  return new Set(leaves.filter((leaf) => !leaf.startsWith("body:")));
}

function attendanceOf(clashes: readonly Overlap[], needed: ReadonlySet<string>): Attendance {
  const busy = new Set(
    clashes
      .filter(({ severity, resource }) => severity !== "hint" && needed.has(resource))
      .map(({ resource }) => resource),
  );
  const [free, of] = [needed.size - busy.size, needed.size];
  const share = free === of ? "all" : free * 4 >= of * 3 ? "most" : free * 2 >= of ? "half" : "few";
  return { free, of, share };
}

/** A time that only the room spoils is a good time in another room. */
function inAnotherRoom(index: OverlapIndex, item: Item, slot: Slot): Slot {
  const isSpoilt =
    slot.fit === "clash" && slot.clashes.every(({ kind, severity }) => kind === "room" || severity === "hint");
  if (!isSpoilt) return slot;
  const [room] = freeRoomsFor(index, { ...item, when: slot.when }, 1);
  if (room === undefined) return slot;
  const { clashes } = room;
  const cost = slot.cost - weightOf(slot.clashes) + weightOf(clashes) + anotherRoomCost;
  return { ...slot, room: room.id, clashes, fit: fitOf(clashes), displaced: displacedBy(clashes, item.id), cost };
}

/** To meet elsewhere costs a little: about half a day. */
const anotherRoomCost = 5;
