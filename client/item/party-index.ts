import type { Day } from "../../shared/kit/day.ts";
import type { OfficeId } from "../../shared/model/office.ts";
import { type PartyKind, type PartyRef, partyKindOf } from "../../shared/model/ref.ts";
import type { DirectoryIndex } from "../../shared/rules/directory-index.ts";
import { createSearch, type Search, type Searchable } from "../parts/search-ranking.ts";

/** A party of the directory as a form offers and shows it. `detail` tells namesakes apart. */
export type PartyEntry = Searchable & {
  readonly ref: PartyRef;
  readonly kind: PartyKind;
  readonly name: string;
  readonly detail: string;
};

export type PartyIndex = {
  of(ref: PartyRef): PartyEntry | undefined;
  readonly search: Search<PartyEntry>;
};

/** How details read in the current language. */
export type PartyPhrases = {
  /** "15 đ/c" */
  readonly members: (count: number) => string;
  readonly conditional: string;
  readonly office: (office: OfficeId) => string;
};

type Options = { readonly index: DirectoryIndex; readonly today: Day; readonly phrases: PartyPhrases };

/**
 * Everybody and everything of a directory that can take part, ready to be searched. A person is found by the posts held
 * today, a post by who holds it.
 */
export function createPartyIndex({ index, today, phrases }: Options): PartyIndex {
  const { persons, posts, bodies, units, groups } = index.directory;
  const isHeld = (span: { readonly from?: Day | undefined; readonly to?: Day | undefined }) =>
    (!span.from || span.from <= today) && (!span.to || span.to >= today);
  const holders = posts.flatMap((post) => post.holders.filter(isHeld).map(({ person }) => ({ person, post })));
  const nameOfPerson = new Map(persons.map(({ id, name }) => [id, name]));
  const members = (ref: PartyRef) => {
    const leaves = index.expand(ref, today).filter(({ leaf }) => partyKindOf(leaf) === "person");
    return leaves.length > 0 ? phrases.members(leaves.length) : "";
  };
  const officeOf = (office: OfficeId | undefined) => (office ? phrases.office(office) : "");

  const entries: PartyEntry[] = [
    ...persons.map(({ id, name, aliases, office }): PartyEntry => {
      const held = holders.filter(({ person }) => person === id).map(({ post }) => post);
      const extra = held.flatMap((post) => [post.short ?? "", post.name, ...post.aliases]);
      const detail = held[0]?.short ?? held[0]?.name ?? officeOf(office);
      return { ref: `person:${id}`, kind: "person", name, names: [name, ...aliases], extra, detail };
    }),
    ...posts.map(({ id, name, short, aliases }): PartyEntry => {
      const held = holders.filter(({ post }) => post.id === id).map(({ person }) => nameOfPerson.get(person) ?? "");
      const names = [name, ...aliases, ...(short ? [short] : [])];
      return { ref: `post:${id}`, kind: "post", name, names, extra: held, detail: held.join(", ") };
    }),
    ...bodies.map(({ id, name, aliases }): PartyEntry => {
      const ref: PartyRef = `body:${id}`;
      return { ref, kind: "body", name, names: [name, ...aliases], detail: members(ref) };
    }),
    ...units.map(({ id, name, aliases, office }): PartyEntry => {
      return { ref: `unit:${id}`, kind: "unit", name, names: [name, ...aliases], detail: officeOf(office) };
    }),
    ...groups.map(({ id, name, aliases, conditional }): PartyEntry => {
      const ref: PartyRef = `group:${id}`;
      return {
        ref,
        kind: "group",
        name,
        names: [name, ...aliases],
        detail: conditional ? phrases.conditional : members(ref),
      };
    }),
  ];
  const byRef = new Map(entries.map((entry) => [entry.ref, entry]));
  return { of: (ref) => byRef.get(ref), search: createSearch(entries) };
}
