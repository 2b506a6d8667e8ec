import { createMemo, createSignal, createUniqueId, For, Show } from "solid-js";
import type { PartyKind, PartyRef } from "../../shared/model/ref.ts";
import { useBoard } from "../document/board.ts";
import { directoryWords } from "../text/directory-words.ts";
import { wordsOf } from "../text/words.ts";
import { type PartyOption, partyOptions, searchParties } from "./party-options.ts";

const words = wordsOf(directoryWords);

type PickerProps = {
  readonly id?: string | undefined;
  readonly label: string;
  readonly kinds: readonly PartyKind[];
  /** Refs that are chosen already. */
  readonly without: readonly PartyRef[];
  readonly placeholder: string;
  onPick(ref: PartyRef): void;
};

/** A search field with a list below (ARIA combobox with listbox): type, arrow down, Enter. */
export function PartyPicker(props: PickerProps) {
  const board = useBoard();
  const listId = createUniqueId();
  const [query, setQuery] = createSignal("");
  const [isOpen, setOpen] = createSignal(false);
  const [active, setActive] = createSignal(0);
  const all = createMemo(() =>
    partyOptions(board.store.directory(), props.kinds, (ref) => board.names().of(ref).detail),
  );
  const options = createMemo(() =>
    isOpen()
      ? searchParties(
          all().filter(({ ref }) => !props.without.includes(ref)),
          query(),
        )
      : [],
  );
  const pick = (option: PartyOption) => {
    setQuery("");
    setOpen(false);
    props.onPick(option.ref);
  };
  const open = () => {
    setActive(0);
    setOpen(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const last = options().length - 1;
    if (event.key === "ArrowDown") isOpen() ? setActive(Math.min(last, active() + 1)) : open();
    else if (event.key === "ArrowUp") setActive(Math.max(0, active() - 1));
    else if (event.key === "Escape" && isOpen()) setOpen(false);
    else if (event.key === "Enter" && isOpen()) {
      const option = options()[active()];
      if (option) pick(option);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class="dir-picker">
      <input
        id={props.id}
        class="field"
        role="combobox"
        autocomplete="off"
        aria-label={props.label}
        aria-expanded={isOpen()}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen() && options().length > 0 ? `${listId}-${active()}` : undefined}
        placeholder={props.placeholder}
        value={query()}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          open();
        }}
        onClick={open}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <ul class="dir-options" id={listId} role="listbox" aria-label={props.label} hidden={!isOpen()}>
        <For each={options()}>
          {(option, at) => (
            <li
              id={`${listId}-${at()}`}
              role="option"
              aria-selected={at() === active()}
              // Before the field loses focus and the list closes.
              onPointerDown={(event) => {
                event.preventDefault();
                pick(option);
              }}
            >
              <span>{option.name}</span>
              <small>{option.detail}</small>
            </li>
          )}
        </For>
        <Show when={options().length === 0}>
          <li class="dir-no-option" role="option" aria-disabled="true" aria-selected="false">
            {words().noMatch}
          </li>
        </Show>
      </ul>
    </div>
  );
}
