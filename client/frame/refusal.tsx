import "./refusal.css";
import { Show } from "solid-js";
import { closeCode } from "../../shared/protocol/close-code.ts";
import { useBoard } from "../document/board.ts";
import { appWords } from "../text/app-words.ts";
import { wordsOf } from "../text/words.ts";

const words = wordsOf(appWords);

/** When the server has closed for good: why, and the way on. */
export function Refusal() {
  const board = useBoard();
  const code = () => {
    const saving = board.saving();
    return saving.kind === "refused" ? saving.code : null;
  };
  const why = (of: number) => {
    if (of === closeCode.signInNeeded) return words().refusedWhy.signIn;
    if (of === closeCode.tooMany) return words().refusedWhy.tooMany;
    return of === closeCode.forbidden ? words().refusedWhy.right : words().refusedWhy.other;
  };
  return (
    <Show when={code()}>
      {(of) => (
        <div class="refusal" role="alert">
          <span>{why(of())}</span>
          <button type="button" class="btn" onClick={() => location.reload()}>
            {of() === closeCode.signInNeeded ? words().signInAgain : words().reload}
          </button>
        </div>
      )}
    </Show>
  );
}
