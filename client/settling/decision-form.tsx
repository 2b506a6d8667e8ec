import { createSignal, onMount, Show } from "solid-js";
import type { Day } from "../../shared/kit/day.ts";
import { whyLengthMax } from "../../shared/model/settlement.ts";
import { DateField } from "../parts/date-field.tsx";
import { settlingWords } from "../text/settling-words.ts";
import { wordsOf } from "../text/words.ts";

const words = wordsOf(settlingWords);

/** Why an overlap can be lived with, and until when: without a reason nobody else could know what was meant. */
export function DecisionForm(props: {
  readonly title: string;
  onRecord(said: { readonly why: string; readonly until: Day | null }): void;
  onCancel(): void;
}) {
  const [why, setWhy] = createSignal("");
  const [until, setUntil] = createSignal<Day | null>(null);
  const [isMissing, setMissing] = createSignal(false);
  let field!: HTMLTextAreaElement; // set by ref before mounting
  onMount(() => field.focus());
  const record = () => {
    if (why().trim() === "") {
      setMissing(true);
      return field.focus();
    }
    props.onRecord({ why: why().trim(), until: until() });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || event.defaultPrevented) return;
    if (event.key === "Escape") props.onCancel();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) record();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form
      class="decision"
      aria-label={props.title}
      on:keydown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        record();
      }}
    >
      <label class="decision-why">
        {words().why}
        <textarea
          ref={field}
          class="field"
          rows="2"
          maxLength={whyLengthMax}
          aria-invalid={isMissing()}
          placeholder={words().whyHint}
          value={why()}
          onInput={(event) => {
            setWhy(event.currentTarget.value);
            setMissing(false);
          }}
        />
      </label>
      <Show when={isMissing()}>
        <p class="decision-missing" role="alert">
          {words().whyMissing}
        </p>
      </Show>
      <div class="decision-until">
        <span>{words().until}</span>
        <DateField label={words().until} value={until()} onCommit={setUntil} />
      </div>
      <div class="decision-acts">
        <button type="submit" class="btn" data-tone="primary" data-size="small">
          {words().record}
        </button>
        <button type="button" class="btn" data-size="small" onClick={() => props.onCancel()}>
          {words().cancel}
        </button>
      </div>
    </form>
  );
}
