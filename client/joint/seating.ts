import type { JointSession } from "../../shared/model/joint-session.ts";
import { mayLead } from "../../shared/rules/rights.ts";
import { type Board, useBoard } from "../document/board.ts";
import { type Desk, useDesk } from "../document/desk.ts";
import { createNarrow } from "../parts/narrow.ts";
import { jointWords } from "../text/joint-words.ts";
import { wordsOf } from "../text/words.ts";

const words = wordsOf(jointWords);

/** The session one has joined, and coming and going: what bar, panel and keys of the joint session share. */
export type Seating = {
  readonly board: Board;
  readonly desk: Desk;
  /** The session one has joined; null in none, and once it has ended. */
  session(): JointSession | null;
  /** Whether one leads it. */
  leads(): boolean;
  /** Whether the board goes along with whoever leads. */
  follows(): boolean;
  /** Shows the session that has just been joined or opened, and what one can do there. */
  arrive(): void;
  /** Says that one leads, and how. */
  sayYouLead(): void;
  leave(): void;
  follow(): void;
  unfollow(): void;
};

export function useSeating(): Seating {
  const board = useBoard();
  const desk = useDesk();
  const session = () => {
    const id = board.joint.joined()?.id;
    const found = id === undefined ? undefined : board.joint.session(id);
    return found && found.closed === null ? found : null;
  };
  const leads = () => {
    const now = session();
    return now !== null && mayLead(board.actor, now);
  };
  const follows = () => session() !== null && !leads() && board.joint.joined()?.follows === true;
  const isNarrow = createNarrow();
  const sayYouLead = () => desk.say({ text: isNarrow() ? words().youLeadNow.touch : words().youLeadNow.keys });
  const sayFollows = (name: string) => desk.say({ text: words().followsNow(name) });
  return {
    board,
    desk,
    session,
    leads,
    follows,
    sayYouLead,
    arrive() {
      desk.showSide("joint");
      const now = session();
      if (!now) return;
      if (leads()) sayYouLead();
      else sayFollows(now.lead.person.name);
    },
    leave() {
      board.joint.leave();
      desk.light([]);
      if (desk.side() === "joint") desk.showSide("none");
    },
    follow() {
      const now = session();
      if (!now || leads()) return;
      board.joint.follow(true);
      sayFollows(now.lead.person.name);
    },
    unfollow() {
      const now = session();
      if (!now || !follows()) return;
      board.joint.follow(false);
      desk.light([]);
      const run = () => board.joint.follow(true);
      desk.say({ text: words().leftFollowing(now.lead.person.name), action: { label: words().followAgain, run } });
    },
  };
}
