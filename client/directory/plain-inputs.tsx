import type { JSX } from "solid-js";
import { directoryEntryWords } from "../text/directory-entry-words.ts";
import { directoryWords } from "../text/directory-words.ts";
import { wordsOf } from "../text/words.ts";

const words = wordsOf(directoryWords);
const kindWords = wordsOf(directoryEntryWords);

type Common = { readonly id: string; readonly class: string; readonly disabled: boolean };
type SelectProps = Common & {
  readonly value: string;
  readonly none: string;
  readonly children: JSX.Element;
  onChange(value: string): void;
};

/** A choice of a few, or none. */
export function Select(props: SelectProps) {
  return (
    <select
      id={props.id}
      class={props.class}
      disabled={props.disabled}
      aria-describedby={`${props.id}-says`}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    >
      <option value="">{props.none}</option>
      {props.children}
    </select>
  );
}

/** Minutes, or to the end of the session. */
export function LengthInput(props: Common & { readonly value: string; onChange(value: string): void }) {
  const isSession = () => props.value === "session";
  return (
    <div class="dir-length">
      <input
        id={props.id}
        class={props.class}
        inputmode="numeric"
        disabled={props.disabled || isSession()}
        aria-describedby={`${props.id}-says`}
        placeholder={words().ownLength}
        value={isSession() ? "" : props.value}
        onInput={(event) => props.onChange(event.currentTarget.value)}
      />
      <label class="dir-yes">
        <input
          type="checkbox"
          disabled={props.disabled}
          checked={isSession()}
          onChange={(event) => props.onChange(event.currentTarget.checked ? "session" : "")}
        />
        {kindWords().wholeSession}
      </label>
    </div>
  );
}
