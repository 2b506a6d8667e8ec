import { createSignal } from "solid-js";
import type { Day } from "../../shared/kit/day.ts";
import { whyLengthMax } from "../../shared/model/settlement.ts";
import { DateField } from "../parts/date-field.tsx";
import { createNeededText } from "../parts/needed-text.ts";
import { NeededTextField } from "../parts/needed-text-field.tsx";
import { settlingWords } from "../text/settling-words.ts";
import { wordsOf } from "../text/words.ts";

const words = wordsOf(settlingWords);

/** Why an overlap can be lived with, and until when: without a reason nobody else could know what was meant. */
export function DecisionForm(props: {
  readonly title: string;
  onRecord(said: { readonly why: string; readonly until: Day | null }): void;
  onCancel(): void;
}) {
  const why = createNeededText();
  const [until, setUntil] = createSignal<Day | null>(null);
  const record = () => {
    const said = why.demand();
    if (said !== null) props.onRecord({ why: said, until: until() });
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
      <NeededTextField
        needed={why}
        label={words().why}
        missing={words().whyMissing}
        hint={words().whyHint}
        lengthMax={whyLengthMax}
        rows={2}
      />
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
