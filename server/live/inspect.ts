/**
 * Looks at an update before the document is touched. Pure: it reads the document and the update, and answers.
 * This is the place where the schema and the rights of an item are checked; today it holds what keeps the document
 * itself whole. Facts about Yjs 13.6 that it rests on are named where they are used.
 */
import * as Y from "yjs";
import type { Actor } from "../../shared/model/actor.ts";
import { type CloseCode, closeCode } from "../../shared/protocol/close-code.ts";

export type Inspection =
  | { readonly verdict: "accept" }
  /** The document has all of it already. */
  | { readonly verdict: "nothing" }
  /** It builds on something the document does not have: the sender is to be asked for the rest. */
  | { readonly verdict: "gap" }
  | { readonly verdict: "refuse"; readonly code: CloseCode; readonly why: string };

export type UnderInspection = { readonly doc: Y.Doc; readonly update: Uint8Array; readonly actor: Actor };

type Decoded = ReturnType<typeof Y.decodeUpdate>;
/** Per writer: the first clock that the document will not have once the update is applied. */
type Ends = Map<number, number>;

/** Yjs keeps clocks in 32-bit arithmetic here and there. */
const clockMax = 2 ** 31;

/** Never throws for what the outside world sends, and never changes `doc`. */
export function inspectUpdate({ doc, update, actor }: UnderInspection): Inspection {
  const decoded = decode(update);
  if (!decoded?.structs.every(isSound)) return refuse(closeCode.malformed, "no update");
  const ends = endsAfter(doc, decoded.structs);
  if (!ends || !decoded.structs.every((struct) => hasGround(doc, ends, struct))) return { verdict: "gap" };
  const deletion = inspectDeletes(doc, ends, decoded.ds);
  if (deletion === "future") return { verdict: "gap" };
  if (ends.size === 0 && deletion === "none") return { verdict: "nothing" };
  if (actor.role === "guest") return refuse(closeCode.forbidden, "a guest reads");
  return { verdict: "accept" };
}

function refuse(code: CloseCode, why: string): Inspection {
  return { verdict: "refuse", code, why };
}

/** `decodeUpdate` throws on what it cannot read, before anything was allocated for it; `applyUpdate` would throw half-way. */
function decode(update: Uint8Array): Decoded | null {
  try {
    return Y.decodeUpdate(update);
  } catch {
    return null;
  }
}

/** A struct of no length would be integrated beside its neighbour and break the search by clock for good. */
function isSound({ id, length }: Decoded["structs"][number]): boolean {
  return length >= 1 && id.clock + length < clockMax;
}

function endsAfter(doc: Y.Doc, structs: Decoded["structs"]): Ends | null {
  const ends: Ends = new Map();
  for (const struct of structs) {
    const { client, clock } = struct.id;
    const known = ends.get(client) ?? Y.getState(doc.store, client);
    if (clock + struct.length <= known) continue;
    if (clock > known || struct instanceof Y.Skip) return null;
    ends.set(client, clock + struct.length);
  }
  return ends;
}

/**
 * Whether everything the struct points at is there. Yjs waits for what is missing from another writer, but takes it on
 * trust within one writer and then fails in the middle: so a struct may point only at earlier ones of its own writer.
 */
function hasGround(doc: Y.Doc, ends: Ends, struct: Decoded["structs"][number]): boolean {
  if (!(struct instanceof Y.Item)) return true;
  const parent = struct.parent instanceof Y.ID ? struct.parent : null;
  return [struct.origin, struct.rightOrigin, parent].every((id) => {
    if (id === null) return true;
    if (id.client === struct.id.client) return id.clock < struct.id.clock;
    return id.clock < endOf(doc, ends, id.client);
  });
}

/** A delete of what is not there yet would wait in the document and strike its writer's next edit. */
function inspectDeletes(doc: Y.Doc, ends: Ends, { clients }: Decoded["ds"]): "none" | "some" | "future" {
  let found: "none" | "some" = "none";
  for (const [client, ranges] of clients) {
    const end = endOf(doc, ends, client);
    for (const { clock, len } of ranges) {
      if (clock + len > end) return "future";
      if (found === "none" && deletesNow(doc, client, { clock, len })) found = "some";
    }
  }
  return found;
}

/** An answer to step 1 always carries the whole delete set: only what is still alive counts. */
function deletesNow(doc: Y.Doc, client: number, { clock, len }: { clock: number; len: number }): boolean {
  const structs = doc.store.clients.get(client);
  if (!structs || clock >= Y.getState(doc.store, client)) return false;
  for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
    const struct = structs[index];
    if (!struct || struct.id.clock >= clock + len) return false;
    if (!struct.deleted) return true;
  }
  return false;
}

function endOf(doc: Y.Doc, ends: Ends, client: number): number {
  return ends.get(client) ?? Y.getState(doc.store, client);
}
