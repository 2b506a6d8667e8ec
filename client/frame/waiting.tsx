import { createSignal, onCleanup, Show } from "solid-js";
import { later } from "../clock.ts";
import { appWords } from "../text/app-words.ts";
import { wordsOf } from "../text/words.ts";

const words = wordsOf(appWords);

/** Sooner than this the page is mostly there: words that come and go at once only flicker, and cost a drawing. */
const patienceMs = 250;

/** The page before it knows who is here. */
export function Waiting(props: { readonly isUnreachable: boolean }) {
  const [isLong, setLong] = createSignal(false);
  onCleanup(later(patienceMs, () => setLong(true)));
  return (
    <main class="empty" role="status">
      <Show when={props.isUnreachable} fallback={isLong() ? words().opening : ""}>
        {words().signIn.offline}
      </Show>
    </main>
  );
}
