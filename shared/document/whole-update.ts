import * as Y from "yjs";
import type { Directory } from "../model/directory.ts";
import type { Item } from "../model/item.ts";
import { writeDirectory } from "./directory-codec.ts";
import { addItem } from "./item-commands.ts";

/**
 * Whoever writes a document that does not exist yet does so as this client. The same content gives the same bytes, so two
 * processes that begin one document at the same moment begin the same document, and applying both changes nothing.
 * Browsers draw theirs at random from 32 bits; nobody else may write under this one.
 */
export const beginnerId = 1;

/** A whole programme or term as one update for an empty document. Ids must differ; throws on one that comes twice. */
export function programmeUpdate(items: Iterable<Item>): Uint8Array {
  return updateOf((doc) => {
    for (const item of items) addItem(doc, item);
  });
}

/** A whole directory as one update for an empty document. */
export function directoryUpdate(directory: Directory): Uint8Array {
  return updateOf((doc) => writeDirectory(doc, directory));
}

function updateOf(write: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = beginnerId;
  doc.transact(() => write(doc));
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}
