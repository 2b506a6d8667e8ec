import * as v from "valibot";
import * as Y from "yjs";
import {
  type Body,
  type Directory,
  directorySchema,
  type Entry,
  type EntryKind,
  entryKinds,
  entrySchemas,
  holderSchema,
  memberSchema,
  type Post,
} from "../model/directory.ts";
import { partyRefSchema } from "../model/ref.ts";
import { entriesOf, partySign } from "./roots.ts";
import { isSameValue } from "./same-value.ts";

/**
 * The whole directory as plain data. An entry that does not satisfy its schema is left out, and so is a member that cannot
 * be one: one bad value never takes the directory away from everybody. Fields of a newer version are passed over.
 */
export function readDirectory(doc: Y.Doc): Directory {
  const read: Record<string, unknown[]> = {};
  for (const kind of entryKinds) {
    read[kind] = [];
    for (const [id, map] of entriesOf(doc, kind)) {
      if (!(map instanceof Y.Map)) continue;
      const entry = v.safeParse(entrySchemas[kind], mapToEntry(kind, id, map));
      if (entry.success) read[kind].push(entry.output);
    }
  }
  return v.parse(directorySchema, read);
}

/**
 * Puts an entry in, or brings an existing one to the given state, in one transaction that writes only what differs. Holders
 * and members lie one per party: of two spans of one person in a post, the later one in the list stays.
 */
export function putEntry<Kind extends EntryKind>(doc: Y.Doc, kind: Kind, entry: Entry<Kind>): void {
  const wanted = entryToFields(kind, entry);
  doc.transact(() => {
    const map = entryMapOf(doc, kind, entry.id);
    for (const key of [...map.keys()]) if (isOurKey(kind, key) && !wanted.has(key)) map.delete(key);
    for (const [key, value] of wanted) if (!isSameValue(map.get(key), value)) map.set(key, value);
  });
}

/** Takes an entry away. Items keep their ref to it; the board then shows the ref as unknown. */
export function removeEntry(doc: Y.Doc, kind: EntryKind, id: string): void {
  entriesOf(doc, kind).delete(id);
}

/** Writes a whole directory into an empty document, in one transaction. */
export function writeDirectory(doc: Y.Doc, directory: Directory): void {
  doc.transact(() => {
    for (const kind of entryKinds) for (const entry of directory[kind]) putEntry(doc, kind, entry);
  });
}

function entryMapOf(doc: Y.Doc, kind: EntryKind, id: string): Y.Map<unknown> {
  const existing = entriesOf(doc, kind).get(id);
  if (existing instanceof Y.Map) return existing;
  return entriesOf(doc, kind).set(id, new Y.Map());
}

/** What a newer version keeps in an entry is not ours to read or to take away. */
function isOurKey(kind: EntryKind, key: string): boolean {
  return key.startsWith(partySign) || Object.hasOwn(entrySchemas[kind].entries, key);
}

/** Dated members lie one per key (`@person:an`), so two officers can add two members at once. */
function entryToFields(kind: EntryKind, { id: _id, ...fields }: Entry): Map<string, unknown> {
  const lists = ["holders", "members"];
  const kept = Object.entries(fields).filter(([name, value]) => value !== undefined && !lists.includes(name));
  const circle = circleOf(kind, fields as Entry).map(([ref, rest]) => [partySign + ref, rest] as const);
  return new Map<string, unknown>([...kept, ...circle]);
}

function circleOf(kind: EntryKind, entry: Entry): [ref: string, rest: object][] {
  switch (kind) {
    case "posts":
      return (entry as Post).holders.map(({ person, ...dates }) => [`person:${person}`, dates]);
    case "bodies":
      return (entry as Body).members.map(({ party, ...rest }) => [party, rest]);
    case "groups":
    case "events":
      return (entry as Entry<"groups" | "events">).members.map((ref) => [ref, {}]);
    default:
      return [];
  }
}

function mapToEntry(kind: EntryKind, id: string, map: Y.Map<unknown>): Record<string, unknown> {
  const entry: Record<string, unknown> = {};
  const circle: [ref: string, rest: object][] = [];
  map.forEach((value, key) => {
    if (!isOurKey(kind, key)) return;
    if (!key.startsWith(partySign)) entry[key] = value;
    else if (typeof value === "object" && value !== null) circle.push([key.slice(partySign.length), value]);
  });
  circle.sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...entry, ...circleToLists(kind, circle), id };
}

function circleToLists(kind: EntryKind, circle: readonly [ref: string, rest: object][]): Record<string, unknown[]> {
  const person = "person:";
  switch (kind) {
    case "posts": {
      const persons = circle.filter(([ref]) => ref.startsWith(person));
      const holders = persons.map(([ref, dates]) => ({ ...dates, person: ref.slice(person.length) }));
      return { holders: holders.filter((holder) => v.is(holderSchema, holder)) };
    }
    case "bodies": {
      const members = circle.map(([party, rest]) => ({ ...rest, party }));
      return { members: members.filter((member) => v.is(memberSchema, member)) };
    }
    case "groups":
    case "events":
      return { members: circle.map(([ref]) => ref).filter((ref) => v.is(partyRefSchema, ref)) };
    default:
      return {};
  }
}
