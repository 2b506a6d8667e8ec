import { fold } from "../../shared/kit/fold.ts";
import type { Directory } from "../../shared/model/directory.ts";
import type { PartyKind, PartyRef } from "../../shared/model/ref.ts";

/** A party that can be chosen. `folded` is what a search looks through: name, other names, initials, detail. */
export type PartyOption = {
  readonly ref: PartyRef;
  readonly name: string;
  readonly detail: string;
  readonly folded: string;
};

const entriesByKind = {
  person: "persons",
  post: "posts",
  body: "bodies",
  unit: "units",
  group: "groups",
} as const;

const optionsMax = 12;

/** Everything of the given kinds that can be chosen; `detailOf` tells namesakes apart. */
export function partyOptions(
  directory: Directory,
  kinds: readonly PartyKind[],
  detailOf: (ref: PartyRef) => string,
): PartyOption[] {
  return kinds.flatMap((kind) => {
    if (kind === "text") return [];
    return directory[entriesByKind[kind]].map(({ id, name, aliases }) => {
      const ref: PartyRef = `${kind}:${id}`;
      const detail = detailOf(ref);
      const folded = fold([name, initialsOf(name), detail, ...aliases].join(" "));
      return { ref, name, detail, folded };
    });
  });
}

/** The best few for what was typed: whole beginnings first, then beginnings of words, then anywhere. */
export function searchParties(options: readonly PartyOption[], query: string): PartyOption[] {
  const wanted = fold(query).trim();
  const words = wanted.split(/\s+/);
  const found = options.filter(({ folded }) => words.every((word) => folded.includes(word)));
  const rank = ({ folded }: PartyOption) => (folded.startsWith(wanted) ? 0 : ` ${folded}`.includes(` ${wanted}`) ? 1 : 2);
  return found.toSorted((a, b) => rank(a) - rank(b)).slice(0, optionsMax);
}

/** "Hoàng Minh An" → "HMA". */
function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .join("");
}
