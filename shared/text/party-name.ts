import { type PartyRef, partyIdOf, partyKindOf } from "../model/ref.ts";
import type { DirectoryIndex } from "../rules/directory-index.ts";

/** The name of a party for people; the id of an entry that is no longer there. */
export function partyName(ref: PartyRef, { entries }: DirectoryIndex): string {
  const id = partyIdOf(ref);
  switch (partyKindOf(ref)) {
    case "person":
      return entries.persons.get(id)?.name ?? id;
    case "post":
      return entries.posts.get(id)?.name ?? id;
    case "body":
      return entries.bodies.get(id)?.name ?? id;
    case "unit":
      return entries.units.get(id)?.name ?? id;
    case "group":
      return entries.groups.get(id)?.name ?? id;
    case "text":
      return id;
  }
}
