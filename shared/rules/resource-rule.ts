import type { Certainty, Overlap, OverlapKind, Path, Side } from "../model/overlap.ts";
import { type PartyRef, partyKindOf } from "../model/ref.ts";
import type { Booking } from "./booking.ts";
import {
  capOf,
  certaintyOfStretches,
  lessSure,
  type Matter,
  oneLess,
  reachMin,
  severityOf,
  surer,
} from "./certainty.ts";
import type { Claim } from "./claims.ts";
import { mix } from "./hash.ts";
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
    const parties = betweenClaims(a, b, pairs);
    const room = isSamePlace ? betweenRooms(a, b, pairs) : null;
    return room === null ? parties : [...parties, room];
  },
};

type ClaimPair = readonly [Claim, Claim];
const noPairs: readonly ClaimPair[] = [];
const none: readonly Overlap[] = [];

/** A part of a conference does not clash with the conference. */
function areRelated(a: Booking, b: Booking): boolean {
  return a.item.parent === b.id || b.item.parent === a.id;
}

type Held = Pick<Booking, "stretches" | "assumedMin">;

/** The surest clash over all stretches of two items. */
function certaintyOfSpans(a: Held, b: Held, matter: Matter): Certainty | null {
  const [x, y] = [a.stretches[0], b.stretches[0]];
  if (x && y && a.stretches.length === 1 && b.stretches.length === 1) return certaintyOfStretches(x, y, matter);
  let best: Certainty | null = null;
  for (const x of a.stretches) for (const y of b.stretches) best = surer(best, certaintyOfStretches(x, y, matter));
  return best;
}

function betweenClaims(a: Booking, b: Booking, pairs: readonly ClaimPair[]): readonly Overlap[] {
  if (pairs.length === 0) return none;
  const certainty = certaintyOfSpans(a, b, nearnessOf(a.place, b.place));
  if (certainty === null) return none;
  const found: Overlap[] = [];
  const bodies = new Map<PartyRef, Certainty>();
  // Bodies first: whoever is in both only as a member of one body is covered by the body.
  for (const [x, y] of pairs) {
    if (partyKindOf(x.resource) !== "body") continue;
    const sure = certaintyOfPair(x, y, certainty);
    bodies.set(x.resource, sure);
    found.push(overlapOf({ kind: "body", resource: x.resource, certainty: sure }, sideOf(a, x), sideOf(b, y)));
  }
  for (const [x, y] of pairs) {
    if (partyKindOf(x.resource) === "body" || areBothServing(x, y)) continue;
    const sure = certaintyOfPair(x, y, certainty);
    if (isCovered(x, y, sure, bodies)) continue;
    const kind = x.isCollective ? "body" : "person";
    found.push(overlapOf({ kind, resource: x.resource, certainty: sure }, sideOf(a, x), sideOf(b, y)));
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
  return x.isCollective && x.path.role === "serve" && y.path.role === "serve";
}

function isCovered(x: Claim, y: Claim, sure: Certainty, bodies: ReadonlyMap<PartyRef, Certainty>): boolean {
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
  const venue: Path = { role: "venue", steps: room === null ? [`text:${words}`] : [], conditional: sort === "house" };
  const cap = sort === "house" ? "possible" : room !== null || isOneOffice(a, b) ? "certain" : "probable";
  const sure = lessSure(cap, isRun(a, b, pairs) ? oneLess(certainty) : certainty);
  const [x, y]: [Part, Part] = [
    { booking: a, path: venue, print: 1 },
    { booking: b, path: venue, print: 1 },
  ];
  return overlapOf({ kind: "room", resource, certainty: sure }, x, y);
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

type Part = { readonly booking: Booking; readonly path: Path; readonly print: number };
type Found = { readonly kind: OverlapKind; readonly resource: Overlap["resource"]; readonly certainty: Certainty };

function sideOf(booking: Booking, claim: Claim): Part {
  return { booking, path: claim.path, print: claim.print };
}

function overlapOf({ kind, resource, certainty }: Found, a: Part, b: Part): Overlap {
  return {
    key: `${kind} ${resource} ${a.booking.id} ${b.booking.id}`,
    fingerprint: fingerprintOf(certainty, a, b),
    kind,
    resource,
    a: side(a),
    b: side(b),
    certainty,
    severity: severityOf(kind, certainty, [a.path, b.path]),
    gapMin: gapOf(a.booking, b.booking),
    assumedMin: { a: assumedFor(a.booking, b.booking), b: assumedFor(b.booking, a.booking) },
  };
}

function side({ booking, path }: Part): Side {
  return { item: booking.id, path };
}

const certaintyPrints: Readonly<Record<Certainty, number>> = { certain: 1, probable: 2, possible: 3 };

/** Changes with the hours of either side, with how it comes to need the resource, and with how sure the clash is. */
function fingerprintOf(certainty: Certainty, a: Part, b: Part): string {
  const ofA = mix(mix(certaintyPrints[certainty], a.booking.whenPrint), a.print);
  return (mix(mix(ofA, b.booking.whenPrint), b.print) >>> 0).toString(36);
}

/** Minutes between the first starts; null where one is not written. */
function gapOf(a: Held, b: Held): number | null {
  const [x, y] = [a.stretches[0], b.stretches[0]];
  return x?.isStart && y?.isStart ? Math.abs(x.fromMin - y.fromMin) : null;
}

/** The assumed length of an item where it is what makes it last into the other; null where nothing was taken for granted. */
function assumedFor({ stretches: [own], assumedMin }: Held, other: Held): number | null {
  const start = other.stretches[0];
  if (!own?.isStart || !start || assumedMin === null) return null;
  if (!start.isStart) return assumedMin;
  return own.fromMin < start.fromMin && own.fromMin + assumedMin > start.fromMin ? assumedMin : null;
}
