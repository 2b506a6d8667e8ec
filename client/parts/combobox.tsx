import "./combobox.css";
import { createUniqueId, onMount, Show } from "solid-js";
import { ComboList } from "./combobox-list.tsx";
import { type ComboboxProps, createCombobox } from "./combobox-state.ts";

/**
 * A text field with a list of matches below it (ARIA 1.2 combobox): typing searches, arrows choose, Enter takes, Esc
 * closes. The first match is ready to be taken as soon as something is typed. A syllable still being composed by an
 * input method searches, but its Enter belongs to the input method.
 */
export function Combobox(props: ComboboxProps) {
  const listId = createUniqueId();
  const state = createCombobox(props);
  let input!: HTMLInputElement; // set by ref before mounting
  onMount(() => props.isFocused && input.focus());
  return (
    <div class="combobox">
      <input
        ref={input}
        class="field"
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-label={props.label}
        aria-expanded={state.isOpen()}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={state.active() === null ? undefined : `${listId}-${state.active()}`}
        placeholder={props.placeholder}
        disabled={props.disabled ?? false}
        value={state.text()}
        onInput={(event) => state.type(event.currentTarget.value)}
        onClick={() => state.isOpen() || state.open()}
        onFocus={() => input.select()}
        onBlur={state.leave}
        on:keydown={state.onKeyDown}
      />
      <Show when={state.isOpen()}>
        <ComboList
          id={listId}
          label={props.label}
          lines={state.lines()}
          active={state.active()}
          noneFound={props.noneFound}
          wordsLabel={props.wordsLabel ?? ((text) => text)}
          onTake={state.take}
        />
      </Show>
    </div>
  );
}
