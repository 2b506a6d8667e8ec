import type { Overlap } from "../model/overlap.ts";
import type { Booking } from "./booking.ts";

/**
 * One kind of reason why two items clash. The index brings every pair that is near enough in time, `a.id < b.id`; the
 * rule answers with the overlaps of that pair. It must be pure and look at nothing but the two bookings, or the index
 * could not stay right when only one of them changes.
 */
export type OverlapRule = {
  readonly name: string;
  /** How far apart two items may be and still matter to this rule, in minutes. */
  readonly reachMin: number;
  between(a: Booking, b: Booking): readonly Overlap[];
};
