import { type Accessor, createSignal } from "solid-js";

/** A text that a form may not do without: what is written, and whether it was asked for in vain. */
export type NeededText = {
  readonly text: Accessor<string>;
  write(text: string): void;
  /** Answers what was written, without the space around it; null when that is nothing: then it says so, and the field has the focus. */
  demand(): string | null;
  readonly isMissing: Accessor<boolean>;
  /** The field in which it is written. */
  hold(field: HTMLTextAreaElement): void;
};

export function createNeededText(first = ""): NeededText {
  const [text, setText] = createSignal(first);
  const [isMissing, setMissing] = createSignal(false);
  let held: HTMLTextAreaElement | null = null;
  return {
    text,
    write(next) {
      setText(next);
      setMissing(false);
    },
    demand() {
      const said = text().trim();
      if (said !== "") return said;
      setMissing(true);
      held?.focus();
      return null;
    },
    isMissing,
    hold: (field) => {
      held = field;
    },
  };
}
