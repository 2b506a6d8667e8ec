import { Show } from "solid-js";
import { appWords } from "../text/app-words.ts";
import { wordsOf } from "../text/words.ts";

const words = wordsOf(appWords);

/** The page before it knows who is here. */
export function Waiting(props: { readonly isUnreachable: boolean }) {
  return (
    <main class="empty" role="status">
      <Show when={props.isUnreachable} fallback={words().opening}>
        {words().signIn.offline}
      </Show>
    </main>
  );
}
