import type { Item, Participation } from "../model/item.ts";
import { type PartyRef, partyIdOf, partyKindOf } from "../model/ref.ts";
import type { ItemEdit } from "../model/slot.ts";
import { isPlaced } from "../model/when.ts";
import type { DirectoryIndex } from "./directory-index.ts";
import { withEdit } from "./item-edit.ts";
import type { OverlapIndex } from "./overlap-index.ts";
import { isFreeFor } from "./stand-ins.ts";

/** Somebody who could chair, and the edit that says so. */
export type FreeChair = { readonly ref: PartyRef; readonly edit: ItemEdit };

/** Enough to find some who are free. */
const triedMax = 16;

/**
 * Who could chair an item that has nobody in the chair, of those who are free at its time: who attends it already, then the
 * heads and then the deputies of its office's bodies, the foremost body first. Nobody for an item without a day.
 */
export function freeChairsFor(index: OverlapIndex, item: Item, most: number): readonly FreeChair[] {
  const free: FreeChair[] = [];
  for (const ref of candidatesFor(item, index.world().index).slice(0, triedMax)) {
    if (free.length >= most) break;
    const edit = chairEdit(item, ref);
    if (isFreeFor(index, withEdit(item, edit), ref)) free.push({ ref, edit });
  }
  return free;
}

/** Who attends already keeps their place in the written order; who comes new goes first. */
function chairEdit({ id, parties }: Item, ref: PartyRef): ItemEdit {
  const { agreed: _, for: __, ...place } = parties[ref] ?? { order: 0 };
  const chair: Participation = { ...place, role: "chair" };
  return { id, parties: { [ref]: chair } };
}

function candidatesFor(item: Item, directory: DirectoryIndex): readonly PartyRef[] {
  if (!isPlaced(item.when)) return [];
  const { day } = item.when;
  const isPerson = (ref: PartyRef) => partyKindOf(ref) === "person";
  const found = new Set<PartyRef>();
  for (const [ref, { role, for: stoodFor }] of Object.entries(item.parties) as [PartyRef, Participation][])
    if (isPerson(ref) && role === "attend" && stoodFor === undefined) found.add(ref);
  const bodies = directory.directory.bodies
    .filter(({ office }) => office === item.office)
    .sort((a, b) => a.precedence - b.precedence || (a.id < b.id ? -1 : 1));
  for (const seat of ["chair", "deputy"] as const)
    for (const { members } of bodies)
      for (const { party, as, from, to } of members) {
        const isInForce = (from === undefined || from <= day) && (to === undefined || day <= to);
        if (as !== seat || !isInForce || !isOfOffice(party, item.office, directory)) continue;
        for (const { leaf } of directory.expand(party, day)) if (isPerson(leaf)) found.add(leaf);
      }
  return [...found];
}

/** The chairman of one office sits as a deputy in a body of another, and does not chair its meetings. */
function isOfOffice(party: PartyRef, office: Item["office"], { entries }: DirectoryIndex): boolean {
  const id = partyIdOf(party);
  const own = (partyKindOf(party) === "post" ? entries.posts.get(id) : entries.persons.get(id))?.office;
  return own === undefined || own === office;
}
