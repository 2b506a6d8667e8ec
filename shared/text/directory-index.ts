/** The names of a directory under the keys that words are looked up by. */
import type { Day } from "../kit/day.ts";
import type { Directory, Post } from "../model/directory.ts";
import type { OfficeId } from "../model/office.ts";
import type { PartyRef } from "../model/ref.ts";
import { nameKeys } from "./name-key.ts";

export interface PartyIndex {
  /** By full name and by alias. */
  readonly byKey: ReadonlyMap<string, readonly PartyRef[]>;
  /** Persons by the end of their name: "An", "Văn An", "Nguyễn Văn An". */
  readonly personsBySuffix: ReadonlyMap<string, readonly PartyRef[]>;
  /** Posts by the beginning of their name: "Phó Chủ tịch", "Phó Chủ tịch UBND". */
  readonly postsByPrefix: ReadonlyMap<string, readonly PartyRef[]>;
  readonly officeOf: ReadonlyMap<PartyRef, OfficeId>;
  /** Ids of the persons who hold a post on a day; of all who ever did when no day is given. */
  readonly holdersOf: (post: PartyRef, day: Day | undefined) => readonly string[];
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly short?: string | undefined;
  readonly office?: OfficeId | undefined;
}

/** Indexes a directory; time and memory grow with the number of names in it. */
export function indexOf(directory: Directory): PartyIndex {
  const byKey = new Map<string, PartyRef[]>();
  const personsBySuffix = new Map<string, PartyRef[]>();
  const postsByPrefix = new Map<string, PartyRef[]>();
  const officeOf = new Map<PartyRef, OfficeId>();
  const kinds: readonly (readonly [string, readonly Named[]])[] = [
    ["person", directory.persons],
    ["post", directory.posts],
    ["body", directory.bodies],
    ["unit", directory.units],
    ["group", directory.groups],
  ];
  for (const [kind, entries] of kinds) {
    for (const entry of entries) {
      const ref = `${kind}:${entry.id}` as PartyRef;
      if (entry.office) officeOf.set(ref, entry.office);
      for (const key of keysOf(entry)) {
        add(byKey, key, ref);
        if (kind === "person") for (const end of endsOf(key)) add(personsBySuffix, end, ref);
        if (kind === "post") for (const start of startsOf(key)) add(postsByPrefix, start, ref);
      }
    }
  }
  const posts = new Map(directory.posts.map((post) => [`post:${post.id}`, post]));
  const holdersOf = (ref: PartyRef, day: Day | undefined) => holdersOn(posts.get(ref), day);
  return { byKey, personsBySuffix, postsByPrefix, officeOf, holdersOf };
}

function keysOf({ name, aliases, short }: Named): string[] {
  return [name, ...aliases, ...(short ? [short] : [])].flatMap(nameKeys);
}

function holdersOn(post: Post | undefined, day: Day | undefined): string[] {
  const held = (post?.holders ?? []).filter(
    ({ from, to }) => day === undefined || ((from === undefined || from <= day) && (to === undefined || to >= day)),
  );
  return held.map(({ person }) => person);
}

function endsOf(key: string): string[] {
  const tokens = key.split(" ");
  return tokens.map((_, from) => tokens.slice(from).join(" "));
}

/** Two tokens at least: "phó" alone names no post. */
function startsOf(key: string): string[] {
  const tokens = key.split(" ");
  return tokens.map((_, to) => tokens.slice(0, to + 1).join(" ")).slice(1);
}

function add(map: Map<string, PartyRef[]>, key: string, ref: PartyRef): void {
  const refs = map.get(key);
  if (refs === undefined) map.set(key, [ref]);
  else if (!refs.includes(ref)) refs.push(ref);
}
