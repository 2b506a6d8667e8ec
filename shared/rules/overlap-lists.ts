import { type Overlap, otherItemOf } from "../model/overlap.ts";
import { byWeight } from "./overlap-same.ts";

/** The lists of overlaps of items: never changed in place, since two items may have the very same one. */

/** One list of two; the very list where the other has nothing, for most items have one overlap or none. */
export function joined(some: readonly Overlap[] | undefined, more: readonly Overlap[]): readonly Overlap[] {
  if (some === undefined || some.length === 0) return more;
  return more.length === 0 ? some : some.concat(more);
}

/** Worst first. */
export function inOrder(list: readonly Overlap[]): readonly Overlap[] {
  const [one, two] = list;
  if (one === undefined || two === undefined) return list;
  // Mostly there are two, and the engine takes a kilobyte to sort whatever it is given.
  if (list.length === 2) return byWeight(one, two) > 0 ? [two, one] : list;
  return list.toSorted(byWeight);
}

/** The overlaps of an item by the other it shares them with. */
export function byOther(list: readonly Overlap[], id: string): ReadonlyMap<string, readonly Overlap[]> {
  const shared = new Map<string, readonly Overlap[]>();
  for (const overlap of list) {
    const other = otherItemOf(overlap, id);
    if (other !== null) shared.set(other, joined(shared.get(other), [overlap]));
  }
  return shared;
}

/** What leaves a list and what comes into it, in order. */
type Exchange = { readonly gone: ReadonlySet<Overlap>; readonly come: readonly Overlap[] };

/** A list in order without what is gone and with what has come, in one walk: an item may have hundreds. */
export function exchanged(list: readonly Overlap[], { gone, come }: Exchange): readonly Overlap[] {
  const kept: Overlap[] = [];
  let at = 0;
  for (const overlap of list) {
    if (gone.has(overlap)) continue;
    for (let next = come[at]; next && byWeight(next, overlap) < 0; next = come[++at]) kept.push(next);
    kept.push(overlap);
  }
  // Put together anew, it is as long as need be: what grew by pushing keeps room for more.
  return kept.concat(come.slice(at));
}
