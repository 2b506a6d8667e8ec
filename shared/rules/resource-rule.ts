import type { Certainty, Overlap, Path } from "../model/overlap.ts";
import type { PartyRef } from "../model/ref.ts";
import type { Booking } from "./booking.ts";
import { capOf, certaintyOfStretches, lessSure, type Matter, oneLess, reachMin, surer } from "./certainty.ts";
import type { Claim } from "./claims.ts";
import { isOneMeeting } from "./one-meeting.ts";
import { makeOverlap } from "./overlap-making.ts";
import type { OverlapRule } from "./overlap-rule.ts";
import { nearnessOf } from "./place.ts";

/** One person, body or room needed by two items at once. */
export const resourceRule: OverlapRule = {
  name: "resource",
  reachMin,
  between(a, b) {
    // Most pairs are told apart by their hours, most others by having nothing in common: cheap questions first. No
    // matter is stricter about hours than people between two places that are apart.
    if (certaintyOfSpans(a, b, "apart") === null) return none;
    const pairs = commonClaims(a.claims, b.claims);
    const isSamePlace = a.place.sort !== "vague" && a.place.room === b.place.room && a.place.words === b.place.words;
    if ((pairs.length === 0 && !isSamePlace) || areRelated(a, b)) return none;
    const found = betweenClaims(a, b, pairs);
    const room = isSamePlace ? betweenRooms(a, b, pairs) : null;
    if (room) found.push(room);
    return found;
  },
};

type ClaimPair = readonly [Claim, Claim];
const noPairs: readonly ClaimPair[] = [];
const none: readonly Overlap[] = [];

/** A part of a conference does not clash with the conference. */
function areRelated(a: Booking, b: Booking): boolean {
  return a.item.parent === b.id || b.item.parent === a.id;
}

/** The surest clash over all stretches of two items. */
function certaintyOfSpans(
  { stretches: of }: Booking,
  { stretches: against }: Booking,
  matter: Matter,
): Certainty | null {
  const x = of[0];
  const y = against[0];
  if (x && y && of.length === 1 && against.length === 1) return certaintyOfStretches(x, y, matter);
  let best: Certainty | null = null;
  for (const one of of) for (const two of against) best = surer(best, certaintyOfStretches(one, two, matter));
  return best;
}

function betweenClaims(a: Booking, b: Booking, pairs: readonly ClaimPair[]): Overlap[] {
  const certainty = pairs.length === 0 ? null : certaintyOfSpans(a, b, nearnessOf(a.place, b.place));
  if (certainty === null) return [];
  const found: Overlap[] = [];
  // Bodies first: whoever is in both only as a member of one body is covered by the body.
  let bodies: Map<PartyRef, Certainty> | null = null;
  for (const [x, y] of pairs) {
    if (x.sort !== "body") continue;
    const sure = certaintyOfPair(x, y, certainty);
    (bodies ??= new Map()).set(x.resource, sure);
    found.push(makeOverlap({ kind: "body", resource: x.resource, certainty: sure, x, y }, a, b));
  }
  for (const [x, y] of pairs) {
    if (x.sort === "body" || areBothServing(x, y)) continue;
    const sure = certaintyOfPair(x, y, certainty);
    if (bodies && isCovered([x, y], sure, bodies)) continue;
    const kind = x.sort === "collective" ? "body" : "person";
    found.push(makeOverlap({ kind, resource: x.resource, certainty: sure, x, y }, a, b));
  }
  // By key and not by claim number, which hangs on what the index met first.
  return found.length > 1 ? found.sort((x, y) => (x.key < y.key ? -1 : 1)) : found;
}

/** The resources both need, by one walk over the two sorted lists. */
function commonClaims(a: readonly Claim[], b: readonly Claim[]): readonly ClaimPair[] {
  let pairs: ClaimPair[] | null = null;
  let at = 0;
  for (const x of a) {
    let y = b[at];
    while (y !== undefined && y.number < x.number) y = b[++at];
    if (y === undefined) break;
    if (y.number === x.number) (pairs ??= []).push([x, y]);
  }
  return pairs ?? noPairs;
}

function certaintyOfPair(x: Claim, y: Claim, certainty: Certainty): Certainty {
  return lessSure(certainty, lessSure(capOf(x.standing), capOf(y.standing)));
}

/** A unit prepares and serves many things at one hour; that is its work and no clash. */
function areBothServing(x: Claim, y: Claim): boolean {
  return x.sort === "collective" && x.path.role === "serve" && y.path.role === "serve";
}

function isCovered([x, y]: ClaimPair, sure: Certainty, bodies: ReadonlyMap<PartyRef, Certainty>): boolean {
  if (x.path.steps.length < 2 || y.path.steps.length < 2) return false;
  return x.bodies.some((body) => {
    const whole = bodies.get(body);
    return whole !== undefined && y.bodies.includes(body) && surer(whole, sure) === whole;
  });
}

function betweenRooms(a: Booking, b: Booking, pairs: readonly ClaimPair[]): Overlap | null {
  const { room, words, sort } = a.place;
  const certainty = certaintyOfSpans(a, b, "room");
  if (certainty === null) return null;
  const resource = room === null ? (`text:${words}` as const) : (`room:${room}` as const);
  const path: Path = { role: "venue", steps: room === null ? [`text:${words}`] : [], conditional: sort === "house" };
  const cap = sort === "house" ? "possible" : room !== null || isOneOffice(a, b) ? "certain" : "probable";
  const isOne = pairs.length === 0 && isOneMeeting(a, b);
  const sure = isOne ? "possible" : lessSure(cap, isRun(a, b, pairs) ? oneLess(certainty) : certainty);
  const way = { path, print: 1 };
  return makeOverlap({ kind: "room", resource, certainty: sure, x: way, y: way }, a, b);
}

/** "Hội trường lớn" of one office is one hall; two offices may each have one. */
function isOneOffice(a: Booking, b: Booking): boolean {
  return a.item.office === b.item.office;
}

/** One chair in one room, one after the other: most likely a run of meetings. */
function isRun(a: Booking, b: Booking, pairs: readonly ClaimPair[]): boolean {
  if (a.fromMin === b.fromMin) return false;
  const chairs = (claim: Claim) => claim.path.role === "chair" && claim.standing === "firm";
  return pairs.some(([x, y]) => chairs(x) && chairs(y));
}
