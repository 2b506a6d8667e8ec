import type { Directory } from "../model/directory.ts";
import type { PartyRef } from "../model/ref.ts";

/**
 * What a party or a room is called. `detail` tells namesakes apart ("Bí thư", "15 đ/c", a building). What is not known,
 * words or an entry that is gone, is called as it is written; the board marks it, to be resolved by a person.
 */
export type Name = {
  readonly name: string;
  readonly short: string;
  readonly detail: string;
  readonly isKnown: boolean;
};

/** Names of everything in a directory, looked up by ref (`person:…`, `room:…`). */
export type Names = {
  of(ref: PartyRef | `room:${string}`): Name;
};

/** Built once per directory. A person's detail is the post held today. */
export function createNames(directory: Directory, today: string): Names {
  const names = new Map<string, Name>();
  const put = (ref: string, name: string, rest: { short?: string | undefined; detail?: string | undefined } = {}) =>
    names.set(ref, { name, short: rest.short ?? name, detail: rest.detail ?? "", isKnown: true });
  const nameByPerson = new Map(directory.persons.map(({ id, name }) => [id, name]));
  const postByPerson = new Map<string, string>();
  const holderByPost = new Map<string, string>();
  for (const post of directory.posts) {
    const holder = post.holders.find(({ from, to }) => (!from || from <= today) && (!to || to >= today))?.person;
    if (holder === undefined) continue;
    holderByPost.set(post.id, nameByPerson.get(holder) ?? "");
    if (!postByPerson.has(holder)) postByPerson.set(holder, post.short ?? post.name);
  }
  const postsByShort = Map.groupBy(directory.posts, ({ short }) => short);
  /** "Bí thư" is one; of several "PCT" each is said with its holder: "PCT Lê Thu Hà". */
  const cardName = ({ id, name, short }: Directory["posts"][number]) => {
    if (short === undefined) return name;
    return (postsByShort.get(short)?.length ?? 0) > 1 ? `${short} ${holderByPost.get(id) ?? ""}`.trim() : short;
  };

  for (const { id, name } of directory.persons) put(`person:${id}`, name, { detail: postByPerson.get(id) });
  for (const post of directory.posts)
    put(`post:${post.id}`, post.name, { short: cardName(post), detail: holderByPost.get(post.id) });
  for (const { id, name, aliases } of directory.bodies) put(`body:${id}`, name, { short: shortest(name, aliases) });
  for (const { id, name } of directory.units) put(`unit:${id}`, name);
  for (const { id, name } of directory.groups) put(`group:${id}`, name);
  for (const { id, name, building } of directory.rooms) put(`room:${id}`, name, { detail: building });

  return {
    of(ref) {
      const known = names.get(ref);
      if (known) return known;
      const words = ref.slice(ref.indexOf(":") + 1);
      return { name: words, short: words, detail: "", isKnown: false };
    },
  };
}

function shortest(name: string, aliases: readonly string[]): string {
  return [name, ...aliases].reduce((best, one) => (one.length < best.length && one.length >= 3 ? one : best));
}
