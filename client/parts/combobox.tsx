import "./combobox.css";
import { createMemo, createSignal, createUniqueId, onMount, Show } from "solid-js";
import { ComboList } from "./combobox-list.tsx";
import { type ComboGroup, type ComboLine, lineAfter, linesOf } from "./combobox-options.ts";

export type ComboboxProps = {
  readonly label: string;
  /** What stands in the field while nobody types. A field that only adds has none and is empty again after each pick. */
  readonly value?: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly isFocused?: boolean;
  readonly noneFound: string;
  /** The best matches for what is typed; "" asks for the beginning. */
  search(query: string): readonly ComboGroup[];
  onPick(id: string): void;
  /** Given where free words are allowed: how the line that offers them reads. */
  readonly wordsLabel?: (text: string) => string;
  /** Takes free words. */
  readonly onWords?: (text: string) => void;
  /** The field is left with something typed in it; without this, what is typed stays. */
  readonly onLeave?: (text: string) => void;
};

/**
 * A text field with a list of matches below it (ARIA 1.2 combobox): typing searches, arrows choose, Enter takes, Esc
 * closes. The first match is ready to be taken as soon as something is typed. A syllable still being composed by an
 * input method searches, but its Enter belongs to the input method.
 */
export function Combobox(props: ComboboxProps) {
  const listId = createUniqueId();
  let input!: HTMLInputElement; // set by ref before anything can be typed
  const [draft, setDraft] = createSignal<string | null>(null);
  const [isOpen, setOpen] = createSignal(false);
  const [active, setActive] = createSignal<number | null>(null);
  const query = () => draft()?.trim() ?? "";
  const lines = createMemo<readonly ComboLine[]>(() =>
    isOpen() ? linesOf({ groups: props.search(query()), words: props.onWords ? query() : null }) : [],
  );
  const activeLine = () => lines().find(({ at }) => at === active());

  const open = () => {
    if (props.disabled) return;
    setActive(query() === "" ? null : 0);
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
    setActive(null);
  };
  const take = (line: ComboLine) => {
    setDraft(null);
    close();
    if (line.kind === "option") props.onPick(line.option.id);
    else props.onWords?.(line.text);
  };
  const leave = () => {
    close();
    const typed = draft();
    if (typed === null || !props.onLeave) return;
    setDraft(null);
    props.onLeave(typed.trim());
  };
  const keys: Record<string, (event: KeyboardEvent) => boolean> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => {
      const line = activeLine();
      if (line) take(line);
      else if (draft() !== null && props.onLeave) leave();
      return line !== undefined || props.value !== undefined;
    },
    Escape: () => {
      const isUsed = isOpen() || draft() !== null;
      setDraft(null);
      close();
      return isUsed;
    },
  };
  const move = (step: 1 | -1) => {
    if (!isOpen()) open();
    else setActive(lineAfter(lines().length, active(), step));
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // 229: the key belongs to an input method, also where the browser does not say that it composes.
    if (event.isComposing || event.keyCode === 229) return;
    if (!keys[event.key]?.(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
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
        aria-expanded={isOpen()}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active() === null ? undefined : `${listId}-${active()}`}
        placeholder={props.placeholder}
        disabled={props.disabled ?? false}
        value={draft() ?? props.value ?? ""}
        onInput={(event) => {
          setDraft(event.currentTarget.value);
          open();
        }}
        onClick={() => isOpen() || open()}
        onFocus={() => input.select()}
        onBlur={leave}
        on:keydown={onKeyDown}
      />
      <Show when={isOpen()}>
        <ComboList
          id={listId}
          label={props.label}
          lines={lines()}
          active={active()}
          noneFound={props.noneFound}
          wordsLabel={props.wordsLabel ?? ((text) => text)}
          onTake={take}
        />
      </Show>
    </div>
  );
}
