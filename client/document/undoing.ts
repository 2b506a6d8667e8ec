import { appWords } from "../text/app-words.ts";
import { wordsOf } from "../text/words.ts";
import type { Board } from "./board.ts";
import type { Desk, Notice } from "./desk.ts";

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

/**
 * The way back that stands beside the notice of what was just done. It takes back that step and no other: once something
 * else has been done, it says so instead.
 */
export function undoOffer(board: Board, desk: Desk): NonNullable<Notice["action"]> {
  const step = board.history.next();
  const run = () => {
    if (step !== null && board.history.next() === step) undoLast(board, desk);
    else desk.say({ text: words().undoneElsewhere });
  };
  return { label: words().undo, run };
}
