import { Match, Switch } from "solid-js";
import { walkWords } from "../text/walk-words.ts";
import { wordsOf } from "../text/words.ts";
import { leading } from "./leading-now.ts";

const words = wordsOf(walkWords);

/** The way back from a decision of one's own: undo while it is the last thing done here, else by what its line says. */
export function TakeBack(props: { readonly line: string }) {
  return (
    <Switch>
      <Match when={leading()?.mayUndo(props.line)}>
        <button type="button" class="btn" data-size="small" onClick={() => leading()?.undo()}>
          {words().undo} <kbd>Z</kbd>
        </button>
      </Match>
      <Match when={leading()?.mayTakeBack(props.line)}>
        <button
          type="button"
          class="btn"
          data-size="small"
          title={words().takeBackSays}
          onClick={() => leading()?.takeBack(props.line)}
        >
          {words().takeBack}
        </button>
      </Match>
    </Switch>
  );
}
