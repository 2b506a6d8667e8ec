import { untrack } from "solid-js";
import type { Item } from "../../shared/model/item.ts";
import { isPlaced } from "../../shared/model/when.ts";
import { fitByDay } from "../../shared/rules/day-fit.ts";
import { isSameLanding, landAt, targetForAll, targetToText, textToTarget } from "../../shared/rules/landing.ts";
import { may } from "../../shared/rules/rights.ts";
import type { Board } from "../document/board.ts";
import { daysShown } from "../document/days-shown.ts";
import type { Desk } from "../document/desk.ts";
import { whyFixed } from "../document/permission.ts";
import { undoOffer } from "../document/undoing.ts";
import type { DragHands } from "../drag/drag-surface.ts";
import { boardWords } from "../text/board-words.ts";
import { whenText } from "../text/dates.ts";
import { itemWords } from "../text/item-words.ts";
import { wordsOf } from "../text/words.ts";

const words = wordsOf(boardWords);
const nouns = wordsOf(itemWords);

/** What moving a card does to the board: shown to the others while held, one undoable step when let go. */
export function createMoving(board: Board, desk: Desk, neighbour: DragHands["neighbour"]): DragHands {
  const candidateAt = (id: string, target: string | null): Item | null => {
    const item = board.store.item(id);
    const place = target === null ? null : textToTarget(target);
    return item && place ? landAt(item, place) : null;
  };
  const fitsOf = (id: string) => {
    const [item, index] = [board.store.item(id), board.store.overlaps.index()];
    return item && index ? fitByDay(index, item, daysShown(desk.place())) : null;
  };
  const letGo = () => {
    desk.hold(null);
    board.presence.showHand(null);
  };
  return {
    neighbour,
    mayMove: (id) => may(board.actor, "edit", board.store.item(id)),
    refuse(id) {
      const item = board.store.item(id);
      const why = item && whyFixed(board.actor, item);
      if (why) desk.say({ text: why });
    },
    pickUp(id, by) {
      desk.hold({ id, target: null, candidate: null });
      board.presence.showHand(id);
      desk.tint(fitsOf(id));
      const title = board.store.item(id)?.title ?? "";
      desk.say(by === "keyboard" ? { text: words().lifted(title) } : null);
    },
    showAt(id, target) {
      const [item, place] = [board.store.item(id), target === null ? null : textToTarget(target)];
      desk.hold({ id, target, candidate: candidateAt(id, target) });
      board.presence.showHand(id, item && place && targetToText(targetForAll(item, place)));
    },
    drop(id, target) {
      const before = board.store.item(id);
      const after = candidateAt(id, target);
      letGo();
      if (!before || !after || isSameLanding(before, after)) return desk.say({ text: words().putBack });
      // Decided while it was in the hand, or carried to an office whose head alone may say so.
      const why = whyFixed(board.actor, before) ?? whyFixed(board.actor, after);
      if (why) return desk.say({ text: why, tone: "warning" });
      board.edits.patch(id, { when: after.when, office: after.office });
      const place = placeText(before, after);
      desk.say({
        text: words().moved(place, board.store.overlaps.of(id).filter((one) => !board.settlements.isQuiet(one)).length),
        action: undoOffer(board, desk),
      });
    },
    putBack() {
      letGo();
      desk.say({ text: words().putBack });
    },
    open: (id) => desk.select(id),
    editsByOthers: (id) => untrack(() => board.store.foreignEditsOf(id)),
  };
}

function placeText(before: Item, after: Item): string {
  const isHourLost = isPlaced(before.when) && before.when.horizon === "time" && after.when.horizon === "session";
  const parts = [whenText(after.when)];
  if (isHourLost) parts.push(words().hourOpen);
  if (after.office !== before.office) parts.push(nouns().officeShort[after.office]);
  return parts.join(", ");
}
