import { type Item, partiesWithRole } from "../../shared/model/item.ts";
import { type Certainty, certainties, type Overlap } from "../../shared/model/overlap.ts";
import type { PartyRef } from "../../shared/model/ref.ts";
import { isLooseText, type Names } from "../document/names.ts";

/** One part of a card's second line. `isLoose`: words that the directory does not know. */
export type Mention = { readonly text: string; readonly isLoose: boolean };

/** Who a card names: the chairs, or who attends when nobody chairs; at most two, then how many more. */
export function whoOf(item: Item, names: Names): Mention[] {
  const chairs = partiesWithRole(item, "chair");
  return mentions(chairs.length > 0 ? chairs : partiesWithRole(item, "attend"), names);
}

/** Who prepares it. */
export function preparingOf(item: Item, names: Names): Mention[] {
  return mentions(partiesWithRole(item, "prepare"), names);
}

/** Where a card says it is: the room, the words of the venue, or where people assemble. */
export function venueOf(item: Item, names: Names): Mention | null {
  const { venue } = item;
  if (venue?.room)
    return { text: names.of(`room:${venue.room}`).name, isLoose: !names.of(`room:${venue.room}`).isKnown };
  const text = venue?.text ?? venue?.assembly;
  return text ? { text, isLoose: false } : null;
}

/** The worst certainty among overlaps and how many there are of it: what the mark on a card shows. */
export function worstOf(
  overlaps: readonly Overlap[],
): { readonly certainty: Certainty; readonly count: number } | null {
  for (const certainty of certainties) {
    const count = overlaps.filter((overlap) => overlap.certainty === certainty).length;
    if (count > 0) return { certainty, count };
  }
  return null;
}

const mentionsMax = 2;

function mentions(refs: readonly PartyRef[], names: Names): Mention[] {
  const shown = refs.slice(0, mentionsMax).map((ref) => ({ text: names.of(ref).short, isLoose: isLooseText(ref) }));
  const more = refs.length - shown.length;
  return more > 0 ? [...shown, { text: `+${more}`, isLoose: false }] : shown;
}
