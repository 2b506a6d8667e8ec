import * as v from "valibot";
import {
  bodySchema,
  type Directory,
  directorySchema,
  type EntryKind,
  entryKinds,
  entrySchemas,
  roomSchema,
} from "../model/directory.ts";
import { idSchema, type PartyRef, partyRefSchema } from "../model/ref.ts";
import { partyKey } from "./party-key.ts";

type Loose = Readonly<Record<string, unknown>>;
type Listed = { readonly id: string; readonly loose: Loose };

/** The kinds of entry that can take part, and how a ref to them begins. */
const prefixes = { persons: "person", posts: "post", bodies: "body", units: "unit", groups: "group" } as const;
type PartyEntries = keyof typeof prefixes;

/**
 * A directory in any reasonable shape as one of ours. Collections may be lists or maps by id; entries may be bare names;
 * holders, members and heads may be refs, ids, names or objects that hold one. What cannot be understood is left out: a
 * directory from elsewhere is a help, not a condition. Never throws.
 */
export function readDirectory(input: unknown): Directory {
  const root = asLoose(input);
  const collections = new Map<EntryKind, readonly Listed[]>();
  for (const kind of entryKinds) collections.set(kind, listed(root[kind] ?? root[otherNames[kind] ?? ""]));
  collections.set("posts", withTitles(collections.get("posts") ?? [], collections.get("persons") ?? []));
  const refs = refsOf(collections);
  const directory: Record<string, unknown[]> = {};
  for (const [kind, list] of collections) {
    directory[kind] = list.flatMap((entry) => {
      const read = v.safeParse(entrySchemas[kind], shaped(kind, entry, refs));
      return read.success ? [read.output] : [];
    });
  }
  return v.parse(directorySchema, directory);
}

const otherNames: Partial<Record<EntryKind, string>> = { persons: "people", posts: "positions", bodies: "organs" };

function asLoose(input: unknown): Loose {
  return typeof input === "object" && input !== null && !Array.isArray(input) ? (input as Loose) : {};
}

function listed(input: unknown): readonly Listed[] {
  const pairs: [string | null, unknown][] = Array.isArray(input)
    ? input.map((entry) => [null, entry])
    : Object.entries(asLoose(input));
  return pairs.map(([key, entry], at) => {
    const loose = typeof entry === "string" ? { name: entry } : asLoose(entry);
    const id = bareId(loose.id ?? key ?? loose.name ?? loose.ref);
    return {
      id: v.is(idSchema, id) ? id : `e${at}-${partyKey(id).replace(/\W+/g, "-").slice(0, 40)}`,
      loose: { ...loose, given: id },
    };
  });
}

/** "person:an" and "an" are the same id. */
function bareId(value: unknown): string {
  return String(value ?? "").replace(/^(?:person|post|body|unit|group|room):/, "");
}

type Refs = { find(value: unknown): PartyRef | null };

/** Every entry by ref, id, name and alias; an id that several kinds share means the kind first in the list. */
function refsOf(collections: ReadonlyMap<EntryKind, readonly Listed[]>): Refs {
  const byText = new Map<string, PartyRef>();
  const learn = (text: string, ref: PartyRef) => void (text !== "" && !byText.has(text) && byText.set(text, ref));
  for (const by of ["ref", "id", "name"] as const) {
    for (const [kind, prefix] of Object.entries(prefixes) as [PartyEntries, string][]) {
      for (const { id, loose } of collections.get(kind) ?? []) {
        const ref = `${prefix}:${id}` as PartyRef;
        if (by === "ref") for (const each of [id, String(loose.given)]) learn(`${prefix}:${each}`, ref);
        else if (by === "id") for (const each of [id, String(loose.given)]) learn(each, ref);
        else for (const name of [loose.name, ...strings(loose.aliases)]) learn(`=${partyKey(String(name ?? ""))}`, ref);
      }
    }
  }
  return {
    find(value) {
      const text = typeof value === "string" ? value : refText(asLoose(value));
      const found = byText.get(text) ?? byText.get(bareId(text)) ?? byText.get(`=${partyKey(text)}`);
      if (found) return found;
      return v.is(partyRefSchema, text)
        ? text
        : v.is(partyRefSchema, `text:${text}`) && text !== ""
          ? `text:${text}`
          : null;
    },
  };
}

function refText(loose: Loose): string {
  const value =
    loose.party ?? loose.ref ?? loose.person ?? loose.post ?? loose.body ?? loose.unit ?? loose.id ?? loose.name;
  return typeof value === "string" ? value : "";
}

function strings(input: unknown): string[] {
  const list = Array.isArray(input) ? input : typeof input === "string" ? [input] : [];
  return list.filter((entry): entry is string => typeof entry === "string" && entry.trim() !== "");
}

function array(input: unknown): readonly unknown[] {
  return Array.isArray(input) ? input : input === undefined || input === null ? [] : [input];
}

function shaped(kind: EntryKind, { id, loose }: Listed, refs: Refs): Loose {
  const dated = (value: unknown) => {
    const { from, to } = asLoose(value);
    return { ...(typeof from === "string" && { from }), ...(typeof to === "string" && { to }) };
  };
  const plain = {
    id,
    name: String(loose.name ?? loose.title ?? loose.given ?? id).slice(0, 200),
    aliases: aliasesOf(loose),
  };
  const members = () => array(loose.members).flatMap((value) => ({ party: refs.find(value), value }));
  switch (kind) {
    case "persons":
      return plain;
    case "posts": {
      const holders = [...array(loose.holders), ...array(loose.holder), ...array(loose.person)].flatMap((value) => {
        const ref = refs.find(value);
        return ref?.startsWith("person:") ? [{ person: ref.slice(7), ...dated(value) }] : [];
      });
      return { ...plain, holders, ...(typeof loose.short === "string" && { short: loose.short }) };
    }
    case "bodies":
      return {
        ...plain,
        ...(v.is(bodySchema.entries.precedence, loose.precedence) && { precedence: loose.precedence }),
        members: members().flatMap(({ party, value }) => (party ? [{ party, ...dated(value) }] : [])),
      };
    case "units": {
      const head = loose.head === undefined || loose.head === null ? null : refs.find(loose.head);
      return { ...plain, ...(head && { head }) };
    }
    case "groups": {
      const conditional = loose.conditional === true || loose.kind === "conditional" || /liên quan/iu.test(plain.name);
      return { ...plain, members: members().flatMap(({ party }) => party ?? []), conditional };
    }
    case "rooms":
      return { ...plain, ...roomParts(loose) };
    case "events":
      return { ...restOf(loose), id, name: plain.name, members: members().flatMap(({ party }) => party ?? []) };
    case "holidays":
    case "lengths":
    case "zones":
    case "travels":
    case "norms":
    case "tunings":
      return { ...restOf(loose), id };
  }
}

function restOf({ given: _, ...rest }: Loose): Loose {
  return rest;
}

/** What the rules ask of a room beside its name; a part that is not what it should be is left out, not the room. */
function roomParts(loose: Loose): Loose {
  const parts = ["building", "floor", "capacity", "onlinePoint", "partOf", "bufferMin"] as const;
  return Object.fromEntries(
    parts.flatMap((part) =>
      v.is(roomSchema.entries[part], loose[part]) && loose[part] !== undefined ? [[part, loose[part]]] : [],
    ),
  );
}

function aliasesOf(loose: Loose): string[] {
  return [...strings(loose.aliases), ...strings(loose.alias)].map((alias) => alias.slice(0, 200));
}

/** A person who brings his titles along (`title`, `post`, `posts`) holds the posts of those names, new ones if need be. */
function withTitles(posts: readonly Listed[], persons: readonly Listed[]): readonly Listed[] {
  const all = [...posts];
  for (const { id, loose } of persons) {
    for (const title of [...strings(loose.title), ...strings(loose.post), ...strings(loose.posts)]) {
      const isPost = (post: Listed) =>
        post.id === bareId(title) || partyKey(String(post.loose.name)) === partyKey(title);
      const at = all.findIndex(isPost);
      const post = all[at] ?? { id: `t${all.length}-${id}`.slice(0, 64), loose: { name: title } };
      const holders = [...array(post.loose.holders), ...array(post.loose.holder), `person:${id}`];
      all[at < 0 ? all.length : at] = { ...post, loose: { ...post.loose, holder: undefined, holders } };
    }
  }
  return all;
}
