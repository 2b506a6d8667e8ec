import type { Directory } from "../../shared/model/directory.ts";
import type { PartyRef } from "../../shared/model/ref.ts";
import type { Board } from "../document/board.ts";
import type { ComboGroup } from "../parts/combobox-options.ts";
import { createSearch, isSameWording, type Search } from "../parts/search-ranking.ts";

type PersonEntry = {
  readonly id: PartyRef;
  readonly name: string;
  readonly detail: string;
  readonly names: readonly string[];
  readonly extra: readonly string[];
};

/** A directory is made anew with every change, so what was prepared for it holds as long as it does. */
const prepared = new WeakMap<Directory, Search<PersonEntry>>();
const optionsMax = 8;

/** The people of the directory as a combobox offers them, found by name, alias or the post they hold. */
export function searchPeople(board: Pick<Board, "store" | "names">, query: string): readonly ComboGroup[] {
  const options = peopleOf(board)(query, optionsMax).map(({ id, name, detail }) => ({ id, label: name, detail }));
  return [{ label: null, options }];
}

/** The one person whose name or alias is written; null for other words, and for a name that two have. */
export function personNamed(board: Pick<Board, "store" | "names">, words: string): PartyRef | null {
  const alike = peopleOf(board)(words, optionsMax).filter(({ names }) =>
    names.some((name) => isSameWording(name, words)),
  );
  return alike.length === 1 ? (alike[0]?.id ?? null) : null;
}

function peopleOf({ store, names }: Pick<Board, "store" | "names">): Search<PersonEntry> {
  const directory = store.directory();
  const known = prepared.get(directory);
  if (known) return known;
  const search = createSearch<PersonEntry>(
    directory.persons.map(({ id, name, aliases }) => {
      const { detail } = names().of(`person:${id}`);
      return { id: `person:${id}`, name, detail, names: [name, ...aliases], extra: [detail] };
    }),
  );
  prepared.set(directory, search);
  return search;
}
