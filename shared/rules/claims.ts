import type { Day } from "../kit/day.ts";
import type { Item, Participation, PartyRole } from "../model/item.ts";
import type { Path } from "../model/overlap.ts";
import { type PartyRef, partyIdOf, partyKindOf } from "../model/ref.ts";
import type { DirectoryIndex } from "./directory-index.ts";
import { hashOf } from "./hash.ts";
import type { Holding } from "./membership.ts";
import { readTextParty } from "./text-party.ts";

/**
 * How firmly a claim holds. `firm`: named, by post, or member of a body that itself sits or chairs. `member`: through a
 * body that is invited. `open`: somebody, perhaps not this one (conditional, optional, serving, a unit, "lãnh đạo…").
 */
export type Standing = "firm" | "member" | "open";

/**
 * One resource an item needs. Shared between all items that need it the same way, so a body of sixty costs its sixty
 * claims once and not once per meeting; hence no item in it.
 */
export type Claim = {
  readonly resource: PartyRef;
  /** The resource as a number: sorting and comparing claims must not touch text. */
  readonly number: number;
  readonly standing: Standing;
  /** Several may come for it: a unit, a group, "lãnh đạo Sở Y tế". Being asked for twice is a weak clash. */
  readonly isCollective: boolean;
  readonly path: Path;
  /** The bodies on any of the ways the item comes to need it. */
  readonly bodies: readonly PartyRef[];
  readonly print: number;
};

/** Claims of items against one directory; forgets nothing, so one lives as long as its directory. */
export type Claims = { of(item: Item, day: Day): readonly Claim[] };

/** Makes the claims of one directory. The answer is sorted by `number` and holds each resource once, by its best way. */
export function createClaims(index: DirectoryIndex): Claims {
  const numbers = new Map<PartyRef, number>();
  const shared = new Map<PartyRef, (readonly Claim[])[]>();

  function numberOf(resource: PartyRef): number {
    let number = numbers.get(resource);
    if (number === undefined) numbers.set(resource, (number = numbers.size));
    return number;
  }

  function ofParty(part: Part, day: Day): readonly Claim[] {
    let variants = shared.get(part.ref);
    if (!variants) shared.set(part.ref, (variants = []));
    const at = (index.eraOf(day) * roleOrder.length + roleOrder.indexOf(part.role)) * 2 + (part.yields ? 1 : 0);
    return (variants[at] ??= makeClaims(part, day));
  }

  function makeClaims(part: Part, day: Day): readonly Claim[] {
    return index
      .expand(part.ref, day)
      .map((holding) => claimOf(part, holding, numberOf))
      .filter(({ resource }) => resource !== "text:")
      .sort(byNumber);
  }

  return {
    of(item, day) {
      const { parts, free } = partsOf(item, index, day);
      const [only] = parts;
      if (parts.length === 1 && only && free === null) return ofParty(only, day);
      const claims: Claim[] = [];
      for (const part of parts) for (const claim of ofParty(part, day)) claims.push(claim);
      return merge(claims, free);
    },
  };
}

/** A party of an item as far as it holds anybody. `yields`: named members stand for it, the others are only possible. */
type Part = { readonly ref: PartyRef; readonly role: Path["role"]; readonly yields: boolean };

type Parts = { readonly parts: readonly Part[]; readonly free: ReadonlySet<PartyRef> | null };

const pathRoles: Readonly<Record<PartyRole, Path["role"]>> = {
  chair: "chair",
  attend: "attend",
  invited: "invited",
  optional: "optional",
  prepare: "serve",
  coordinate: "serve",
  appraise: "serve",
  serve: "serve",
};

function partsOf(item: Item, index: DirectoryIndex, day: Day): Parts {
  // Written order is for reading; here the best way to each resource is chosen by its own order.
  const listed = Object.entries(item.parties) as [PartyRef, Participation][];
  const isPlain = listed.every(([ref, part]) => part.for === undefined && !ref.startsWith("body:"));
  const named = isPlain ? nobody : namedIn(listed, index, day);
  const parts: Part[] = [];
  if (item.body) parts.push({ ref: item.body, role: "sits", yields: false });
  for (const [ref, { role }] of listed) {
    if (ref === item.body) continue;
    const isReplaced =
      named.size > 0 && partyKindOf(ref) === "body" && index.expand(ref, day).some(({ leaf }) => named.has(leaf));
    // A body that is invited sends whom it names; one that chairs may still come as a whole.
    if (!isReplaced || role === "chair") parts.push({ ref, role: pathRoles[role], yields: isReplaced });
  }
  return { parts, free: isPlain ? null : freeIn(listed, { named, index, day }) };
}

const nobody: ReadonlySet<PartyRef> = new Set();

/** Who is named to attend or to stand in, himself or by post. */
function namedIn(listed: readonly [PartyRef, Participation][], index: DirectoryIndex, day: Day): ReadonlySet<PartyRef> {
  const own = listed.filter(([ref, part]) => isOwn(ref) && (part.role === "attend" || part.for !== undefined));
  if (own.length === 0) return nobody;
  return new Set(own.flatMap(([ref]) => index.expand(ref, day).map(({ leaf }) => leaf)));
}

function isOwn(ref: PartyRef): boolean {
  const kind = partyKindOf(ref);
  return kind === "person" || kind === "post";
}

type Named = { readonly named: ReadonlySet<PartyRef>; readonly index: DirectoryIndex; readonly day: Day };

/** Who has sent a proxy. Who is named is there all the same. */
function freeIn(
  listed: readonly [PartyRef, Participation][],
  { named, index, day }: Named,
): ReadonlySet<PartyRef> | null {
  const stoodFor = listed.flatMap(([, part]) => (part.for === undefined ? [] : [part.for]));
  if (stoodFor.length === 0) return null;
  const leaves = stoodFor.flatMap((ref) => index.expand(ref, day).map(({ leaf }) => leaf));
  return new Set(leaves.filter((leaf) => !named.has(leaf)));
}

function claimOf(part: Part, holding: Holding, numberOf: (resource: PartyRef) => number): Claim {
  const { leaf, steps } = holding;
  const text = partyKindOf(leaf) === "text" ? readTextParty(partyIdOf(leaf)) : null;
  const resource: PartyRef = text ? `text:${text.key}` : leaf;
  const kind = partyKindOf(leaf);
  const isCollective = kind === "unit" || kind === "group" || text?.sort === "several";
  const conditional = holding.conditional || part.yields || isCollective;
  const path: Path = { role: part.role, steps, conditional };
  return {
    resource,
    number: numberOf(resource),
    standing: conditional ? "open" : standingOf(part, steps),
    isCollective,
    path,
    bodies: steps.filter(isBody),
    print: hashOf(`${path.role} ${conditional ? "?" : "!"} ${steps.join(">")}`),
  };
}

function isBody(ref: PartyRef): boolean {
  return partyKindOf(ref) === "body";
}

function standingOf({ ref, role }: Part, steps: readonly PartyRef[]): Standing {
  if (role === "serve" || role === "optional") return "open";
  if (role === "sits" || role === "chair") return "firm";
  return steps.some(isBody) || (partyKindOf(ref) === "group" && role === "invited") ? "member" : "firm";
}

/** Every resource once, by its best way. */
function merge(claims: Claim[], free: ReadonlySet<PartyRef> | null): readonly Claim[] {
  const merged: Claim[] = [];
  for (const claim of claims.sort(byNumber)) {
    if (free?.has(claim.resource)) continue;
    const last = merged.at(-1);
    if (last?.number === claim.number) merged[merged.length - 1] = better(last, claim);
    else merged.push(claim);
  }
  return merged;
}

const standings: readonly Standing[] = ["firm", "member", "open"];
const roleOrder: readonly Path["role"][] = ["chair", "sits", "attend", "invited", "optional", "serve", "venue"];

/** The way that binds more; a total order, so it does not matter which was met first. */
function better(a: Claim, b: Claim): Claim {
  const order =
    standings.indexOf(a.standing) - standings.indexOf(b.standing) ||
    a.path.steps.length - b.path.steps.length ||
    roleOrder.indexOf(a.path.role) - roleOrder.indexOf(b.path.role) ||
    (a.path.steps.join() < b.path.steps.join() ? -1 : 1);
  const [first, second] = order <= 0 ? [a, b] : [b, a];
  const more = second.bodies.filter((body) => !first.bodies.includes(body));
  return more.length === 0 ? first : { ...first, bodies: [...first.bodies, ...more].sort() };
}

function byNumber(a: Claim, b: Claim): number {
  return a.number - b.number;
}
