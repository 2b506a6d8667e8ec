import { createSignal, Show } from "solid-js";
import type { PartyRole } from "../../shared/model/item.ts";
import { type PartyRef, wordsToRef } from "../../shared/model/ref.ts";
import { Combobox } from "../parts/combobox.tsx";
import { Icon } from "../parts/icon.tsx";
import { inspectorWords } from "../text/inspector-words.ts";
import { wordsOf } from "../text/words.ts";
import { useItem } from "./item-scope.ts";
import { addParty } from "./party-changes.ts";
import { partiesToGroups } from "./party-options.ts";

const words = wordsOf(inspectorWords);
const optionsMax = 12;

/** "＋ thêm": opens into a search that stays open, because whoever adds one mostly adds several. */
export function AddParty(props: { readonly role: PartyRole; readonly row: string; readonly isOpened: boolean }) {
  const { item, changeParties } = useItem();
  // Opened from outside: by choosing a further role, which is the only way in that it has.
  const [isOpen, setOpen] = createSignal(props.isOpened);
  let button: HTMLButtonElement | undefined;
  const add = (ref: PartyRef) => changeParties(addParty(item(), ref, props.role));
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    setOpen(false);
    button?.focus();
  };
  return (
    <Show
      when={isOpen()}
      fallback={
        <button
          ref={button}
          type="button"
          class="item-more"
          aria-label={words().addTo(props.row)}
          onClick={() => setOpen(true)}
        >
          <Icon name="plus" />
          {words().add}
        </button>
      }
    >
      <div class="item-add" on:keydown={closeOnEscape}>
        <PartySearch label={words().addTo(props.row)} onPick={add} isFocused={true} />
      </div>
    </Show>
  );
}

/** The search over everybody and everything of the directory; words that are in none of it may stand as they are. */
export function PartySearch(props: {
  readonly label: string;
  readonly isFocused: boolean;
  onPick(ref: PartyRef): void;
}) {
  const { lore } = useItem();
  const take = (text: string) => {
    const ref = wordsToRef(text);
    if (ref) props.onPick(ref);
  };
  return (
    <Combobox
      label={props.label}
      placeholder={words().addHint}
      isFocused={props.isFocused}
      noneFound={words().noParty}
      search={(query) => partiesToGroups(lore.parties().search(query, optionsMax))}
      // The ids of the options are refs (see partiesToGroups).
      onPick={(id) => props.onPick(id as PartyRef)}
      wordsLabel={words().useParty}
      onWords={take}
    />
  );
}
