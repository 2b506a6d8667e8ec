import { createMemo, For, Show } from "solid-js";
import { type Overlap, otherItemOf } from "../../shared/model/overlap.ts";
import { signOf } from "../../shared/rules/overlap-order.ts";
import { overlapToWords } from "../../shared/text/overlap-words.ts";
import { later } from "../clock.ts";
import { useDesk } from "../document/desk.ts";
import { Icon } from "../parts/icon.tsx";
import { KindSign, SeveritySign } from "../settling/kind-sign.tsx";
import { OverlapLife } from "../settling/overlap-life.tsx";
import { whenText } from "../text/dates.ts";
import { inspectorWords } from "../text/inspector-words.ts";
import { itemWords } from "../text/item-words.ts";
import { language } from "../text/language.ts";
import { wordsOf } from "../text/words.ts";
import { useItem } from "./item-scope.ts";

const words = wordsOf(inspectorWords);
const nouns = wordsOf(itemWords);

/** Every overlap of the item, surest first. */
export function OverlapList() {
  const { overlaps } = useItem();
  // By key: an overlap that only changes keeps its box, and what is unfolded in it.
  const keys = createMemo(() => overlaps().map(({ key }) => key));
  return (
    <section class="item-overlaps" id="item-overlaps" aria-label={words().overlaps}>
      <For each={keys()}>
        {(key) => (
          <Show when={overlaps().find((overlap) => overlap.key === key)}>
            {(overlap) => <OverlapBox overlap={overlap()} />}
          </Show>
        )}
      </For>
    </section>
  );
}

/** One overlap: what clashes, why, what is taken for granted, and the way to the other item. */
function OverlapBox(props: { readonly overlap: Overlap }) {
  const { id, board, lore } = useItem();
  const desk = useDesk();
  const said = createMemo(() => {
    const context = { index: lore.index(), item: board.store.item, seenFrom: id };
    return overlapToWords(props.overlap, context, language());
  });
  const sign = () => (board.settlements.isQuiet(props.overlap) ? "settled" : signOf(props.overlap));
  const goTo = (otherId: string) => {
    desk.select(otherId);
    // The button that had the focus is gone with its item.
    later(0, () => document.querySelector<HTMLElement>(".item-inspector")?.focus());
  };
  const other = () => board.store.item(otherItemOf(props.overlap, id) ?? "");
  return (
    <article class="item-overlap" data-certainty={sign()} data-overlap={props.overlap.key}>
      <p class="item-overlap-kind">
        <KindSign kind={props.overlap.kind} /> <SeveritySign severity={props.overlap.severity} />
      </p>
      <b>
        <Icon name={sign()} /> {said().headline}
      </b>
      <p>{said().reason}</p>
      <Show when={said().assumption}>
        <p class="item-assumption">{said().assumption}</p>
      </Show>
      <Show when={said().advice}>{(advice) => <p class="item-advice">{advice()}</p>}</Show>
      <OverlapLife overlap={props.overlap} />
      <Show when={other()}>
        {(found) => (
          <button
            type="button"
            class="item-other"
            data-office={found().office}
            title={words().openOther(found().title || nouns().untitled)}
            onClick={() => goTo(found().id)}
          >
            <span class="item-other-text">
              <small>
                {nouns().officeShort[found().office]} · {whenText(found().when)}
              </small>
              {found().title || nouns().untitled}
            </span>
            <Icon name="chevron-right" />
          </button>
        )}
      </Show>
    </article>
  );
}
