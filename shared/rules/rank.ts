import { type Item, partiesWithRole } from "../model/item.ts";
import { type PartyRef, partyIdOf } from "../model/ref.ts";
import type { DirectoryIndex } from "./directory-index.ts";

/** How far to the front an item stands when two clash: the precedence of the body behind it, less goes first. */
export type Rank = { readonly precedence: number; readonly body: PartyRef | null };

/** An item that no body stands behind: after all bodies. */
export const noRank: Rank = { precedence: 100, body: null };

/** The foremost body that sits in an item or chairs it (*Central > BCH > BTV > Thường trực > HĐND > UBND > others*). */
export function rankOf(item: Item, index: DirectoryIndex): Rank {
  const { body } = item;
  let best = body === undefined ? noRank : rankOfBody(body, index);
  for (const ref in item.parties) {
    if (!ref.startsWith("body:") || !partiesWithRole(item, "chair").includes(ref as PartyRef)) continue;
    const rank = rankOfBody(ref as PartyRef, index);
    if (rank.precedence < best.precedence) best = rank;
  }
  return best;
}

function rankOfBody(ref: PartyRef, { entries }: DirectoryIndex): Rank {
  const body = entries.bodies.get(partyIdOf(ref));
  return body === undefined ? noRank : { precedence: body.precedence, body: ref };
}
