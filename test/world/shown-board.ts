/** A board that a screen shows, from documents held in the test: everything between a document and a frame is real. */
import * as Y from "yjs";
import type { Follower } from "../../server/live/readers.ts";
import type { Hand } from "../../server/screens/projection/mask.ts";
import { type Moment, momentAt } from "../../server/screens/projection/moment.ts";
import { project, type Wish } from "../../server/screens/projection/project.ts";
import { Scope } from "../../server/screens/scope.ts";
import { scopeDaysOf } from "../../server/screens/scope-days.ts";
import { addItem } from "../../shared/document/item-commands.ts";
import type { Day } from "../../shared/kit/day.ts";
import { type Directory, emptyDirectory } from "../../shared/model/directory.ts";
import type { Item } from "../../shared/model/item.ts";

export type ShownBoard = {
  /** The programme: what is written in it is seen at once. */
  readonly doc: Y.Doc;
  readonly scope: Scope;
  readonly at: Moment;
  /** How often something changed for whoever shows it. */
  readonly changes: () => number;
  show(wish: Partial<Wish> & Pick<Wish, "mode">, hands?: readonly Hand[]): ReturnType<typeof project>;
};

/** Tuesday 24 November 2026, 10:00 in Hanoi. */
export const tuesdayMs = Date.UTC(2026, 10, 24, 3);

type Options = {
  readonly directory?: Directory;
  readonly items?: Iterable<Item>;
  readonly nowMs?: number;
  /** Written into the programme before it is read. */
  readonly write?: (doc: Y.Doc) => void;
};

/** The week of 24 November 2026 as a screen sees it. */
export function shownBoard({ directory = emptyDirectory, items = [], nowMs = tuesdayMs, write }: Options): ShownBoard {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const item of items) addItem(doc, item);
    write?.(doc);
  });
  const empty = new Y.Doc();
  const at = momentAt(nowMs);
  let changeCount = 0;
  const scope = new Scope({
    ...{ board: "hanoi", directory, today: at.today },
    days: scopeDaysOf({ mode: "week", day: at.today as Day }),
    onChange: () => void changeCount++,
    rooms: { follow: (name, follower) => followIn(name === "hanoi/program/2026" ? doc : empty, follower) },
  });
  return {
    ...{ doc, scope, at, changes: () => changeCount },
    show: (wish, hands = []) => {
      const session = scope.runningSessions(0)[0] ?? null;
      const whole = { by: "day", language: "vi", mayShowWeek: true, day: undefined, ...wish } as const;
      return project(scope.board(session, hands), whole, at);
    },
  };
}

/** Everything is durable at once. */
function followIn<Seen>(doc: Y.Doc, follower: Follower<Seen>): () => void {
  const look = () => follower.tell(follower.look());
  const stop = follower.begin(doc, look);
  look();
  return stop;
}
