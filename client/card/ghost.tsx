import "./ghost.css";
import { createMemo, For, Show } from "solid-js";
import { overlapToGhost } from "../../shared/text/overlap-words.ts";
import { useBoard } from "../document/board.ts";
import { useDesk } from "../document/desk.ts";
import { boardWords } from "../text/board-words.ts";
import { whenText } from "../text/dates.ts";
import { itemWords } from "../text/item-words.ts";
import { language } from "../text/language.ts";
import { wordsOf } from "../text/words.ts";

const words = wordsOf(boardWords);
const nouns = wordsOf(itemWords);
const shownMax = 2;

/** What is in the hand: where it would land and what it would clash with there, named before it is let go. */
export function Ghost(props: { readonly ref: (element: HTMLDivElement) => void }) {
  const board = useBoard();
  const desk = useDesk();
  const overlaps = createMemo(() => {
    const candidate = desk.held()?.candidate;
    return candidate ? board.store.overlaps.probe(candidate) : [];
  });
  return (
    <div class="ghost" ref={props.ref} data-shown={desk.held() ? "" : undefined} aria-hidden="true">
      <Show when={desk.held()?.candidate}>
        {(candidate) => (
          <>
            <div class="ghost-when" data-office={candidate().office}>
              {whenText(candidate().when)}
              <Show when={candidate().office !== board.store.item(candidate().id)?.office}>
                {` · ${nouns().officeShort[candidate().office]}`}
              </Show>
            </div>
            <div class="ghost-matter">{candidate().title}</div>
            <Show when={overlaps().length > 0} fallback={<div class="ghost-free">{words().free}</div>}>
              <For each={overlaps().slice(0, shownMax)}>
                {(overlap) => (
                  <div class="ghost-why" data-certainty={overlap.certainty}>
                    {overlapToGhost(overlap, board.overlapContext(candidate().id, candidate()), language())}
                  </div>
                )}
              </For>
              <Show when={overlaps().length > shownMax}>
                <div class="ghost-rest">{words().andMore(overlaps().length - shownMax)}</div>
              </Show>
            </Show>
          </>
        )}
      </Show>
    </div>
  );
}
