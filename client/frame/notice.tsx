import "./notice.css";
import { createEffect, on, onCleanup, Show } from "solid-js";
import { later } from "../clock.ts";
import { useDesk } from "../document/desk.ts";
import { Icon } from "../parts/icon.tsx";
import { appWords } from "../text/app-words.ts";
import { language } from "../text/language.ts";
import { wordsOf } from "../text/words.ts";

const words = wordsOf(appWords);
const shownMs = 7_000;

/** What was just done, said at the foot of the page and to screen readers, with the way back beside it. */
export function Notice() {
  const desk = useDesk();
  createEffect(
    on(desk.notice, (notice) => {
      if (notice && notice.tone !== "warning") onCleanup(later(shownMs, () => desk.say(null)));
    }),
  );
  // What was said in one language is not left standing in another.
  createEffect(on(language, () => desk.say(null), { defer: true }));
  return (
    <div class="notice-place" role="status" aria-live="polite">
      <Show when={desk.notice()}>
        {(notice) => (
          <div class="notice" data-tone={notice().tone}>
            <span>{notice().text}</span>
            <Show when={notice().action}>
              {(action) => (
                <button
                  type="button"
                  class="notice-action"
                  onClick={() => {
                    desk.say(null);
                    action().run();
                  }}
                >
                  {action().label}
                </button>
              )}
            </Show>
            <button type="button" class="notice-close" aria-label={words().close} onClick={() => desk.say(null)}>
              <Icon name="close" />
            </button>
          </div>
        )}
      </Show>
    </div>
  );
}
