import type { Day } from "../kit/day.ts";
import type { Item } from "../model/item.ts";
import type { Path } from "../model/overlap.ts";
import { type PartyRef, partyIdOf, partyKindOf } from "../model/ref.ts";
import type { DirectoryIndex } from "./directory-index.ts";
import { hashOf } from "./hash.ts";
import { type Part, partsOf } from "./item-parts.ts";
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
  /**
   * What clashes when two need it: one person, a whole body, or a `collective` for which several may come (a unit,
   * "lãnh đạo Sở Y tế"): being asked for twice is a weak clash.
   */
  readonly sort: "person" | "body" | "collective";
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

  function ofParty(part: Part, era: number, day: Day): readonly Claim[] {
    let variants = shared.get(part.ref);
    if (!variants) shared.set(part.ref, (variants = []));
    const at = (era * roleOrder.length + roleOrder.indexOf(part.role)) * 2 + (part.yields ? 1 : 0);
    return (variants[at] ??= makeClaims(part, day));
  }

  function makeClaims(part: Part, day: Day): readonly Claim[] {
    return [...index.expand(part.ref, day), ...headOf(part, day)]
      .map((holding) => claimOf(part, holding, numberOf))
      .filter(({ resource }) => resource !== "text:")
      .sort(byNumber);
  }

  /** A unit that chairs is its head; one that is invited may send anybody. */
  function headOf({ ref, role }: Part, day: Day): readonly Holding[] {
    if (role !== "chair" || partyKindOf(ref) !== "unit") return [];
    const head = index.entries.units.get(partyIdOf(ref))?.head;
    if (head === undefined) return [];
    return index.expand(head, day).map((holding) => ({ ...holding, steps: [ref, ...holding.steps] }));
  }

  return {
    of(item, day) {
      const { parts, free } = partsOf(item, index, day);
      const era = index.eraOf(day);
      const [only] = parts;
      if (parts.length === 1 && only && free === null) return ofParty(only, era, day);
      const merged: Claim[] = [];
      for (const part of parts) {
        for (const claim of ofParty(part, era, day)) if (!free?.has(claim.resource)) insert(merged, claim);
      }
      // A copy is as long as it need be; what grew by pushing keeps room for more.
      return merged.slice();
    },
  };
}

/** Keeps a list sorted by number with each resource once, by its best way. */
function insert(sorted: Claim[], claim: Claim): void {
  let at = sorted.length;
  let before = sorted[at - 1];
  while (before !== undefined && before.number > claim.number) before = sorted[--at - 1];
  if (before?.number === claim.number) sorted[at - 1] = better(before, claim);
  else if (at === sorted.length) sorted.push(claim);
  else sorted.splice(at, 0, claim);
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
    sort: isCollective ? "collective" : kind === "body" ? "body" : "person",
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
