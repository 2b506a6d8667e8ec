/**
 * Where in a document a struct stands: which entry, which field. Found the way Yjs finds it when it takes a struct in
 * (`Item.getMissing`, 13.6): a struct that has a neighbour stands where that stands, whatever else it says.
 */
import * as Y from "yjs";
import type { Incoming, Struct } from "./incoming.ts";

/** `holder` is the item that holds the map or text in which the struct stands. */
export type Spot =
  | { readonly at: "entry"; readonly root: string; readonly entry: string }
  | {
      readonly at: "field";
      readonly root: string;
      readonly entry: string;
      readonly field: string;
      readonly holder: Y.Item;
    }
  | {
      readonly at: "text";
      readonly root: string;
      readonly entry: string;
      readonly field: string;
      readonly holder: Y.Item;
    }
  /** What it builds on is gone: Yjs takes it in as nothing. */
  | { readonly at: "nowhere" }
  /** A place that no document of ours has. */
  | { readonly at: "unknown"; readonly root: string };

const nowhere: Spot = { at: "nowhere" };

export type Spots = {
  /** Of an item that is in the document, or new in the update. */
  of(item: Y.Item): Spot;
  /** The struct that holds a clock, in the document or new in the update. */
  find(id: Y.ID): Struct | null;
};

/** Ask for new items in the order of {@link Incoming.fresh}: each answer rests on those before it. */
export function createSpots(doc: Y.Doc, { freshByClient }: Incoming): Spots {
  const known = new Map<Y.Item, Spot>();

  const find = (id: Y.ID): Struct | null => {
    const { client, clock } = id;
    if (clock < Y.getState(doc.store, client)) return Y.getItem(doc.store, id);
    return holding(freshByClient.get(client) ?? [], clock);
  };
  const isFresh = (item: Y.Item) => item.id.clock + item.length > Y.getState(doc.store, item.id.client);
  const of = (item: Y.Item): Spot => {
    const found = known.get(item);
    if (found) return found;
    const spot = isFresh(item) ? spotOfFresh(item) : spotOfStored(item);
    known.set(item, spot);
    return spot;
  };
  const spotOfFresh = (item: Y.Item): Spot => {
    const neighbours = [item.origin, item.rightOrigin].filter((id) => id !== null).map(find);
    if (neighbours.some((one) => !(one instanceof Y.Item))) return nowhere;
    const [first] = neighbours;
    // The first: Yjs asks the left one before the right one.
    if (first instanceof Y.Item) return of(first);
    if (typeof item.parent === "string") return inRoot(item.parent, item.parentSub);
    const holder = item.parent instanceof Y.ID ? find(item.parent) : null;
    if (!(holder instanceof Y.Item && holder.content instanceof Y.ContentType)) return nowhere;
    return within(of(holder), holder, item.parentSub);
  };
  const spotOfStored = (item: Y.Item): Spot => {
    const holder = item.parent instanceof Y.AbstractType ? item.parent._item : null;
    if (holder) return within(of(holder), holder, item.parentSub);
    const root = item.parent instanceof Y.AbstractType ? Y.findRootTypeKey(item.parent) : "";
    return inRoot(root, item.parentSub);
  };
  return { of, find };
}

function inRoot(root: string, key: string | null): Spot {
  return key === null ? { at: "unknown", root } : { at: "entry", root, entry: key };
}

function within(spot: Spot, holder: Y.Item, key: string | null): Spot {
  switch (spot.at) {
    case "entry":
      if (key === null) return { at: "unknown", root: spot.root };
      return { at: "field", root: spot.root, entry: spot.entry, field: key, holder };
    case "field":
      if (key !== null) return { at: "unknown", root: spot.root };
      return { at: "text", root: spot.root, entry: spot.entry, field: spot.field, holder };
    case "text":
      return { at: "unknown", root: spot.root };
    default:
      return spot;
  }
}

/** The struct that holds `clock`, of one writer's structs in order. */
function holding(structs: readonly Struct[], clock: number): Struct | null {
  let [low, high] = [0, structs.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const struct = structs[middle];
    if (!struct || clock < struct.id.clock) high = middle - 1;
    else if (clock >= struct.id.clock + struct.length) low = middle + 1;
    else return struct;
  }
  return null;
}
