import type { Directory, Entry, EntryKind } from "../../shared/model/directory.ts";
import type { PartyRef } from "../../shared/model/ref.ts";
import { findBodyCycles } from "../../shared/rules/membership.ts";

/** Bodies and groups that hold each other in a circle, each named from the least ref round. */
export type Circle = readonly PartyRef[];

/** The circles that an entry would stand in once saved; they are what makes it unfit to be saved. */
export function circlesAfter(directory: Directory, kind: EntryKind, entry: Entry): readonly Circle[] {
  if (kind !== "bodies" && kind !== "groups") return [];
  const ref: PartyRef = `${kind === "bodies" ? "body" : "group"}:${entry.id}`;
  const others = directory[kind].filter(({ id }) => id !== entry.id);
  return findBodyCycles({ ...directory, [kind]: [...others, entry] }).filter((circle) => circle.includes(ref));
}

/** The circles a directory has already: two officers who save at the same time can close one together. */
export function circlesOf(directory: Directory): readonly Circle[] {
  return findBodyCycles(directory);
}
