import type { Item, Participation } from "../model/item.ts";
import type { PartyRef } from "../model/ref.ts";
import type { ItemEdit } from "../model/slot.ts";

/** An item as it would be after an edit of it; the item itself stays as it is. Looks only at what the edit names. */
export function withEdit(item: Item, { set = {}, parties = {} }: ItemEdit): Item {
  const kept = { ...item.parties };
  for (const [ref, part] of Object.entries(parties) as [PartyRef, Participation | null][]) {
    if (part === null) delete kept[ref];
    else kept[ref] = part;
  }
  const fields = Object.entries({ ...item, ...set }).filter(([, value]) => value !== undefined);
  // Every field that an item must have is one that an edit can only replace.
  return { ...(Object.fromEntries(fields) as unknown as Item), parties: kept };
}
