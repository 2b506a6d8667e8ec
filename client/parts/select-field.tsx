import { For } from "solid-js";

/** One choice of many in a native list. An option that may not be chosen now is greyed out, not left away. */
export function SelectField<Value extends string>(props: {
  readonly label: string;
  /** Null: nothing is chosen yet, and `placeholder` stands there. */
  readonly value: Value | null;
  readonly placeholder?: string;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly isOff?: boolean }[];
  readonly disabled?: boolean;
  onChange(value: Value): void;
}) {
  const pick = (select: HTMLSelectElement) => {
    const chosen = props.options.find(({ value }) => value === select.value);
    if (chosen) props.onChange(chosen.value);
  };
  return (
    <select
      class="field"
      aria-label={props.label}
      disabled={props.disabled ?? false}
      onChange={(event) => pick(event.currentTarget)}
    >
      <option value="" hidden={props.value !== null} disabled selected={props.value === null}>
        {props.placeholder ?? ""}
      </option>
      <For each={props.options}>
        {(option) => (
          <option
            value={option.value}
            selected={option.value === props.value}
            disabled={(option.isOff ?? false) && option.value !== props.value}
          >
            {option.label}
          </option>
        )}
      </For>
    </select>
  );
}
