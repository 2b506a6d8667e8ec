import type { Venue } from "../../shared/model/venue.ts";

/** Where in words: at most as long as the schema takes. */
export const venueWordsMax = 300;

/** Sets the room; words for the place go, because one item has one place. Null: no room. */
export function withRoom(venue: Venue | undefined, room: string | null): Venue | undefined {
  const { room: _room, text: _text, ...rest } = venue ?? {};
  return tidied(room === null ? rest : { ...rest, room });
}

/** Sets the place in words; a room goes. Empty words: no place. */
export function withPlaceWords(venue: Venue | undefined, words: string): Venue | undefined {
  const { room: _room, text: _text, ...rest } = venue ?? {};
  const text = words.trim().slice(0, venueWordsMax);
  return tidied(text === "" ? rest : { ...rest, text });
}

/** Sets where people must be first; empty words take it away. */
export function withAssembly(venue: Venue | undefined, words: string): Venue | undefined {
  const { assembly: _assembly, ...rest } = venue ?? {};
  const assembly = words.trim().slice(0, venueWordsMax);
  return tidied(assembly === "" ? rest : { ...rest, assembly });
}

/** Whether there is an online part at all. */
export function withOnline(venue: Venue | undefined, isOnline: boolean): Venue | undefined {
  const { online, ...rest } = venue ?? {};
  return tidied(isOnline ? { ...rest, online: online ?? {} } : rest);
}

/** Sets how many bridging points or delegates; null: not known. */
export function withOnlineCount(
  venue: Venue | undefined,
  field: "points" | "delegates",
  count: number | null,
): Venue | undefined {
  const { [field]: _before, ...others } = venue?.online ?? {};
  return tidied({ ...venue, online: count === null ? others : { ...others, [field]: count } });
}

/** "162", "1.250", "162 điểm cầu" → the number; null when empty, undefined when it is no number that can be. */
export function parseCount(text: string): number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  const digits = /^(\d{1,3}(?:[. ]\d{3})+|\d{1,7})(?!\d)\s*\D*$/u.exec(trimmed)?.[1];
  const count = digits === undefined ? Number.NaN : Number(digits.replace(/\D/g, ""));
  return Number.isInteger(count) && count <= 100_000 ? count : undefined;
}

function tidied(venue: Venue): Venue | undefined {
  return Object.keys(venue).length === 0 ? undefined : venue;
}
