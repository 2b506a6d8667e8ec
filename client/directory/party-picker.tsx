import { createMemo } from "solid-js";
import type { Directory } from "../../shared/model/directory.ts";
import type { PartyKind, PartyRef } from "../../shared/model/ref.ts";
import { useBoard } from "../document/board.ts";
import { Combobox } from "../parts/combobox.tsx";
import type { IconName } from "../parts/icon-paths.ts";
import { createSearch } from "../parts/search-ranking.ts";
import { directoryWords } from "../text/directory-words.ts";
import { wordsOf } from "../text/words.ts";

const words = wordsOf(directoryWords);
const optionsMax = 12;

/** Where a kind of party is kept in the directory, and its sign. Words are no entry and cannot be picked. */
const keptAs = {
  person: { kind: "persons", icon: "user" },
  post: { kind: "posts", icon: "post" },
  body: { kind: "bodies", icon: "body" },
  unit: { kind: "units", icon: "building" },
  group: { kind: "groups", icon: "people" },
} as const satisfies { [Kind in Exclude<PartyKind, "text">]: { kind: keyof Directory; icon: IconName } };

/** Searches the entries of some kinds; a pick is told and the field is empty again. */
export function PartyPicker(props: {
  readonly label: string;
  readonly placeholder: string;
  readonly kinds: readonly PartyKind[];
  /** Refs that are chosen already. */
  readonly without: readonly PartyRef[];
  onPick(ref: PartyRef): void;
}) {
  const board = useBoard();
  const search = createMemo(() => {
    const names = board.names();
    const entries = props.kinds.flatMap((kind) => {
      if (kind === "text") return [];
      return board.store.directory()[keptAs[kind].kind].map(({ id, name, aliases }) => {
        const ref: PartyRef = `${kind}:${id}`;
        const { detail } = names.of(ref);
        return { id: ref, label: name, detail, icon: keptAs[kind].icon, names: [name, ...aliases], extra: [detail] };
      });
    });
    return createSearch(entries.filter(({ id }) => !props.without.includes(id)));
  });
  return (
    <Combobox
      label={props.label}
      placeholder={props.placeholder}
      noneFound={words().noMatch}
      search={(query) => [{ label: null, options: search()(query, optionsMax) }]}
      // Every id offered above is a ref.
      onPick={(id) => props.onPick(id as PartyRef)}
    />
  );
}
