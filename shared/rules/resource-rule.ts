import type { Certainty, Overlap, OverlapDetail, Path } from "../model/overlap.ts";
import type { PartyRef } from "../model/ref.ts";
import { type Booking, isOnDuty } from "./booking.ts";
import { capOf, lessSure, oneLess, reachMin, surer } from "./certainty.ts";
import type { Claim } from "./claims.ts";
import { isOneMeeting } from "./one-meeting.ts";
import { makeOverlap } from "./overlap-making.ts";
import type { OverlapRule, RuleWorld } from "./overlap-rule.ts";
import { areRelated, type ClaimPair, certaintyOfSpans, commonClaims, gapBetween } from "./pair-facts.ts";
import { nearnessOf } from "./place.ts";
import { createRoomJudging, type RoomJudging } from "./room-judging.ts";

/** One person, body or room needed by two items at once, or one after the other with no time between. */
export function createResourceRule(world: Pick<RuleWorld, "ways" | "index" | "norms">): OverlapRule {
  const rooms = createRoomJudging(world);
  const fartherMin = Math.max(world.ways.longestMin, rooms.longestBufferMin);
  return {
    name: "resource",
    reachMin: Math.max(reachMin, fartherMin),
    mayClash: (a, b) => (a.needs & b.needs) !== 0 && !isBackground(a, b),
    between(a, b) {
      // Most pairs are told apart by having nothing in common, others by their hours: cheap questions first. No matter is
      // stricter about hours than people between two places that are apart.
      const pairs = commonClaims(a.claims, b.claims);
      const shared = rooms.sharedBy(a, b);
      if ((pairs.length === 0 && shared === null) || areRelated(a, b)) return none;
      if (isBackground(a, b)) return none;
      if (isOnDuty(a) || isOnDuty(b)) return betweenDuty(a, b, pairs);
      const isNear = fartherMin > 0 && isWithin(a, b, fartherMin);
      if (!isNear && certaintyOfSpans(a, b, "apart") === null) return none;
      const found = pairs.length === 0 ? none : betweenClaims(a, b, { pairs, world });
      const room = shared === null ? null : betweenRooms(a, b, { pairs, rooms, shared });
      return room === null ? found : [...found, room];
    },
  };
}

const none: readonly Overlap[] = [];

/** Who is on duty has to be in town: of all that is planned only a journey takes him away. */
function isBackground(a: Booking, b: Booking): boolean {
  return (isOnDuty(a) && b.item.kind !== "trip") || (isOnDuty(b) && a.item.kind !== "trip");
}

function betweenDuty(a: Booking, b: Booking, pairs: readonly ClaimPair[]): readonly Overlap[] {
  const judged: Judged = { certainty: "probable", detail: null, isWay: false };
  return certaintyOfSpans(a, b, "unknown") === null ? none : overEach(pairs, { a, b, judged });
}

function isWithin(a: Booking, b: Booking, minutes: number): boolean {
  return a.fromMin <= b.toMin + minutes && b.fromMin <= a.toMin + minutes;
}

/** How sure it is that nobody can be in both; a `way` where the hours leave time for both but not for the way. */
type Judged = { readonly certainty: Certainty; readonly detail: OverlapDetail | null; readonly isWay: boolean };

/** People in two items: by their hours, and where those leave time, by the way between the places. */
function judgePeople(a: Booking, b: Booking, { ways }: Pick<RuleWorld, "ways">): Judged | null {
  const byHours = certaintyOfSpans(a, b, nearnessOf(a.place, b.place));
  const gap = gapBetween(a, b);
  if (gap === null) return byHours && { certainty: byHours, detail: null, isWay: false };
  const { first, second, freeMin, isEndWritten, assumedMin } = gap;
  const isAssumed = first.basis === "assumed";
  const needMin = ways.minutesBetween(first.place, second.arrival);
  if (needMin === null) {
    // Only a written or ruled end is followed by a way; behind a customary one the starts alone were compared.
    return byHours && { certainty: byHours, detail: null, isWay: !isAssumed };
  }
  if (isAssumed && byHours !== null) return { certainty: byHours, detail: null, isWay: false };
  if (freeMin >= needMin) return null;
  const isAssembly = second.arrival !== second.place;
  const certainty = isEndWritten && needMin > aStepMin ? "probable" : "possible";
  return { certainty, detail: { of: "travel", needMin, freeMin, assumedMin, isAssembly }, isWay: true };
}

/** A way within a building: who is a few minutes late there is late for nothing. */
const aStepMin = 10;

type Common = { readonly pairs: readonly ClaimPair[]; readonly world: Pick<RuleWorld, "ways"> };

function betweenClaims(a: Booking, b: Booking, { pairs, world }: Common): readonly Overlap[] {
  const judged = judgePeople(a, b, world);
  return judged === null ? none : overEach(pairs, { a, b, judged });
}

function overEach(pairs: readonly ClaimPair[], { a, b, judged }: Pair): readonly Overlap[] {
  // Bodies first: whoever is in both only as a member of one body is covered by the body.
  const bodies = sureBodies(pairs, judged);
  let found: readonly Overlap[] = none;
  for (const pair of pairs) {
    const kind =
      bodies !== null && isCovered(pair, certaintyOfPair(pair, judged), bodies) ? null : kindOf(pair, judged);
    if (kind === null) continue;
    const overlap = overClaims(kind, pair, { a, b, judged });
    // As long as need be: these are kept by the thousand.
    found = found.length === 0 ? [overlap] : found.concat(overlap);
  }
  // By key and not by claim number, which hangs on what the index met first.
  return found.length > 1 ? found.toSorted((x, y) => (x.key < y.key ? -1 : 1)) : found;
}

function sureBodies(pairs: readonly ClaimPair[], judged: Judged): ReadonlyMap<PartyRef, Certainty> | null {
  let bodies: Map<PartyRef, Certainty> | null = null;
  for (const pair of pairs)
    if (pair[0].sort === "body") (bodies ??= new Map()).set(pair[0].resource, certaintyOfPair(pair, judged));
  return bodies;
}

/** What kind of clash a resource is that two items need; null for none. */
function kindOf(pair: ClaimPair, judged: Judged): "body" | "unit" | "person" | "travel" | null {
  const [{ sort }] = pair;
  if (sort === "body") return "body";
  if (areBothServing(pair)) return null;
  if (!judged.isWay) return sort === "collective" ? "unit" : "person";
  // Several can be sent one after the other: they need no time for the way.
  return sort === "collective" || certaintyOfPair(pair, judged) !== judged.certainty ? null : "travel";
}

type Pair = { readonly a: Booking; readonly b: Booking; readonly judged: Judged };

function overClaims(kind: Overlap["kind"], pair: ClaimPair, { a, b, judged }: Pair): Overlap {
  const [x, y] = pair;
  const certainty = certaintyOfPair(pair, judged);
  return makeOverlap({ kind, resource: x.resource, certainty, x, y, detail: judged.detail }, a, b);
}

function certaintyOfPair([x, y]: ClaimPair, { certainty }: Judged): Certainty {
  return lessSure(certainty, lessSure(capOf(x.standing), capOf(y.standing)));
}

/** A unit prepares and serves many things at one hour; that is its work and no clash. */
function areBothServing([x, y]: ClaimPair): boolean {
  return x.sort === "collective" && x.path.role === "serve" && y.path.role === "serve";
}

function isCovered([x, y]: ClaimPair, sure: Certainty, bodies: ReadonlyMap<PartyRef, Certainty>): boolean {
  if (x.sort === "body" || x.path.steps.length < 2 || y.path.steps.length < 2) return false;
  return x.bodies.some((body) => {
    const whole = bodies.get(body);
    return whole !== undefined && y.bodies.includes(body) && surer(whole, sure) === whole;
  });
}

type InRoom = { readonly pairs: readonly ClaimPair[]; readonly rooms: RoomJudging; readonly shared: string };

function betweenRooms(a: Booking, b: Booking, { pairs, rooms, shared }: InRoom): Overlap | null {
  const { room, words, sort } = a.place;
  const certainty = certaintyOfSpans(a, b, "room");
  const resource = room === null ? (`text:${words}` as const) : (`room:${shared}` as const);
  const path: Path = { role: "venue", steps: room === null ? [`text:${words}`] : [], conditional: sort === "house" };
  const way = { path, print: 1 };
  if (certainty === null) {
    const late = rooms.setUpBetween(a, b, shared);
    return late && makeOverlap({ kind: "room", resource, ...late, x: way, y: way }, a, b);
  }
  const cap = sort === "house" ? "possible" : room !== null || isOneOffice(a, b) ? "certain" : "probable";
  const isOne = pairs.length === 0 && isOneMeeting(a, b);
  const sure = isOne ? "possible" : lessSure(cap, isRun(a, b, pairs) ? oneLess(certainty) : certainty);
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
