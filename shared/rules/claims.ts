import type { Day } from "../kit/day.ts";
import { fold, tidySpaces } from "../kit/fold.ts";
import type { Item } from "../model/item.ts";
import type { Path } from "../model/overlap.ts";
import { type PartyRef, partyIdOf, partyKindOf } from "../model/ref.ts";
import type { DirectoryIndex } from "./directory-index.ts";
import { hashOf } from "./hash.ts";
import { isBody, type Part, partsOf, pathRoles } from "./item-parts.ts";
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
  const merging = createMerging();
  const personByName = personsByName(index);
  let asked: { readonly day: Day; readonly era: number };

  function numberOf(resource: PartyRef): number {
    let number = numbers.get(resource);
    if (number === undefined) numbers.set(resource, (number = numbers.size));
    return number;
  }

  function ofParty(ref: PartyRef, role: Path["role"], yields: boolean): readonly Claim[] {
    let variants = shared.get(ref);
    if (!variants) shared.set(ref, (variants = []));
    const at = (asked.era * roleOrder.length + roleOrder.indexOf(role)) * 2 + (yields ? 1 : 0);
    return (variants[at] ??= makeClaims({ ref, role, yields }, asked.day));
  }

  function makeClaims(part: Part, day: Day): readonly Claim[] {
    return [...index.expand(part.ref, day), ...headOf(part, day)]
      .map((holding) => claimOf(part, known(holding), numberOf))
      .filter(({ resource }) => resource !== "text:")
      .sort(byNumber);
  }

  /** Words that are the full name of one person of the directory are that person, whenever the two were written. */
  function known(holding: Holding): Holding {
    if (partyKindOf(holding.leaf) !== "text") return holding;
    const { key, sort } = readTextParty(partyIdOf(holding.leaf));
    const person = sort === "person" ? personByName.get(key) : undefined;
    return person === undefined ? holding : { ...holding, leaf: person, steps: [...holding.steps, person] };
  }

  /** A unit that chairs is its head; one that is invited may send anybody. */
  function headOf({ ref, role }: Part, day: Day): readonly Holding[] {
    if (role !== "chair" || partyKindOf(ref) !== "unit") return [];
    const head = index.entries.units.get(partyIdOf(ref))?.head;
    if (head === undefined) return [];
    return index.expand(head, day).map((holding) => ({ ...holding, steps: [ref, ...holding.steps] }));
  }

  /** Each party a part by itself, as of most items; false where a body is invited or somebody is stood in for. */
  function takePlain({ parties, body }: Item): boolean {
    if (body !== undefined) merging.take(ofParty(body, "sits", false));
    for (const ref in parties) {
      const part = parties[ref as PartyRef];
      if (part === undefined || ref === body) continue;
      if (part.for !== undefined || isBody(ref)) return false;
      merging.take(ofParty(ref as PartyRef, pathRoles[part.role], false));
    }
    return true;
  }

  return {
    of(item, day) {
      asked = { day, era: index.eraOf(day) };
      if (takePlain(item)) return merging.merged(null);
      merging.begin();
      const { parts, free } = partsOf(item, index, day);
      for (const { ref, role, yields } of parts) merging.take(ofParty(ref, role, yields));
      return merging.merged(free);
    },
  };
}

/** Full names that one person alone bears. */
function personsByName({ directory }: DirectoryIndex): ReadonlyMap<string, PartyRef> {
  const persons = new Map<string, PartyRef | null>();
  for (const { id, name } of directory.persons) {
    const key = fold(tidySpaces(name));
    persons.set(key, persons.has(key) ? null : `person:${id}`);
  }
  return new Map([...persons].flatMap(([key, ref]) => (ref === null ? [] : [[key, ref]])));
}

const none: readonly Claim[] = [];

/** Puts lists of claims together into one that is sorted and as long as need be; in one room for all items. */
function createMerging() {
  const sorted: Claim[] = [];
  let first = none;
  let takenCount = 0;
  let count = 0;

  /** Into its place, each resource once, by its best way. By hand: splicing makes a list of what it takes out. */
  function insert(claim: Claim): void {
    let at = count;
    while (at > 0 && (sorted[at - 1]?.number ?? 0) > claim.number) at--;
    const before = at === 0 ? undefined : sorted[at - 1];
    if (before?.number === claim.number) {
      sorted[at - 1] = better(before, claim);
      return;
    }
    for (let to = count; to > at; to--) sorted[to] = sorted[to - 1] ?? claim;
    sorted[at] = claim;
    count += 1;
  }

  const begin = () => {
    [first, takenCount, count] = [none, 0, 0];
  };

  return {
    /** Forgets what was taken. */
    begin,
    take(claims: readonly Claim[]): void {
      takenCount += 1;
      if (takenCount === 1) first = claims;
      else for (const claim of claims) insert(claim);
    },
    /** What was taken since the last time, without the resources that are free. */
    merged(free: ReadonlySet<PartyRef> | null): readonly Claim[] {
      // One party's alone are the very list that all items share which need it so.
      if (takenCount > 1 || free !== null) for (const claim of first) insert(claim);
      const list = takenCount <= 1 && free === null ? first : sorted.slice(0, count);
      begin();
      return free === null ? list : list.filter(({ resource }) => !free.has(resource));
    },
  };
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
