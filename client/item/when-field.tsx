import { createEffect, createMemo, createSignal, Match, on, Show, Switch } from "solid-js";
import { isPlaced } from "../../shared/model/when.ts";
import { spanOf } from "../../shared/rules/span.ts";
import { useDesk } from "../document/desk.ts";
import { undoOffer } from "../document/undoing.ts";
import { Icon } from "../parts/icon.tsx";
import { Segmented } from "../parts/segmented.tsx";
import { whenText } from "../text/dates.ts";
import { findTimeWords } from "../text/find-time-words.ts";
import { inspectorWords } from "../text/inspector-words.ts";
import { wordsOf } from "../text/words.ts";
import { DayInputs } from "./day-inputs.tsx";
import { useItem } from "./item-scope.ts";
import { PeriodInputs } from "./period-inputs.tsx";
import { Row } from "./row.tsx";
import { TimeInputs } from "./time-inputs.tsx";
import {
  fieldsToWhen,
  type WhenDoubt,
  type WhenFields,
  type WhenInputs,
  whenToFields,
  type YearHorizon,
  yearHorizons,
} from "./when-fields.ts";

const words = wordsOf(inspectorWords);
const timeWords = wordsOf(findTimeWords);

/** What is being said and is not (or not rightly) said yet: shown here, written nowhere. */
type Pending = { readonly horizon: YearHorizon; readonly fields: WhenFields; readonly doubt: WhenDoubt };

/**
 * When the item is, from vague to exact in one control. Something that is missing or cannot be is asked for in place and
 * written only when it is whole; going to a vaguer horizon and back loses nothing while the item stays open.
 */
export function WhenField() {
  const { item, mayEdit, patch } = useItem();
  const when = createMemo(() => item().when, undefined, { equals: isSame });
  const known = createMemo<WhenFields | null>((before) => whenToFields(when(), before), null);
  const [pending, setPending] = createSignal<Pending | null>(null);
  // Somebody else placed it anew: what was half said here was said about something else.
  createEffect(on(when, () => setPending(null), { defer: true }));
  const fields = () => pending()?.fields ?? known() ?? { year: 0 };
  const horizon = () => pending()?.horizon ?? (when().horizon === "term" ? "year" : (when().horizon as YearHorizon));

  const say = (next: YearHorizon, said: WhenFields) => {
    const result = fieldsToWhen(next, said);
    if (result.kind !== "when") return setPending({ horizon: next, fields: said, doubt: result });
    setPending(null);
    patch({ when: result.when });
  };
  const inputs = (): WhenInputs => ({
    horizon: horizon(),
    fields: fields(),
    doubt: pending()?.doubt ?? null,
    onChange: (said) => say(horizon(), said),
  });

  return (
    <Row label={words().when} class="item-when">
      <WhenSummary />
      <Show when={mayEdit() && when().horizon !== "term"}>
        <FindTimeButton />
        <Segmented
          label={words().horizon}
          value={horizon()}
          options={yearHorizons.map((value) => ({ value, label: words().horizons[value] }))}
          onChange={(next) => say(next, fields())}
        />
        <div class="item-when-inputs" data-horizon={horizon()}>
          <Switch fallback={<PeriodInputs {...inputs()} />}>
            <Match when={horizon() === "day" || horizon() === "session"}>
              <DayInputs {...inputs()} />
            </Match>
            <Match when={horizon() === "time"}>
              <DayInputs {...inputs()} />
              <TimeInputs {...inputs()} />
            </Match>
          </Switch>
        </div>
        <p class="item-when-doubt" role="status">
          <DoubtText doubt={pending()?.doubt ?? null} />
        </p>
      </Show>
    </Row>
  );
}

/** The search for a time that suits everybody; what it finds is one undoable step. */
function FindTimeButton() {
  const { item, board } = useItem();
  const desk = useDesk();
  const seek = () => {
    const { id } = item();
    desk.findTime({
      item: item(),
      take({ title, when, venue }) {
        board.decisions.change([{ id, set: { when, ...(venue && { venue }) } }]);
        desk.say({ text: timeWords().taken(title, whenText(when)), action: undoOffer(board, desk) });
      },
    });
  };
  return (
    <button type="button" class="btn item-find-time" data-size="small" onClick={seek}>
      <Icon name="search" />
      {timeWords().findTime}
    </button>
  );
}

/** What the board says now, in words, with what it takes for granted. */
function WhenSummary() {
  const { item, board } = useItem();
  const isOpenEnded = () => {
    const { when } = item();
    return when.horizon === "time" && when.endMin === undefined && when.lastDay === undefined;
  };
  const assumedMin = () => spanOf(item(), board.store.directory().lengths).assumedMin;
  return (
    <p class="item-when-text">
      <b>{whenText(item().when)}</b>
      <Show when={isOpenEnded() && isPlaced(item().when)}>
        {" – "}
        {words().endUnknown} <Show when={assumedMin()}>{(minutes) => <em>{words().assumed(minutes())}</em>}</Show>
      </Show>
    </p>
  );
}

function DoubtText(props: { readonly doubt: WhenDoubt | null }) {
  const text = () => {
    if (props.doubt?.kind === "missing") return `${words().choose[props.doubt.field]} ${words().notWritten}`;
    return props.doubt === null ? "" : words().notWritten;
  };
  return <>{text()}</>;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
