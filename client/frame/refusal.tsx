import "./refusal.css";
import { Show } from "solid-js";
import { type CloseCode, closeCode } from "../../shared/protocol/close-code.ts";
import { useBoard } from "../document/board.ts";
import { appWords } from "../text/app-words.ts";
import { wordsOf } from "../text/words.ts";

const words = wordsOf(appWords);

/** What is said of each code with which the server closes for good. */
const reasons = {
  [closeCode.malformed]: "malformed",
  [closeCode.signInNeeded]: "signIn",
  [closeCode.forbidden]: "right",
  [closeCode.unknownDocument]: "unknown",
  [closeCode.staleEpoch]: "stale",
  [closeCode.tooMany]: "tooMany",
} as const satisfies Record<Exclude<CloseCode, typeof closeCode.restarting | typeof closeCode.unavailable>, string>;

function isForGood(code: number): code is keyof typeof reasons {
  return code in reasons;
}

/** When the server has closed for good: why, and the way on. */
export function Refusal() {
  const board = useBoard();
  const code = () => {
    const saving = board.saving();
    return saving.kind === "refused" ? saving.code : null;
  };
  const why = (of: number) => words().refusedWhy[isForGood(of) ? reasons[of] : "other"];
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
