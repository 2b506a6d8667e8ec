import { createSignal, createUniqueId, Show } from "solid-js";
import "./entry-field.css";

/**
 * A short text that counts when it is finished: with Enter or on leaving. Until then, what others write does not
 * overwrite it, and Esc takes it back.
 */
export function EntryField(props: {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string | undefined;
  readonly maxLength?: number;
  readonly inputMode?: "text" | "numeric";
  readonly disabled?: boolean;
  /** Said at the field even when nothing is being typed. */
  readonly error?: string | null;
  /** Takes what was typed. Answers what is wrong with it; null when it was taken. */
  onCommit(text: string): string | null;
}) {
  const errorId = createUniqueId();
  const [draft, setDraft] = createSignal<string | null>(null);
  const [refusal, setRefusal] = createSignal<string | null>(null);
  const error = () => refusal() ?? props.error ?? null;

  const commit = () => {
    const typed = draft();
    if (typed === null) return;
    const wrong = typed.trim() === props.value ? null : props.onCommit(typed.trim());
    setRefusal(wrong);
    if (wrong === null) setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "Enter") commit();
    else if (event.key !== "Escape" || draft() === null) return;
    else {
      setDraft(null);
      setRefusal(null);
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class="entry-field">
      <input
        class="field"
        type="text"
        autocomplete="off"
        aria-label={props.label}
        aria-invalid={error() !== null}
        aria-describedby={error() === null ? undefined : errorId}
        placeholder={props.placeholder}
        maxLength={props.maxLength ?? 300}
        inputMode={props.inputMode ?? "text"}
        disabled={props.disabled ?? false}
        value={draft() ?? props.value}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onBlur={commit}
        on:keydown={onKeyDown}
      />
      <Show when={error()}>
        <p class="field-error" id={errorId} role="alert">
          {error()}
        </p>
      </Show>
    </div>
  );
}
