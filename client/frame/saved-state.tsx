import "./saved-state.css";
import { Show } from "solid-js";
import { useBoard } from "../document/board.ts";
import type { Saving } from "../document/saving.ts";
import { Icon } from "../parts/icon.tsx";
import { appWords } from "../text/app-words.ts";
import { wordsOf } from "../text/words.ts";

const words = wordsOf(appWords);

/** “Đã lưu” only when the server has made everything durable; otherwise what is the matter, and how much of it. */
export function SavedState() {
  const board = useBoard();
  return (
    <div class="saved" role="status" data-kind={board.saving().kind} title={board.isKept ? undefined : words().notKept}>
      <Show when={board.saving().kind === "saved"}>
        <Icon name="check" />
      </Show>
      <Show when={isTrouble(board.saving())}>
        <Icon name="offline" />
      </Show>
      <span class="saved-words">{textOf(board.saving())}</span>
    </div>
  );
}

function isTrouble({ kind }: Saving): boolean {
  return kind === "offline" || kind === "unwritten" || kind === "refused";
}

function textOf(saving: Saving): string {
  switch (saving.kind) {
    case "opening":
      return words().opening;
    case "saved":
      return words().saved;
    case "saving":
      return words().saving;
    case "unwritten":
      return words().unwritten(saving.changes);
    case "offline":
      return saving.changes > 0 ? words().offlineKept(saving.changes) : words().offline;
    case "refused":
      return words().refused;
  }
}
