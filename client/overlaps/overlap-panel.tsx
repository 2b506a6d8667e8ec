import "./overlap-panel.css";
import { createMemo, createSignal, For, Show } from "solid-js";
import type { Day } from "../../shared/kit/day.ts";
import { certainties, type Overlap, sidesOf } from "../../shared/model/overlap.ts";
import { isPlaced } from "../../shared/model/when.ts";
import { overlapToWords } from "../../shared/text/overlap-words.ts";
import { certaintySign } from "../card/mark.tsx";
import { useBoard } from "../document/board.ts";
import { daysShown } from "../document/days-shown.ts";
import { useDesk } from "../document/desk.ts";
import { countOverlaps, overlapsShown } from "../document/overlaps-shown.ts";
import { Icon } from "../parts/icon.tsx";
import { dateWithWeekday, hourText } from "../text/dates.ts";
import { itemWords } from "../text/item-words.ts";
import { language } from "../text/language.ts";
import { overlapPanelWords } from "../text/overlap-panel-words.ts";
import { wordsOf } from "../text/words.ts";
import { byDay, concerns } from "./overlap-groups.ts";

const words = wordsOf(overlapPanelWords);
const nouns = wordsOf(itemWords);

/** Every overlap of the days shown: counts by certainty, then day by day, worst first; each leads to its two cards. */
export function OverlapPanel() {
  const board = useBoard();
  const desk = useDesk();
  const [isOwnOnly, setOwnOnly] = createSignal(false);
  const all = createMemo(() => overlapsShown(board.store, daysShown(desk.place())));
  const shown = createMemo(() =>
    isOwnOnly() ? all().filter((overlap) => concerns(overlap, board.actor.office, board.store.item)) : all(),
  );
  const count = createMemo(() => countOverlaps(shown()));
  const days = createMemo(() => byDay(shown(), board.store.item));
  return (
    <section class="ovl" aria-label={words().title}>
      <header class="ovl-head">
        <h2>{words().title}</h2>
        <button type="button" class="icon-btn" aria-label={words().close} onClick={() => desk.showSide("none")}>
          <Icon name="close" />
        </button>
      </header>
      <ul class="ovl-counts">
        <For each={certainties}>
          {(certainty) => (
            <li data-certainty={certainty}>
              <b>
                {certaintySign[certainty]} {count()[certainty]}
              </b>{" "}
              {words().certainty[certainty]}
            </li>
          )}
        </For>
      </ul>
      <Show when={board.actor.office}>
        <label class="ovl-own">
          <input type="checkbox" checked={isOwnOnly()} onChange={(event) => setOwnOnly(event.currentTarget.checked)} />
          {words().ownOnly}
        </label>
      </Show>
      <Show when={shown().length > 0} fallback={<p class="empty">{words().none}</p>}>
        <For each={days()}>
          {([day, overlaps]) => (
            <div class="ovl-day">
              <h3>{dateWithWeekday(day as Day)}</h3>
              <For each={overlaps}>{(overlap) => <Row overlap={overlap} />}</For>
            </div>
          )}
        </For>
      </Show>
    </section>
  );
}

function Row(props: { readonly overlap: Overlap }) {
  const board = useBoard();
  const said = createMemo(() => overlapToWords(props.overlap, board.overlapContext(), language()));
  return (
    <article class="ovl-row" data-certainty={props.overlap.certainty}>
      <p class="ovl-headline">
        <span aria-hidden="true">{certaintySign[props.overlap.certainty]}</span> {said().headline}
      </p>
      <p>{said().reason}</p>
      <Show when={said().assumption}>{(assumption) => <p class="ovl-assumed">{assumption()}</p>}</Show>
      <Show when={said().advice}>{(advice) => <p class="ovl-advice">{advice()}</p>}</Show>
      <div class="ovl-sides">
        <For each={sidesOf(props.overlap)}>{({ item }) => <Side id={item} />}</For>
      </div>
    </article>
  );
}

function Side(props: { readonly id: string }) {
  const board = useBoard();
  const desk = useDesk();
  const open = () => {
    desk.select(props.id);
    document.querySelector(`[data-card="${CSS.escape(props.id)}"]`)?.scrollIntoView({ block: "nearest" });
  };
  return (
    <Show when={board.store.item(props.id)}>
      {(item) => (
        <button type="button" class="ovl-side" data-office={item().office} onClick={open}>
          <b>{isPlaced(item().when) ? hourText(item().when) : ""}</b> {item().title || nouns().untitled}
        </button>
      )}
    </Show>
  );
}
