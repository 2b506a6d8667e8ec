import type { Certainty, Overlap } from "../model/overlap.ts";
import type { Booking } from "./booking.ts";
import { mix } from "./hash.ts";
import { keysOf, likenessOf, type MatterPrint } from "./matter-print.ts";
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
  const isOneHour = a.stretches.length === 0 || Math.abs(a.fromMin - b.fromMin) <= oneHourMin;
  return isOneHour ? "possible" : null;
}

function printOf({ pairs }: MatterPrint): number {
  let print = pairs.length;
  for (const pair of pairs) print = mix(print, pair);
  return print;
}

/** Days that share a drawer: a window of a week looks into two or three of them. */
const drawerDays = 8;

/** Bookings by the keys of their matter and the drawer of their day. */
function matterTable(daysMax: number): Neighbourhood {
  const cells = new Map<number, Booking[]>();
  const drawerOf = (epochDay: number) => Math.floor(epochDay / drawerDays);
  const cellOf = (key: number, drawer: number) => key * 1_024 + (drawer & 1_023);

  return {
    add(booking) {
      if (booking.epochDay === null) return;
      for (const key of keysOf(booking.matter)) {
        const cell = cellOf(key, drawerOf(booking.epochDay));
        const list = cells.get(cell);
        if (list) list.push(booking);
        else cells.set(cell, [booking]);
      }
    },
    remove(booking) {
      if (booking.epochDay === null) return;
      for (const key of keysOf(booking.matter)) {
        const cell = cellOf(key, drawerOf(booking.epochDay));
        const list = cells.get(cell);
        const at = list?.indexOf(booking) ?? -1;
        if (at >= 0) list?.splice(at, 1);
        if (list?.length === 0) cells.delete(cell);
      }
    },
    near(booking, visit) {
      const { epochDay, matter } = booking;
      if (epochDay === null || matter.pairs.length === 0) return;
      const seen = new Set<Booking>();
      for (let drawer = drawerOf(epochDay - daysMax); drawer <= drawerOf(epochDay + daysMax); drawer++) {
        for (const key of keysOf(matter)) {
          for (const other of cells.get(cellOf(key, drawer)) ?? []) {
            if (other.id === booking.id || Math.abs((other.epochDay ?? 0) - epochDay) > daysMax || seen.has(other))
              continue;
            seen.add(other);
            visit(other);
          }
        }
      }
    },
    clear: () => cells.clear(),
  };
}
