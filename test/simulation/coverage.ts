/** Whether a document has all of an update: every struct, and every deletion. */
import * as Y from "yjs";

export function covers(doc: Y.Doc, update: Uint8Array): boolean {
  const { clients } = Y.decodeUpdate(update).ds;
  const isGone = ([client, ranges]: [number, readonly Range[]]) =>
    ranges.every((range) => isDeleted(doc, client, range));
  return hasClocks(doc, update) && [...clients].every(isGone);
}

/** Whether a document has every struct of an update, be it as what it was or as nothing. */
export function hasClocks(doc: Y.Doc, update: Uint8Array): boolean {
  return Y.decodeUpdate(update).structs.every(
    ({ id, length }) => Y.getState(doc.store, id.client) >= id.clock + length,
  );
}

type Range = { readonly clock: number; readonly len: number };

function isDeleted(doc: Y.Doc, client: number, { clock, len }: Range): boolean {
  const structs = doc.store.clients.get(client);
  if (!structs || Y.getState(doc.store, client) < clock + len) return false;
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
    const struct = structs[at];
    if (!struct || struct.id.clock >= clock + len) break;
    if (!struct.deleted) return false;
  }
  return true;
}
