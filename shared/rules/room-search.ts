import type { Room } from "../model/directory.ts";
import type { Item } from "../model/item.ts";
import type { Overlap } from "../model/overlap.ts";
import type { OverlapIndex } from "./overlap-index.ts";

/** A room that would do, and what the item would still clash with there. */
export type FreeRoom = { readonly id: string; readonly clashes: readonly Overlap[] };

/**
 * Other rooms an item could be in at its time: large enough (as far as anybody wrote how many come), a bridging point where
 * one is needed, not taken. The same house first, then the one whose size fits best.
 */
export function freeRoomsFor(index: OverlapIndex, item: Item, most: number): readonly FreeRoom[] {
  const { rooms } = index.world().index.directory;
  const own = rooms.find(({ id }) => id === item.venue?.room);
  const fitting = rooms
    .filter((room) => !isOneHall(room, own) && isFitting(room, item, own))
    .sort(
      (a, b) =>
        rankOf(a, own) - rankOf(b, own) || missOf(a, item, own) - missOf(b, item, own) || (a.id < b.id ? -1 : 1),
    );
  const free: FreeRoom[] = [];
  for (const { id } of fitting) {
    if (free.length >= most) break;
    const { text: _, ...venue } = item.venue ?? {};
    const clashes = index.probe({ ...item, venue: { ...venue, room: id } }).filter(({ kind }) => kind !== "subject");
    if (clashes.every(({ kind, severity }) => severity === "hint" || (kind !== "room" && kind !== "capacity")))
      free.push({ id, clashes });
  }
  return free;
}

function isFitting(room: Room, item: Item, own: Room | undefined): boolean {
  if (item.venue?.online && room.onlinePoint === false) return false;
  const wanted = item.venue?.seats ?? Math.min(sizeOf(own), customarySeats);
  return own?.capacity === undefined && item.venue?.seats === undefined ? true : sizeOf(room) >= wanted;
}

/** A hall of 250 is often taken for thirty: who says nothing of seats does not need all of it. */
const customarySeats = 40;

/** A part of the very hall, or the hall around it, is no other room. */
function isOneHall(room: Room, own: Room | undefined): boolean {
  return own !== undefined && (room.id === own.id || room.partOf === own.id || own.partOf === room.id);
}

/** How far a room's size is from what is needed. */
function missOf(room: Room, item: Item, own: Room | undefined): number {
  return Math.abs(sizeOf(room) - (item.venue?.seats ?? sizeOf(own)));
}

function sizeOf(room: Room | undefined): number {
  return room?.capacity ?? customarySeats;
}

function rankOf(room: Room, own: Room | undefined): number {
  // Half a hall is a makeshift: a room of its own first.
  const makeshift = room.partOf === undefined ? 0 : 1;
  if (own === undefined) return makeshift;
  return (room.building === own.building ? 0 : room.office === own.office ? 2 : 4) + makeshift;
}
