import { createMemo, For, Show } from "solid-js";
import { type Overlap, sidesOf } from "../../shared/model/overlap.ts";
import { isPlaced } from "../../shared/model/when.ts";
import { signOf } from "../../shared/rules/overlap-order.ts";
import { overlapToWords } from "../../shared/text/overlap-words.ts";
import { certaintySign } from "../card/mark.tsx";
import { useBoard } from "../document/board.ts";
import { useDesk } from "../document/desk.ts";
import { KindSign, SeveritySign } from "../settling/kind-sign.tsx";
import { OverlapLife } from "../settling/overlap-life.tsx";
import { dateShort, hourText } from "../text/dates.ts";
import { itemWords } from "../text/item-words.ts";
import { language } from "../text/language.ts";
import { overlapPanelWords } from "../text/overlap-panel-words.ts";
import { settlingWords } from "../text/settling-words.ts";
import { wordsOf } from "../text/words.ts";

const words = wordsOf(overlapPanelWords);
const life = wordsOf(settlingWords);
const nouns = wordsOf(itemWords);

/** One overlap of the list: what clashes and with whom; looked at, also why, and what one can do about it. */
export function OverlapRow(props: {
  readonly overlapKey: string;
  /** Undefined once it is gone; the row then stays as it was until the list is put in order. */
  readonly overlap: Overlap | undefined;
  readonly isCurrent: boolean;
  /** Unfolds what is folded, and the other way round. */
  onTurn(): void;
}) {
  const board = useBoard();
  const last = createMemo<Overlap | undefined>((before) => props.overlap ?? before);
  const state = () => (props.overlap ? board.settlements.stateOf(props.overlap) : "open");
  const sign = (overlap: Overlap) => (state() === "settled" ? "settled" : signOf(overlap));
  return (
    <Show when={last()}>
      {(overlap) => (
        <article
          class="ovl-row"
          data-overlap={props.overlapKey}
          data-certainty={sign(overlap())}
          data-state={state()}
          data-gone={props.overlap ? undefined : ""}
          aria-current={props.isCurrent ? "true" : undefined}
        >
          <Says
            overlap={overlap()}
            sign={certaintySign[sign(overlap())]}
            isWhole={props.isCurrent}
            onTurn={props.onTurn}
          />
          <Show when={!props.isCurrent && state() !== "open"}>
            <p class="ovl-state">{life().state[state()]}</p>
          </Show>
          <Show when={!props.overlap}>
            <p class="ovl-state">{words().gone}</p>
          </Show>
          <div class="ovl-sides">
            <For each={sidesOf(overlap()).map(({ item }) => item)}>{(id) => <Side id={id} />}</For>
          </div>
          <Show when={props.isCurrent && props.overlap}>{(there) => <OverlapLife overlap={there()} />}</Show>
        </article>
      )}
    </Show>
  );
}

function Says(props: { readonly overlap: Overlap; readonly sign: string; readonly isWhole: boolean; onTurn(): void }) {
  const board = useBoard();
  const said = createMemo(() => overlapToWords(props.overlap, board.overlapContext(), language()));
  return (
    <>
      <p class="ovl-kind">
        <KindSign kind={props.overlap.kind} /> <SeveritySign severity={props.overlap.severity} />
      </p>
      <button type="button" class="ovl-headline" aria-expanded={props.isWhole} onClick={() => props.onTurn()}>
        <span aria-hidden="true">{props.sign}</span> {said().headline}
      </button>
      <Show when={props.isWhole}>
        <p>{said().reason}</p>
        <Show when={said().assumption}>{(assumption) => <p class="ovl-assumed">{assumption()}</p>}</Show>
        <Show when={said().advice}>{(advice) => <p class="ovl-advice">{advice()}</p>}</Show>
      </Show>
    </>
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
        <button
          type="button"
          class="ovl-side"
          data-office={item().office}
          title={words().openItem(item().title || nouns().untitled)}
          onClick={open}
        >
          <b>{whenShort(item().when)}</b> {item().title || nouns().untitled}
        </button>
      )}
    </Show>
  );
}

/** "24/11 08:00–10:00": the day too, since two sides may stand on two days. */
function whenShort(when: Parameters<typeof hourText>[0]): string {
  return isPlaced(when) ? `${dateShort(when.day)} ${hourText(when)}` : hourText(when);
}
