import type { Item } from "../../shared/model/item.ts";
import { may } from "../../shared/rules/rights.ts";
import { appWords } from "../text/app-words.ts";
import { itemWords } from "../text/item-words.ts";
import { rightsWords } from "../text/rights-words.ts";
import { wordsOf } from "../text/words.ts";
import type { Board } from "./board.ts";
import type { Desk, Notice } from "./desk.ts";
import { onlyHeadMay } from "./permission.ts";
import type { Step } from "./undo.ts";

const words = wordsOf(appWords);
const nouns = wordsOf(itemWords);
const rights = wordsOf(rightsWords);

/**
 * Takes one's own last action back. Where an item of it has been decided since, it says who may, and leaves it. When it
 * would take another's later work with it (an item made here that somebody else went on with), it asks first.
 */
export function undoLast(board: Board, desk: Desk): void {
  const fixed = fixedIn(board, board.history.next());
  if (fixed) {
    desk.say({ text: rights().notUndone(titleOf(fixed), onlyHeadMay(fixed.status, fixed.office)) });
    return;
  }
  const title = board.undoAsks();
  if (title !== null) {
    desk.say({
      text: words().foreignUndo(title),
      tone: "warning",
      action: { label: words().undoAnyway, run: () => void board.history.undo() },
    });
    return;
  }
  const step = board.history.next();
  if (step === null) return;
  if (!board.history.undo()) desk.say({ text: words().nothingToUndo });
  else if (step.line !== null) desk.say({ text: words().resolutionUndone });
}

/** Does again what was taken back last, unless an item of it has been decided since. */
export function redoLast(board: Board, desk: Desk): void {
  const fixed = fixedIn(board, board.history.nextRedo());
  if (fixed) desk.say({ text: rights().notRedone(titleOf(fixed), onlyHeadMay(fixed.status, fixed.office)) });
  else board.history.redo();
}

/**
 * The way back that stands beside the notice of what was just done. It takes back that step and no other: once something
 * else has been done, it says so instead.
 */
export function undoOffer(board: Board, desk: Desk): NonNullable<Notice["action"]> {
  const step = board.history.next();
  const run = () => {
    if (step !== null && board.history.next() === step) undoLast(board, desk);
    else if (step !== null && !board.history.has(step)) desk.say({ text: rights().stepEnded });
    else desk.say({ text: words().undoneElsewhere });
  };
  return { label: words().undo, run };
}

/** The first item of a step that may not be changed any more by who made the step. */
function fixedIn({ store, actor }: Board, step: Step | null): Item | null {
  const items = (step?.touched ?? []).flatMap((id) => store.item(id) ?? []);
  return items.find((item) => !may(actor, "edit", item)) ?? null;
}

function titleOf({ title }: Item): string {
  return title || nouns().untitled;
}
