import type { Item } from "../model/item.ts";
import type { Venue } from "../model/venue.ts";
import { isPlaced } from "../model/when.ts";
import { type Claim, type Claims, createClaims } from "./claims.ts";
import type { DirectoryIndex } from "./directory-index.ts";
import { mix } from "./hash.ts";
import { nowhere, type Place, placeOf } from "./place.ts";
import { type Span, spanOf } from "./span.ts";

/**
 * An item as the rules of overlaps see it: when it holds its people, what it needs, where it is. Everything a rule asks
 * of a pair is ready here, so that comparing two costs no text work.
 */
export type Booking = {
  readonly id: string;
  readonly item: Item;
  readonly stretches: Span["stretches"];
  readonly assumedMin: Span["assumedMin"];
  /** First and last minute of the whole span; from after to when it holds nobody. */
  readonly fromMin: number;
  readonly toMin: number;
  readonly claims: readonly Claim[];
  readonly place: Place;
  /** Print of when the item is, for the fingerprint of its overlaps. */
  readonly whenPrint: number;
};

/** Makes bookings against one directory. */
export type Bookings = { of(item: Item): Booking };

export function createBookings(index: DirectoryIndex): Bookings {
  const claims: Claims = createClaims(index);
  const places = new Map<string, Place>();

  /** The same few halls are written again and again. */
  function placeFor(venue: Venue): Place {
    const key = venue.room ?? ` ${venue.text ?? ""}`;
    let place = places.get(key);
    if (!place) places.set(key, (place = placeOf(venue, index.room)));
    return place;
  }

  return {
    of(item) {
      const span = spanOf(item, index.directory.lengths);
      const first = span.stretches[0];
      const last = span.stretches.at(-1);
      if (!first || !last || !isPlaced(item.when)) return { id: item.id, item, ...idle };
      return {
        id: item.id,
        item,
        stretches: span.stretches,
        assumedMin: span.assumedMin,
        fromMin: first.fromMin,
        toMin: last.toMin,
        claims: claims.of(item, item.when.day),
        place: item.venue ? placeFor(item.venue) : nowhere,
        whenPrint: printOf(span),
      };
    },
  };
}

const idle = {
  stretches: [],
  assumedMin: null,
  fromMin: 1,
  toMin: 0,
  claims: [],
  place: nowhere,
  whenPrint: 0,
} as const;

function printOf({ stretches }: Span): number {
  let print = stretches.length;
  for (const { fromMin, toMin, isStart, basis } of stretches)
    print = mix(mix(mix(print, fromMin), toMin), basis.length * 2 + (isStart ? 1 : 0));
  return print;
}
