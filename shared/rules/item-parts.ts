import type { Day } from "../kit/day.ts";
import type { Item, Participation, PartyRole } from "../model/item.ts";
import type { Path } from "../model/overlap.ts";
import { type PartyRef, partyKindOf } from "../model/ref.ts";
import type { DirectoryIndex } from "./directory-index.ts";
import { isPeriodicReception } from "./reception.ts";

/** A party of an item as far as it holds anybody. `yields`: named members stand for it, the others are only possible. */
export type Part = { readonly ref: PartyRef; readonly role: Path["role"]; readonly yields: boolean };

/** `free` are those who sent a proxy; null where nobody did. */
export type Parts = { readonly parts: readonly Part[]; readonly free: ReadonlySet<PartyRef> | null };

/** What a role binds to: who prepares, coordinates, appraises or looks after it serves. */
export const pathRoles: Readonly<Record<PartyRole, Path["role"]>> = {
  chair: "chair",
  attend: "attend",
  invited: "invited",
  optional: "optional",
  prepare: "serve",
  coordinate: "serve",
  appraise: "serve",
  serve: "serve",
};

/**
 * The parties of an item as parts. Who is named to attend stands for the invited body he belongs to; who sent a proxy is
 * free. Written order is for reading: here the best way to each resource is chosen by an order of its own.
 */
export function partsOf(item: Item, index: DirectoryIndex, day: Day): Parts {
  const listed = Object.entries(item.parties) as [PartyRef, Participation][];
  const named = namedIn(listed, index, day);
  // Who only stands in for a member does not come in the place of the whole body.
  const standsIn = listed.some(([, part]) => part.for !== undefined);
  const delegates = standsIn
    ? namedIn(
        listed.filter(([, part]) => part.for === undefined),
        index,
        day,
      )
    : named;
  const parts: Part[] = item.body ? [{ ref: item.body, role: "sits", yields: false }] : [];
  for (const [ref, { role }] of listed) {
    if (ref === item.body) continue;
    const isReplaced = isBody(ref) && index.expand(ref, day).some(({ leaf }) => delegates.has(leaf));
    // A body that is invited sends whom it names; one that chairs may still come as a whole.
    if (!isReplaced || role === "chair") parts.push({ ref, role: pathRoles[role], yields: isReplaced });
  }
  if (!isPeriodicReception(item)) return { parts, free: freeIn(listed, { named, index, day }) };
  return { parts: [...parts, ...unreplaced(listed)], free: null };
}

/** Who was to be stood in for where nobody may stand in: the head's own reception of citizens. */
function unreplaced(listed: readonly [PartyRef, Participation][]): readonly Part[] {
  return listed.flatMap(([, part]) =>
    part.for === undefined ? [] : [{ ref: part.for, role: "chair", yields: false }],
  );
}

/** Whether a party is a body. */
export function isBody(ref: string): boolean {
  return ref.startsWith("body:");
}

/** Who is named to attend or to stand in, himself or by post. */
function namedIn(listed: readonly [PartyRef, Participation][], index: DirectoryIndex, day: Day): ReadonlySet<PartyRef> {
  const own = listed.filter(([ref, part]) => isOwn(ref) && (part.role === "attend" || part.for !== undefined));
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
