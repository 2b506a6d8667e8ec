import type { Certainty, Overlap } from "../model/overlap.ts";
import { type Booking, isHeld } from "./booking.ts";
import { mix } from "./hash.ts";
import {
  addBits,
  alikeTo,
  bitsEach,
  likenessMinPercent,
  likenessOf,
  matterHashOf,
  nextAlike,
  noMatter,
  type Wanted,
} from "./matter-print.ts";
import { itself, makeOverlap } from "./overlap-making.ts";
import type { FarRule, Neighbourhood, RuleWorld } from "./overlap-rule.ts";

/**
 * One matter registered twice: by two offices on one day or within a few, or twice by one office on one day. The way out is
 * to merge. A dossier and the meeting about it are no two of a kind; the days of a series are meant to be alike.
 */
export function createSubjectRule({ norms }: Pick<RuleWorld, "norms">): FarRule {
  const daysMax = norms("subject-days");
  return {
    name: "subject",
    between(a, b) {
      if (!mayBeOne(a, b)) return none;
      const likeness = likenessOf(a.matter, b.matter);
      const certainty = likeness === 0 ? null : certaintyOf(a, b, { likeness, daysMax });
      if (certainty === null) return none;
      const isOneDay = a.epochDay === b.epochDay;
      const detail = { of: "subject", likenessPercent: Math.round(likeness * 100), isOneDay } as const;
      const print = mix(mix(matterHashOf(a.matter), matterHashOf(b.matter)), isOneDay ? 1 : 2);
      const found = {
        kind: "subject",
        resource: "rule:subject",
        certainty,
        x: itself,
        y: itself,
        detail,
        print,
      } as const;
      return [makeOverlap(found, a, b)];
    },
    neighbourhood: () => matterTable(daysMax),
  };
}

const none: readonly Overlap[] = [];

function mayBeOne(a: Booking, b: Booking): boolean {
  const [one, two] = [a.item, b.item];
  if (one.parent === two.id || two.parent === one.id) return false;
  if (one.series !== undefined && one.series === two.series) return false;
  return (one.kind === "dossier") === (two.kind === "dossier") && one.kind !== "reception" && two.kind !== "reception";
}

/** So alike that it is the same title but for a word. */
const sameMin = 0.95;
const nearlyMinPercent = 85;
const nearlyMin = nearlyMinPercent / 100;
/** Two that one office has on one day, so close in time, may be one that two leaders have in their programmes. */
const oneHourMin = 60;

type Likeness = { readonly likeness: number; readonly daysMax: number };

function certaintyOf(a: Booking, b: Booking, { likeness, daysMax }: Likeness): Certainty | null {
  const days = Math.abs((a.epochDay ?? 0) - (b.epochDay ?? 0));
  if (a.item.office !== b.item.office) {
    if (days === 0) return likeness >= nearlyMin ? "probable" : "possible";
    return days <= daysMax && likeness >= nearlyMin ? "possible" : null;
  }
  if (days > 0 || likeness < sameMin) return null;
  const isOneHour = !isHeld(a) || Math.abs(a.fromMin - b.fromMin) <= oneHourMin;
  return isOneHour ? "possible" : null;
}

/**
 * The bookings of a day, and three numbers for each: a walk over numbers meets no object it does not need, and one list a day is
 * walked a fifth faster than one for every office.
 */
type Page = { readonly bookings: Booking[]; readonly bits: number[] };

/**
 * Bookings by day. A window of two weeks holds a few hundred, and a look at the bits of each (`nextAlike`) is cheaper than any
 * table of words: the words of office prose are the same few thousand everywhere. On other days only other offices are looked
 * at, and only for what is nearly the same.
 */
function matterTable(daysMax: number): Neighbourhood {
  const pages = new Map<number, Page>();

  return {
    add(booking) {
      const { epochDay, matter } = booking;
      if (epochDay === null || matter === noMatter) return;
      let page = pages.get(epochDay);
      if (!page) pages.set(epochDay, (page = { bookings: [], bits: [] }));
      page.bookings.push(booking);
      addBits(page.bits, matter);
    },
    remove(booking) {
      const page = booking.epochDay === null ? undefined : pages.get(booking.epochDay);
      const at = page?.bookings.indexOf(booking) ?? -1;
      if (at < 0) return;
      page?.bookings.splice(at, 1);
      page?.bits.splice(at * bitsEach, bitsEach);
    },
    near(booking, visit) {
      const { epochDay, matter } = booking;
      if (epochDay === null || matter === noMatter) return;
      const search = { booking, visit };
      const nearly = alikeTo(matter, nearlyMinPercent);
      for (let day = epochDay - daysMax; day <= epochDay + daysMax; day++) {
        const page = pages.get(day);
        if (page) visitAlike(page, day === epochDay ? alikeTo(matter, likenessMinPercent) : nearly, search);
      }
    },
    clear: () => pages.clear(),
  };
}

type Search = { readonly booking: Booking; readonly visit: (other: Booking) => void };

function visitAlike({ bookings, bits }: Page, wanted: Wanted, { booking, visit }: Search): void {
  for (let at = nextAlike(wanted, bits, 0); at >= 0; at = nextAlike(wanted, bits, at + 1)) {
    const other = bookings[at];
    if (other === undefined || other.id === booking.id) continue;
    if (other.epochDay === booking.epochDay || other.item.office !== booking.item.office) visit(other);
  }
}
