/** What no update may break, whoever sent it: read from the document by other means than the inspection has. */
import * as v from "valibot";
import * as Y from "yjs";
import { readItem } from "../../shared/document/item-reading.ts";
import { itemsOf, programmeRoots } from "../../shared/document/roots.ts";
import type { Actor } from "../../shared/model/actor.ts";
import { type Item, itemFieldSchemas, itemSchema } from "../../shared/model/item.ts";
import { isDecided } from "../../shared/rules/rights.ts";

const keys = new Set([...Object.keys(itemFieldSchemas), "title", "notes"]);

/** Every item by id, as one comparable text; throws what breaks the schema (P5). */
export function readLawful(doc: Y.Doc): Map<string, { readonly item: Item; readonly text: string }> {
  const strangers = [...doc.share.keys()].filter((root) => !programmeRoots.some((known) => known === root));
  if (strangers.length > 0) throw new Error(`a root nobody knows: ${strangers}`);
  if (doc.subdocs.size > 0) throw new Error("a document in the document");
  if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error("something waits in the document");
  const root = doc.share.get("items");
  if (root?._start) throw new Error("the root holds a list");
  const items = new Map<string, { item: Item; text: string }>();
  itemsOf(doc).forEach((map, id) => {
    items.set(id, readOne(id, map));
  });
  return items;
}

function readOne(id: string, map: unknown): { item: Item; text: string } {
  if (!(map instanceof Y.Map) || map._start) throw new Error(`"${id}" is no flat map`);
  for (const [key, value] of map) {
    if (!keys.has(key) && !key.startsWith("@")) throw new Error(`"${id}" has a key "${key}"`);
    const isText = value instanceof Y.Text && value.constructor === Y.Text;
    if ((key === "title" || key === "notes") !== isText) throw new Error(`"${key}" of "${id}" is of another kind`);
    if (isText && !isPlain(value)) throw new Error(`"${key}" of "${id}" holds more than letters`);
    if (Array.isArray(value) || value === undefined) throw new Error(`"${key}" of "${id}" holds nothing or a list`);
  }
  const item = readItem(id, map);
  if (!item) throw new Error(`"${id}" cannot be read as an item`);
  if (!v.is(itemSchema, item)) throw new Error(`"${id}" breaks the schema`);
  // What reading leaves out because it is wrong must not be there either.
  const readKeys =
    Object.keys(item).length - 2 + Object.keys(item.parties).length + (map.has("notes") && !item.notes ? 1 : 0);
  if (readKeys !== map.size) throw new Error(`"${id}" holds ${map.size} keys, of which ${readKeys} can be read`);
  return {
    item,
    text: JSON.stringify([...map].map(([key, value]) => [key, value instanceof Y.Text ? value.toString() : value])),
  };
}

/** Letters only: no formats, no embedded things, nothing under a key. */
function isPlain(text: Y.Text): boolean {
  return (
    text
      .toDelta()
      .every(
        ({ insert, attributes }: { insert: unknown; attributes?: unknown }) =>
          typeof insert === "string" && !attributes,
      ) && text._map.size === 0
  );
}

type Reading = ReturnType<typeof readLawful>;

/** What is decided stands as it stood, and only who may has decided more (P4). */
export function expectUntouched(before: Reading, now: Reading, by: Actor) {
  for (const [id, { item, text }] of before) {
    const mayTouch = !isDecided(item.status) || (by.role === "head" && by.office === item.office);
    if (!mayTouch && now.get(id)?.text !== text)
      throw new Error(`${by.id} has changed "${id}": ${text} → ${now.get(id)?.text}`);
  }
  for (const [id, { item }] of now) {
    const wasDecided = isDecided(before.get(id)?.item.status ?? "registered");
    const mayDecide = by.role === "head" && by.office === item.office;
    if (isDecided(item.status) && !wasDecided && !mayDecide) throw new Error(`${by.id} has decided "${id}"`);
  }
}
