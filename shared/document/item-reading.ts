import { guardOf } from "../model/guard.ts";
import { type Item, itemFieldSchemas, type Participation, participationSchema } from "../model/item.ts";
import { idSchema, type PartyRef, partyRefSchema } from "../model/ref.ts";
import { type ItemMap, partySign, textOf } from "./roots.ts";

const isId = guardOf(idSchema);
const isPartyRef = guardOf(partyRefSchema);
const isParticipation = guardOf(participationSchema);
const fieldGuards = new Map(Object.entries(itemFieldSchemas).map(([name, schema]) => [name, guardOf(schema)]));
const requiredFields = Object.entries(itemFieldSchemas)
  .filter(([, schema]) => schema.type !== "optional")
  .map(([name]) => name);

/** Where an item stands, and nothing else of it: a small part of the work of reading it whole. Null as {@link readItem}. */
export function readStanding(map: ItemMap): Pick<Item, "when" | "office"> | null {
  const [when, office] = [map.get("when"), map.get("office")];
  if (!fieldGuards.get("when")?.(when) || !fieldGuards.get("office")?.(office)) return null;
  // Both passed their schemas above, as in `readItem`.
  return { when, office } as unknown as Pick<Item, "when" | "office">;
}

/**
 * One item of the document as plain data, or null when it cannot be an item (its id, or a field that every item has, is
 * missing or wrong). A wrong optional field or party is left out: one bad value never hides a whole item from the office
 * it concerns. Single values are the document's own objects, not copies: never write into them.
 *
 * One pass over the keys that are there, not one look-up per key that might be: most items fill half of them.
 */
export function readItem(id: string, map: ItemMap): Item | null {
  if (!isId(id)) return null;
  const item: Record<string, unknown> = { id, title: textOf(map, "title")?.toString() ?? "" };
  const parties: Partial<Record<PartyRef, Participation>> = {};
  map.forEach((value, key) => {
    if (key.startsWith(partySign)) {
      const ref = key.slice(partySign.length);
      if (isPartyRef(ref) && isParticipation(value)) parties[ref] = value;
    } else if (value !== undefined && fieldGuards.get(key)?.(value)) item[key] = value;
  });
  if (requiredFields.some((name) => !(name in item))) return null;
  const notes = textOf(map, "notes")?.toString();
  if (notes) item.notes = notes;
  item.parties = parties;
  // Every field passed its schema above; TypeScript cannot follow a walk over the table.
  return item as unknown as Item;
}
