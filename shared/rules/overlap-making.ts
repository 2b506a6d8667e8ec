import type { Certainty, Overlap, OverlapKind, Path } from "../model/overlap.ts";
import type { Booking } from "./booking.ts";
import { severityOf } from "./certainty.ts";
import { mix } from "./hash.ts";

/** How one of two items comes to need the resource, with its print. */
export type Way = { readonly path: Path; readonly print: number };

/** What two items were found to clash over; `x` is the way of the item with the lesser id. */
export type Found = {
  readonly kind: OverlapKind;
  readonly resource: Overlap["resource"];
  readonly certainty: Certainty;
  readonly x: Way;
  readonly y: Way;
};

/** The overlap of two items, `a.id < b.id`, with its key and fingerprint (model/overlap.ts). */
export function makeOverlap(found: Found, a: Booking, b: Booking): Overlap {
  const { kind, resource, certainty, x, y } = found;
  return {
    key: `${kind} ${resource} ${a.id} ${b.id}`,
    fingerprint: fingerprintOf(found, a, b),
    kind,
    resource,
    a: { item: a.id, path: x.path },
    b: { item: b.id, path: y.path },
    certainty,
    severity: severityOf(found, x.path, y.path),
    gapMin: gapOf(a, b),
    assumedMin: { a: assumedFor(a, b), b: assumedFor(b, a) },
    yields: null,
    detail: null,
    noProxy: { a: false, b: false },
  };
}

const certaintyPrints: Readonly<Record<Certainty, number>> = { certain: 1, probable: 2, possible: 3 };

/** Changes with the hours of either side, with how it comes to need the resource, and with how sure the clash is. */
function fingerprintOf({ certainty, x, y }: Found, a: Booking, b: Booking): string {
  const ofA = mix(mix(certaintyPrints[certainty], a.whenPrint), x.print);
  return (mix(mix(ofA, b.whenPrint), y.print) >>> 0).toString(36);
}

/** Minutes between the first starts; null where one is not written. */
function gapOf(a: Booking, b: Booking): number | null {
  return a.stretches[0]?.isStart && b.stretches[0]?.isStart ? Math.abs(a.fromMin - b.fromMin) : null;
}

/** The assumed length of an item where it is what makes it last into the other; null where nothing was taken for granted. */
function assumedFor(own: Booking, other: Booking): number | null {
  const { assumedMin } = own;
  if (assumedMin === null || !own.stretches[0]?.isStart) return null;
  // Beside something without an hour it is the missing hour that is guessed at, not this length.
  if (!other.stretches[0]?.isStart) return null;
  return own.fromMin < other.fromMin && own.fromMin + assumedMin > other.fromMin ? assumedMin : null;
}
