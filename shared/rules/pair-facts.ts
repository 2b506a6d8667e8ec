import type { Certainty } from "../model/overlap.ts";
import type { Booking } from "./booking.ts";
import { certaintyOfStretches, type Matter, surer } from "./certainty.ts";
import type { Claim } from "./claims.ts";

/** A resource that two bookings both need: the claim of the first and that of the second. */
export type ClaimPair = readonly [Claim, Claim];

const noPairs: readonly ClaimPair[] = [];

/** The resources both need, by one walk over the two sorted lists. */
export function commonClaims(a: readonly Claim[], b: readonly Claim[]): readonly ClaimPair[] {
  let pairs: ClaimPair[] | null = null;
  let at = 0;
  for (const x of a) {
    let y = b[at];
    while (y !== undefined && y.number < x.number) y = b[++at];
    if (y === undefined) break;
    if (y.number !== x.number) continue;
    // Most have one in common: a list that begins with it is no longer than that, one that is pushed to has room for more.
    if (pairs === null) pairs = [[x, y]];
    else pairs.push([x, y]);
  }
  return pairs ?? noPairs;
}

/** A part of a conference does not clash with the conference. */
export function areRelated(a: Booking, b: Booking): boolean {
  return a.item.parent === b.id || b.item.parent === a.id;
}

/** The surest clash over all stretches of two items; null where there is none. */
export function certaintyOfSpans(a: Booking, b: Booking, matter: Matter): Certainty | null {
  if (a.several === null && b.several === null) return certaintyOfStretches(a, b, matter);
  let best: Certainty | null = null;
  for (const one of a.several ?? [a])
    for (const two of b.several ?? [b]) best = surer(best, certaintyOfStretches(one, two, matter));
  return best;
}

/** What lies between two items that do not overlap: the free minutes, and how the end of the first is known. */
export type Gap = {
  readonly first: Booking;
  readonly second: Booking;
  readonly freeMin: number;
  readonly isEndWritten: boolean;
  /** The length taken for granted, where the end of the first is not written. */
  readonly assumedMin: number | null;
};

/**
 * The gap between two items, where both hours are written and the first ends before the second begins; the end of the
 * first may be written, ruled or customary. Null otherwise: without hours nobody can say how much time is left.
 */
export function gapBetween(a: Booking, b: Booking): Gap | null {
  const [first, second] = a.fromMin <= b.fromMin ? [a, b] : [b, a];
  const freeMin = second.fromMin - first.toMin;
  const { basis, assumedMin } = first;
  if (freeMin < 0 || !second.isStart) return null;
  if (basis !== "written" && basis !== "ruled" && basis !== "assumed") return null;
  return { first, second, freeMin, isEndWritten: basis === "written", assumedMin };
}
