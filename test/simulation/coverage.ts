/** Whether a document has all of an update: every struct, and every deletion. */
import * as Y from "yjs";

export function covers(doc: Y.Doc, update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update);
  const hasStructs = structs.every(({ id, length }) => Y.getState(doc.store, id.client) >= id.clock + length);
  return (
    hasStructs && [...ds.clients].every(([client, ranges]) => ranges.every((range) => isDeleted(doc, client, range)))
  );
}

function isDeleted(doc: Y.Doc, client: number, { clock, len }: { clock: number; len: number }): boolean {
  const structs = doc.store.clients.get(client);
  if (!structs || Y.getState(doc.store, client) < clock + len) return false;
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
    const struct = structs[at];
    if (!struct || struct.id.clock >= clock + len) break;
    if (!struct.deleted) return false;
  }
  return true;
}
