import { fold, tidySpaces } from "../kit/fold.ts";
import type { Room } from "../model/directory.ts";
import type { Venue } from "../model/venue.ts";
import { hashOf } from "./hash.ts";

/** Where an item is, made comparable. All null when nobody wrote where. */
export type Place = {
  readonly room: string | null;
  readonly building: string | null;
  /** The venue in words, folded, abbreviations written out; null for a room of the directory. */
  readonly words: string | null;
  /** How far those words name one room: a room; a house with many rooms; or nothing that can be taken. */
  readonly sort: "room" | "house" | "vague";
  /** The halls this room is a part of, from the nearest out: whoever has one of them has this room. */
  readonly halls: readonly string[];
  /** A bit for the room and each of its halls, or for the words: two places that share a room share a bit. */
  readonly needs: number;
};

export type Nearness = "same" | "near" | "apart" | "unknown";

/** The place of an item that says nothing about it. */
export const nowhere: Place = { room: null, building: null, words: null, sort: "vague", halls: [], needs: 0 };

/** The place of a venue; a venue that is only online is nowhere. */
export function placeOf(venue: Venue | undefined, roomById: (id: string) => Room | undefined): Place {
  if (venue?.room !== undefined) {
    const room = roomById(venue.room);
    const halls = hallsOf(room, roomById);
    return {
      ...nowhere,
      room: venue.room,
      building: room?.building === undefined ? null : fold(room.building),
      sort: "room",
      halls,
      needs: bitsOf([venue.room, ...halls]),
    };
  }
  const words = venueWords(venue?.text ?? "");
  return words === "" ? nowhere : { ...nowhere, words, sort: sortOf(words), needs: bitsOf([words]) };
}

function bitsOf(names: readonly string[]): number {
  return names.reduce((bits, name) => bits | (1 << (hashOf(name) & 31)), 0);
}

/** At most a few: a hall is divided once or twice. A circle ends where it began. */
function hallsOf(room: Room | undefined, roomById: (id: string) => Room | undefined): readonly string[] {
  const halls: string[] = [];
  for (let hall = room?.partOf; hall !== undefined && hall !== room?.id && !halls.includes(hall); ) {
    halls.push(hall);
    hall = roomById(hall)?.partOf;
  }
  return halls;
}

/** The room two places share: their own, or the part when the other has its whole hall. Null when they share none. */
export function sharedRoom(a: Place, b: Place): string | null {
  if (a.room === null || b.room === null) return null;
  if (a.room === b.room || a.halls.includes(b.room)) return a.room;
  return b.halls.includes(a.room) ? b.room : null;
}

/**
 * Two places, from nearest to farthest. `apart` only when both are clearly known to be elsewhere: other buildings, or
 * words that differ and neither holds the other. Everything doubtful is `unknown`.
 */
export function nearnessOf(a: Place, b: Place): Nearness {
  if (a.room !== null && b.room !== null) return nearnessOfRooms(a, b);
  if (a.words !== null && b.words !== null) return nearnessOfWords(a.words, b.words);
  const room = a.room === null ? b : a;
  const words = a.room === null ? a.words : b.words;
  if (room.room === null || words === null) return "unknown";
  if (room.building !== null && words.includes(room.building)) return "near";
  return sortOf(words) === "house" && room.building !== null ? "apart" : "unknown";
}

function nearnessOfRooms(a: Place, b: Place): Nearness {
  if (a.room === b.room) return "same";
  if (a.building === null || b.building === null) return "unknown";
  return a.building === b.building ? "near" : "apart";
}

function nearnessOfWords(a: string, b: string): Nearness {
  if (a === b) return "same";
  if (a.includes(b) || b.includes(a)) return "near";
  // "phong hop 1 tang 3" and "phong hop 5 tang 2" without a house are rooms of the writer's own.
  return bareRoom.test(a) && bareRoom.test(b) ? "near" : "apart";
}

const bareRoom = /^(?:phong hop|phong|hoi truong|phong khanh tiet)(?: [\da-z]{1,4})?(?: tang \d+)?$/;

const writtenOut: readonly (readonly [RegExp, string])[] = [
  [/\bp\.? ?hop\b/g, "phong hop"],
  [/\bph\b/g, "phong hop"],
  [/\bht\b/g, "hoi truong"],
  [/\bp\b(?= ?\d)/g, "phong"],
  [/\b(?:lau|t)\b ?(?=\d)/g, "tang "],
  [/\btp\b/g, "thanh pho"],
  [/\bvp\b/g, "van phong"],
  [/^(?:truc tuyen|online) tai\b/g, ""],
  [/^diem cau(?: chinh)?(?: tai)?\b/g, ""],
  [/\btru so\b/g, " "],
  [/\bso (?=\d)/g, ""],
  [/^(?:dia diem|diem|tai|o)\b/g, ""],
  [/^\s*tai\b/g, ""],
];

/** A venue in words made comparable: folded, "P. họp số 5, lầu 2" → "phong hop 5 tang 2". Empty for no words. */
export function venueWords(text: string): string {
  let words = ` ${fold(tidySpaces(text)).replace(/[^\p{L}\p{N}]+/gu, " ")} `.replace(/\b([pt])(\d)/g, "$1 $2").trim();
  for (const [shape, full] of writtenOut) words = words.replace(shape, full).trim();
  return words.replace(/\s+/g, " ");
}

const roomShape = /\b(?:phong|hoi truong|khanh tiet|nha an|san van dong|nha van hoa|nha hat|rap|phong hop)\b/;
const vagueShape = /^(?:co quan|co so|truc tuyen|online|noi bo|tai cho|tren dia ban.*|dia ban.*|cac .*|zoom|qua mang)$/;

function sortOf(words: string): Place["sort"] {
  if (vagueShape.test(words)) return "vague";
  return roomShape.test(words) ? "room" : "house";
}
