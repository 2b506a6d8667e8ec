import type { Item } from "../../shared/model/item.ts";
import type { Lacking, Offer } from "../../shared/model/joint-session.ts";
import type { ItemEdit, Slot } from "../../shared/model/slot.ts";
import { isPlaced, sessionOf } from "../../shared/model/when.ts";
import { freeChairsFor } from "../../shared/rules/chair-search.ts";
import { withEdit } from "../../shared/rules/item-edit.ts";
import type { OverlapIndex } from "../../shared/rules/overlap-index.ts";
import { freeRoomsFor } from "../../shared/rules/room-search.ts";
import { searchSlots } from "../../shared/rules/slot-search.ts";
import { clashOf, inRoom, type Proposal, perKindMax, type Search } from "./proposals.ts";

const fillsMax = 6;

/** A part of what an item lacks: as the offer names it, and as an edit. */
type Fill = { readonly named: Pick<Offer, "when" | "room" | "party" | "free">; readonly edit: ItemEdit };

/**
 * What an item lacks, as far as it is found: hours between two days, rooms, who could chair. Where several lack, each hour
 * comes with a room and a chair that are free then (each room with a chair), so that one number leaves nothing missing.
 */
export function fillsFor(item: Item, lacks: readonly Lacking[], search: Search): Proposal[] {
  return firstsFor(item, lacks, search).map((first) => {
    const { named, edit } = completed(item, first, { lacks, index: search.index });
    const clash = clashOf(search.index.probe(withEdit(item, edit)), item.id);
    return { offer: { kind: "fill", item: item.id, ...named, ...clash }, edits: [edit] };
  });
}

/** What is chosen by its number; the rest goes by it. */
function firstsFor(item: Item, lacks: readonly Lacking[], search: Search): readonly Fill[] {
  if (lacks.includes("hour")) return slotsFor(item, search).map((slot) => slotFill(item, slot));
  const rooms = lacks.includes("room") ? roomsFor(item, search.index, fillsMax) : [];
  return rooms.length === 0 && lacks.includes("chair") ? chairsFor(item, search.index, fillsMax) : rooms;
}

type Rest = { readonly lacks: readonly Lacking[]; readonly index: OverlapIndex };

function completed(item: Item, first: Fill, { lacks, index }: Rest): Fill {
  const needsRoom = lacks.includes("room") && first.named.room === undefined;
  const housed = joined(first, needsRoom ? roomsFor(withEdit(item, first.edit), index, 1)[0] : undefined);
  const needsChair = lacks.includes("chair") && first.named.party === undefined;
  return joined(housed, needsChair ? chairsFor(withEdit(item, housed.edit), index, 1)[0] : undefined);
}

function joined(one: Fill, other: Fill | undefined): Fill {
  if (!other) return one;
  const set = { ...one.edit.set, ...other.edit.set };
  const parties = { ...one.edit.parties, ...other.edit.parties };
  return { named: { ...one.named, ...other.named }, edit: { id: one.edit.id, set, parties } };
}

function slotFill(item: Item, { when, room, attendance: { free, of } }: Slot): Fill {
  const venue = room === null ? {} : { venue: inRoom(item, room) };
  return {
    named: { when, free: { free, of }, ...(room !== null && { room }) },
    edit: { id: item.id, set: { when, ...venue } },
  };
}

function roomsFor(item: Item, index: OverlapIndex, most: number): readonly Fill[] {
  return freeRoomsFor(index, item, most).map(({ id }) => ({
    named: { room: id },
    edit: { id: item.id, set: { venue: inRoom(item, id) } },
  }));
}

function chairsFor(item: Item, index: OverlapIndex, most: number): readonly Fill[] {
  return freeChairsFor(index, item, most).map(({ ref, edit }) => ({ named: { party: ref }, edit }));
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
