/**
 * The tables that say how sure a clash is and how much it matters. Both come from pairs read by hand in published
 * schedules and from the custom of the three offices.
 *
 * How sure, by the hours of the two items (starts `gap` minutes apart, end of the earlier one not written):
 *
 * | gap     | one person, elsewhere | one person, same place | one room |
 * |---------|-----------------------|------------------------|----------|
 * | 0       | certain               | certain                | certain  |
 * | 1–30    | certain               | probable               | certain  |
 * | 31–60   | probable              | possible               | probable |
 * | 61–90   | possible              | –                      | possible |
 * | over 90 | possible, and only where the earlier one is taken to fill its session or the board's own length covers it |
 *
 * Written hours that overlap are certain at any gap. Written hours that only touch never clash, except for one person
 * between two places that are clearly apart: no time to travel, probable. Only a session known on a side: possible; but
 * an hour on an inner day of several, or within a written "cả ngày" at a place clearly apart, is probable, and so are two whole
 * days that are not in one house.
 * Then the weaker of the two ways caps it: through an invited body at most probable, anything open at most possible.
 *
 * How much it matters:
 *
 * | certainty | what                                                     | severity |
 * |-----------|----------------------------------------------------------|----------|
 * | certain   | room; body; person named or by post on both sides        | error    |
 * | certain   | person through a sitting body, and chair on the other    | error    |
 * | certain   | person through a body, otherwise                         | warning  |
 * | certain   | quorum; dossier after its meeting                        | error    |
 * | certain   | seats, bridging points, subject, unit, calendar, notice  | warning  |
 * | probable  | anything                                                 | warning  |
 * | possible  | anything                                                 | hint     |
 */
import type { Certainty, OverlapKind, Path, Severity } from "../model/overlap.ts";
import type { Standing } from "./claims.ts";
import { defaultLengths } from "./default-lengths.ts";
import type { Nearness } from "./place.ts";
import type { Stretch } from "./span.ts";

/** What two items are compared over: one person in two places, or one room. */
export type Matter = Nearness | "room";

type Row = { readonly gapMaxMin: number; readonly certainty: Certainty };

const rows = (...pairs: readonly (readonly [number, Certainty])[]): readonly Row[] =>
  pairs.map(([gapMaxMin, certainty]) => ({ gapMaxMin, certainty }));

/** Starts farther apart than this clash only when one of the items is still held. */
const gapMaxMin = 90;

/** A way between two places that are clearly apart takes at least this long; half of it more is doubtful. */
const travelMin = 15;
const travelDoubtfulMin = 30;

const shortestMin = Math.min(...Object.values(defaultLengths).filter((length) => typeof length === "number"));

/**
 * How far the end of one item may lie before the start of another that it still clashes with: the way between them, or
 * the widest gap of starts less the shortest length anything is taken to have.
 */
export const reachMin = Math.max(travelDoubtfulMin, gapMaxMin - shortestMin);

const elsewhere = rows([30, "certain"], [60, "probable"], [gapMaxMin, "possible"]);
const samePlace = rows([0, "certain"], [30, "probable"], [60, "possible"]);

const byGap: Readonly<Record<Matter, readonly Row[]>> = {
  room: elsewhere,
  same: samePlace,
  near: elsewhere,
  apart: elsewhere,
  unknown: elsewhere,
};

/** How sure it is that one thing cannot be in both stretches; null when it can. Symmetric. */
export function certaintyOfStretches(a: Stretch, b: Stretch, matter: Matter): Certainty | null {
  const first = a.fromMin <= b.fromMin ? a : b;
  const second = first === a ? b : a;
  if (!first.isStart || !second.isStart) return certaintyWithoutHour(first, second, matter);
  const gap = second.fromMin - first.fromMin;
  // Of two that begin together neither is first: they clash whatever their ends.
  if (gap === 0) return "certain";
  if (first.basis === "written") {
    return first.toMin > second.fromMin ? "certain" : certaintyOfWay(second.fromMin - first.toMin, matter);
  }
  if (first.basis === "ruled" && first.toMin <= second.fromMin) {
    return certaintyOfWay(second.fromMin - first.toMin, matter) && "possible";
  }
  for (const row of byGap[matter]) if (gap <= row.gapMaxMin) return row.certainty;
  if (first.basis === "assumed" || matter === "same" || first.toMin <= second.fromMin) return null;
  return isAway(first, matter) ? "probable" : "possible";
}

function certaintyWithoutHour(first: Stretch, second: Stretch, matter: Matter): Certainty | null {
  if (first.toMin <= second.fromMin || second.toMin <= first.fromMin) return null;
  if (first.isStart === second.isStart)
    return isWhole(first) && isWhole(second) && !isOneHouse(matter) ? "probable" : "possible";
  const vague = first.isStart ? second : first;
  return vague.basis === "days" || isAway(vague, matter) ? "probable" : "possible";
}

/** Somebody wrote that it takes the whole of this day; of the first and the last of several days nobody did. */
function isWhole({ basis }: Stretch): boolean {
  return basis === "wholeday" || basis === "days";
}

function isOneHouse(matter: Matter): boolean {
  return matter === "same" || matter === "near";
}

/** The whole day is written, at a place clearly apart: nobody comes back from there for an hour. */
function isAway({ basis }: Stretch, matter: Matter): boolean {
  return basis === "wholeday" && matter === "apart";
}

/** Between two written hours that do not overlap there may be no time for the way. */
function certaintyOfWay(freeMin: number, matter: Matter): Certainty | null {
  if (matter !== "apart" || freeMin >= travelDoubtfulMin) return null;
  return freeMin < travelMin ? "probable" : "possible";
}

const ranks: Readonly<Record<Certainty, number>> = { certain: 0, probable: 1, possible: 2 };

/** The surer of two; null is less than anything. */
export function surer(a: Certainty | null, b: Certainty | null): Certainty | null {
  if (a === null || b === null) return a ?? b;
  return ranks[a] <= ranks[b] ? a : b;
}

/** The less sure of two. */
export function lessSure(a: Certainty, b: Certainty): Certainty {
  return ranks[a] >= ranks[b] ? a : b;
}

/** One step less sure; `possible` stays. */
export function oneLess(certainty: Certainty): Certainty {
  return certainty === "certain" ? "probable" : "possible";
}

const caps: Readonly<Record<Standing, Certainty>> = { firm: "certain", member: "probable", open: "possible" };

/** The surest that a way with this standing can make anything. */
export function capOf(standing: Standing): Certainty {
  return caps[standing];
}

/** What can be lived with, however sure it is. */
const neverError: readonly OverlapKind[] = ["travel", "unit", "subject", "capacity", "online", "calendar", "notice"];

/** How much an overlap matters, by the second table above. */
export function severityOf(
  { kind, certainty }: { readonly kind: OverlapKind; readonly certainty: Certainty },
  a: Path,
  b: Path | null,
): Severity {
  if (certainty === "possible") return "hint";
  if (certainty === "probable") return "warning";
  if (kind !== "person") return neverError.includes(kind) ? "warning" : "error";
  if (b === null) return "error";
  if (isThroughBody(a)) return !isThroughBody(b) && b.role === "chair" ? "error" : "warning";
  return isThroughBody(b) && a.role !== "chair" ? "warning" : "error";
}

/** True when somebody is held only as a member of a body. */
export function isThroughBody({ steps }: Path): boolean {
  const [root] = steps;
  return steps.length > 1 && root !== undefined && root.startsWith("body:");
}
