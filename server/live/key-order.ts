/**
 * Which of several values for one key holds: the one farthest right, which takes those before it away. Where a new value
 * comes to stand is found as Yjs finds it (`Item.integrate`, 13.6), with nothing taken in: one that lands left goes at once, and
 * one that is gone itself takes a living one away if it lands right of it. An editor writes each value right of what it
 * saw, and names nothing right of it: what does ({@link isPlacedOddly}) is no editor's, and its place hangs on the order of coming.
 */
import type * as Y from "yjs";
import type { Write } from "./entry-case.ts";

/** A stretch of one struct. */
type Node = {
  readonly client: number;
  clock: number;
  len: number;
  readonly origin: Y.ID | null;
  readonly item: Y.Item;
};

export function isPlacedOddly({ item }: Write): boolean {
  return item.rightOrigin !== null;
}

/** The struct that will be farthest right once `writes`, all of one key, are in; `now` is the one that is now. */
export function lastAfter(writes: readonly Write[], now: Y.Item | undefined): Y.Item | undefined {
  return quickLast(writes, now) ?? ordered(writes, now).at(-1)?.item;
}

/** As an editor writes: each on the one before, the first on what holds. Undefined where anything stands otherwise. */
function quickLast(writes: readonly Write[], now: Y.Item | undefined): Y.Item | undefined {
  let last = now;
  for (const { item } of writes) {
    if (!isSame(item.origin, last?.lastId ?? null)) return undefined;
    last = item;
  }
  return last;
}

function ordered(writes: readonly Write[], now: Y.Item | undefined): readonly Node[] {
  const nodes: Node[] = [];
  for (let item = now ?? null; item !== null; item = item.left) nodes.push(nodeOf(item));
  nodes.reverse();
  let waiting = writes.map(({ item }) => nodeOf(item));
  // What builds on another new value comes after it, in whatever order they were sent.
  for (let count = -1; count !== waiting.length; ) {
    count = waiting.length;
    waiting = waiting.filter((node) => !place(node, nodes));
  }
  return nodes;
}

function nodeOf(item: Y.Item): Node {
  const { id, length, origin } = item;
  return { client: id.client, clock: id.clock, len: length, origin, item };
}

/** Puts a node where it belongs; false while what it builds on is not there. */
function place(node: Node, nodes: Node[]): boolean {
  const known = nodes[indexOf(nodes, node)];
  if (known) return placeRest(node, known, nodes);
  const left = node.origin ? cutAfter(nodes, node.origin) : -1;
  if (left === null) return false;
  nodes.splice(placeRightOf(left, node, nodes) + 1, 0, node);
  return true;
}

/** Of a struct that is known in part, the rest goes on behind the known part. */
function placeRest(node: Node, known: Node, nodes: Node[]): boolean {
  const behind = known.clock + known.len - node.clock;
  if (behind >= node.len) return true;
  const origin = { client: node.client, clock: node.clock + behind - 1 };
  return place({ ...node, clock: node.clock + behind, len: node.len - behind, origin }, nodes);
}

/** The index of the node that a new one comes to stand right of, at `left` or behind it; -1 for the beginning. */
function placeRightOf(left: number, node: Node, nodes: readonly Node[]): number {
  let at = left;
  const conflicting = new Set<number>();
  for (let other = left + 1; other < nodes.length; other++) {
    const one = nodes[other];
    if (!one) break;
    conflicting.add(other);
    if (isSame(node.origin, one.origin)) {
      // Of those on the same ground the lesser client id stands left.
      if (one.client >= node.client) break;
    } else {
      const origin = one.origin ? indexOf(nodes, one.origin) : -1;
      if (origin <= left || origin > other) break;
      if (conflicting.has(origin)) continue;
    }
    at = other;
    conflicting.clear();
  }
  return at;
}

/** The index of the node that ends with this id, split off where it goes on; null when it is not there. */
function cutAfter(nodes: Node[], id: Y.ID): number | null {
  const at = indexOf(nodes, id);
  const node = nodes[at];
  if (!node) return null;
  const len = id.clock + 1 - node.clock;
  if (len < node.len) {
    const origin = { client: id.client, clock: id.clock };
    nodes.splice(at + 1, 0, { ...node, clock: node.clock + len, len: node.len - len, origin });
    node.len = len;
  }
  return at;
}

function indexOf(
  nodes: readonly Node[],
  { client, clock }: { readonly client: number; readonly clock: number },
): number {
  return nodes.findIndex((node) => node.client === client && node.clock <= clock && clock < node.clock + node.len);
}

function isSame(a: Y.ID | null, b: Y.ID | null): boolean {
  return a === b || (a !== null && b !== null && a.client === b.client && a.clock === b.clock);
}
