import { createMemo, For, Show } from "solid-js";
import type { Change } from "../../shared/model/joint-session.ts";
import { walkWords } from "../text/walk-words.ts";
import { wordsOf } from "../text/words.ts";
import { changeValueText } from "./change-text.ts";
import type { Seating } from "./seating.ts";

const words = wordsOf(walkWords);
const changesShown = 6;

/** What a decision changed, before and after; several changes of one item stand under its matter, said once. */
export function ChangeList(props: { readonly changes: readonly Change[]; readonly seating: Seating }) {
  const names = () => props.seating.board.names();
  const byItem = createMemo(() => [...Map.groupBy(props.changes.slice(0, changesShown), ({ item }) => item).values()]);
  return (
    <>
      <For each={byItem()}>
        {(changes) => (
          <>
            <p class="walk-change-of">{changes[0]?.title}</p>
            <For each={changes}>
              {(change) => (
                <p class="walk-change">
                  {change.party === undefined ? words().field[change.field] : names().of(change.party).name}:{" "}
                  <del>{changeValueText(change.before, names())}</del> →{" "}
                  <ins>{changeValueText(change.after, names())}</ins>
                </p>
              )}
            </For>
          </>
        )}
      </For>
      <Show when={props.changes.length > changesShown}>
        <p class="walk-change">{words().effect.more(props.changes.length - changesShown)}</p>
      </Show>
    </>
  );
}
