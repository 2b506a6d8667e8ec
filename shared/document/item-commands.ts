import * as Y from "yjs";
import { assert } from "../kit/assert.ts";
import { type Item, type ItemField, itemFieldSchemas, type Participation } from "../model/item.ts";
import type { PartyRef } from "../model/ref.ts";
import { type ItemMap, itemsOf, partySign, textOf } from "./roots.ts";
import { isSameValue } from "./same-value.ts";
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

/**
 * Sets single-value fields, each only when it differs, so that an idle form writes nothing. Throws when a field that every
 * item has is to be taken away: nobody could read the item any more.
 */
export function patchItem(doc: Y.Doc, id: string, patch: ItemPatch): void {
  const map = itemsOf(doc).get(id);
  if (!map) return;
  for (const name of fieldNames) {
    if (!(name in patch)) continue;
    const value = patch[name];
    assert(value !== undefined || itemFieldSchemas[name].type === "optional", `${name} belongs to every item`);
    if (value === undefined) map.delete(name);
    else if (!isSameValue(map.get(name), value)) map.set(name, value);
  }
}

/** Sets what a party does in an item; null takes the party away. One key per party: concurrent additions merge. */
export function setParty(doc: Y.Doc, id: string, party: { ref: PartyRef; as: Participation | null }): void {
  const map = itemsOf(doc).get(id);
  if (!map) return;
  const key = partySign + party.ref;
  if (party.as === null) map.delete(key);
  else if (!isSameValue(map.get(key), party.as)) map.set(key, party.as);
}

/**
 * Writes into a text field as the smallest insertion and deletion, so that what somebody else types in it at the same time
 * survives. `caret` (position after the edit) tells which of two equal places was meant. Notes come into being with their
 * first words: of two people who begin them in the same instant, one is kept.
 */
export function writeText(
  doc: Y.Doc,
  id: string,
  edit: { field: "title" | "notes"; text: string; caret?: number },
): void {
  const map = itemsOf(doc).get(id);
  if (!map) return;
  const text = edit.text.toWellFormed();
  const existing = textOf(map, edit.field);
  if (!existing) {
    if (text !== "") map.set(edit.field, new Y.Text(text));
    return;
  }
  const change = textEdit(existing.toString(), text, edit.caret);
  if (change.remove > 0) existing.delete(change.at, change.remove);
  if (change.insert !== "") existing.insert(change.at, change.insert);
}

/** Texts are made well-formed: UTF-8 cannot carry half a surrogate pair, and its writer would see another text than all. */
function itemToMap(item: Item): ItemMap {
  const map: ItemMap = new Y.Map();
  map.set("title", new Y.Text(item.title.toWellFormed()));
  for (const name of fieldNames) if (item[name] !== undefined) map.set(name, item[name]);
  if (item.notes) map.set("notes", new Y.Text(item.notes.toWellFormed()));
  for (const [ref, part] of Object.entries(item.parties)) map.set(partySign + ref, part);
  return map;
}
