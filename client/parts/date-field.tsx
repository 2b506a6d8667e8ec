import "./entry-field.css";
import { createUniqueId, Show } from "solid-js";
import { type Day, parseDay } from "../../shared/kit/day.ts";

/**
 * A day in the browser's own field. A day picked with the pointer counts at once; a typed one counts on Enter or on
 * leaving, because on the way to 15 stands 1, and to 2026 the year 2.
 */
export function DateField(props: {
  readonly label: string;
  readonly value: Day | null;
  /** Where the picker opens and what it offers; typing is free. */
  readonly min?: Day | undefined;
  readonly max?: Day | undefined;
  readonly disabled?: boolean;
  readonly isRequired?: boolean;
  readonly error?: string | null;
  /** Null: the field was emptied. */
  onCommit(day: Day | null): void;
}) {
  const errorId = createUniqueId();
  let isTyping = false;

  const commit = (input: HTMLInputElement) => {
    isTyping = false;
    const day = parseDay(input.value);
    const isUnusable = day === null && (input.value !== "" || input.validity.badInput || props.isRequired);
    if (isUnusable) input.value = props.value ?? "";
    else if (day !== props.value) props.onCommit(day);
  };
  const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: HTMLInputElement }) => {
    if (event.key === "Enter") commit(event.currentTarget);
    else if (event.key !== "Escape" && event.key !== "Tab") isTyping = true;
    else if (event.key === "Escape" && isTyping) {
      isTyping = false;
      event.currentTarget.value = props.value ?? "";
      event.stopPropagation();
    }
  };

  return (
    <div class="entry-field">
      <input
        class="field"
        type="date"
        aria-label={props.label}
        aria-invalid={Boolean(props.error)}
        aria-describedby={props.error ? errorId : undefined}
        min={props.min}
        max={props.max}
        disabled={props.disabled ?? false}
        required={props.isRequired ?? false}
        value={props.value ?? ""}
        on:keydown={onKeyDown}
        onChange={(event) => isTyping || commit(event.currentTarget)}
        onBlur={(event) => isTyping && commit(event.currentTarget)}
      />
      <Show when={props.error}>
        <p class="field-error" id={errorId} role="alert">
          {props.error}
        </p>
      </Show>
    </div>
  );
}
