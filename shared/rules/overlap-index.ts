import type { Directory } from "../model/directory.ts";
import type { Item } from "../model/item.ts";
import { type Certainty, certainties, type Overlap, type Severity, severities } from "../model/overlap.ts";
import { type Booking, type Bookings, createBookings } from "./booking.ts";
import { createDirectoryIndex } from "./directory-index.ts";
import type { OverlapRule } from "./overlap-rule.ts";
import { resourceRule } from "./resource-rule.ts";
import { createTimeTable } from "./time-table.ts";

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

/** What an item clashes over with one other. A list and no map: most items meet nobody or one. */
type Meeting = { readonly other: Slot; readonly overlaps: readonly Overlap[] };
type Slot = { booking: Booking; meetings: readonly Meeting[]; list: readonly Overlap[] | null };

/** An empty index over one directory. `rules` are the kinds of clash it looks for. */
export function createOverlapIndex(directory: Directory, rules: readonly OverlapRule[] = [resourceRule]): OverlapIndex {
  const between = joined(rules);
  const table = createTimeTable<Booking>(Math.max(...rules.map((rule) => rule.reachMin)));
  const slots = new Map<string, Slot>();
  const counts = { certain: 0, probable: 0, possible: 0, error: 0, warning: 0, hint: 0 };
  let bookings: Bookings = createBookings(createDirectoryIndex(directory));

  /** Every other item near enough in time, with what it clashes over. */
  function meet(booking: Booking): readonly Meeting[] {
    let meetings: Meeting[] | null = null;
    table.near(booking, (near) => {
      if (near.id === booking.id) return;
      const overlaps = booking.id < near.id ? between(booking, near) : between(near, booking);
      const other = overlaps.length > 0 ? slots.get(near.id) : undefined;
      if (other) (meetings ??= []).push({ other, overlaps });
    });
    return meetings ?? alone;
  }

  function count(overlaps: readonly Overlap[], by: 1 | -1): void {
    for (const { certainty, severity } of overlaps) {
      counts[certainty] += by;
      counts[severity] += by;
    }
  }

  /** Replaces what a slot shares with one other, as the other sees it. */
  function tell(slot: Slot, other: Slot, overlaps: readonly Overlap[]): void {
    const at = slot.meetings.findIndex((meeting) => meeting.other === other);
    if (overlaps.length === 0) slot.meetings = slot.meetings.filter((meeting) => meeting.other !== other);
    else if (at >= 0) slot.meetings = slot.meetings.with(at, { other, overlaps });
    else slot.meetings = slot.meetings.length === 0 ? [{ other, overlaps }] : [...slot.meetings, { other, overlaps }];
    slot.list = null;
  }

  /** Gives a slot new meetings, on both sides, and says whose list became another. */
  function settle(slot: Slot, after: readonly Meeting[]): ReadonlySet<string> {
    const before = slot.meetings;
    if (before.length === 0 && after.length === 0) return nobody;
    const changed = new Set<string>();
    const change = (other: Slot, old: readonly Overlap[], now: readonly Overlap[]) => {
      changed.add(other.booking.id).add(slot.booking.id);
      count(old, -1);
      count(now, 1);
      tell(other, slot, now);
    };
    for (const { other, overlaps } of before) if (!sharedWith(after, other)) change(other, overlaps, none);
    const kept = after.map((meeting) => {
      const old = before.length === 0 ? undefined : sharedWith(before, meeting.other);
      // What did not change stays the very same object on both sides.
      if (old && areSame(old.overlaps, meeting.overlaps)) return old;
      change(meeting.other, old?.overlaps ?? none, meeting.overlaps);
      return meeting;
    });
    if (changed.size === 0) return nobody;
    slot.meetings = kept;
    slot.list = null;
    return changed;
  }

  function put(item: Item): ReadonlySet<string> {
    const booking = bookings.of(item);
    let slot = slots.get(item.id);
    if (slot) table.remove(slot.booking);
    else slots.set(item.id, (slot = { booking, meetings: alone, list: null }));
    slot.booking = booking;
    const changed = settle(slot, meet(booking));
    table.add(booking);
    return changed;
  }

  function drop(id: string): ReadonlySet<string> {
    const slot = slots.get(id);
    if (!slot) return nobody;
    table.remove(slot.booking);
    slots.delete(id);
    return settle(slot, alone);
  }

  function build(items: Iterable<Item>): OverlapChange {
    const before = new Map<string, readonly Overlap[]>();
    for (const [id, slot] of slots) if (slot.meetings.length > 0) before.set(id, of(id));
    slots.clear();
    table.clear();
    for (const name of [...certainties, ...severities]) counts[name] = 0;
    for (const item of items) put(item);
    const changed = new Set<string>();
    for (const [id, list] of before) if (!areSame(list, of(id))) changed.add(id);
    for (const [id, slot] of slots) if (slot.meetings.length > 0 && !before.has(id)) changed.add(id);
    return { items: changed };
  }

  function of(itemId: string): readonly Overlap[] {
    const slot = slots.get(itemId);
    if (!slot || slot.meetings.length === 0) return none;
    return (slot.list ??= listed(slot.meetings));
  }

  return {
    upsert: (item) => ({ items: put(item) }),
    remove: (id) => ({ items: drop(id) }),
    of,
    *all() {
      for (const slot of slots.values())
        for (const { other, overlaps } of slot.meetings) if (slot.booking.id < other.booking.id) yield* overlaps;
    },
    counts: () => ({ ...counts }),
    probe: (candidate) => listed(meet(bookings.of(candidate))),
    build,
    setDirectory(next) {
      bookings = createBookings(createDirectoryIndex(next));
      return build([...slots.values()].map(({ booking }) => booking.item));
    },
  };
}

function listed(meetings: readonly Meeting[]): readonly Overlap[] {
  return meetings.flatMap(({ overlaps }) => overlaps).sort(byWeight);
}

function sharedWith(meetings: readonly Meeting[], other: Slot): Meeting | undefined {
  return meetings.find((meeting) => meeting.other === other);
}

const none: readonly Overlap[] = [];
const alone: readonly Meeting[] = [];
const nobody: ReadonlySet<string> = new Set();

/** All rules as one; with a single rule, that rule itself. */
function joined(rules: readonly OverlapRule[]): OverlapRule["between"] {
  const [only, ...others] = rules;
  if (only && others.length === 0) return (a, b) => only.between(a, b);
  return (a, b) => rules.flatMap((rule) => rule.between(a, b));
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
