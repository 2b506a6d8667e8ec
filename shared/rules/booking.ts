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
import { isLive, type Span, spanOf } from "./span.ts";

/**
 * An item as the rules of overlaps see it: when it holds its people, what it needs, where it is, what it is about.
 * Everything a rule asks of a pair is ready here, so that comparing two costs no text work.
 */
export type Booking = {
  readonly id: string;
  readonly item: Item;
  readonly stretches: Span["stretches"];
  readonly assumedMin: Span["assumedMin"];
  /** First and last minute of the whole span; from after to when it holds nobody. */
  readonly fromMin: number;
  readonly toMin: number;
  readonly claims: readonly Claim[];
  readonly place: Place;
  /** Where people have to be first: the assembly point where there is one. */
  readonly arrival: Place;
  /** Print of when the item is, for the fingerprint of its overlaps. */
  readonly whenPrint: number;
  /** The day it stands on, in days since 1970, of a dossier the day it is due; null when it has none or is called off. */
  readonly epochDay: number | null;
  readonly matter: MatterPrint;
  readonly rank: Rank;
  readonly isPeriodicReception: boolean;
};

/** Makes bookings against one directory. */
export type Bookings = { of(item: Item): Booking };

export function createBookings(index: DirectoryIndex): Bookings {
  const claims: Claims = createClaims(index);
  const places = new Map<string, Place>();
  const roomByWords = roomsByWords(index);

  /** The same few halls are written again and again; words that name one room of the directory are that room. */
  function placeFor(venue: Pick<Venue, "room" | "text">): Place {
    const key = venue.room ?? ` ${venue.text ?? ""}`;
    let place = places.get(key);
    if (!place) {
      place = placeOf(venue, index.room);
      const room = place.words === null ? undefined : roomByWords.get(place.words);
      if (room) place = placeOf({ room }, index.room);
      places.set(key, place);
    }
    return place;
  }

  return {
    of(item) {
      const { when, venue } = item;
      const epochDay = epochDayOf(item);
      const span = spanOf(item, index.directory.lengths);
      const first = span.stretches[0];
      const last = span.stretches.at(-1);
      // Of what holds nobody only a dossier has a matter of its own: fillers and duties are alike everywhere.
      const hasMatter = epochDay !== null && (first !== undefined || item.kind === "dossier");
      const matter = hasMatter ? matterPrintOf(item.title) : noMatter;
      if (!first || !last || !isPlaced(when)) return { id: item.id, item, ...idle, epochDay, matter };
      const place = venue ? placeFor(venue) : nowhere;
      return {
        id: item.id,
        item,
        stretches: span.stretches,
        assumedMin: span.assumedMin,
        fromMin: first.fromMin,
        toMin: last.toMin,
        claims: claims.of(item, when.day),
        place,
        arrival: venue?.assembly === undefined ? place : placeFor({ text: venue.assembly }),
        whenPrint: printOf(span),
        epochDay,
        matter,
        rank: rankOf(item, index),
        isPeriodicReception: isPeriodicReception(item),
      };
    },
  };
}

const idle = {
  stretches: [],
  assumedMin: null,
  fromMin: 1,
  toMin: 0,
  claims: [],
  place: nowhere,
  arrival: nowhere,
  whenPrint: 0,
  rank: noRank,
  isPeriodicReception: false,
} as const;

function epochDayOf(item: Item): number | null {
  if (!isLive(item)) return null;
  const day: Day | undefined = item.kind === "dossier" ? (item.due ?? placedDay(item)) : placedDay(item);
  return day === undefined ? null : dayToEpochDay(day);
}

function placedDay({ when }: Item): Day | undefined {
  return isPlaced(when) ? when.day : undefined;
}

/** Words that name exactly one room: its name and aliases, with its building or without. */
function roomsByWords({ directory }: DirectoryIndex): ReadonlyMap<string, string> {
  const rooms = new Map<string, string | null>();
  for (const { id, name, aliases } of directory.rooms) {
    for (const words of new Set([name, ...aliases].map(venueWords))) {
      if (words !== "") rooms.set(words, rooms.has(words) ? null : id);
    }
  }
  return new Map([...rooms].flatMap(([words, id]) => (id === null ? [] : [[words, id]])));
}

function printOf({ stretches }: Span): number {
  let print = stretches.length;
  for (const { fromMin, toMin, isStart, basis } of stretches)
    print = mix(mix(mix(print, fromMin), toMin), basis.length * 2 + (isStart ? 1 : 0));
  return print;
}
