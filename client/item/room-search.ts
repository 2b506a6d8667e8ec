import type { Room } from "../../shared/model/directory.ts";
import type { ComboGroup } from "../parts/combobox-options.ts";
import { createSearch, isSameWording, type Search } from "../parts/search-ranking.ts";

export type RoomEntry = { readonly room: Room; readonly names: readonly string[]; readonly extra: readonly string[] };

/** How a room's capacity and bridging point read in the current language. */
export type RoomPhrases = { readonly seats: (count: number) => string; readonly onlinePoint: string };

/** The rooms, ready to be searched by name, other names and house. */
export function createRoomSearch(rooms: readonly Room[]): Search<RoomEntry> {
  return createSearch(
    rooms.map((room) => ({
      room,
      names: [room.name, ...room.aliases],
      extra: [room.building ?? "", room.floor ?? ""],
    })),
  );
}

/** "Trụ sở UBND · tầng 3 · 40 chỗ · có điểm cầu"; `without` leaves the house away where it is said above. */
export function roomDetail(room: Room, phrases: RoomPhrases, without?: "building"): string {
  const parts = [
    without === "building" ? undefined : room.building,
    room.floor,
    room.capacity === undefined ? undefined : phrases.seats(room.capacity),
    room.onlinePoint ? phrases.onlinePoint : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(" · ");
}

/**
 * Matches as a list shows them: under their houses while nothing is typed; once something is, best first, the house with
 * the room.
 */
export function roomsToGroups(entries: readonly RoomEntry[], query: string, phrases: RoomPhrases): ComboGroup[] {
  if (query !== "") {
    const options = entries.map(({ room }) => ({ id: room.id, label: room.name, detail: roomDetail(room, phrases) }));
    return [{ label: null, options }];
  }
  const houses = Map.groupBy(entries, ({ room }) => room.building ?? null);
  return [...houses].map(([label, inside]) => ({
    label,
    options: inside.map(({ room }) => ({
      id: room.id,
      label: room.name,
      detail: roomDetail(room, phrases, "building"),
    })),
  }));
}

/** The one room that goes by exactly these words; undefined when none does, or several do. */
export function roomNamed(rooms: readonly Room[], words: string): Room | undefined {
  const named = rooms.filter(({ name, aliases }) => [name, ...aliases].some((one) => isSameWording(one, words)));
  return named.length === 1 ? named[0] : undefined;
}
