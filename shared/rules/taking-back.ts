import type { Item, Participation } from "../model/item.ts";
import { type Change, changesMax, type Resolution } from "../model/joint-session.ts";
import type { PartyRef } from "../model/ref.ts";
import type { ItemEdit } from "../model/slot.ts";
import { isSameIn, participationToText, textToParticipation } from "./resolving.ts";

/**
 * What takes a decision of a joint session back by what its line says of before and after; empty where it changed nothing.
 * Null where that is not all of it any more: what it changed was changed since or is gone, or the line does not tell enough.
 */
export function editsBack(
  { verdict, changes }: Pick<Resolution, "verdict" | "changes">,
  itemNow: (id: string) => Item | undefined,
): readonly ItemEdit[] | null {
  // A merge also ties one item to the other, and a line that is full was cut: neither stands in the line.
  if (verdict === "merge" || changes.length >= changesMax) return null;
  const edits: ItemEdit[] = [];
  for (const [id, own] of Map.groupBy(changes, ({ item }) => item)) {
    const item = itemNow(id);
    const edit = item && editBack(item, own);
    if (!edit) return null;
    edits.push(edit);
  }
  return edits;
}

function editBack(item: Item, changes: readonly Change[]): ItemEdit | null {
  const set: Record<string, unknown> = {};
  const parties: Partial<Record<PartyRef, Participation | null>> = {};
  for (const change of changes) {
    if (!isAsLeft(item, change)) return null;
    if (change.field !== "party") set[change.field] = change.before;
    else if (change.party !== undefined) {
      const place = placeBack(item, change, changes);
      if (place === undefined) return null;
      parties[change.party] = place;
    }
  }
  // Each value is one that the item had, under the name of its own field.
  return { id: item.id, set: set as NonNullable<ItemEdit["set"]>, parties };
}

function isAsLeft(item: Item, { field, party, after }: Change): boolean {
  if (field !== "party") return isSameIn(item[field], after);
  const part = party && item.parties[party];
  return (part && participationToText(part)) === after;
}

/** The place a party had; null: none. Undefined where who agreed to it would be lost, which no line tells. */
function placeBack(
  item: Item,
  { party, before }: Change,
  changes: readonly Change[],
): Participation | null | undefined {
  const now = party && item.parties[party];
  if (now?.agreed !== undefined) return undefined;
  if (before === undefined) return null;
  const was = typeof before === "string" ? textToParticipation(before) : null;
  if (!was || was.for !== null) return undefined;
  // Who was stood in for comes back to where the one stands who came instead.
  const instead = changes.find((one) => one.field === "party" && one.before === undefined)?.party;
  const order = (now ?? (instead && item.parties[instead]))?.order;
  return { role: was.role, ...(order !== undefined && { order }) };
}
