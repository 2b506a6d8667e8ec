import { createMemo, createSignal, createUniqueId, For, Show } from "solid-js";
import type { Overlap } from "../../shared/model/overlap.ts";
import { whyLengthMax } from "../../shared/model/settlement.ts";
import { whyFixed } from "../document/permission.ts";
import { createNeededText } from "../parts/needed-text.ts";
import { NeededTextField } from "../parts/needed-text-field.tsx";
import { titleIn } from "../settling/way-text.ts";
import { walkWords } from "../text/walk-words.ts";
import { wordsOf } from "../text/words.ts";
import { leading } from "./leading-now.ts";
import { editsOfVerdict } from "./proposals.ts";
import type { Seating } from "./seating.ts";
import type { TopicEntry } from "./topics.ts";
import { type SpokenVerdict, spokenVerdicts, verdictKeys } from "./walk-keys.ts";

const words = wordsOf(walkWords);

type Props = {
  readonly topic: TopicEntry;
  readonly overlap: Overlap | null;
  readonly items: readonly string[];
  readonly seating: Seating;
};

/** The decisions without a number: each opens a line for its reason, and nothing happens before that is settled. */
export function VerdictActs(props: Props) {
  const open = () => {
    const now = leading()?.wording() ?? null;
    return now?.topic === props.topic.id ? now.verdict : null;
  };
  // What has no item cannot be postponed.
  const offered = () =>
    spokenVerdicts.filter((verdict) => verdict === "accept" || verdict === "note" || props.items.length > 0);
  const turn = (verdict: SpokenVerdict) =>
    leading()?.word(open() === verdict ? null : { topic: props.topic.id, verdict });
  return (
    <>
      <Show when={open()} keyed>
        {(verdict) => <WordingForm {...props} verdict={verdict} />}
      </Show>
      <div class="walk-acts walk-verdicts">
        <Show when={leading()?.taking()}>
          {(number) => (
            <button type="button" class="btn" data-tone="primary" onClick={() => leading()?.confirm()}>
              {words().settle(number())} <kbd>Enter</kbd>
            </button>
          )}
        </Show>
        <For each={offered()}>
          {(verdict) => (
            <button
              type="button"
              class="btn"
              title={words().actSays[verdict]}
              aria-expanded={open() === verdict}
              onClick={() => turn(verdict)}
            >
              <kbd>{verdictKeys[verdict]}</kbd> {words().act[verdict]}
            </button>
          )}
        </For>
      </div>
    </>
  );
}

function WordingForm(props: Props & { readonly verdict: SpokenVerdict }) {
  const { board } = props.seating;
  const name = createUniqueId();
  const changes = () => (props.verdict === "accept" || props.verdict === "note" ? null : props.verdict);
  const fixed = (id: string) => {
    const item = board.store.item(id);
    return item ? whyFixed(board.actor, item) : words().itemGone;
  };
  const [chosen, choose] = createSignal(firstChoice(props, fixed));
  const why = createNeededText();
  const barred = createMemo(() => (changes() === null ? null : fixed(chosen() ?? "")));
  /** To live with a clash needs a reason; what is written in the minutes needs words. */
  const needsWhy = () => props.verdict === "note" || (props.verdict === "accept" && props.topic.of === "overlap");
  const record = () => {
    if (barred()) return;
    const said = needsWhy() ? why.demand() : why.text().trim();
    if (said === null) return;
    const item = board.store.item(chosen() ?? "");
    const verdict = changes();
    leading()?.decide(props.verdict, verdict && item ? editsOfVerdict(verdict, item) : [], said);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || event.defaultPrevented) return;
    if (event.key === "Escape") leading()?.word(null);
    else if (event.key === "Enter" && !event.shiftKey) record();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form
      class="walk-wording"
      aria-label={words().actSays[props.verdict]}
      on:keydown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        record();
      }}
    >
      <p class="walk-wording-title">{words().actSays[props.verdict]}</p>
      <Show when={changes() !== null}>
        <fieldset class="walk-which">
          <legend class="hidden-but-read">{words().which}</legend>
          <For each={props.items}>
            {(id) => (
              <label data-barred={fixed(id) ? "" : undefined}>
                <input
                  type="radio"
                  name={name}
                  checked={chosen() === id}
                  disabled={fixed(id) !== null}
                  onChange={() => choose(id)}
                />
                <span>
                  {titleIn(board.store.item(id))}
                  <Show when={fixed(id)}>{(reason) => <small>{reason()}</small>}</Show>
                </span>
              </label>
            )}
          </For>
        </fieldset>
      </Show>
      <NeededTextField
        needed={why}
        label={needsWhy() ? words().why : words().whyFree}
        missing={words().whyNeeded}
        lengthMax={whyLengthMax}
        rows={2}
      />
      <div class="walk-acts">
        <button type="submit" class="btn" data-tone="primary" disabled={barred() !== null}>
          {words().record} <kbd>Enter</kbd>
        </button>
        <button type="button" class="btn" onClick={() => leading()?.word(null)}>
          {words().cancel} <kbd>Esc</kbd>
        </button>
      </div>
    </form>
  );
}

/** The one that should give way, where one may change it. */
function firstChoice({ overlap, items }: Props, fixed: (id: string) => string | null): string | null {
  const yielding = overlap?.yields ? overlap[overlap.yields.side]?.item : undefined;
  const free = items.filter((id) => fixed(id) === null);
  return (yielding !== undefined && free.includes(yielding) ? yielding : free[0]) ?? items[0] ?? null;
}
