import type { Day } from "../kit/day.ts";
import { addDays } from "../kit/day.ts";
import type { Directory, Room } from "../model/directory.ts";
import type { PartyRef } from "../model/ref.ts";
import { type Entries, expandParty, type Holding } from "./membership.ts";

/**
 * A directory made quick to ask: every entry by id, and what each party stands for on a day. One per directory; it is
 * never changed, a new directory gets a new index.
 */
export type DirectoryIndex = {
  readonly directory: Directory;
  readonly entries: Entries;
  room(id: string): Room | undefined;
  /**
   * The stretch of days a day lies in within which no post changes hands and no membership begins or ends. Two days of
   * one era have the same expansions; eras count up from 0.
   */
  eraOf(day: Day): number;
  /** What a party stands for on a day ({@link expandParty}), computed once per era. */
  expand(ref: PartyRef, day: Day): readonly Holding[];
};

/** Builds the index in one pass; expansions are computed when first asked for. */
export function createDirectoryIndex(directory: Directory): DirectoryIndex {
  const entries: Entries = {
    persons: byId(directory.persons),
    posts: byId(directory.posts),
    bodies: byId(directory.bodies),
    units: byId(directory.units),
    groups: byId(directory.groups),
    rooms: byId(directory.rooms),
  };
  const borders = eraBorders(directory);
  const eras = new Map<Day, number>();
  const expansions = new Map<string, readonly Holding[]>();

  function eraOf(day: Day): number {
    let era = eras.get(day);
    if (era === undefined) eras.set(day, (era = countUpTo(borders, day)));
    return era;
  }

  return {
    directory,
    entries,
    room: (id) => entries.rooms.get(id),
    eraOf,
    expand(ref, day) {
      const key = `${eraOf(day)} ${ref}`;
      let holdings = expansions.get(key);
      if (!holdings) expansions.set(key, (holdings = expandParty(entries, ref, day)));
      return holdings;
    },
  };
}

function byId<Entry extends { readonly id: string }>(list: readonly Entry[]): ReadonlyMap<string, Entry> {
  return new Map(list.map((entry) => [entry.id, entry]));
}

/** The days on which something in the directory begins or has just ended, in order. */
function eraBorders(directory: Directory): readonly Day[] {
  const dated = [
    ...directory.posts.flatMap((post) => post.holders),
    ...directory.bodies.flatMap((body) => body.members),
  ];
  const borders = new Set<Day>();
  for (const { from, to } of dated) {
    if (from !== undefined) borders.add(from);
    if (to !== undefined) borders.add(addDays(to, 1));
  }
  return [...borders].sort();
}

function countUpTo(borders: readonly Day[], day: Day): number {
  let low = 0;
  let high = borders.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const border = borders[middle];
    if (border !== undefined && border <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
