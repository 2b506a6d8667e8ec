import type { Ring, Travel, Zone } from "../model/board-rules.ts";
import type { Norms } from "./norms.ts";
import { nearnessOf, type Place, venueWords } from "./place.ts";

/** How long people are on the way between two places, in minutes; null where nobody can say. */
export type Ways = {
  minutesBetween(from: Place, to: Place): number | null;
  /** The longest way there is: no two items farther apart in time clash over one. */
  readonly longestMin: number;
};

type Named = { readonly words: readonly string[]; readonly zone: Zone };

/**
 * Reads the ways of a board: its own minutes between two places first, then those customary for how far out the two lie.
 * Where neither place is known to lie in an area, nothing is said: a guess would only make noise.
 */
export function createWays(zones: readonly Zone[], travels: readonly Travel[], norms: Norms): Ways {
  const named: readonly Named[] = byId(zones).map((zone) => ({
    words: [zone.name, ...zone.aliases].map(venueWords).filter((words) => words !== ""),
    zone,
  }));
  const own = byId(travels).map(({ origin, goal, minutes }) => ({
    ends: [venueWords(origin), venueWords(goal)] as const,
    minutes,
  }));
  const byRing: Readonly<Record<Ring, number>> = {
    inner: norms("way-inner"),
    suburb: norms("way-suburb"),
    province: norms("way-province"),
  };
  const zoneByText = new Map<string, Zone | null>();
  const known = new Map<Place, Map<Place, number | null>>();

  /** The most exact area that a place's words name: the one with the longest match. */
  function zoneOf(place: Place): Zone | null {
    const text = textOf(place);
    let zone = zoneByText.get(text);
    if (zone === undefined) {
      let best = 0;
      zone = null;
      for (const { words, zone: candidate } of text === "" ? [] : named)
        for (const each of words) if (each.length > best && holds(text, each)) [best, zone] = [each.length, candidate];
      zoneByText.set(text, zone);
    }
    return zone;
  }

  function isAt(place: Place, end: string): boolean {
    const zone = zoneOf(place);
    return holds(textOf(place), end) || (zone !== null && venueWords(zone.name) === end);
  }

  function between(from: Place, to: Place): number | null {
    for (const { ends, minutes } of own) {
      const [one, two] = ends;
      if ((isAt(from, one) && isAt(to, two)) || (isAt(from, two) && isAt(to, one))) return minutes;
    }
    const nearness = nearnessOf(from, to);
    if (nearness === "same") return 0;
    if (nearness === "near" && from.room !== null && to.room !== null) return norms("way-building");
    const [one, two] = [zoneOf(from), zoneOf(to)];
    return one === null || two === null ? null : Math.max(byRing[one.ring], byRing[two.ring]);
  }

  return {
    minutesBetween(from, to) {
      if (named.length === 0 && own.length === 0) return null;
      let row = known.get(from);
      if (!row) known.set(from, (row = new Map()));
      let minutes = row.get(to);
      if (minutes === undefined) row.set(to, (minutes = between(from, to)));
      return minutes;
    },
    longestMin:
      named.length === 0 && own.length === 0
        ? 0
        : Math.max(...Object.values(byRing), ...own.map(({ minutes }) => minutes)),
  };
}

function textOf({ building, words }: Place): string {
  return words ?? building ?? "";
}

/** Whole words: "ha" does not lie in "thanh ha". */
function holds(text: string, part: string): boolean {
  return part !== "" && ` ${text} `.includes(` ${part} `);
}

function byId<Entry extends { readonly id: string }>(entries: readonly Entry[]): readonly Entry[] {
  return [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
}
