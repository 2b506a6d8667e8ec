import { type PartyRef, wordsToRef } from "../../shared/model/ref.ts";
import { useBoard } from "../document/board.ts";
import { Combobox } from "../parts/combobox.tsx";
import { settlingWords } from "../text/settling-words.ts";
import { wordsOf } from "../text/words.ts";
import { personNamed, searchPeople } from "./people-search.ts";

const words = wordsOf(settlingWords);

/** Who has agreed to a proxy: a person of the directory, or words where it was somebody else. */
export function AgreedField(props: {
  readonly value: PartyRef | null;
  readonly isFocused?: boolean;
  onChange(agreed: PartyRef | null): void;
}) {
  const board = useBoard();
  /** A name that was only typed is the person all the same. */
  const take = (text: string) => props.onChange(personNamed(board, text) ?? wordsToRef(text));
  return (
    <div class="way-agreed">
      <span aria-hidden="true">{words().acceptedBy}</span>
      <Combobox
        label={words().acceptedBy}
        isFocused={props.isFocused ?? false}
        value={props.value === null ? "" : board.names().of(props.value).name}
        placeholder={words().acceptedByHint}
        noneFound={words().noPerson}
        search={(query) => searchPeople(board, query)}
        onPick={(id) => props.onChange(id as PartyRef) /* The ids of the options are refs. */}
        wordsLabel={words().asTyped}
        onWords={take}
        onLeave={take}
      />
    </div>
  );
}
