import { createMemo, createSignal } from "solid-js";
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

/** What is typed, what is offered for it, and what the keys do; the component only draws it. */
export function createCombobox(props: ComboboxProps) {
  const [draft, setDraft] = createSignal<string | null>(null);
  const [isOpen, setOpen] = createSignal(false);
  const [active, setActive] = createSignal<number | null>(null);
  const query = () => draft()?.trim() ?? "";
  const lines = createMemo<readonly ComboLine[]>(() =>
    isOpen() ? linesOf({ groups: props.search(query()), words: props.onWords ? query() : null }) : [],
  );

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
  const move = (step: 1 | -1) => {
    if (!isOpen()) open();
    else setActive(lineAfter(lines().length, active(), step));
    return true;
  };
  /** Each answers whether the key was used here. */
  const keys: Record<string, () => boolean> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter() {
      const line = lines().find(({ at }) => at === active());
      if (line) take(line);
      else if (draft() !== null) leave();
      return line !== undefined || props.value !== undefined;
    },
    Escape() {
      const isUsed = isOpen() || draft() !== null;
      setDraft(null);
      close();
      return isUsed;
    },
  };
  return {
    text: () => draft() ?? props.value ?? "",
    isOpen,
    active,
    lines,
    open,
    take,
    leave,
    type(text: string) {
      setDraft(text);
      open();
    },
    onKeyDown(event: KeyboardEvent) {
      // 229: the key belongs to an input method, also where the browser does not say that it composes.
      if (event.isComposing || event.keyCode === 229) return;
      if (!keys[event.key]?.()) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
