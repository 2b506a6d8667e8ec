import { For, Show } from "solid-js";
import type { Decision, Settlement } from "../../shared/model/settlement.ts";
import { dateShort, momentText } from "../text/dates.ts";
import { settlingWords } from "../text/settling-words.ts";
import { wordsOf } from "../text/words.ts";

const words = wordsOf(settlingWords);

/** Every step of one overlap, latest first: how, who, when, why, until when. */
export function OverlapHistory(props: { readonly settlement: Settlement }) {
  return (
    <details class="history">
      <summary>{words().history(props.settlement.steps.length)}</summary>
      <ol class="history-steps" reversed>
        <For each={props.settlement.steps.toReversed()}>{(step) => <Step step={step} />}</For>
      </ol>
    </details>
  );
}

function Step(props: { readonly step: Decision }) {
  return (
    <li>
      <p>{words().settledBy(decisionText(props.step), props.step.by.name, momentText(props.step.atMs))}</p>
      <Show when={props.step.why}>{(why) => <p class="history-why">{why()}</p>}</Show>
    </li>
  );
}

/** "chấp nhận trùng, đến hết 30/11", "đang trao đổi", "mở lại" */
export function decisionText(decision: Decision): string {
  switch (decision.state) {
    case "open":
      return words().opened;
    case "discussed":
      return words().discussed;
    case "settled": {
      const how = words().how[decision.how];
      return decision.until ? `${how}, ${words().untilDay(dateShort(decision.until))}` : how;
    }
  }
}
