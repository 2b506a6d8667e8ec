import type { Day } from "../kit/day.ts";
import type { Directory } from "../model/directory.ts";
import type { Item } from "../model/item.ts";
import type { Overlap } from "../model/overlap.ts";
import type { WhatIf } from "../model/slot.ts";
import { isPlaced } from "../model/when.ts";
import type { Booking } from "./booking.ts";
import { byOther, exchanged, inOrder, joined } from "./overlap-lists.ts";
import { createLooking, type Hear } from "./overlap-looking.ts";
import type { RuleSet, RuleWorld } from "./overlap-rule.ts";
import { areSame, byWeight, createCounting, type OverlapCounts } from "./overlap-same.ts";
import { createRuleSet, createRuleWorld } from "./rule-set.ts";
import { whatIfOf } from "./what-if.ts";

/** The items whose list of overlaps is not what it was before, on either side: their cards repaint. */
export type OverlapChange = { readonly items: ReadonlySet<string> };

/**
 * All overlaps among a set of items, kept current edit by edit. What it answers depends on the items, the directory and the
 * day alone, never on the order in which they came: every screen that holds the same document shows the same.
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
  /** What would come and go, everywhere, if these items stood as given and those ids were gone. Nothing is kept. */
  whatIf(items: readonly Item[], leaving?: readonly string[]): WhatIf;
  /** Replaces all items. Of two with one id the one on the later day counts. */
  build(items: Iterable<Item>): OverlapChange;
  /** Judges every item anew by another directory. */
  setDirectory(directory: Directory): OverlapChange;
  /** Judges every item anew on another day; null when nobody knows which it is. */
  setToday(today: Day | null): OverlapChange;
  /** What the rules know beside the items: for searches that ask the same questions. */
  world(): RuleWorld;
};

/** `rules` are the kinds of clash it looks for, all when missing; `today` is the day notice is counted from. */
export type OverlapOptions = { readonly rules?: (world: RuleWorld) => RuleSet; readonly today?: Day | null };

/** An item that is held, with its overlaps, worst first. Nothing beside: a year has ten thousand of them. */
type Slot = { booking: Booking; list: readonly Overlap[] };

/** An empty index over one directory. */
export function createOverlapIndex(directory: Directory, options: OverlapOptions = {}): OverlapIndex {
  const makeRules = options.rules ?? createRuleSet;
  const slots = new Map<string, Slot>();
  const counting = createCounting();
  let world = createRuleWorld(directory, options.today ?? null);
  const find = (id: string) => slots.get(id)?.booking;
  let looking = createLooking(world, makeRules(world), find);

  /** What an item is now found to clash over with others, by their ids. */
  function meetingsOf(booking: Booking): ReadonlyMap<string, readonly Overlap[]> {
    const found = new Map<string, readonly Overlap[]>();
    looking.meet(booking, (other, overlaps) => void found.set(other.id, joined(found.get(other.id), overlaps)));
    return found;
  }

  /** Judges anew what an item shares with others, on both sides, and says whose list became another. */
  function settle(slot: Slot, found: ReadonlyMap<string, readonly Overlap[]>, changed: Set<string>): void {
    const before = byOther(slot.list, slot.booking.id);
    const gone = new Set<Overlap>();
    const come: Overlap[] = [];
    for (const other of new Set([...before.keys(), ...found.keys()])) {
      const its = slots.get(other);
      const [old, now] = [before.get(other) ?? none, inOrder(found.get(other) ?? none)];
      // What did not change stays the very same object on both sides.
      if (!its || areSame(old, now)) continue;
      for (const overlap of old) gone.add(overlap);
      come.push(...now);
      its.list = exchanged(its.list, { gone: new Set(old), come: now });
      changed.add(other);
    }
    if (gone.size + come.length === 0) return;
    counting.add(gone, -1);
    counting.add(come, 1);
    slot.list = exchanged(slot.list, { gone, come: come.sort(byWeight) });
    changed.add(slot.booking.id);
  }

  /** Judges anew what each of some items clashes with by itself or as one of a crowd. */
  function settleAlone(ids: Iterable<string>, changed: Set<string>): void {
    for (const id of ids) {
      const slot = slots.get(id);
      if (slot) settleOwn(slot, inOrder(looking.alone(slot.booking)), changed);
    }
  }

  function settleOwn(slot: Slot, now: readonly Overlap[], changed: Set<string>): void {
    const old = slot.list.filter(({ b }) => b === null);
    if (areSame(old, now)) return;
    counting.add(old, -1);
    counting.add(now, 1);
    slot.list = exchanged(slot.list, { gone: new Set(old), come: now });
    changed.add(slot.booking.id);
  }

  function put(item: Item): ReadonlySet<string> {
    const booking = looking.booking(item);
    const slot = slots.get(item.id) ?? { booking, list: none };
    const crowd = new Set<string>([item.id]);
    const changed = new Set<string>();
    if (slots.has(item.id)) takeOut(slot.booking, crowd);
    slots.set(item.id, slot);
    slot.booking = booking;
    settle(slot, meetingsOf(booking), changed);
    looking.add(booking);
    looking.touched(booking, (id) => crowd.add(id));
    settleAlone(crowd, changed);
    return changed;
  }

  /** Takes a booking from where others look; `crowd` gets those whose own overlaps have to be judged anew. */
  function takeOut(booking: Booking, crowd: Set<string>): void {
    looking.remove(booking);
    looking.touched(booking, (id) => crowd.add(id));
  }

  function drop(id: string): ReadonlySet<string> {
    const slot = slots.get(id);
    if (!slot) return nobody;
    const crowd = new Set<string>();
    const changed = new Set<string>();
    takeOut(slot.booking, crowd);
    settle(slot, nothing, changed);
    settleOwn(slot, none, changed);
    slots.delete(id);
    settleAlone(crowd, changed);
    return changed;
  }

  /** Takes out the earlier of two items with one id, before crowds are counted. */
  function forget(slot: Slot): void {
    looking.remove(slot.booking);
    settle(slot, nothing, new Set());
    slots.delete(slot.booking.id);
  }

  /** Not one edit after another: nobody asks between them, so lists are put in order once, and crowds counted once. */
  function build(items: Iterable<Item>): OverlapChange {
    const before = new Map<string, readonly Overlap[]>();
    for (const { booking, list } of slots.values()) if (list.length > 0) before.set(booking.id, list);
    slots.clear();
    looking.clear();
    counting.clear();
    let slot: Slot;
    const hear: Hear = (other, overlaps) => {
      const its = slots.get(other.id);
      if (!its) return;
      counting.add(overlaps, 1);
      slot.list = joined(slot.list, overlaps);
      its.list = joined(its.list, overlaps);
    };
    for (const item of inDays(items)) {
      const twin = slots.get(item.id);
      if (twin) forget(twin);
      const booking = looking.booking(item);
      slot = { booking, list: none };
      slots.set(booking.id, slot);
      looking.meet(booking, hear);
      looking.add(booking);
    }
    const changed = new Set<string>();
    for (const slot of slots.values()) {
      const { booking, list } = slot;
      const own = looking.alone(booking);
      counting.add(own, 1);
      slot.list = inOrder(joined(list, own));
      if (!areSame(slot.list, before.get(booking.id) ?? none)) changed.add(booking.id);
    }
    for (const id of before.keys()) if (!slots.has(id)) changed.add(id);
    return { items: changed };
  }

  function judgeAnew(next: RuleWorld): OverlapChange {
    const items = [...slots.values()].map(({ booking }) => booking.item);
    world = next;
    const before = looking;
    looking = createLooking(world, makeRules(world), find);
    before.clear();
    return build(items);
  }

  const of = (id: string) => slots.get(id)?.list ?? none;

  return {
    upsert: (item) => ({ items: put(item) }),
    remove: (id) => ({ items: drop(id) }),
    of,
    *all() {
      // One of two items stands on both their lists.
      for (const [id, { list }] of slots) for (const overlap of list) if (overlap.a.item === id) yield overlap;
    },
    counts: counting.counts,
    probe(candidate) {
      const booking = looking.booking(candidate);
      let found = looking.alone(booking);
      looking.meet(booking, (_, overlaps) => {
        found = joined(found, overlaps);
      });
      return inOrder(found);
    },
    whatIf: (items, leaving = []) =>
      whatIfOf({ put, drop, of, item: (id) => slots.get(id)?.booking.item }, { items, leaving }),
    build,
    setDirectory: (next) => judgeAnew(createRuleWorld(next, world.today)),
    setToday(today) {
      if (today === world.today) return { items: nobody };
      return judgeAnew({ ...world, today });
    },
    world: () => world,
  };
}

/**
 * Day after day: what an item is compared with was made just before it and lies beside it in the processor's cache. The answer
 * is the same in any order.
 */
function inDays(items: Iterable<Item>): readonly Item[] {
  const byDay = Map.groupBy(items, ({ when }) => (isPlaced(when) ? when.day : ""));
  return [...byDay.keys()].sort().flatMap((day) => byDay.get(day) ?? []);
}

const none: readonly Overlap[] = [];
const nothing: ReadonlyMap<string, readonly Overlap[]> = new Map();
const nobody: ReadonlySet<string> = new Set();
