import { For, Show } from "solid-js";
import type { Certainty } from "../../shared/model/overlap.ts";
import { signOf } from "../../shared/rules/overlap-order.ts";
import { useDesk } from "../document/desk.ts";
import { Icon } from "../parts/icon.tsx";
import { inspectorWords } from "../text/inspector-words.ts";
import { itemWords } from "../text/item-words.ts";
import { wordsOf } from "../text/words.ts";
import { useItem } from "./item-scope.ts";

const words = wordsOf(inspectorWords);
const nouns = wordsOf(itemWords);
const signs: readonly Certainty[] = ["certain", "probable", "possible"];

/** Whose item it is, who else is at it, how many overlaps it has (a way down to them), and the way out. */
export function InspectorHead() {
  const { item, board, overlaps } = useItem();
  const desk = useDesk();
  const open = () => overlaps().filter((overlap) => !board.settlements.isQuiet(overlap));
  const counts = () =>
    signs
      .map((sign) => ({ sign, count: open().filter((overlap) => signOf(overlap) === sign).length }))
      .filter(({ count }) => count > 0);
  const goToOverlaps = () => document.getElementById("item-overlaps")?.scrollIntoView({ block: "start" });
  return (
    <header class="item-head" data-office={item().office}>
      <h2>{nouns().office[item().office]}</h2>
      <Show when={open().length > 0}>
        <button type="button" class="item-marks" aria-label={words().toOverlaps(open().length)} onClick={goToOverlaps}>
          <For each={counts()}>
            {({ sign, count }) => (
              <span class="mark" data-certainty={sign}>
                <Icon name={sign} />
                {count}
              </span>
            )}
          </For>
        </button>
      </Show>
      <button type="button" class="icon-btn" aria-label={words().close} onClick={() => desk.select(null)}>
        <Icon name="close" />
      </button>
    </header>
  );
}

/** Others who have the item open or in hand now. */
export function OthersHere() {
  const { board, id } = useItem();
  const names = (isHolding: boolean) => {
    const found = board.presence.at(id).filter(({ hand }) => (hand === id) === isHolding);
    return [...new Set(found.map(({ name }) => name))].join(", ");
  };
  return (
    <div class="item-others" role="status">
      <Show when={names(true)}>
        <p data-hand="">
          <Icon name="swap" /> {words().inHand(names(true))}
        </p>
      </Show>
      <Show when={names(false)}>
        <p>
          <Icon name="people" /> {words().alsoHere(names(false))}
        </p>
      </Show>
    </div>
  );
}
