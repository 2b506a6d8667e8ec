import type { Day } from "../kit/day.ts";
import type { Overlap } from "../model/overlap.ts";
import type { Booking } from "./booking.ts";
import type { Calendar } from "./calendar.ts";
import type { DirectoryIndex } from "./directory-index.ts";
import type { Norms } from "./norms.ts";
import type { Ways } from "./ways.ts";

/** What rules know beside the items: the directory, what the board decided, and the day it is. */
export type RuleWorld = {
  readonly index: DirectoryIndex;
  readonly calendar: Calendar;
  readonly norms: Norms;
  readonly ways: Ways;
  /** Null where nobody says which day it is: rules about notice then look at what was written only. */
  readonly today: Day | null;
};

/**
 * One kind of reason why two items clash. The index brings every pair that is near enough in time, `a.id < b.id`; the
 * rule answers with the overlaps of that pair. It must be pure and look at nothing but the two bookings, or the index
 * could not stay right when only one of them changes.
 */
export type OverlapRule = {
  readonly name: string;
  /** How far apart two items may be and still matter to this rule, in minutes. */
  readonly reachMin: number;
  /** A quick look before the pair is put in order and judged: false only where `between` finds nothing. Symmetric. */
  mayClash(a: Booking, b: Booking): boolean;
  between(a: Booking, b: Booking): readonly Overlap[];
};

/** Which bookings a rule has to look at beside one; kept current by whoever holds the items. */
export type Neighbourhood = {
  add(booking: Booking): void;
  /** Takes out the very booking that was added. */
  remove(booking: Booking): void;
  /** Calls `visit` once for every other booking that may matter, of those that were added. */
  near(booking: Booking, visit: (other: Booking) => void): void;
  clear(): void;
};

/** The booking of an item that is held, by its id. */
export type Find = (id: string) => Booking | undefined;

/** A rule about pairs that are near in something else than time: in matter, in descent. */
export type FarRule = Omit<OverlapRule, "reachMin" | "mayClash"> & { neighbourhood(find: Find): Neighbourhood };

/** A rule about one item and nothing else. Pure. */
export type LoneRule = { readonly name: string; of(booking: Booking): readonly Overlap[] };

/**
 * A rule about one item among many: how many members are held elsewhere, how many dossiers come at once. Its answer hangs
 * on the neighbours it looks at, so an edit has it answer anew for every booking that `touched` names.
 */
export type CrowdRule = {
  readonly name: string;
  add(booking: Booking): void;
  remove(booking: Booking): void;
  clear(): void;
  /** The bookings whose answer may change when this one comes, goes or changes; itself left out. */
  touched(booking: Booking, visit: (id: string) => void): void;
  /** The overlap of a booking among those that were added; one with its own id is left aside. */
  of(booking: Booking): readonly Overlap[];
};

/** Everything an index looks for, made for one world. */
export type RuleSet = {
  readonly pairs: readonly OverlapRule[];
  readonly far: readonly FarRule[];
  readonly lone: readonly LoneRule[];
  /** Crowds hold bookings, so each index makes its own; `near` is the index's table of what is on. */
  crowds(near: Neighbourhood["near"]): readonly CrowdRule[];
};
