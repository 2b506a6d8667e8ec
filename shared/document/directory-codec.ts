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
  type Post,
} from "../model/directory.ts";
import type { PartyRef } from "../model/ref.ts";
import { entriesOf, partySign } from "./roots.ts";

/**
 * The whole directory as plain data. An entry that does not satisfy its schema is left out: one bad entry never takes the
 * directory away from everybody.
 */
export function readDirectory(doc: Y.Doc): Directory {
  const read: Record<string, unknown[]> = {};
  for (const kind of entryKinds) {
    read[kind] = [];
    for (const [id, map] of entriesOf(doc, kind)) {
      const entry = v.safeParse(entrySchemas[kind], mapToEntry(kind, id, map));
      if (entry.success) read[kind].push(entry.output);
    }
  }
  return v.parse(directorySchema, read);
}

/** Puts an entry in, or brings an existing one to the given state, writing only what differs. */
export function putEntry<Kind extends EntryKind>(doc: Y.Doc, kind: Kind, entry: Entry<Kind>): void {
  const entries = entriesOf(doc, kind);
  const wanted = entryToFields(kind, entry);
  let map = entries.get(entry.id);
  if (!map) {
    map = new Y.Map();
    entries.set(entry.id, map);
  }
  for (const key of [...map.keys()]) if (!(key in wanted)) map.delete(key);
  for (const [key, value] of Object.entries(wanted))
    if (JSON.stringify(map.get(key)) !== JSON.stringify(value)) map.set(key, value);
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

/** Dated members lie one per key (`@person:an`), so two officers can add two members at once. */
function entryToFields(kind: EntryKind, entry: Entry): Record<string, unknown> {
  const { id: _id, ...fields } = entry as Record<string, unknown> & { id: string };
  const kept = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  switch (kind) {
    case "posts": {
      delete kept.holders;
      for (const { person, ...dates } of (entry as Post).holders) kept[`${partySign}person:${person}`] = dates;
      return kept;
    }
    case "bodies": {
      delete kept.members;
      for (const { party, ...rest } of (entry as Body).members) kept[partySign + party] = rest;
      return kept;
    }
    case "groups": {
      delete kept.members;
      for (const ref of (entry as Entry<"groups">).members) kept[partySign + ref] = {};
      return kept;
    }
    default:
      return kept;
  }
}

function mapToEntry(kind: EntryKind, id: string, map: Y.Map<unknown>): Record<string, unknown> {
  const entry: Record<string, unknown> = { id };
  const parties: [PartyRef, Record<string, unknown>][] = [];
  for (const [key, value] of map.entries()) {
    if (!key.startsWith(partySign)) entry[key] = value;
    else if (typeof value === "object" && value !== null) parties.push([key.slice(1) as PartyRef, { ...value }]);
  }
  parties.sort(([a], [b]) => (a < b ? -1 : 1));
  if (kind === "posts")
    entry.holders = parties.map(([ref, dates]) => ({ person: ref.slice("person:".length), ...dates }));
  if (kind === "bodies") entry.members = parties.map(([party, rest]) => ({ party, ...rest }));
  if (kind === "groups") entry.members = parties.map(([ref]) => ref);
  return entry;
}
