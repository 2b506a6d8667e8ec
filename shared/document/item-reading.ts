import * as v from "valibot";
import { type Item, type ItemField, itemFieldSchemas, type Participation, participationSchema } from "../model/item.ts";
import { isSafeKey, type PartyRef, partyRefSchema } from "../model/ref.ts";
import { type ItemMap, partySign, textOf } from "./roots.ts";

const fieldNames = Object.keys(itemFieldSchemas) as ItemField[];

/**
 * One item of the document as plain data, or null when it cannot be an item (a field that every item has is missing or
 * wrong). A wrong optional field or party is left out: one bad value never hides a whole item from the office it concerns.
 */
export function readItem(id: string, map: ItemMap): Item | null {
  const item: Record<string, unknown> = { id, title: textOf(map, "title")?.toString() ?? "" };
  for (const name of fieldNames) {
    const value = map.get(name);
    if (v.is(itemFieldSchemas[name], value)) {
      if (value !== undefined) item[name] = value;
    } else if (isRequired(name)) return null;
  }
  const notes = textOf(map, "notes");
  if (notes && notes.length > 0) item.notes = notes.toString();
  item.parties = readParties(map);
  // Every required field passed its schema above; TypeScript cannot follow a loop over the table.
  return item as unknown as Item;
}

function readParties(map: ItemMap): Item["parties"] {
  const parties: Partial<Record<PartyRef, Participation>> = {};
  for (const key of map.keys()) {
    if (!key.startsWith(partySign)) continue;
    const ref = key.slice(partySign.length);
    const value = map.get(key);
    if (v.is(partyRefSchema, ref) && isSafeKey(ref) && v.is(participationSchema, value)) parties[ref] = value;
  }
  return parties;
}

function isRequired(name: ItemField): boolean {
  return itemFieldSchemas[name].type !== "optional";
}
