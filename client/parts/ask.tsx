import "./ask.css";
import { AlertDialog } from "@kobalte/core/alert-dialog";

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
    <AlertDialog open preventScroll={false} onOpenChange={(isOpen) => !isOpen && props.onNo()}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay class="sheet-veil" />
        <AlertDialog.Content class="sheet ask">
          <AlertDialog.Title class="sheet-title">{props.question}</AlertDialog.Title>
          <div class="ask-acts">
            <AlertDialog.CloseButton class="btn">{props.no}</AlertDialog.CloseButton>
            <button type="button" class="btn" data-tone="primary" onClick={() => props.onYes()}>
              {props.yes}
            </button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog>
  );
}
