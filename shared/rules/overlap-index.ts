import type { Day } from "../kit/day.ts";
import type { Directory } from "../model/directory.ts";
import type { Item } from "../model/item.ts";
import type { Overlap } from "../model/overlap.ts";
import type { WhatIf } from "../model/slot.ts";
import { isPlaced } from "../model/when.ts";
import type { Booking } from "./booking.ts";
import { createLooking, type Found } from "./overlap-looking.ts";
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
  /** Replaces all items. */
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

/** What an item clashes over with one other. A list and no map: most items meet nobody or one. */
type Meeting = { readonly other: Slot; readonly overlaps: readonly Overlap[] };
type Slot = {
  booking: Booking;
  meetings: readonly Meeting[];
  /** What it clashes with by itself. */
  own: readonly Overlap[];
  list: readonly Overlap[] | null;
};

/** An empty index over one directory. */
export function createOverlapIndex(directory: Directory, options: OverlapOptions = {}): OverlapIndex {
  const makeRules = options.rules ?? createRuleSet;
  const slots = new Map<string, Slot>();
  const counting = createCounting();
  let world = createRuleWorld(directory, options.today ?? null);
  const find = (id: string) => slots.get(id)?.booking;
  let looking = createLooking(world, makeRules(world), find);

  function slotted(found: readonly Found[]): readonly Meeting[] {
    if (found.length === 0) return alone;
    return found.flatMap(({ other, overlaps }) => {
      const slot = slots.get(other.id);
      return slot ? [{ other: slot, overlaps }] : [];
    });
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
  function settle(slot: Slot, after: readonly Meeting[], changed: Set<string>): void {
    const before = slot.meetings;
    if (before.length === 0 && after.length === 0) return;
    let isOther = false;
    const change = (other: Slot, old: readonly Overlap[], now: readonly Overlap[]) => {
      isOther = true;
      changed.add(other.booking.id).add(slot.booking.id);
      counting.add(old, -1);
      counting.add(now, 1);
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
    if (!isOther) return;
    slot.meetings = kept;
    slot.list = null;
  }

  /** Judges anew what an item clashes with by itself. */
  function settleAlone(slot: Slot, own: readonly Overlap[], changed: Set<string>): void {
    if (areSame(slot.own, own)) return;
    counting.add(slot.own, -1);
    counting.add(own, 1);
    changed.add(slot.booking.id);
    slot.own = own;
    slot.list = null;
  }

  function settleCrowd(ids: ReadonlySet<string>, changed: Set<string>): void {
    for (const id of ids) {
      const slot = slots.get(id);
      if (slot) settleAlone(slot, looking.alone(slot.booking), changed);
    }
  }

  /** Puts an item in; `touch` hears whose own overlaps have to be judged anew beside its. */
  function place(item: Item, changed: Set<string>, touch: ((id: string) => void) | null): Slot {
    const booking = looking.booking(item);
    let slot = slots.get(item.id);
    if (slot) {
      looking.remove(slot.booking);
      if (touch) looking.touched(slot.booking, touch);
    } else slots.set(item.id, (slot = { booking, meetings: alone, own: none, list: null }));
    slot.booking = booking;
    settle(slot, slotted(looking.meet(booking)), changed);
    looking.add(booking);
    if (touch) looking.touched(booking, touch);
    return slot;
  }

  function put(item: Item): ReadonlySet<string> {
    const changed = new Set<string>();
    const crowd = new Set<string>();
    const slot = place(item, changed, (id) => crowd.add(id));
    settleAlone(slot, looking.alone(slot.booking), changed);
    settleCrowd(crowd, changed);
    return changed;
  }

  function drop(id: string): ReadonlySet<string> {
    const slot = slots.get(id);
    if (!slot) return nobody;
    const changed = new Set<string>();
    const crowd = new Set<string>();
    looking.remove(slot.booking);
    looking.touched(slot.booking, (other) => crowd.add(other));
    slots.delete(id);
    settle(slot, alone, changed);
    settleAlone(slot, none, changed);
    settleCrowd(crowd, changed);
    return changed;
  }

  function build(items: Iterable<Item>): OverlapChange {
    const before = new Map<string, readonly Overlap[]>();
    for (const [id, slot] of slots) if (hasAny(slot)) before.set(id, of(id));
    const unheard = new Set<string>();
    slots.clear();
    looking.clear();
    counting.clear();
    for (const item of [...items].sort(byDay)) place(item, unheard, null);
    // Crowds are counted once all have come.
    for (const slot of slots.values()) settleAlone(slot, looking.alone(slot.booking), unheard);
    const changed = new Set<string>();
    for (const [id, list] of before) if (!areSame(list, of(id))) changed.add(id);
    for (const [id, slot] of slots) if (!before.has(id) && hasAny(slot)) changed.add(id);
    return { items: changed };
  }

  function of(itemId: string): readonly Overlap[] {
    const slot = slots.get(itemId);
    if (!slot || !hasAny(slot)) return none;
    return (slot.list ??= listed(slot.meetings, slot.own));
  }

  function judgeAnew(next: RuleWorld): OverlapChange {
    const items = [...slots.values()].map(({ booking }) => booking.item);
    world = next;
    const before = looking;
    looking = createLooking(world, makeRules(world), find);
    before.clear();
    return build(items);
  }

  return {
    upsert: (item) => ({ items: put(item) }),
    remove: (id) => ({ items: drop(id) }),
    of,
    *all() {
      for (const slot of slots.values()) {
        yield* slot.own;
        for (const { other, overlaps } of slot.meetings) if (slot.booking.id < other.booking.id) yield* overlaps;
      }
    },
    counts: counting.counts,
    probe(candidate) {
      const booking = looking.booking(candidate);
      return listed(looking.meet(booking), looking.alone(booking));
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
 * A build goes through the days in order, so what an item is compared with was made just before it and is still in the
 * processor's cache. The answer is the same in any order.
 */
function byDay({ when: a }: Item, { when: b }: Item): number {
  const [one, two] = [isPlaced(a) ? a.day : "", isPlaced(b) ? b.day : ""];
  return one < two ? -1 : one > two ? 1 : 0;
}

function listed(
  meetings: readonly { readonly overlaps: readonly Overlap[] }[],
  own: readonly Overlap[],
): readonly Overlap[] {
  if (meetings.length === 0 && own.length === 0) return none;
  return [...meetings.flatMap(({ overlaps }) => overlaps), ...own].sort(byWeight);
}

function hasAny({ meetings, own }: Slot): boolean {
  return meetings.length > 0 || own.length > 0;
}

function sharedWith(meetings: readonly Meeting[], other: Slot): Meeting | undefined {
  return meetings.find((meeting) => meeting.other === other);
}

const none: readonly Overlap[] = [];
const alone: readonly Meeting[] = [];
const nobody: ReadonlySet<string> = new Set();
