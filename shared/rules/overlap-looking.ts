import type { Item } from "../model/item.ts";
import type { Overlap } from "../model/overlap.ts";
import { type Booking, createBookings } from "./booking.ts";
import type { CrowdRule, Find, Neighbourhood, OverlapRule, RuleSet, RuleWorld } from "./overlap-rule.ts";
import { createTimeTable } from "./time-table.ts";
import { createTune } from "./tuning.ts";

/** Hears what an item clashes over with one other; of several rules it hears one after the other. It asks nothing itself. */
export type Hear = (other: Booking, overlaps: readonly Overlap[]) => void;

/** All rules of one world over the bookings that were added: what one of them clashes with. */
export type Looking = {
  booking(item: Item): Booking;
  add(booking: Booking): void;
  remove(booking: Booking): void;
  clear(): void;
  /** Tells every overlap it has with another booking. Nothing is kept. */
  meet(booking: Booking, hear: Hear): void;
  /** What it clashes with by itself, or as one of a crowd. */
  alone(booking: Booking): readonly Overlap[];
  /** Others whose `alone` may be another when this one comes, goes or changes. */
  touched(booking: Booking, visit: (id: string) => void): void;
};

type Source = Pick<OverlapRule, "mayClash" | "between"> & {
  readonly neighbourhood: Neighbourhood;
};

export function createLooking(world: RuleWorld, rules: RuleSet, find: Find): Looking {
  const bookings = createBookings(world.index);
  const tune = createTune(world.index.directory.tunings);
  const time = inTime(rules);
  const sources: readonly Source[] = [time, ...rules.far.map((rule) => farSource(rule, find))];
  const crowds: readonly CrowdRule[] = rules.crowds(time.neighbourhood.near);

  // Who asks and who hears lie here, so that nothing has to be made for every question: a year asks thirty thousand.
  let asking: Booking;
  let hearing: Hear;
  const questions = sources.map(({ neighbourhood, mayClash, between }) => ({
    neighbourhood,
    visit(other: Booking): void {
      if (other.id === asking.id || !mayClash(asking, other)) return;
      const overlaps = tune(asking.id < other.id ? between(asking, other) : between(other, asking));
      if (overlaps.length > 0) hearing(other, overlaps);
    },
  }));

  return {
    booking: (item) => bookings.of(item),
    add(booking) {
      for (const { neighbourhood } of sources) neighbourhood.add(booking);
      for (const crowd of crowds) crowd.add(booking);
    },
    remove(booking) {
      for (const { neighbourhood } of sources) neighbourhood.remove(booking);
      for (const crowd of crowds) crowd.remove(booking);
    },
    clear() {
      for (const { neighbourhood } of sources) neighbourhood.clear();
      for (const crowd of crowds) crowd.clear();
    },
    meet(booking, hear) {
      asking = booking;
      hearing = hear;
      for (const { neighbourhood, visit } of questions) neighbourhood.near(booking, visit);
    },
    alone(booking) {
      let found: Overlap[] | null = null;
      for (const rule of rules.lone) for (const overlap of rule.of(booking)) (found ??= []).push(overlap);
      for (const crowd of crowds) for (const overlap of crowd.of(booking)) (found ??= []).push(overlap);
      return found === null ? none : tune(trimmed(found));
    },
    touched(booking, visit) {
      for (const crowd of crowds) crowd.touched(booking, visit);
    },
  };
}

/** A list that grew keeps room for more; these are kept by the thousand. */
function trimmed<Entry>(list: readonly Entry[]): readonly Entry[] {
  return list.slice();
}

const none: readonly Overlap[] = [];

/** All rules about pairs near in time as one; with a single rule, that rule itself. */
function inTime({ pairs }: RuleSet): Source {
  const neighbourhood = createTimeTable<Booking>(Math.max(0, ...pairs.map(({ reachMin }) => reachMin)));
  const [only, ...others] = pairs;
  if (only && others.length === 0) return { ...only, neighbourhood };
  return {
    neighbourhood,
    mayClash: (a, b) => pairs.some((rule) => rule.mayClash(a, b)),
    between: (a, b) => pairs.flatMap((rule) => rule.between(a, b)),
  };
}

/** What such a rule looks at beside an item was chosen by its own look already. */
function farSource({ neighbourhood, between }: RuleSet["far"][number], find: Find): Source {
  return { neighbourhood: neighbourhood(find), mayClash: () => true, between };
}
