import type { Certainty, Overlap, OverlapKind, Path, Side } from "../model/overlap.ts";
import { type PartyRef, partyKindOf } from "../model/ref.ts";
import type { Booking } from "./booking.ts";
import {
  capOf,
  certaintyOfStretches,
  gapMaxMin,
  lessSure,
  type Matter,
  oneLess,
  severityOf,
  surer,
} from "./certainty.ts";
import type { Claim } from "./claims.ts";
import { mix } from "./hash.ts";
import type { OverlapRule } from "./overlap-rule.ts";
import { type Nearness, nearnessOf } from "./place.ts";
import type { Span } from "./span.ts";

/** One person, body or room needed by two items at once. */
export const resourceRule: OverlapRule = {
  name: "resource",
  reachMin: gapMaxMin,
  between(a, b) {
    if ((a.mask & b.mask) === 0 || areRelated(a, b)) return none;
    const nearness = nearnessOf(a.place, b.place);
    const certainty = certaintyOfSpans(a.span, b.span, nearness);
    const parties = certainty === null ? none : betweenClaims(a, b, certainty);
    const room = betweenRooms(a, b, nearness);
    return room === null ? parties : [...parties, room];
  },
};

const none: readonly Overlap[] = [];

/** A part of a conference does not clash with the conference. */
function areRelated(a: Booking, b: Booking): boolean {
  return a.item.parent === b.id || b.item.parent === a.id;
}

/** The surest clash over all stretches of two items. */
function certaintyOfSpans(a: Span, b: Span, matter: Matter): Certainty | null {
  let best: Certainty | null = null;
  for (const x of a.stretches) for (const y of b.stretches) best = surer(best, certaintyOfStretches(x, y, matter));
  return best;
}

function betweenClaims(a: Booking, b: Booking, certainty: Certainty): readonly Overlap[] {
  const pairs = commonClaims(a.claims, b.claims);
  if (pairs.length === 0) return none;
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
    const kind = isCollective(x) ? "body" : "person";
    found.push(overlapOf({ kind, resource: x.resource, certainty: sure }, sideOf(a, x), sideOf(b, y)));
  }
  // By key and not by claim number, which hangs on what the index met first.
  return found.length > 1 ? found.sort((x, y) => (x.key < y.key ? -1 : 1)) : found;
}

/** The resources both need, by one walk over the two sorted lists. */
function commonClaims(a: readonly Claim[], b: readonly Claim[]): [Claim, Claim][] {
  const pairs: [Claim, Claim][] = [];
  let at = 0;
  for (const x of a) {
    while (at < b.length && (b[at]?.number ?? 0) < x.number) at++;
    const y = b[at];
    if (y === undefined) break;
    if (y.number === x.number) pairs.push([x, y]);
  }
  return pairs;
}

function certaintyOfPair(x: Claim, y: Claim, certainty: Certainty): Certainty {
  return lessSure(certainty, lessSure(capOf(x.standing), capOf(y.standing)));
}

/** A unit prepares and serves many things at one hour; that is its work and no clash. */
function areBothServing(x: Claim, y: Claim): boolean {
  return isCollective(x) && x.path.role === "serve" && y.path.role === "serve";
}

/** A unit, or words for more than one ("lãnh đạo Sở Y tế"): clashes like a weak body, not like a person. */
function isCollective({ resource, path }: Claim): boolean {
  const kind = partyKindOf(resource);
  return kind === "unit" || kind === "group" || (kind === "text" && path.conditional);
}

function isCovered(x: Claim, y: Claim, sure: Certainty, bodies: ReadonlyMap<PartyRef, Certainty>): boolean {
  if (x.path.steps.length < 2 || y.path.steps.length < 2) return false;
  return x.bodies.some((body) => {
    const whole = bodies.get(body);
    return whole !== undefined && y.bodies.includes(body) && surer(whole, sure) === whole;
  });
}

function betweenRooms(a: Booking, b: Booking, nearness: Nearness): Overlap | null {
  if (nearness !== "same") return null;
  const { room, words, sort } = a.place;
  if (sort === "vague") return null;
  const certainty = certaintyOfSpans(a.span, b.span, "room");
  if (certainty === null) return null;
  const resource = room === null ? (`text:${words}` as const) : (`room:${room}` as const);
  const venue: Path = { role: "venue", steps: room === null ? [`text:${words}`] : [], conditional: sort === "house" };
  const cap = room !== null ? "certain" : sort === "room" ? "probable" : "possible";
  const sure = lessSure(cap, isRun(a, b) ? oneLess(certainty) : certainty);
  const [x, y]: [Part, Part] = [
    { booking: a, path: venue, print: 1 },
    { booking: b, path: venue, print: 1 },
  ];
  return overlapOf({ kind: "room", resource, certainty: sure }, x, y);
}

/** One chair in one room, one after the other: most likely a run of meetings. */
function isRun(a: Booking, b: Booking): boolean {
  if (a.span.stretches[0]?.fromMin === b.span.stretches[0]?.fromMin) return false;
  const chairs = (claim: Claim) => claim.path.role === "chair" && claim.standing === "firm";
  return commonClaims(a.claims, b.claims).some(([x, y]) => chairs(x) && chairs(y));
}

type Part = { readonly booking: Booking; readonly path: Path; readonly print: number };
type Found = { readonly kind: OverlapKind; readonly resource: Overlap["resource"]; readonly certainty: Certainty };

function sideOf(booking: Booking, claim: Claim): Part {
  return { booking, path: claim.path, print: claim.print };
}

function overlapOf({ kind, resource, certainty }: Found, a: Part, b: Part): Overlap {
  const severity = severityOf(kind, certainty, [a.path, b.path]);
  return {
    key: `${kind} ${resource} ${a.booking.id} ${b.booking.id}`,
    fingerprint: fingerprintOf(certainty, a, b),
    kind,
    resource,
    a: side(a),
    b: side(b),
    certainty,
    severity,
    ...lengthsOf(a.booking.span, b.booking.span),
  };
}

function side({ booking, path }: Part): Side {
  return { item: booking.id, path };
}

const certaintyPrints: Readonly<Record<Certainty, number>> = { certain: 1, probable: 2, possible: 3 };

/** Changes with the hours of either side, with how it comes to need the resource, and with how sure the clash is. */
function fingerprintOf(certainty: Certainty, a: Part, b: Part): string {
  let print = certaintyPrints[certainty];
  for (const { booking, print: way } of [a, b]) print = mix(mix(print, booking.whenPrint), way);
  return print.toString(36);
}

/** The gap between the first starts, and the assumed length of whichever is taken to last into the other. */
function lengthsOf(a: Span, b: Span): Pick<Overlap, "gapMin" | "assumedMin"> {
  const [x, y] = [a.stretches[0], b.stretches[0]];
  if (!x?.isStart || !y?.isStart) {
    const isNeeded = (span: Span) => (span.stretches[0]?.isStart ? span.assumedMin : null);
    return { gapMin: null, assumedMin: { a: isNeeded(a), b: isNeeded(b) } };
  }
  const assumed = (span: Span, other: number, own: number) =>
    own < other && span.assumedMin !== null && own + span.assumedMin > other ? span.assumedMin : null;
  return {
    gapMin: Math.abs(x.fromMin - y.fromMin),
    assumedMin: { a: assumed(a, y.fromMin, x.fromMin), b: assumed(b, x.fromMin, y.fromMin) },
  };
}
