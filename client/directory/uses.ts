import type { Directory, Entry, EntryKind } from "../../shared/model/directory.ts";
import type { Item } from "../../shared/model/item.ts";
import type { PartyRef } from "../../shared/model/ref.ts";

/** How anything of the directory is referred to. */
export type EntryRef = PartyRef | `room:${string}`;

/** Who refers to what, in the directory itself and in the items of the open programmes. */
export type Uses = {
  /** Items and entries that refer to it. */
  countOf(ref: EntryRef): number;
  /** Refs an entry holds that nothing stands behind any more. */
  missingIn(kind: EntryKind, entry: Entry): readonly EntryRef[];
};

const refKinds = {
  persons: "person",
  posts: "post",
  bodies: "body",
  units: "unit",
  groups: "group",
  rooms: "room",
} as const;

/** The ref of an entry; null for holidays, lengths and the like, which nothing refers to. */
export function refOf(kind: EntryKind, id: string): EntryRef | null {
  return isReferred(kind) ? `${refKinds[kind]}:${id}` : null;
}

function isReferred(kind: EntryKind): kind is keyof typeof refKinds {
  return kind in refKinds;
}

/** Counts once over everything; a new directory or other items get a new one. */
export function countUses(directory: Directory, items: Iterable<Item>): Uses {
  const counts = new Map<EntryRef, number>();
  const count = (ref: EntryRef) => counts.set(ref, (counts.get(ref) ?? 0) + 1);
  const known = new Set<EntryRef>();
  for (const kind of Object.keys(refKinds) as (keyof typeof refKinds)[])
    for (const { id } of directory[kind]) known.add(`${refKinds[kind]}:${id}`);
  for (const kind of Object.keys(directory) as EntryKind[])
    for (const entry of directory[kind]) for (const ref of refsIn(kind, entry)) count(ref);
  for (const item of items) for (const ref of refsOfItem(item)) count(ref);
  return {
    countOf: (ref) => counts.get(ref) ?? 0,
    missingIn: (kind, entry) => refsIn(kind, entry).filter((ref) => !known.has(ref)),
  };
}

function refsOfItem(item: Item): EntryRef[] {
  const refs: EntryRef[] = Object.keys(item.parties) as PartyRef[];
  if (item.venue?.room !== undefined) refs.push(`room:${item.venue.room}`);
  if (item.body !== undefined) refs.push(item.body);
  return refs;
}

/** The refs an entry holds, whatever its kind; kinds that hold none give none. */
function refsIn(kind: EntryKind, entry: Entry): EntryRef[] {
  switch (kind) {
    case "posts":
      return (entry as Entry<"posts">).holders.map(({ person }): EntryRef => `person:${person}`);
    case "bodies":
      return (entry as Entry<"bodies">).members.map(({ party }) => party);
    case "groups":
    case "events":
      return (entry as Entry<"groups" | "events">).members.filter((ref) => !ref.startsWith("text:"));
    case "units": {
      const { head } = entry as Entry<"units">;
      return head === undefined ? [] : [head];
    }
    case "lengths": {
      const { body } = entry as Entry<"lengths">;
      return body === undefined ? [] : [`body:${body}`];
    }
    case "rooms": {
      const { partOf } = entry as Entry<"rooms">;
      return partOf === undefined ? [] : [`room:${partOf}`];
    }
    case "persons":
    case "holidays":
    case "zones":
    case "travels":
    case "norms":
    case "tunings":
      return [];
  }
}
