import { createMemo, For, Show } from "solid-js";
import { certainties } from "../../shared/model/overlap.ts";
import { may } from "../../shared/rules/rights.ts";
import { useBoard } from "../document/board.ts";
import { pasteWords } from "../text/paste-words.ts";
import { wordsOf } from "../text/words.ts";
import { overlapSigns } from "./overlap-signs.ts";
import { usePaste } from "./paste-context.ts";
import { planSize } from "./plan.ts";
import { distinctOverlaps } from "./preflight.ts";
import { needsLook } from "./review-head.tsx";

const words = wordsOf(pasteWords);

/** What taking it over would bring, and the one button that does it. */
export function ReviewFoot(props: { onApply(): void }) {
  const board = useBoard();
  const { input, review } = usePaste();
  const overlaps = createMemo(() => distinctOverlaps(review.overlaps()));
  const countOf = (certainty: string) => overlaps().filter((overlap) => overlap.certainty === certainty).length;
  const rows = () => [...review.rows().values()];
  const waitingCount = () => rows().filter(({ item }) => item === null).length;
  const lookCount = () => rows().filter(needsLook).length;
  const size = () => planSize(review.plan());
  const isGuest = () => !may(board.actor, "add");
  const isReady = () => size() > 0 && review.opening().length === 0 && !input.isReading() && !isGuest();

  return (
    <footer class="paste-foot" data-stage="review">
      <p class="paste-sum" role="status">
        <Show when={overlaps().length > 0} fallback={<Show when={size() > 0}>{words().preflightNone}</Show>}>
          {words().preflight}
          <For each={certainties}>
            {(certainty) => (
              <Show when={countOf(certainty) > 0}>
                <span class="mark" data-certainty={certainty}>
                  {overlapSigns[certainty]} {countOf(certainty)}
                </span>
              </Show>
            )}
          </For>
          {words().overlapWord}
        </Show>
      </p>
      <Show when={waitingCount() > 0}>
        <p class="paste-warning">{words().waitingCount(waitingCount())}</p>
      </Show>
      <Show when={lookCount() > 0}>
        <p class="paste-warning">{words().lookCount(lookCount())}</p>
      </Show>
      <Show when={isGuest()}>
        <p class="paste-warning">{words().guest}</p>
      </Show>
      <button type="button" class="btn" data-tone="primary" disabled={!isReady()} onClick={() => props.onApply()}>
        {size() === 0 && review.opening().length === 0 ? words().nothingToDo : words().apply(size())}
      </button>
    </footer>
  );
}
