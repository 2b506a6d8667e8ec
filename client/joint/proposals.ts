import type { Day } from "../../shared/kit/day.ts";
import type { Item } from "../../shared/model/item.ts";
import { type Difficulty, type Lacking, type Offer, offersMax, type Topic } from "../../shared/model/joint-session.ts";
import { type Overlap, otherItemOf } from "../../shared/model/overlap.ts";
import type { ItemEdit, Slot, WayOut } from "../../shared/model/slot.ts";
import { isPlaced, sessionOf } from "../../shared/model/when.ts";
import { withEdit } from "../../shared/rules/item-edit.ts";
import type { OverlapIndex } from "../../shared/rules/overlap-index.ts";
import { freeRoomsFor } from "../../shared/rules/room-search.ts";
import { searchSlots } from "../../shared/rules/slot-search.ts";

/** A way on beside what it would change: everybody is shown the offer, whoever leads keeps the edits. */
export type Proposal = {
  readonly offer: Offer;
  readonly edits: readonly ItemEdit[];
  /** The way out of an overlap that it is. */
  readonly way?: WayOut;
};

/** Of one kind more would be a list to read while others wait. */
const perKindMax = 3;

/**
 * Ways out of an overlap as numbered offers: the best of every kind first, so that nine hold all that can be done, then the
 * next best; those that whoever leads may not take come last.
 */
export function proposalsOf(ways: readonly WayOut[], isBarred: (way: WayOut) => boolean): Proposal[] {
  const ranked = [...Map.groupBy(ways, ({ kind }) => kind).values()].flatMap((alike) =>
    alike.slice(0, perKindMax).map((way, rank) => ({ way, rank, barred: Number(isBarred(way)) })),
  );
  return ranked
    .sort((a, b) => a.barred - b.barred || a.rank - b.rank)
    .slice(0, offersMax)
    .map(({ way }) => ({ offer: offerOf(way), edits: way.edits, way }));
}

function offerOf({ kind, item, edits, after, party, standIn, slot, room }: WayOut): Offer {
  const when = slot?.when ?? edits.find(({ id }) => id === item)?.set?.when;
  return {
    kind,
    item,
    ...(when && { when }),
    ...(room !== null && { room }),
    ...(party !== null && { party }),
    ...(standIn !== null && { standIn }),
    ...(slot && { free: { free: slot.attendance.free, of: slot.attendance.of } }),
    ...clashOf(after.created, item),
  };
}

/** What it would still clash with; hints are let be. */
function clashOf(overlaps: readonly Overlap[], item: string): Pick<Offer, "clash"> {
  const grave = overlaps.filter(({ severity }) => severity !== "hint");
  const [first] = grave;
  if (!first) return {};
  const other = otherItemOf(first, item);
  return { clash: { kind: first.kind, ...(other !== null && { item: other }), count: grave.length } };
}

type Search = { readonly index: OverlapIndex; readonly from: Day; readonly to: Day };

const fillsMax = 6;

/** Free hours and rooms for an item that lacks them, between two days; where both lack, an hour with a room that is free then. */
export function fillsFor(item: Item, lacks: readonly Lacking[], search: Search): Proposal[] {
  const needsRoom = lacks.includes("room");
  if (!lacks.includes("hour")) return needsRoom ? roomsFor(item, search.index) : [];
  return slotsFor(item, search).map((slot) => {
    const placed = withEdit(item, { id: item.id, set: { when: slot.when } });
    const room = slot.room ?? (needsRoom ? freeRoomsFor(search.index, placed, 1)[0]?.id : undefined);
    const edit: ItemEdit = { id: item.id, set: { when: slot.when, ...(room && { venue: inRoom(item, room) }) } };
    const clash = clashOf(search.index.probe(withEdit(item, edit)), item.id);
    const { free, of } = slot.attendance;
    const offer: Offer = {
      kind: "fill",
      item: item.id,
      when: slot.when,
      ...(room && { room }),
      free: { free, of },
      ...clash,
    };
    return { offer, edits: [edit] };
  });
}

function roomsFor(item: Item, index: OverlapIndex): Proposal[] {
  return freeRoomsFor(index, item, fillsMax).map(({ id, clashes }) => ({
    offer: { kind: "fill", item: item.id, room: id, ...clashOf(clashes, item.id) },
    edits: [{ id: item.id, set: { venue: inRoom(item, id) } }],
  }));
}

/** Where it stands already first: its day, its half of it. Then the rest of the time. */
function slotsFor(item: Item, { index, from, to }: Search): readonly Slot[] {
  const { when } = item;
  const half = isPlaced(when) ? sessionOf(when) : null;
  const own = isPlaced(when)
    ? searchSlots(index, {
        item,
        from: when.day,
        to: when.day,
        most: perKindMax,
        ...(half !== null && half !== "allday" && { sessions: [half] }),
      }).slots
    : [];
  const others = searchSlots(index, { item, from, to, most: fillsMax }).slots;
  const known = new Set(own.map(timeOf));
  return [...own, ...others.filter((slot) => !known.has(timeOf(slot)))].slice(0, fillsMax);
}

function timeOf({ when }: Slot): string {
  return `${when.day} ${when.startMin}`;
}

function inRoom({ venue = {} }: Item, room: string): NonNullable<Item["venue"]> {
  const { text: _, ...rest } = venue;
  return { ...rest, room };
}

/** What a verdict that is no numbered offer changes of one item; nothing where it only is written down. */
export function editsOfVerdict(verdict: "postpone" | "cancel" | "return", { id, status }: Item): readonly ItemEdit[] {
  const to = { postpone: "postponed", cancel: "cancelled", return: "registered" } as const;
  return status === to[verdict] ? [] : [{ id, set: { status: to[verdict] } }];
}

/** The items that a topic is about; `difficulty` is what it was written down as, where it is one. */
export function itemsOfTopic(topic: Topic, difficulty: Pick<Difficulty, "item"> | undefined): readonly string[] {
  switch (topic.of) {
    case "overlap":
      return topic.about.b === undefined ? [topic.about.a] : [topic.about.a, topic.about.b];
    case "lacking":
    case "late":
    case "unexpected":
      return [topic.item];
    case "difficulty":
      return difficulty?.item === undefined ? [] : [difficulty.item];
  }
}
