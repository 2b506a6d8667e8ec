import { type Day, dayToEpochDay } from "../kit/day.ts";
import type { Item } from "../model/item.ts";
import type { Venue } from "../model/venue.ts";
import { isPlaced } from "../model/when.ts";
import { type Claim, type Claims, createClaims } from "./claims.ts";
import type { DirectoryIndex } from "./directory-index.ts";
import { mix } from "./hash.ts";
import { type MatterPrint, matterPrintOf, noMatter } from "./matter-print.ts";
import { nowhere, type Place, placeOf, venueWords } from "./place.ts";
import { noRank, type Rank, rankOf } from "./rank.ts";
import { isPeriodicReception } from "./reception.ts";
import { isLive, type Span, type Stretch, spanOf } from "./span.ts";

/**
 * An item as the rules of overlaps see it: when it holds its people, what it needs, where it is, what it is about.
 * Everything a rule asks of a pair is ready here, so that comparing two costs no text work.
 *
 * Nearly all items hold their people in one stretch: then the booking itself is that stretch, and there is no other object for
 * it. Of several, it is all of them as one: from when to when, whether somebody wrote the hour of the first, how the end of the
 * last is known. It ends before it begins when it holds nobody ({@link isHeld}).
 */
export type Booking = Stretch & {
  readonly id: string;
  readonly item: Item;
  /** Each stretch where there are several; null where the booking is the only one. */
  readonly several: readonly Stretch[] | null;
  readonly assumedMin: Span["assumedMin"];
  readonly claims: readonly Claim[];
  /** A bit for every claim, room and hall; two items whose bits have nothing in common need nothing in common. */
  readonly needs: number;
  readonly place: Place;
  /** Where people have to be first: the assembly point where there is one. */
  readonly arrival: Place;
  /** The day it stands on, in days since 1970, of a dossier the day it is due; null when it has none or is called off. */
  readonly epochDay: number | null;
  readonly matter: MatterPrint;
  readonly rank: Rank;
  readonly isPeriodicReception: boolean;
};

/** Whether it holds anybody at any time. */
export function isHeld({ fromMin, toMin }: Booking): boolean {
  return fromMin < toMin;
}

/** *Lịch trực*: who is on duty works as on any day, in the background of everything but a journey. */
export function isOnDuty({ item }: Pick<Booking, "item">): boolean {
  return item.kind === "duty";
}

/** Print of when the item is, for the fingerprint of its overlaps. Zero when it holds nobody. */
export function whenPrintOf(booking: Booking): number {
  const { several } = booking;
  if (several !== null) return several.reduce(mixStretch, several.length);
  return isHeld(booking) ? mixStretch(1, booking) : 0;
}

function mixStretch(print: number, { fromMin, toMin, isStart, basis }: Stretch): number {
  return mix(mix(mix(print, fromMin), toMin), basis.length * 2 + (isStart ? 1 : 0));
}

/** Makes bookings against one directory. */
export type Bookings = { of(item: Item): Booking };

export function createBookings(index: DirectoryIndex): Bookings {
  const claims: Claims = createClaims(index);
  const roomByWords = roomsByWords(index);
  /** The same few halls are written again and again. */
  const placeByRoom = new Map<string, Place>();
  const placeByText = new Map<string, Place>();

  function placeOfRoom(room: string): Place {
    let place = placeByRoom.get(room);
    if (!place) placeByRoom.set(room, (place = placeOf({ room }, index.room)));
    return place;
  }

  /** Words that name one room of the directory are that room. */
  function placeOfText(text: string): Place {
    let place = placeByText.get(text);
    if (!place) {
      place = placeOf({ text }, index.room);
      const room = place.words === null ? undefined : roomByWords.get(place.words);
      if (room !== undefined) place = placeOfRoom(room);
      placeByText.set(text, place);
    }
    return place;
  }

  function placeOfVenue({ room, text }: Venue): Place {
    return room === undefined ? placeOfText(text ?? "") : placeOfRoom(room);
  }

  return {
    of(item) {
      const { id, when, venue } = item;
      const epochDay = epochDayOf(item);
      const { stretches, assumedMin } = spanOf(item, index.directory.lengths);
      const first = stretches[0] ?? noStretch;
      const last = stretches.at(-1) ?? noStretch;
      const isHeld = first !== noStretch && isPlaced(when);
      // Of what holds nobody only a dossier has a matter of its own: fillers and duties are alike everywhere.
      const hasMatter = epochDay !== null && ((isHeld && item.kind !== "duty") || item.kind === "dossier");
      const place = isHeld && venue ? placeOfVenue(venue) : nowhere;
      const claimed = isHeld ? claims.of(item, when.day) : noClaims;
      return {
        // What a first look at a pair asks stands in front, so that it is in one line of the processor's cache.
        id,
        fromMin: first.fromMin,
        toMin: last.toMin,
        needs: claimed.reduce((bits, { number }) => bits | (1 << (number & 31)), place.needs),
        claims: claimed,
        place,
        isStart: first.isStart,
        basis: last.basis,
        several: stretches.length > 1 ? stretches : null,
        assumedMin,
        item,
        arrival: isHeld && venue?.assembly !== undefined ? placeOfText(venue.assembly) : place,
        epochDay,
        matter: hasMatter ? matterPrintOf(item.title) : noMatter,
        rank: isHeld ? rankOf(item, index) : noRank,
        isPeriodicReception: isHeld && isPeriodicReception(item),
      };
    },
  };
}

const noStretch: Stretch = { fromMin: 1, toMin: 0, isStart: false, basis: "session" };
const noClaims: readonly Claim[] = [];

function epochDayOf(item: Item): number | null {
  if (!isLive(item)) return null;
  const day: Day | undefined = item.kind === "dossier" ? (item.due ?? placedDay(item)) : placedDay(item);
  return day === undefined ? null : dayToEpochDay(day);
}

function placedDay({ when }: Item): Day | undefined {
  return isPlaced(when) ? when.day : undefined;
}

/** Words that name exactly one room: its name and aliases, with its floor and building or without. */
function roomsByWords({ directory }: DirectoryIndex): ReadonlyMap<string, string> {
  const rooms = new Map<string, string | null>();
  for (const { id, name, aliases, building = "", floor = "" } of directory.rooms) {
    const written = [name, ...aliases].flatMap((own) => [
      own,
      `${own} ${floor}`,
      `${own} ${building}`,
      `${own} ${floor} ${building}`,
    ]);
    for (const words of new Set(written.map(venueWords))) {
      if (words !== "") rooms.set(words, rooms.has(words) ? null : id);
    }
  }
  return new Map([...rooms].flatMap(([words, id]) => (id === null ? [] : [[words, id]])));
}
