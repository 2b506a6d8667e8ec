import "./key-help.css";
import { Dialog } from "@kobalte/core/dialog";
import { For } from "solid-js";
import { Icon } from "../parts/icon.tsx";
import { appWords } from "../text/app-words.ts";
import { walkWords } from "../text/walk-words.ts";
import { wordsOf } from "../text/words.ts";

const words = wordsOf(appWords);
const joint = wordsOf(walkWords);

const keys = [
  { keys: ["T"], name: "today" },
  { keys: ["["], name: "before" },
  { keys: ["]"], name: "after" },
  { keys: ["W"], name: "week" },
  { keys: ["M"], name: "month" },
  { keys: ["O"], name: "overlaps" },
  { keys: [",", "."], name: "overlapSteps" },
  { keys: ["P"], name: "paste" },
  { keys: ["↑", "↓", "←", "→"], name: "arrows" },
  { keys: ["Enter"], name: "open" },
  { keys: ["Space"], name: "lift" },
  { keys: ["Ctrl", "Enter"], name: "seekTime" },
  { keys: ["Ctrl", "Z"], name: "undo" },
  { keys: ["Ctrl", "Y"], name: "redo" },
  { keys: ["Esc"], name: "close" },
  { keys: ["?"], name: "help" },
] as const;

const jointKeys = [
  { keys: ["←", "→"], name: "step" },
  { keys: ["1", "…", "9"], name: "take" },
  { keys: ["Enter"], name: "confirm" },
  { keys: ["A"], name: "accept" },
  { keys: ["H", "X", "T", "G"], name: "others" },
  { keys: ["Z"], name: "undo" },
  { keys: ["F"], name: "follow" },
  { keys: ["Esc"], name: "drop" },
] as const;

/** Every key of the board on one sheet. */
export function KeyHelp(props: { readonly onClose: () => void }) {
  // The page behind never scrolls; locking it too would send Kobalte 0.13 round in circles when a menu opens on top.
  return (
    <Dialog open preventScroll={false} onOpenChange={(open) => !open && props.onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay class="sheet-veil" />
        <Dialog.Content class="sheet key-help">
          <Dialog.Title class="sheet-title">{words().keys}</Dialog.Title>
          <Dialog.CloseButton class="icon-btn sheet-close" aria-label={words().close}>
            <Icon name="close" />
          </Dialog.CloseButton>
          <div class="key-help-lists">
            <dl>
              <For each={keys}>{(one) => <Row keys={one.keys} says={words().keyList[one.name]} />}</For>
            </dl>
            <section>
              <h3 class="key-help-title">{joint().keysTitle}</h3>
              <dl>
                <For each={jointKeys}>{(one) => <Row keys={one.keys} says={joint().keys[one.name]} />}</For>
              </dl>
            </section>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog>
  );
}

function Row(props: { readonly keys: readonly string[]; readonly says: string }) {
  return (
    <div class="key-help-row">
      <dt>
        <For each={props.keys}>{(key) => <kbd>{key}</kbd>}</For>
      </dt>
      <dd>{props.says}</dd>
    </div>
  );
}
