import { createMemo, For, Show } from "solid-js";
import { certainties, type Overlap } from "../../shared/model/overlap.ts";
import { certaintySign } from "../card/mark.tsx";
import { countOverlaps } from "../document/overlaps-shown.ts";
import { overlapPanelWords } from "../text/overlap-panel-words.ts";
import { wordsOf } from "../text/words.ts";

const words = wordsOf(overlapPanelWords);

/** How many there are of each sign, in the signs of the cards and of the header, so that the figures can be added up. */
export function SignCounts(props: { readonly overlaps: readonly Overlap[] }) {
  const count = createMemo(() => countOverlaps(props.overlaps));
  return (
    <span class="ovl-signs">
      <For each={certainties}>
        {(certainty) => (
          <Show when={count()[certainty] > 0}>
            <span data-certainty={certainty} title={words().bySign[certainty](count()[certainty])}>
              <span aria-hidden="true">
                {certaintySign[certainty]} {count()[certainty]}
              </span>
              <span class="hidden-but-read">{words().bySign[certainty](count()[certainty])}</span>
            </span>
          </Show>
        )}
      </For>
    </span>
  );
}
