import type { Day } from "../kit/day.ts";
import type { Body, Directory, Group, Person, Post, Room, Unit } from "../model/directory.ts";
import { type PartyRef, partyIdOf, partyKindOf } from "../model/ref.ts";

/** The entries of a directory by id. */
export type Entries = {
  readonly persons: ReadonlyMap<string, Person>;
  readonly posts: ReadonlyMap<string, Post>;
  readonly bodies: ReadonlyMap<string, Body>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly groups: ReadonlyMap<string, Group>;
  readonly rooms: ReadonlyMap<string, Room>;
};

/**
 * One thing a party stands for on a day, with the way down to it. `leaf` is a person; a post nobody holds that day; a
 * body met on the way (a body is bound as a whole, too); a unit; words; or a ref the directory does not know.
 * `steps` begins with the party itself and ends with the leaf.
 */
export type Holding = {
  readonly leaf: PartyRef;
  readonly steps: readonly PartyRef[];
  /** A conditional group lies on the way, or the party leaves open which of several holders comes. */
  readonly conditional: boolean;
};

type Step = { readonly ref: PartyRef; readonly conditional: boolean };

/**
 * Everything `root` stands for on `day`, each leaf once, by its best way: unconditional before conditional, then
 * shortest, then first by name; so the answer does not hang on the order of the directory. Ends on cycles of bodies.
 */
export function expandParty(entries: Entries, root: PartyRef, day: Day): readonly Holding[] {
  const found = new Map<PartyRef, Holding>();
  const seen = new Set<PartyRef>();
  const firm: Holding[] = [{ leaf: root, steps: [root], conditional: false }];
  const later: Holding[] = [];
  for (let here = firm.shift(); here; here = firm.shift() ?? later.shift()) {
    if (seen.has(here.leaf)) continue;
    seen.add(here.leaf);
    const below = stepsBelow(entries, here, day);
    if (below.length === 0 || partyKindOf(here.leaf) === "body") found.set(here.leaf, here);
    for (const { ref, conditional } of below) {
      const next = { leaf: ref, steps: [...here.steps, ref], conditional: here.conditional || conditional };
      (next.conditional ? later : firm).push(next);
    }
  }
  return [...found.values()];
}

function stepsBelow(entries: Entries, here: Holding, day: Day): readonly Step[] {
  const id = partyIdOf(here.leaf);
  const inForce = (dated: { readonly from?: Day | undefined; readonly to?: Day | undefined }) =>
    (dated.from === undefined || dated.from <= day) && (dated.to === undefined || day <= dated.to);
  switch (partyKindOf(here.leaf)) {
    case "post": {
      const holders = (entries.posts.get(id)?.holders ?? []).filter(inForce).map(({ person }) => person);
      // "Phó Chủ tịch" with three holders, named alone, is one of the three; inside a body or group it is all three.
      const conditional = here.steps.length === 1 && new Set(holders).size > 1;
      return sorted(holders.map((person): Step => ({ ref: `person:${person}`, conditional })));
    }
    case "body": {
      const members = (entries.bodies.get(id)?.members ?? []).filter(inForce);
      return sorted(members.map(({ party }) => ({ ref: party, conditional: false })));
    }
    case "group": {
      const group = entries.groups.get(id);
      const conditional = group?.conditional === true;
      return sorted((group?.members ?? []).map((ref) => ({ ref, conditional })));
    }
    case "person":
    case "unit":
    case "text":
      return [];
  }
}

function sorted(steps: Step[]): Step[] {
  return steps.sort((a, b) => (a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0));
}

/**
 * The cycles among bodies (and the groups between them), each as its refs from the least one round; empty when there is
 * none. Dates are not looked at: a cycle that only a date breaks is a mistake too. A directory is mended by people, so
 * this is a report and never a failure.
 */
export function findBodyCycles(directory: Directory): readonly (readonly PartyRef[])[] {
  const below = new Map<PartyRef, readonly PartyRef[]>();
  for (const body of directory.bodies)
    below.set(
      `body:${body.id}`,
      body.members.map(({ party }) => party),
    );
  for (const group of directory.groups) below.set(`group:${group.id}`, group.members);
  const cycles = new Map<string, readonly PartyRef[]>();
  const done = new Set<PartyRef>();
  const walk = (ref: PartyRef, trail: readonly PartyRef[]): void => {
    const at = trail.indexOf(ref);
    if (at >= 0) {
      const cycle = fromLeast(trail.slice(at));
      cycles.set(cycle.join(" "), cycle);
      return;
    }
    if (done.has(ref)) return;
    for (const next of [...(below.get(ref) ?? [])].sort()) walk(next, [...trail, ref]);
    done.add(ref);
  };
  for (const ref of [...below.keys()].sort()) walk(ref, []);
  return [...cycles.values()];
}

function fromLeast(cycle: readonly PartyRef[]): readonly PartyRef[] {
  const least = cycle.reduce((best, ref, at) => (ref < (cycle[best] ?? ref) ? at : best), 0);
  return [...cycle.slice(least), ...cycle.slice(0, least)];
}
