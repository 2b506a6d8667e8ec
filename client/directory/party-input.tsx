import { Show } from "solid-js";
import type { PartyRef } from "../../shared/model/ref.ts";
import { useBoard } from "../document/board.ts";
import { Icon } from "../parts/icon.tsx";
import { directoryFieldWords } from "../text/directory-field-words.ts";
import { directoryWords } from "../text/directory-words.ts";
import { wordsOf } from "../text/words.ts";
import type { Field } from "./fields.ts";
import { PartyPicker } from "./party-picker.tsx";

const words = wordsOf(directoryWords);
const labels = wordsOf(directoryFieldWords);

type PartyProps = {
  readonly field: Extract<Field, { form: "party" }>;
  /** A ref; empty for none. */
  readonly party: string;
  readonly isReadOnly: boolean;
  onChange(party: string): void;
};

/** One party: its name with a way to take it out, or a search when there is none. */
export function PartyInput(props: PartyProps) {
  const board = useBoard();
  const name = () => board.names().of(props.party as PartyRef);
  const none = () => (props.field.key === "body" ? words().anyBody : words().noHead);
  return (
    <Show
      when={props.party !== ""}
      fallback={
        <Show when={!props.isReadOnly} fallback={<p class="dir-none">{none()}</p>}>
          <PartyPicker
            label={labels()[props.field.key]}
            kinds={props.field.kinds}
            without={[]}
            placeholder={props.field.key === "body" ? none() : words().addParty.head}
            onPick={(ref) => props.onChange(ref)}
          />
        </Show>
      }
    >
      <div class="dir-link" data-known={name().isKnown}>
        <span class="dir-link-name">
          {name().name}
          <small>{name().isKnown ? name().detail : words().missingOne}</small>
        </span>
        <Show when={!props.isReadOnly}>
          <button
            type="button"
            class="icon-btn"
            aria-label={words().takeOut(name().name)}
            onClick={() => props.onChange("")}
          >
            <Icon name="close" />
          </button>
        </Show>
      </div>
    </Show>
  );
}
