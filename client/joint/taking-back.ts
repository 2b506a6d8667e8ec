import type { JointSession } from "../../shared/model/joint-session.ts";
import type { ItemEdit } from "../../shared/model/slot.ts";
import { isDecision, may } from "../../shared/rules/rights.ts";
import { editsBack } from "../../shared/rules/taking-back.ts";
import type { Board } from "../document/board.ts";
import type { TakingBack } from "../document/decisions.ts";
import { whyNotTaken } from "../settling/way-text.ts";
import { overlapOf } from "./topics.ts";

/**
 * How one's own decision is taken back long after it was made, also by another page than the one that made it: by what its
 * line says. Null where somebody has gone on with it since, where its line does not tell all of it, and for others' lines.
 */
export function wayBack(session: JointSession, lineId: string, board: Board): TakingBack | null {
  const line = session.resolutions.find(({ id }) => id === lineId);
  if (!line || line.by.id !== board.actor.id) return null;
  if (session.resolutions.findLast(({ topic }) => topic === line.topic) !== line) return null;
  const edits = editsBack(line, board.store.item);
  if (!edits || whyNotTaken({ edits }, board) !== null || edits.some((edit) => !mayDecide(edit, board))) return null;
  const overlap = overlapOf(
    session.topics.find(({ id }) => id === line.topic),
    board,
  );
  const decision = overlap && board.settlements.of(overlap)?.decision;
  const isOwn = decision?.by.id === board.actor.id;
  if (overlap && board.settlements.isQuiet(overlap) && !isOwn) return null;
  return { session, line: lineId, edits, overlap: isOwn && decision.state !== "open" ? overlap : null };
}

/** What a head has approved goes back to that by a head alone. */
function mayDecide({ id, set }: ItemEdit, { actor, store }: Board): boolean {
  const item = store.item(id);
  return !item || set?.status === undefined || !isDecision(item.status, set.status) || may(actor, "decide", item);
}
