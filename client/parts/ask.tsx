import "./ask.css";
import { Dialog } from "@kobalte/core/dialog";

/** Asks before something that concerns others too. The safe answer has the focus first; Esc is that answer. */
export function Ask(props: {
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  onYes(): void;
  onNo(): void;
}) {
  // The page behind never scrolls; locking it too would send Kobalte 0.13 round in circles when a menu opens on top.
  return (
    // Not the library's alert dialog: in Kobalte 0.13 it is the same object, and loading it makes every dialog an alert.
    <Dialog open preventScroll={false} onOpenChange={(isOpen) => !isOpen && props.onNo()}>
      <Dialog.Portal>
        <Dialog.Overlay class="sheet-veil" />
        <Dialog.Content class="sheet ask" role="alertdialog">
          <Dialog.Title class="sheet-title">{props.question}</Dialog.Title>
          <div class="ask-acts">
            <Dialog.CloseButton class="btn">{props.no}</Dialog.CloseButton>
            <button type="button" class="btn" data-tone="primary" onClick={() => props.onYes()}>
              {props.yes}
            </button>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog>
  );
}
