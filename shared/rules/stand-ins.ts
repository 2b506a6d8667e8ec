import type { Day } from "../kit/day.ts";
import type { Item, Participation } from "../model/item.ts";
import type { Side } from "../model/overlap.ts";
import { type PartyRef, partyKindOf } from "../model/ref.ts";
import type { ItemEdit } from "../model/slot.ts";
import { isPlaced } from "../model/when.ts";
import type { DirectoryIndex } from "./directory-index.ts";
import { withEdit } from "./item-edit.ts";
import type { OverlapIndex } from "./overlap-index.ts";

/** Somebody who could stand in, and the edit that says so. */
export type StandIn = { readonly ref: PartyRef; readonly edit: ItemEdit };

/**
 * Who could stand in for a person in an item, those who are free then: deputies of the bodies he leads, then their other
 * members, the foremost first. A member of the item already is no proxy.
 */
export function standInsFor(
  { side, item }: { readonly side: Side; readonly item: Item },
  { index }: { readonly index: OverlapIndex },
): readonly StandIn[] {
  const person = side.path.steps.at(-1);
  if (person === undefined || partyKindOf(person) !== "person" || !isPlaced(item.when)) return [];
  const { index: directory } = index.world();
  const { day } = item.when;
  const present = new Set(
    [...(Object.keys(item.parties) as PartyRef[]), ...(item.body ? [item.body] : [])].flatMap((ref) =>
      directory.expand(ref, day).map(({ leaf }) => leaf),
    ),
  );
  return colleaguesOf(person, directory, day)
    .filter((ref) => ref !== person && !present.has(ref))
    .slice(0, triedMax)
    .map((ref) => ({ ref, edit: proxyEdit({ side, item, person, ref }) }))
    .filter(({ ref, edit }) => isFreeFor(index, withEdit(item, edit), ref));
}

/** Enough to find three that are free. */
const triedMax = 12;

/** Whose place is taken, in which item, on which side of the overlap, by whom. */
export type Proxy = { readonly side: Side; readonly item: Item; readonly person: PartyRef; readonly ref: PartyRef };

/** The proxy takes the place of who is named himself; who comes through a body stays a member that is stood in for. */
export function proxyEdit({ side, item, person, ref }: Proxy): ItemEdit {
  const [party] = side.path.steps;
  const part = party === undefined ? undefined : item.parties[party];
  const isOwn = party !== undefined && (party === person || partyKindOf(party) === "post");
  const standIn: Participation = { role: isOwn && part ? part.role : "attend", for: isOwn && party ? party : person };
  // Who agreed to somebody else's coming has not agreed to this one's.
  const { agreed: _, ...place } = part ?? {};
  return { id: item.id, parties: { ...(isOwn && party && { [party]: null }), [ref]: { ...place, ...standIn } } };
}

/** The edit that sends a proxy, with who has agreed to it. */
export function agreedBy(edit: ItemEdit, proxy: PartyRef, agreed: PartyRef): ItemEdit {
  const part = edit.parties?.[proxy];
  return part ? { ...edit, parties: { ...edit.parties, [proxy]: { ...part, agreed } } } : edit;
}

function colleaguesOf(person: PartyRef, directory: DirectoryIndex, day: Day): readonly PartyRef[] {
  const found = new Set<PartyRef>();
  const bodies = directory.directory.bodies
    .filter(({ id }) => directory.expand(`body:${id}`, day).some(({ leaf }) => leaf === person))
    .sort(
      (a, b) =>
        seatOf(a.members, person, directory, day) - seatOf(b.members, person, directory, day) ||
        a.members.length - b.members.length ||
        (a.id < b.id ? -1 : 1),
    );
  for (const rank of ["deputy", "member"] as const)
    for (const { members } of bodies)
      for (const { party, as = "member" } of members) {
        if (as !== rank) continue;
        for (const { leaf } of directory.expand(party, day)) if (partyKindOf(leaf) === "person") found.add(leaf);
      }
  return [...found];
}

type Members = DirectoryIndex["directory"]["bodies"][number]["members"];

/** 0 where he leads the body, 1 where he only belongs to it: his own deputies come first. */
function seatOf(members: Members, person: PartyRef, directory: DirectoryIndex, day: Day): number {
  const isLed = members.some(
    ({ party, as }) => as === "chair" && directory.expand(party, day).some(({ leaf }) => leaf === person),
  );
  return isLed ? 0 : 1;
}

/** Whether a party could take the place that it has in an item as it would be: nothing that must or should be settled is over it. */
export function isFreeFor(index: OverlapIndex, item: Item, ref: PartyRef): boolean {
  return index.probe(item).every(({ resource, severity }) => resource !== ref || severity === "hint");
}
