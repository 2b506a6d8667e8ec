import type { Certainty, Overlap } from "../../shared/model/overlap.ts";
import type { PartyRef } from "../../shared/model/ref.ts";

/** How surely something of an item is needed elsewhere at that time: its parties by ref, and its place. */
export type Busy = {
  readonly parties: ReadonlyMap<PartyRef, Certainty>;
  readonly venue: Certainty | null;
};

const surest: readonly Certainty[] = ["certain", "probable", "possible"];

/**
 * What the overlaps of an item say about what is written on it: each overlap is held against the party through which the
 * item comes to need the resource, so "Ban Thường vụ" is marked when one of its members is needed elsewhere.
 */
export function busyOf(item: string, overlaps: readonly Overlap[]): Busy {
  const parties = new Map<PartyRef, Certainty>();
  let venue: Certainty | null = null;
  for (const { a, b, kind, certainty } of overlaps) {
    const own = b === null || a.item === item ? a : b;
    const party = own.path.steps[0];
    if (kind === "room" || kind === "capacity") venue = surer(venue, certainty);
    else if (party) parties.set(party, surer(parties.get(party) ?? null, certainty));
  }
  return { parties, venue };
}

/** Overlaps of an item, surest first; equally sure ones keep an order that is the same on every screen. */
export function surestFirst(overlaps: readonly Overlap[]): Overlap[] {
  const rank = ({ certainty }: Overlap) => surest.indexOf(certainty);
  return overlaps.toSorted((a, b) => rank(a) - rank(b) || (a.key < b.key ? -1 : 1));
}

function surer(a: Certainty | null, b: Certainty): Certainty {
  return a !== null && surest.indexOf(a) <= surest.indexOf(b) ? a : b;
}
