import * as Y from "yjs";
import { type EntryKind, entryKinds } from "../model/directory.ts";

/** One item of a programme as it lies in the document: one flat map (DESIGN §3). */
export type ItemMap = Y.Map<unknown>;

/** Root maps of a programme or term document. Unknown roots are refused. */
export const programmeRoots = ["items", "settlements", "jointSessions", "difficulties"] as const;

/** Root maps of the directory document. */
export const directoryRoots = [...entryKinds, "screens"] as const;

/** The items of a programme, by id. */
export function itemsOf(doc: Y.Doc): Y.Map<ItemMap> {
  return doc.getMap("items");
}

/** The entries of one kind in a directory document, by id. */
export function entriesOf(doc: Y.Doc, kind: EntryKind): Y.Map<Y.Map<unknown>> {
  return doc.getMap(kind);
}

/** Keys of a flat map that stand for a party begin with this sign; the rest of the key is the party ref. */
export const partySign = "@";

/** A text field of an item, as it lies in the document; null where there is none. */
export function textOf(map: ItemMap, key: "title" | "notes"): Y.Text | null {
  const value = map.get(key);
  return value instanceof Y.Text ? value : null;
}
