/**
 * An update laid beside the document it is for: what in it is new, and whether the document has everything it builds on.
 * It knows clocks and references, nothing of what is written.
 */
import * as Y from "yjs";
import { scanUpdate } from "./scan.ts";

type Decoded = ReturnType<typeof Y.decodeUpdate>;
export type Struct = Decoded["structs"][number];
export type Range = { readonly client: number; readonly clock: number; readonly len: number };

export type Incoming = {
  /** Every struct that brings something, in an order in which each finds its ground. A struct may be known in part. */
  readonly fresh: readonly Struct[];
  /** The same, per writer in order of clock. */
  readonly freshByClient: ReadonlyMap<number, readonly Struct[]>;
  /** Every struct, also what is known already. */
  readonly structs: readonly Struct[];
  /** Ranges of the delete set, all within what the document will have. */
  readonly ranges: readonly Range[];
};

export type Caps = { readonly structs: number; readonly ranges: number };

/** Yjs keeps clocks in 32-bit arithmetic here and there. */
const clockMax = 2 ** 31;
/** Writers in one update: a person's tabs and reloads of a long time away. Finding an order costs writers × structs. */
const writersMax = 256;

/** Never throws for what the outside world sends, and never changes `doc`. */
export function readIncoming(doc: Y.Doc, update: Uint8Array, caps: Caps): Incoming | "malformed" | "gap" {
  const decoded = decode(update, caps);
  if (!decoded?.structs.every(isSound)) return "malformed";
  const freshByClient = freshOf(doc, decoded.structs);
  if (!freshByClient) return "gap";
  if (freshByClient.size > writersMax) return "malformed";
  const ends = new Map([...freshByClient].map(([client, structs]) => [client, endOf(structs)]));
  const endAt = (client: number) => ends.get(client) ?? Y.getState(doc.store, client);
  const ranges = rangesOf(decoded.ds);
  for (const structs of freshByClient.values())
    if (!structs.every((struct) => groundOf(struct).every((id) => id.clock < endAt(id.client)))) return "gap";
  // A delete of what is not there yet would wait in the document and strike its writer's next edit.
  if (!ranges.every(({ client, clock, len }) => clock + len <= endAt(client))) return "gap";
  const fresh = inOrder(doc, freshByClient);
  return fresh ? { fresh, freshByClient, structs: decoded.structs, ranges } : "malformed";
}

/** What is in the document and alive of a range. An answer to step 1 repeats every deletion ever made: most is gone already. */
export function* aliveIn(doc: Y.Doc, { client, clock, len }: Range): Generator<Y.Item> {
  const structs = doc.store.clients.get(client);
  if (!structs || clock >= Y.getState(doc.store, client)) return;
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
    const item = structs[at];
    if (!item || item.id.clock >= clock + len) return;
    if (!item.deleted && item instanceof Y.Item) yield item;
  }
}

/** What a struct points at. */
export function groundOf(struct: Struct): Y.ID[] {
  if (!(struct instanceof Y.Item)) return [];
  const parent = struct.parent instanceof Y.ID ? struct.parent : null;
  return [struct.origin, struct.rightOrigin, parent].filter((id) => id !== null);
}

/** `decodeUpdate` throws on what it cannot read, before anything was allocated for it; `applyUpdate` would throw half-way. */
function decode(update: Uint8Array, caps: Caps): Decoded | null {
  const scan = scanUpdate(update);
  if (!scan || scan.structs > caps.structs || scan.ranges > caps.ranges) return null;
  try {
    return Y.decodeUpdate(update);
  } catch {
    return null;
  }
}

/** A struct of no length would be integrated beside its neighbour and break the search by clock for good. */
function isSound({ id, length }: Struct): boolean {
  return length >= 1 && id.clock + length < clockMax;
}

/** Null when there is a hole between what is known and what comes. */
function freshOf(doc: Y.Doc, structs: readonly Struct[]): Map<number, Struct[]> | null {
  const fresh = new Map<number, Struct[]>();
  for (const struct of structs) {
    const { client, clock } = struct.id;
    const before = fresh.get(client);
    const known = before ? endOf(before) : Y.getState(doc.store, client);
    if (clock + struct.length <= known) continue;
    if (clock > known || struct instanceof Y.Skip) return null;
    if (before) before.push(struct);
    else fresh.set(client, [struct]);
  }
  return fresh;
}

/** First clock after structs that follow one another; there is at least one. */
function endOf(structs: readonly Struct[]): number {
  const last = structs.at(-1);
  return last ? last.id.clock + last.length : 0;
}

function rangesOf({ clients }: Decoded["ds"]): Range[] {
  return [...clients].flatMap(([client, ranges]) => ranges.map(({ clock, len }) => ({ client, clock, len })));
}

/**
 * Null when structs wait for each other in a circle. Yjs waits for what is missing from another writer, but within one
 * writer it takes dependencies on trust and fails in the middle: so a struct may point only at what comes before it.
 */
function inOrder(doc: Y.Doc, freshByClient: ReadonlyMap<number, readonly Struct[]>): Struct[] | null {
  const done = new Map([...freshByClient.keys()].map((client) => [client, Y.getState(doc.store, client)]));
  const isThere = (id: Y.ID, of: Struct) =>
    id.client === of.id.client ? id.clock < of.id.clock : id.clock < (done.get(id.client) ?? Number.POSITIVE_INFINITY);
  const ordered: Struct[] = [];
  const heads = [...freshByClient.values()].map((structs) => ({ structs, at: 0 }));
  for (let hasMoved = true; hasMoved; ) {
    hasMoved = false;
    for (const head of heads) {
      for (let next = head.structs[head.at]; next; next = head.structs[++head.at]) {
        const struct = next;
        if (!groundOf(struct).every((id) => isThere(id, struct))) break;
        ordered.push(struct);
        done.set(struct.id.client, struct.id.clock + struct.length);
        hasMoved = true;
      }
    }
  }
  return heads.every(({ structs, at }) => at === structs.length) ? ordered : null;
}
