import type { Board } from "../document/board.ts";
import type { Desk } from "../document/desk.ts";
import { appWords } from "../text/app-words.ts";
import { wordsOf } from "../text/words.ts";

const words = wordsOf(appWords);

/**
 * Takes one's own last action back. When it would take another's later work with it (an item made here that somebody
 * else went on with), it asks first.
 */
export function undoLast(board: Board, desk: Desk): void {
  const title = board.undoAsks();
  if (title !== null) {
    desk.say({
      text: words().foreignUndo(title),
      tone: "warning",
      action: { label: words().undoAnyway, run: () => void board.history.undo() },
    });
    return;
  }
  const isPossible = board.history.canUndo();
  if (isPossible && !board.history.undo()) desk.say({ text: words().nothingToUndo });
}
