import type { Certainty, Overlap, OverlapDetail, OverlapKind, Path } from "../model/overlap.ts";
import { type Booking, whenPrintOf } from "./booking.ts";
import { severityOf } from "./certainty.ts";
import { mix } from "./hash.ts";
import { yieldOf } from "./yields.ts";

/** How one of two items comes to need the resource, with its print. */
export type Way = { readonly path: Path; readonly print: number };

/** What two items were found to clash over; `x` is the way of the item with the lesser id. */
export type Found = {
  readonly kind: OverlapKind;
  readonly resource: Overlap["resource"];
  readonly certainty: Certainty;
  readonly x: Way;
  readonly y: Way;
  readonly detail?: OverlapDetail | null;
  /** What of the two clashes, as a print, where it is not their hours. */
  readonly print?: number;
};

/** What one item was found to clash over with a rule. `print` changes with what clashes. */
export type FoundAlone = Pick<Found, "kind" | "resource" | "certainty" | "detail"> & { readonly print: number };

/** The overlap of two items, `a.id < b.id`, with its key and fingerprint (model/overlap.ts). */
export function makeOverlap(found: Found, a: Booking, b: Booking): Overlap {
  const { kind, resource, certainty, x, y, detail } = found;
  return {
    // Joined and not a template: that is kept as a chain of its parts, three times as large, until somebody compares it.
    key: [kind, resource, a.id, b.id].join(" "),
    fingerprint: fingerprintOf(found, a, b),
    kind,
    resource,
    a: { item: a.id, path: x.path },
    b: { item: b.id, path: y.path },
    certainty,
    severity: severityOf(found, x.path, y.path),
    gapMin: found.print === undefined ? gapOf(a, b) : null,
    assumedMin: found.print === undefined ? assumedIn(a, b) : nothingAssumed,
    yields: yieldOf(a, b, found),
    detail: detail ?? null,
    noProxy: proxiesOf(a, b, found),
  };
}

/** The overlap of one item with a rule. */
export function makeAlone({ kind, resource, certainty, detail, print }: FoundAlone, a: Booking): Overlap {
  return {
    key: `${kind} ${resource} ${a.id}`,
    fingerprint: printToText(mix(certaintyPrints[certainty], print)),
    kind,
    resource,
    a: { item: a.id, path: itself.path },
    b: null,
    certainty,
    severity: severityOf({ kind, certainty }, itself.path, null),
    gapMin: null,
    assumedMin: nothingAssumed,
    yields: null,
    detail: detail ?? null,
    noProxy: anyProxy,
  };
}

/** The item itself clashes: its matter, its day, its number of people. */
export const itself: Way = { path: { role: "item", steps: [], conditional: false }, print: 1 };

const nothingAssumed = { a: null, b: null } as const;
const anyProxy = { a: false, b: false } as const;

/** The head's own reception: nobody may stand in for who chairs it. */
function proxiesOf(a: Booking, b: Booking, { x, y }: Found): Overlap["noProxy"] {
  if (!a.isPeriodicReception && !b.isPeriodicReception) return anyProxy;
  return {
    a: a.isPeriodicReception && x.path.role === "chair",
    b: b.isPeriodicReception && y.path.role === "chair",
  };
}

const certaintyPrints: Readonly<Record<Certainty, number>> = { certain: 1, probable: 2, possible: 3 };

/** Changes with the hours of either side, with how it comes to need the resource, and with how sure the clash is. */
function fingerprintOf({ certainty, x, y, print }: Found, a: Booking, b: Booking): string {
  if (print !== undefined) return printToText(mix(certaintyPrints[certainty], print));
  const ofA = mix(mix(certaintyPrints[certainty], whenPrintOf(a)), x.print);
  return printToText(mix(mix(ofA, whenPrintOf(b)), y.print));
}

const digits = "0123456789abcdefghijklmnopqrstuvwxyz";

/** A print in base 36, as `toString(36)` writes it: that takes three times as long. */
function printToText(print: number): string {
  let text = "";
  let rest = print >>> 0;
  do {
    const next = Math.floor(rest / 36);
    text = `${digits[rest - next * 36]}${text}`;
    rest = next;
  } while (rest > 0);
  return text;
}

/** Minutes between the first starts; null where one is not written. */
function gapOf(a: Booking, b: Booking): number | null {
  return a.isStart && b.isStart ? Math.abs(a.fromMin - b.fromMin) : null;
}

function assumedIn(a: Booking, b: Booking): Overlap["assumedMin"] {
  const [ofA, ofB] = [assumedFor(a, b), assumedFor(b, a)];
  return ofA === null && ofB === null ? nothingAssumed : { a: ofA, b: ofB };
}

/** The assumed length of an item where it is what makes it last into the other; null where nothing was taken for granted. */
function assumedFor(own: Booking, other: Booking): number | null {
  const { assumedMin } = own;
  // Beside something without an hour it is the missing hour that is guessed at, not this length.
  if (assumedMin === null || !own.isStart || !other.isStart) return null;
  return own.fromMin < other.fromMin && own.fromMin + assumedMin > other.fromMin ? assumedMin : null;
}
