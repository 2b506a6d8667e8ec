import * as Y from "yjs";
import { assert } from "../kit/assert.ts";
import { type Item, type ItemField, itemFieldSchemas, type Participation } from "../model/item.ts";
import type { PartyRef } from "../model/ref.ts";
import { type ItemMap, itemsOf, partySign, textOf } from "./roots.ts";
import { textEdit } from "./text-edit.ts";

/** Fields to set; `undefined` takes an optional field away. */
export type ItemPatch = { readonly [Field in ItemField]?: Item[Field] | undefined };

const fieldNames = Object.keys(itemFieldSchemas) as ItemField[];

/**
 * Puts a new item into a programme. The id is the caller's and must be new: an item is created once.
 * Call inside `doc.transact` with the origin whose undo it belongs to.
 */
export function addItem(doc: Y.Doc, item: Item): void {
  const items = itemsOf(doc);
  assert(!items.has(item.id), `item ${item.id} is created once`);
  items.set(item.id, itemToMap(item));
}

/** Takes an item away. Nothing happens when it is gone already. */
export function removeItem(doc: Y.Doc, id: string): void {
  itemsOf(doc).delete(id);
}

/** Sets single-value fields, each only when it differs, so that an idle form writes nothing. */
export function patchItem(doc: Y.Doc, id: string, patch: ItemPatch): void {
  const map = itemsOf(doc).get(id);
  if (!map) return;
  for (const name of fieldNames) {
    if (!(name in patch)) continue;
    const value = patch[name];
    if (value === undefined) map.delete(name);
    else if (JSON.stringify(map.get(name)) !== JSON.stringify(value)) map.set(name, value);
  }
}

/** Sets what a party does in an item; null takes the party away. One key per party: concurrent additions merge. */
export function setParty(doc: Y.Doc, id: string, party: { ref: PartyRef; as: Participation | null }): void {
  const map = itemsOf(doc).get(id);
  if (!map) return;
  const key = partySign + party.ref;
  if (party.as === null) map.delete(key);
  else map.set(key, party.as);
}

/**
 * Writes `text` into a text field as the smallest insertion and deletion, so that what somebody else types in it at the
 * same time survives. `caret` (position after the edit) tells which of two equal places was meant.
 */
export function writeText(
  doc: Y.Doc,
  id: string,
  edit: { field: "title" | "notes"; text: string; caret?: number },
): void {
  const map = itemsOf(doc).get(id);
  if (!map) return;
  const existing = textOf(map, edit.field);
  if (!existing) {
    if (edit.text !== "") map.set(edit.field, new Y.Text(edit.text));
    return;
  }
  const change = textEdit(existing.toString(), edit.text, edit.caret);
  if (change.remove > 0) existing.delete(change.at, change.remove);
  if (change.insert !== "") existing.insert(change.at, change.insert);
}

function itemToMap(item: Item): ItemMap {
  const map: ItemMap = new Y.Map();
  map.set("title", new Y.Text(item.title));
  for (const name of fieldNames) if (item[name] !== undefined) map.set(name, item[name]);
  if (item.notes) map.set("notes", new Y.Text(item.notes));
  for (const [ref, part] of Object.entries(item.parties)) map.set(partySign + ref, part);
  return map;
}
