import { type Item, partiesWithRole } from "../../shared/model/item.ts";
import { type Certainty, certainties, type Overlap } from "../../shared/model/overlap.ts";
import type { PartyRef } from "../../shared/model/ref.ts";
import { signOf } from "../../shared/rules/overlap-order.ts";
import type { Names } from "../../shared/text/names.ts";

/** One part of a card's second line. `isLoose`: the directory does not know it, be it words or an entry that is gone. */
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
  if (venue?.room) {
    const { name, isKnown } = names.of(`room:${venue.room}`);
    return { text: name, isLoose: !isKnown };
  }
  const text = venue?.text ?? venue?.assembly;
  return text ? { text, isLoose: false } : null;
}

/** The sign of a mark: how sure the worst open overlap is, or that all are settled. */
export type MarkSign = Certainty | "settled";

/**
 * The worst sign among the open overlaps and how many there are of it: what the mark on a card shows. Settled ones
 * (`isQuiet`) count only where nothing is open.
 */
export function worstOf(
  overlaps: readonly Overlap[],
  isQuiet: (overlap: Overlap) => boolean,
): { readonly sign: MarkSign; readonly count: number; readonly open: number } | null {
  if (overlaps.length === 0) return null;
  const open = overlaps.filter((overlap) => !isQuiet(overlap));
  for (const sign of certainties) {
    const count = open.filter((overlap) => signOf(overlap) === sign).length;
    if (count > 0) return { sign, count, open: open.length };
  }
  return { sign: "settled", count: overlaps.length, open: 0 };
}

const mentionsMax = 2;

function mentions(refs: readonly PartyRef[], names: Names): Mention[] {
  const shown = refs.slice(0, mentionsMax).map((ref) => {
    const { short, isKnown } = names.of(ref);
    return { text: short, isLoose: !isKnown };
  });
  const more = refs.length - shown.length;
  return more > 0 ? [...shown, { text: `+${more}`, isLoose: false }] : shown;
}
