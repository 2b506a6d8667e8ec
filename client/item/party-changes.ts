import { type Item, type Participation, type PartyRole, partiesOf } from "../../shared/model/item.ts";
import type { PartyRef } from "../../shared/model/ref.ts";

/** What to set on parties of an item; null takes one away. All of one list belong to one step of undo. */
export type PartyChange = readonly [ref: PartyRef, as: Participation | null];

type Parties = Pick<Item, "parties">;

/**
 * Adds a party at the end of the written order, or gives one that is there already the new role. Parties that have no
 * place in the order yet (written by hand elsewhere) get theirs first, or the new one would stand before them.
 */
export function addParty(item: Parties, ref: PartyRef, role: PartyRole): PartyChange[] {
  const existing = item.parties[ref];
  if (existing) return existing.role === role ? [] : [[ref, { ...existing, role }]];
  const pairs = partiesOf(item);
  const isOrdered = pairs.every(([, { order }]) => order !== undefined);
  const placed: PartyChange[] = isOrdered ? [] : pairs.map(([other, part], order) => [other, { ...part, order }]);
  const last = isOrdered ? (pairs.at(-1)?.[1].order ?? -1) : pairs.length - 1;
  return [...placed, [ref, { role, order: last + 1 }]];
}

/** Gives a party another role; its place in the order and whom it stands in for stay. */
export function giveRole(item: Parties, ref: PartyRef, role: PartyRole): PartyChange[] {
  const part = item.parties[ref];
  return part && part.role !== role ? [[ref, { ...part, role }]] : [];
}

/** Says for whom a party stands in (*dự thay*); null: for itself. Nobody stands in for oneself; who agreed is asked anew. */
export function standInFor(item: Parties, ref: PartyRef, other: PartyRef | null): PartyChange[] {
  const part = item.parties[ref];
  if (!part || ref === other || part.for === (other ?? undefined)) return [];
  const { for: _before, agreed: _to, ...rest } = part;
  return [[ref, other === null ? rest : { ...rest, for: other }]];
}

/** Says who has accepted that a party stands in for another; null: nobody yet. Nothing to accept where it comes for itself. */
export function acceptProxy(item: Parties, ref: PartyRef, agreed: PartyRef | null): PartyChange[] {
  const part = item.parties[ref];
  if (part?.for === undefined || part.agreed === (agreed ?? undefined)) return [];
  const { agreed: _before, ...rest } = part;
  return [[ref, agreed === null ? rest : { ...rest, agreed }]];
}

/**
 * Puts a party of the directory where words stood, in the same place and role. When it is in the item already, the words
 * just go: it keeps the role it has. Whoever stood in for the words stands in for the party.
 */
export function resolveWords(item: Parties, words: PartyRef, ref: PartyRef): PartyChange[] {
  const part = item.parties[words];
  if (!part || words === ref) return [];
  const changes: PartyChange[] = [[words, null]];
  if (!item.parties[ref]) changes.push([ref, part]);
  for (const [other, part] of partiesOf(item)) {
    if (part.for !== words || other === words) continue;
    changes.push(...(other === ref ? standInFor(item, other, null) : [[other, { ...part, for: ref }] as const]));
  }
  return changes;
}

/** Takes a party away; whoever stood in for it then comes for itself. */
export function removeParty(item: Parties, ref: PartyRef): PartyChange[] {
  if (!item.parties[ref]) return [];
  const others = partiesOf(item).filter(([other, part]) => other !== ref && part.for === ref);
  return [[ref, null], ...others.flatMap(([other]) => standInFor(item, other, null))];
}
