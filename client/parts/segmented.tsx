import "./segmented.css";
import { createUniqueId, For } from "solid-js";

/** One choice of a few, all in sight. Native radio buttons: arrow keys and screen readers come with them. */
export function Segmented<Value extends string>(props: {
  readonly label: string;
  /** Null: nothing is chosen yet. */
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly hint?: string }[];
  readonly disabled?: boolean;
  onChange(value: Value): void;
}) {
  const name = createUniqueId();
  return (
    <fieldset class="segmented" disabled={props.disabled ?? false}>
      <legend class="hidden-but-read">{props.label}</legend>
      <For each={props.options}>
        {(option) => (
          <label class="segmented-choice" title={option.hint}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === props.value}
              onChange={() => props.onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        )}
      </For>
    </fieldset>
  );
}
