import type { Day } from "../kit/day.ts";
import { type Item, type PartyRole, partiesOf } from "../model/item.ts";
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
  const shared = new Map<string, readonly Claim[]>();

  function numberOf(resource: PartyRef): number {
    let number = numbers.get(resource);
    if (number === undefined) numbers.set(resource, (number = numbers.size));
    return number;
  }

  function ofParty(part: Part, day: Day): readonly Claim[] {
    const key = `${index.eraOf(day)} ${part.role} ${part.yields ? 1 : 0} ${part.ref}`;
    let claims = shared.get(key);
    if (!claims) {
      claims = index
        .expand(part.ref, day)
        .map((holding) => claimOf(part, holding, numberOf))
        .filter(({ resource }) => resource !== "text:")
        .sort(byNumber);
      shared.set(key, claims);
    }
    return claims;
  }

  return {
    of(item, day) {
      const { parts, free } = partsOf(item, index, day);
      const lists = parts.map((part) => ofParty(part, day));
      const [only] = lists;
      if (lists.length === 1 && only && free.size === 0) return only;
      return merge(lists, free);
    },
  };
}

/** A party of an item as far as it holds anybody. `yields`: named members stand for it, the others are only possible. */
type Part = { readonly ref: PartyRef; readonly role: Path["role"]; readonly yields: boolean };

type Parts = { readonly parts: readonly Part[]; readonly free: ReadonlySet<PartyRef> };

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
  const listed = partiesOf(item);
  const free = new Set<PartyRef>();
  const named = new Set<PartyRef>();
  for (const [ref, { role, for: stoodFor }] of listed) {
    const own = partyKindOf(ref) === "person" || partyKindOf(ref) === "post";
    if (own) for (const { leaf } of index.expand(ref, day)) if (role === "attend" || stoodFor) named.add(leaf);
    if (stoodFor) for (const { leaf } of index.expand(stoodFor, day)) free.add(leaf);
  }
  // Who is named is there, whatever body he is let off from.
  for (const leaf of named) free.delete(leaf);
  const parts: Part[] = [];
  if (item.body) parts.push({ ref: item.body, role: "sits", yields: false });
  for (const [ref, { role }] of listed) {
    if (ref === item.body) continue;
    const isReplaced = partyKindOf(ref) === "body" && index.expand(ref, day).some(({ leaf }) => named.has(leaf));
    // A body that is invited sends whom it names; one that chairs may still come as a whole.
    if (!isReplaced || role === "chair") parts.push({ ref, role: pathRoles[role], yields: isReplaced });
  }
  return { parts, free };
}

function claimOf(part: Part, holding: Holding, numberOf: (resource: PartyRef) => number): Claim {
  const { leaf, steps } = holding;
  const text = partyKindOf(leaf) === "text" ? readTextParty(partyIdOf(leaf)) : null;
  const resource: PartyRef = text ? `text:${text.key}` : leaf;
  const conditional = holding.conditional || part.yields;
  const isMany = text?.sort === "several" || partyKindOf(leaf) === "unit" || partyKindOf(leaf) === "group";
  const standing = conditional || isMany ? "open" : standingOf(part);
  const path: Path = { role: part.role, steps, conditional: conditional || isMany };
  const print = hashOf(`${path.role} ${path.conditional ? "?" : "!"} ${steps.join(">")}`);
  const bodies = steps.filter((step) => partyKindOf(step) === "body");
  return { resource, number: numberOf(resource), standing, path, bodies, print };
}

function standingOf({ ref, role }: Part): Standing {
  if (role === "serve" || role === "optional") return "open";
  const isThrough = partyKindOf(ref) === "body" || (partyKindOf(ref) === "group" && role === "invited");
  return isThrough && role !== "sits" && role !== "chair" ? "member" : "firm";
}

function merge(lists: readonly (readonly Claim[])[], free: ReadonlySet<PartyRef>): readonly Claim[] {
  const best = new Map<number, Claim>();
  for (const claims of lists) {
    for (const claim of claims) {
      if (free.has(claim.resource)) continue;
      const other = best.get(claim.number);
      best.set(claim.number, other ? better(other, claim) : claim);
    }
  }
  return [...best.values()].sort(byNumber);
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
