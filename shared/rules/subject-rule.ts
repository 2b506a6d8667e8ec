import { type OfficeId, officeIds } from "../model/office.ts";
import type { Certainty, Overlap } from "../model/overlap.ts";
import { type Booking, isHeld } from "./booking.ts";
import { mix } from "./hash.ts";
import { likenessMin, likenessOf, type MatterPrint, mayBeAlike, printBits } from "./matter-print.ts";
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
      const print = mix(mix(printOf(a.matter), printOf(b.matter)), isOneDay ? 1 : 2);
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
const nearlyMin = 0.85;
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

function printOf({ pairs }: MatterPrint): number {
  let print = pairs.length;
  for (const pair of pairs) print = mix(print, pair);
  return print;
}

/** The bookings of an office on a day, and three numbers for each: a walk over numbers meets no object it does not need. */
type Page = { readonly bookings: Booking[]; readonly bits: number[] };
type DayPages = Record<OfficeId, Page>;

/**
 * Bookings by day and office. A window of two weeks holds a few hundred, and a look at the bits of each (`mayBeAlike`) is
 * cheaper than any table of words: the words of office prose are the same few thousand everywhere. On other days only other
 * offices are looked at, and only for what is nearly the same.
 */
function matterTable(daysMax: number): Neighbourhood {
  const days = new Map<number, DayPages>();

  return {
    add(booking) {
      if (booking.epochDay === null || booking.matter.pairs.length === 0) return;
      let pages = days.get(booking.epochDay);
      if (!pages) days.set(booking.epochDay, (pages = { party: newPage(), council: newPage(), people: newPage() }));
      const page = pages[booking.item.office];
      page.bookings.push(booking);
      page.bits.push(...printBits(booking.matter));
    },
    remove(booking) {
      const pages = booking.epochDay === null ? undefined : days.get(booking.epochDay);
      const page = pages?.[booking.item.office];
      const at = page?.bookings.indexOf(booking) ?? -1;
      if (at < 0) return;
      page?.bookings.splice(at, 1);
      page?.bits.splice(at * 3, 3);
    },
    near(booking, visit) {
      const { epochDay, matter, item } = booking;
      if (epochDay === null || matter.pairs.length === 0) return;
      const bits = printBits(matter);
      for (let day = epochDay - daysMax; day <= epochDay + daysMax; day++) {
        const pages = days.get(day);
        if (pages === undefined) continue;
        for (const office of officeIds) {
          if (day !== epochDay && office === item.office) continue;
          visitAlike(
            pages[office],
            { bits, least: day === epochDay ? likenessMin : nearlyMin, own: booking.id },
            visit,
          );
        }
      }
    },
    clear: () => days.clear(),
  };
}

function newPage(): Page {
  return { bookings: [], bits: [] };
}

type Wanted = { readonly bits: ReturnType<typeof printBits>; readonly least: number; readonly own: string };

function visitAlike(page: Page, { bits: wanted, least, own }: Wanted, visit: (other: Booking) => void): void {
  const { bookings, bits } = page;
  for (let at = 0, bit = 0; at < bookings.length; at++, bit += 3) {
    if (!mayBeAlike(wanted, bits, bit, least)) continue;
    const other = bookings[at];
    if (other !== undefined && other.id !== own) visit(other);
  }
}
