import "./others-hold.css";
import { createMemo, For, Show } from "solid-js";
import { landAt, textToTarget } from "../../shared/rules/landing.ts";
import { signOf } from "../../shared/rules/overlap-order.ts";
import { overlapToGhost } from "../../shared/text/overlap-words.ts";
import { useBoard } from "../document/board.ts";
import type { Other } from "../document/presence.ts";
import { boardWords } from "../text/board-words.ts";
import { itemWords } from "../text/item-words.ts";
import { language } from "../text/language.ts";
import { wordsOf } from "../text/words.ts";
import { officeHue } from "./hue.ts";

const words = wordsOf(boardWords);
const nouns = wordsOf(itemWords);
const shownMax = 2;

/** What others hold over a place right now, and what it would clash with there: seen before it is let go. */
export function OthersHold(props: { readonly target: string }) {
  const { presence } = useBoard();
  return <For each={presence.over(props.target)}>{(other) => <Held other={other} target={props.target} />}</For>;
}

function Held(props: { readonly other: Other; readonly target: string }) {
  const board = useBoard();
  const candidate = createMemo(() => {
    const item = board.store.item(props.other.hand ?? "");
    const place = textToTarget(props.target);
    return item && place ? landAt(item, place) : null;
  });
  const overlaps = createMemo(() => {
    board.store.overlaps.version();
    const found = candidate();
    return found ? board.store.overlaps.probe(found) : [];
  });
  return (
    <Show when={candidate()}>
      {(found) => (
        <div class="others-hold" style={{ "--h": officeHue(props.other.office) }} aria-hidden="true">
          <b>{words().inHand(props.other.name)}</b>
          <span class="others-hold-matter">{found().title || nouns().untitled}</span>
          <Show when={overlaps().length > 0} fallback={<span class="others-hold-free">{words().free}</span>}>
            <For each={overlaps().slice(0, shownMax)}>
              {(overlap) => (
                <span data-certainty={signOf(overlap)}>
                  {overlapToGhost(overlap, board.overlapContext(found().id, found()), language())}
                </span>
              )}
            </For>
            <Show when={overlaps().length > shownMax}>
              <span>{words().andMore(overlaps().length - shownMax)}</span>
            </Show>
          </Show>
        </div>
      )}
    </Show>
  );
}
