import type { Overlap } from "../model/overlap.ts";
import { type PartyRef, partyKindOf } from "../model/ref.ts";
import { type Booking, isHeld, whenPrintOf } from "./booking.ts";
import { hashOf, mix } from "./hash.ts";
import { makeAlone } from "./overlap-making.ts";
import type { CrowdRule, RuleWorld } from "./overlap-rule.ts";
import { createTimeTable } from "./time-table.ts";

/**
 * More bridging points at once than the city can connect, counted at the fullest minute of an online conference: two that
 * meet it one after the other never need their points together.
 */
export function createOnlineRule({ norms }: Pick<RuleWorld, "norms">): CrowdRule {
  const available = norms("online-points");
  const table = createTimeTable<Booking>(0);
  const isCounted = (booking: Booking) => available > 0 && pointsOf(booking) > 0 && isHeld(booking);
  const meets = (a: Booking, b: Booking) => a.id !== b.id && a.fromMin < b.toMin && b.fromMin < a.toMin;
  return {
    name: "online",
    add: (booking) => void (isCounted(booking) && table.add(booking)),
    remove: (booking) => void (isCounted(booking) && table.remove(booking)),
    clear: () => table.clear(),
    touched(booking, visit) {
      if (isCounted(booking)) table.near(booking, (other) => void (meets(booking, other) && visit(other.id)));
    },
    of(booking) {
      if (!isCounted(booking)) return none;
      const others: Booking[] = [];
      table.near(booking, (other) => void (meets(booking, other) && others.push(other)));
      const together = fullestOf(booking, others);
      const points = together.reduce((sum, other) => sum + pointsOf(other), pointsOf(booking));
      if (points <= available || together.length === 0) return none;
      const ids = together.map(({ id }) => id).sort();
      const detail = { of: "online", points, available, others: ids } as const;
      const isWritten = [booking, ...together].every(({ basis }) => basis === "written");
      const certainty = isWritten ? "certain" : "probable";
      const print = mix(mix(whenPrintOf(booking), points), mix(available, hashOf(ids.join())));
      return [makeAlone({ kind: "online", resource: "rule:online-points", certainty, detail, print }, booking)];
    },
  };
}

/** Those of the others that are on together with it when most points are needed; at most when one of them begins. */
function fullestOf(booking: Booking, others: readonly Booking[]): readonly Booking[] {
  let fullest: readonly Booking[] = [];
  let most = 0;
  const starts = new Set([booking, ...others].map(({ fromMin }) => Math.max(fromMin, booking.fromMin)));
  for (const start of [...starts].sort((a, b) => a - b)) {
    const on = others.filter(({ fromMin, toMin }) => fromMin <= start && start < toMin);
    const points = on.reduce((sum, other) => sum + pointsOf(other), 0);
    if (points > most) [fullest, most] = [on, points];
  }
  return fullest;
}

function pointsOf({ item: { venue } }: Booking): number {
  return venue?.online?.points ?? 0;
}

/** More dossiers of one preparing unit on one day than it can bring. */
export function createLoadRule({ norms }: Pick<RuleWorld, "norms">): CrowdRule {
  const most = norms("unit-dossiers");
  const byUnitDay = new Map<string, Set<Booking>>();
  const cellOf = (unit: PartyRef, day: number) => `${day} ${unit}`;
  return {
    name: "load",
    add(booking) {
      for (const { unit, day } of loadsOf(booking)) {
        const cell = byUnitDay.get(cellOf(unit, day));
        if (cell) cell.add(booking);
        else byUnitDay.set(cellOf(unit, day), new Set([booking]));
      }
    },
    remove(booking) {
      for (const { unit, day } of loadsOf(booking)) {
        const cell = byUnitDay.get(cellOf(unit, day));
        cell?.delete(booking);
        if (cell?.size === 0) byUnitDay.delete(cellOf(unit, day));
      }
    },
    clear: () => byUnitDay.clear(),
    touched(booking, visit) {
      for (const { unit, day } of loadsOf(booking))
        for (const other of byUnitDay.get(cellOf(unit, day)) ?? []) if (other.id !== booking.id) visit(other.id);
    },
    of(booking) {
      const found: Overlap[] = [];
      for (const { unit, day } of loadsOf(booking)) {
        const others = [...(byUnitDay.get(cellOf(unit, day)) ?? [])]
          .map(({ id }) => id)
          .filter((id) => id !== booking.id);
        const count = others.length + 1;
        if (count <= most) continue;
        const detail = { of: "load", count, most, others: others.sort() } as const;
        const print = mix(hashOf(`${day} ${others.join()}`), most);
        found.push(makeAlone({ kind: "unit", resource: unit, certainty: "probable", detail, print }, booking));
      }
      return found.length === 0 ? none : found;
    },
  };
}

const none: readonly Overlap[] = [];
const noLoads: readonly { readonly unit: PartyRef; readonly day: number }[] = [];

/** The units that prepare a dossier, and the day it is due. */
function loadsOf({ item, epochDay }: Booking): typeof noLoads {
  if (item.kind !== "dossier" || epochDay === null) return noLoads;
  const units = (Object.keys(item.parties) as PartyRef[])
    .filter((ref) => partyKindOf(ref) === "unit" && item.parties[ref]?.role === "prepare")
    .sort();
  return units.map((unit) => ({ unit, day: epochDay }));
}
