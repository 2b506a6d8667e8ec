import type { Item } from "../model/item.ts";
import { isPlaced } from "../model/when.ts";
import { type Claim, type Claims, createClaims } from "./claims.ts";
import type { DirectoryIndex } from "./directory-index.ts";
import { hashOf } from "./hash.ts";
import { type Place, placeOf } from "./place.ts";
import { type Span, spanOf } from "./span.ts";

/**
 * An item as the rules of overlaps see it: when it holds its people, what it needs, where it is. Everything a rule asks
 * of a pair is ready here, so that comparing two costs no text work.
 */
export type Booking = {
  readonly id: string;
  readonly item: Item;
  readonly span: Span;
  readonly claims: readonly Claim[];
  readonly place: Place;
  /** A bit for every resource and for the place, many to one: no common bit, nothing in common. */
  readonly mask: number;
  /** Print of when the item is, for the fingerprint of its overlaps. */
  readonly whenPrint: number;
};

/** Makes bookings against one directory. */
export type Bookings = { of(item: Item): Booking };

export function createBookings(index: DirectoryIndex): Bookings {
  const claims: Claims = createClaims(index);
  return {
    of(item) {
      const span = spanOf(item, index.directory.lengths);
      const isHeld = span.stretches.length > 0 && isPlaced(item.when);
      const place = placeOf(isHeld ? item.venue : undefined, index.room);
      const list = isHeld && isPlaced(item.when) ? claims.of(item, item.when.day) : [];
      const whenPrint = hashOf(JSON.stringify(item.when));
      return { id: item.id, item, span, claims: list, place, mask: maskOf(list, place), whenPrint };
    },
  };
}

function maskOf(claims: readonly Claim[], place: Place): number {
  let mask = place.sort === "vague" ? 0 : 1 << (hashOf(place.room ?? place.words ?? "") & 31);
  for (const claim of claims) mask |= 1 << (claim.number & 31);
  return mask;
}
