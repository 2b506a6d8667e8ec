import * as Y from "yjs";
import type { Spot } from "./refused-reading.ts";

/**
 * Where in a document some updates wrote, deletions too: each entry and field once, in order. An entry that was made or taken
 * away as a whole stands for all of its fields. The updates must be in the document.
 */
export function writtenSpots(doc: Y.Doc, updates: readonly Uint8Array[]): Spot[] {
  const spots = new Map<string, Spot>();
  for (const update of updates) {
    const { structs, ds } = Y.decodeUpdate(update);
    for (const { id, length } of structs) put(spots, spotsIn(doc, id.client, { clock: id.clock, len: length }));
    for (const [client, ranges] of ds.clients) for (const range of ranges) put(spots, spotsIn(doc, client, range));
  }
  const whole = new Set([...spots.values()].filter(({ field }) => field === null).map(({ entry }) => entry));
  return [...spots.values()].filter(({ entry, field }) => field === null || !whole.has(entry));
}

function put(spots: Map<string, Spot>, found: readonly Spot[]): void {
  for (const spot of found) spots.set(JSON.stringify(spot), spot);
}

type Range = { readonly clock: number; readonly len: number };

function spotsIn(doc: Y.Doc, client: number, { clock, len }: Range): Spot[] {
  const structs = doc.store.clients.get(client) ?? [];
  if (clock >= Y.getState(doc.store, client)) return [];
  const found: Spot[] = [];
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
    const struct = structs[at];
    if (!struct || struct.id.clock >= clock + len) break;
    const spot = struct instanceof Y.Item ? spotOf(doc, struct) : null;
    if (spot) found.push(spot);
  }
  return found;
}

/** Null for what stands nowhere: what was in an entry that is gone. */
function spotOf(doc: Y.Doc, item: Y.Item): Spot | null {
  const keys: string[] = [];
  for (let at: Y.Item | null = item; at; ) {
    if (at.parentSub !== null) keys.unshift(at.parentSub);
    const parent: Y.Item["parent"] = at.parent;
    if (!(parent instanceof Y.AbstractType)) return null;
    if (parent._item === null) {
      const [entry, field] = keys;
      return entry === undefined ? null : { root: rootOf(doc, parent), entry, field: field ?? null };
    }
    at = parent._item;
  }
  return null;
}

function rootOf(doc: Y.Doc, type: Y.AbstractType<unknown>): string {
  return [...doc.share].find(([, root]) => root === type)?.[0] ?? "";
}
