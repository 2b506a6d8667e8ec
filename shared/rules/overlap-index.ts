import { minutesPerDay } from "../kit/minute.ts";
import type { Directory } from "../model/directory.ts";
import type { Item } from "../model/item.ts";
import { type Certainty, certainties, type Overlap, type Severity, severities } from "../model/overlap.ts";
import { type Booking, type Bookings, createBookings } from "./booking.ts";
import { createDirectoryIndex } from "./directory-index.ts";
import type { OverlapRule } from "./overlap-rule.ts";
import { resourceRule } from "./resource-rule.ts";

/** The items whose list of overlaps is not what it was before, on either side: their cards repaint. */
export type OverlapChange = { readonly items: ReadonlySet<string> };

export type OverlapCounts = Readonly<Record<Certainty | Severity, number>>;

/**
 * All overlaps among a set of items, kept current edit by edit. What it answers depends on the items and the directory
 * alone, never on the order in which they came: every screen that holds the same document shows the same.
 */
export type OverlapIndex = {
  /** Puts an item in, or in the place of the one with its id. */
  upsert(item: Item): OverlapChange;
  /** Takes an item out; an unknown id changes nothing. */
  remove(id: string): OverlapChange;
  /** The overlaps of one item, worst first; empty for an unknown id. */
  of(itemId: string): readonly Overlap[];
  /** Every overlap once, in no particular order. */
  all(): Iterable<Overlap>;
  /** How many there are, by certainty and by severity. */
  counts(): OverlapCounts;
  /** The overlaps `candidate` would have in the place of the item with its id. Nothing is kept. */
  probe(candidate: Item): readonly Overlap[];
  /** Replaces all items. */
  build(items: Iterable<Item>): OverlapChange;
  /** Judges every item anew by another directory. */
  setDirectory(directory: Directory): OverlapChange;
};

type Slot = { booking: Booking; readonly pairs: Map<Slot, readonly Overlap[]>; list: readonly Overlap[] | null };

/** An empty index over one directory. `rules` are the kinds of clash it looks for. */
export function createOverlapIndex(directory: Directory, rules: readonly OverlapRule[] = [resourceRule]): OverlapIndex {
  const reachMin = Math.max(...rules.map((rule) => rule.reachMin));
  let bookings: Bookings = createBookings(createDirectoryIndex(directory));
  const slots = new Map<string, Slot>();
  const slotsByDay = new Map<number, Set<Slot>>();
  const counts = { certain: 0, probable: 0, possible: 0, error: 0, warning: 0, hint: 0 };

  function daysOf({ span }: Booking): Set<number> {
    const days = new Set<number>();
    for (const { fromMin, toMin } of span.stretches) {
      const last = Math.floor((toMin - 1 + reachMin) / minutesPerDay);
      for (let day = Math.floor((fromMin - reachMin) / minutesPerDay); day <= last; day++) days.add(day);
    }
    return days;
  }

  function overlapsOf(a: Booking, b: Booking): readonly Overlap[] {
    const [first, second] = a.id < b.id ? [a, b] : [b, a];
    const [rule] = rules;
    if (rules.length === 1 && rule) return rule.between(first, second);
    return rules.flatMap((each) => each.between(first, second));
  }

  /** Every other item near enough in time, with what it clashes over. */
  function meet(booking: Booking): Map<Slot, readonly Overlap[]> {
    const pairs = new Map<Slot, readonly Overlap[]>();
    const met = new Set<Slot>();
    for (const day of daysOf(booking)) {
      for (const other of slotsByDay.get(day) ?? []) {
        if (other.booking.id === booking.id || met.has(other)) continue;
        met.add(other);
        const overlaps = overlapsOf(booking, other.booking);
        if (overlaps.length > 0) pairs.set(other, overlaps);
      }
    }
    return pairs;
  }

  function count(overlaps: readonly Overlap[], by: 1 | -1): void {
    for (const { certainty, severity } of overlaps) {
      counts[certainty] += by;
      counts[severity] += by;
    }
  }

  function enter(slot: Slot): void {
    for (const day of daysOf(slot.booking)) {
      let set = slotsByDay.get(day);
      if (!set) slotsByDay.set(day, (set = new Set()));
      set.add(slot);
    }
  }

  function leave(slot: Slot): void {
    for (const day of daysOf(slot.booking)) {
      const set = slotsByDay.get(day);
      set?.delete(slot);
      if (set?.size === 0) slotsByDay.delete(day);
    }
  }

  /** Gives a slot new pairs, on both sides, and says whose list became another. */
  function settle(slot: Slot, pairs: ReadonlyMap<Slot, readonly Overlap[]>): Set<string> {
    const changed = new Set<string>();
    for (const other of new Set([...slot.pairs.keys(), ...pairs.keys()])) {
      const before = slot.pairs.get(other) ?? [];
      const after = pairs.get(other) ?? [];
      if (areSame(before, after)) continue;
      changed.add(other.booking.id).add(slot.booking.id);
      count(before, -1);
      count(after, 1);
      for (const [one, two] of [[slot, other] as const, [other, slot] as const]) {
        if (after.length > 0) one.pairs.set(two, after);
        else one.pairs.delete(two);
        one.list = null;
      }
    }
    return changed;
  }

  function put(item: Item): Set<string> {
    const booking = bookings.of(item);
    const slot = slots.get(item.id) ?? { booking, pairs: new Map(), list: null };
    if (slots.has(item.id)) leave(slot);
    else slots.set(item.id, slot);
    slot.booking = booking;
    enter(slot);
    return settle(slot, meet(booking));
  }

  function drop(id: string): Set<string> {
    const slot = slots.get(id);
    if (!slot) return new Set();
    leave(slot);
    slots.delete(id);
    return settle(slot, new Map());
  }

  function build(items: Iterable<Item>): OverlapChange {
    const before = new Map([...slots].map(([id]) => [id, of(id)]));
    slots.clear();
    slotsByDay.clear();
    for (const name of [...certainties, ...severities]) counts[name] = 0;
    for (const item of items) put(item);
    const ids = new Set([...before.keys(), ...slots.keys()]);
    return { items: new Set([...ids].filter((id) => !areSame(before.get(id) ?? [], of(id)))) };
  }

  function of(itemId: string): readonly Overlap[] {
    const slot = slots.get(itemId);
    if (!slot) return [];
    return (slot.list ??= [...slot.pairs.values()].flat().sort(byWeight));
  }

  return {
    upsert: (item) => ({ items: put(item) }),
    remove: (id) => ({ items: drop(id) }),
    of,
    *all() {
      for (const slot of slots.values())
        for (const [other, overlaps] of slot.pairs) if (slot.booking.id < other.booking.id) yield* overlaps;
    },
    counts: () => ({ ...counts }),
    probe: (candidate) => [...meet(bookings.of(candidate)).values()].flat().sort(byWeight),
    build,
    setDirectory(next) {
      bookings = createBookings(createDirectoryIndex(next));
      return build([...slots.values()].map(({ booking }) => booking.item));
    },
  };
}

function areSame(a: readonly Overlap[], b: readonly Overlap[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((overlap, at) => overlap.key === b[at]?.key && overlap.fingerprint === b[at]?.fingerprint);
}

/** Worst first, then surest, then by key: one order on every screen. */
function byWeight(a: Overlap, b: Overlap): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    certainties.indexOf(a.certainty) - certainties.indexOf(b.certainty) ||
    (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
  );
}
