import type { Day } from "../kit/day.ts";
import type { Item } from "../model/item.ts";
import { type Overlap, type Side, sidesOf } from "../model/overlap.ts";
import type { ItemEdit, WayOut, WayOutKind } from "../model/slot.ts";
import { isPlaced } from "../model/when.ts";
import { withEdit } from "./item-edit.ts";
import type { OverlapIndex } from "./overlap-index.ts";
import { freeRoomsFor } from "./room-search.ts";
import { searchSlots } from "./slot-search.ts";
import { standInsFor } from "./stand-ins.ts";
import { mergeEdits, optionalEdit, shortenEdit, swapEdits } from "./way-edits.ts";

/** What ways out are looked for with: the board as it is, and the days a move may reach. */
export type WaysOutContext = {
  readonly index: OverlapIndex;
  item(id: string): Item | undefined;
  readonly from: Day;
  readonly to: Day;
};

/** Proposals of one kind for one item; more would be a list to read and no help. */
const perKind = 3;

/**
 * Everything one could do about an overlap, each with what would then be: the edits as plain data and what would come and go
 * on the board. Nothing is applied. A way that would leave the overlap as it is is not offered; those that make no new
 * trouble come first, then by how little they change.
 */
export function waysOut(overlap: Overlap, context: WaysOutContext): readonly WayOut[] {
  const ways = sidesOf(overlap).flatMap((side) => {
    const item = context.item(side.item);
    return item ? waysOfSide(overlap, { side, item }, context) : [];
  });
  const offered = [...ways, ...waysOfPair(overlap, context)].filter(({ after }) => isSolved(overlap, after));
  return [...offered.sort((a, b) => costOf(a, overlap) - costOf(b, overlap) || order(a, b)), accept(overlap)];
}

type OwnSide = { readonly side: Side; readonly item: Item };

function waysOfSide(overlap: Overlap, { side, item }: OwnSide, context: WaysOutContext): WayOut[] {
  const ways: WayOut[] = [];
  const { index, from, to } = context;
  const add = (kind: WayOutKind, edits: readonly ItemEdit[], rest: Partial<WayOut> = {}) =>
    ways.push(wayOut(kind, edits, { ...rest, item: item.id }, context));
  if (isPlaced(item.when)) {
    for (const slot of searchSlots(index, { item, from, to, most: perKind }).slots) {
      if (slot.fit === "clash") continue;
      const venue = slot.room === null ? {} : { venue: inRoom(item, slot.room) };
      add("move", [{ id: item.id, set: { when: slot.when, ...venue } }], { slot, room: slot.room });
    }
  }
  if (overlap.kind === "room" || overlap.kind === "capacity") {
    for (const { id } of freeRoomsFor(index, item, perKind))
      add("other-room", [{ id: item.id, set: { venue: inRoom(item, id) } }], { room: id });
  }
  const isNoProxy = overlap.a === side ? overlap.noProxy.a : overlap.noProxy.b;
  if (overlap.kind === "person" || overlap.kind === "travel") {
    if (!isNoProxy)
      for (const { ref, edit } of standInsFor({ side, item }, context).slice(0, perKind))
        add("proxy", [edit], { party: side.path.steps.at(-1) ?? null, standIn: ref });
    const optional = optionalEdit({ side, item });
    if (optional) add("make-optional", [optional], { party: side.path.steps[0] ?? null });
  }
  return ways;
}

function waysOfPair(overlap: Overlap, context: WaysOutContext): WayOut[] {
  const [a, b] = sidesOf(overlap).map(({ item }) => context.item(item));
  if (!a || !b) return [];
  const ways: WayOut[] = [];
  const add = (kind: WayOutKind, edits: readonly ItemEdit[] | null) => {
    const [first] = edits ?? [];
    if (edits && first) ways.push(wayOut(kind, edits, { item: first.id }, context));
  };
  if (overlap.kind === "subject") add("merge", mergeEdits(overlap, a, b));
  else add("shorten", shortenEdit(overlap, a, b));
  if (overlap.kind !== "due" && overlap.kind !== "subject") add("swap", swapEdits(a, b));
  return ways;
}

type Named = Partial<Pick<WayOut, "party" | "standIn" | "slot" | "room">> & Pick<WayOut, "item">;

function wayOut(kind: WayOutKind, edits: readonly ItemEdit[], named: Named, context: WaysOutContext): WayOut {
  const items = edits.flatMap((edit) => {
    const item = context.item(edit.id);
    return item ? [withEdit(item, edit)] : [];
  });
  return {
    party: null,
    standIn: null,
    slot: null,
    room: null,
    ...named,
    kind,
    edits,
    after: context.index.whatIf(items),
  };
}

/** To live with it, for a reason that the settlement keeps. */
function accept({ a }: Overlap): WayOut {
  const after = { gone: [], created: [], eased: [], displaced: [] };
  return { kind: "accept", item: a.item, edits: [], after, party: null, standIn: null, slot: null, room: null };
}

/** Gone, or left as something to know and no more. */
function isSolved({ key }: Overlap, { gone, eased }: WayOut["after"]): boolean {
  return (
    gone.some((overlap) => overlap.key === key) || eased.some((each) => each.key === key && each.severity === "hint")
  );
}

function inRoom({ venue = {} }: Item, room: string): NonNullable<Item["venue"]> {
  const { text: _, ...rest } = venue;
  return { ...rest, room };
}

const weights = { error: 100, warning: 30, hint: 3 } as const;

/** New trouble weighs most; then whether it is the side that should give way. */
function costOf({ after, item }: WayOut, overlap: Overlap): number {
  const trouble = after.created.reduce((sum, { severity }) => sum + weights[severity], 0);
  const yielding = overlap.yields === null ? null : (overlap.yields.side === "a" ? overlap.a : overlap.b)?.item;
  return trouble + (yielding === null || yielding === undefined || yielding === item ? 0 : 10);
}

const kindOrder: readonly WayOutKind[] = [
  "merge",
  "other-room",
  "shorten",
  "move",
  "proxy",
  "make-optional",
  "swap",
  "accept",
];

function order(a: WayOut, b: WayOut): number {
  return (
    kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) ||
    (a.slot?.cost ?? 0) - (b.slot?.cost ?? 0) ||
    (a.item < b.item ? -1 : a.item > b.item ? 1 : 0)
  );
}
