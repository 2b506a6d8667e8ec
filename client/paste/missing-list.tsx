import { For, Show } from "solid-js";
import { may } from "../../shared/rules/rights.ts";
import { useBoard } from "../document/board.ts";
import { isLocked, whyFixed } from "../document/permission.ts";
import { Icon } from "../parts/icon.tsx";
import { whenText } from "../text/dates.ts";
import { pasteWords } from "../text/paste-words.ts";
import { wordsOf } from "../text/words.ts";
import { usePaste } from "./paste-context.ts";

const words = wordsOf(pasteWords);

/** More than these are folded away: a text of two items does not miss the sixty others of the week. */
const openMax = 8;

/** Items on the board in the same days that the text no longer prints. Listed and unticked: nothing happens by itself. */
export function MissingList() {
  const board = useBoard();
  const { review } = usePaste();
  return (
    <Show when={review.missing().length > 0}>
      <details class="paste-missing" open={review.missing().length <= openMax}>
        <summary>{words().missingTitle(review.missing().length)}</summary>
        <p class="paste-hint">{words().missingHint}</p>
        <ul>
          <For each={review.missing()}>
            {(item) => (
              <li>
                <label>
                  <input
                    type="checkbox"
                    class="paste-tick"
                    aria-label={words().cancel(item.title)}
                    disabled={!may(board.actor, "edit", item)}
                    checked={review.isCancelled(item.id)}
                    onChange={(event) => review.cancel(item.id, event.currentTarget.checked)}
                  />
                  <span class="paste-when">{whenText(item.when)}</span>
                  <span>{item.title || words().noTitle}</span>
                  <Show when={isLocked(board.actor, item) && whyFixed(board.actor, item)}>
                    {(why) => (
                      <small class="paste-locked">
                        <Icon name="lock" /> {why()}
                      </small>
                    )}
                  </Show>
                </label>
              </li>
            )}
          </For>
        </ul>
      </details>
    </Show>
  );
}
