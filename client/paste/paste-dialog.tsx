import "./paste.css";
import "./paste-review.css";
import "./paste-rows.css";
import "./paste-narrow.css";
import { Dialog } from "@kobalte/core/dialog";
import { Show } from "solid-js";
import { useBoard } from "../document/board.ts";
import { useDesk } from "../document/desk.ts";
import { Icon } from "../parts/icon.tsx";
import { pasteWords } from "../text/paste-words.ts";
import { wordsOf } from "../text/words.ts";
import { PasteContext } from "./paste-context.ts";
import { createPasteInput } from "./paste-input.ts";
import { createPasteReview } from "./paste-review.ts";
import { ReviewStage } from "./review-stage.tsx";
import { TextStage } from "./text-stage.tsx";

const words = wordsOf(pasteWords);

/** From a published schedule to the board: paste it, look over what was read, take it over in one step. */
export function PasteDialog(props: { onClose(): void }) {
  const input = createPasteInput(useBoard(), useDesk());
  const review = createPasteReview(useBoard(), input);
  /** Esc leads back step by step: a slip of the finger must not lose a text that was looked over. */
  const onEscape = (event: KeyboardEvent) => {
    if (input.answer() === null) return;
    event.preventDefault();
    input.edit();
  };
  // The page behind never scrolls; locking it too would send Kobalte 0.13 round in circles when a menu opens on top.
  return (
    <Dialog open preventScroll={false} onOpenChange={(isOpen) => !isOpen && props.onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay class="paste-veil" />
        <Dialog.Content
          class="paste"
          data-stage={input.answer() ? "review" : "text"}
          onOpenAutoFocus={(event) => {
            // The text stage focuses its field; the library would take the close button.
            event.preventDefault();
          }}
          onEscapeKeyDown={onEscape}
          onPointerDownOutside={(event) => event.preventDefault()}
          onInteractOutside={(event) => event.preventDefault()}
        >
          <div class="paste-head">
            <Dialog.Title class="paste-title">{words().title}</Dialog.Title>
            <Dialog.CloseButton class="icon-btn" aria-label={words().close}>
              <Icon name="close" />
            </Dialog.CloseButton>
          </div>
          <PasteContext.Provider value={{ input, review }}>
            <Show when={input.answer()} fallback={<TextStage />}>
              {(answer) => <ReviewStage answer={answer()} onDone={() => props.onClose()} />}
            </Show>
          </PasteContext.Provider>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog>
  );
}
