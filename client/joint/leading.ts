import { type Accessor, createMemo, createSignal } from "solid-js";
import type { Verdict } from "../../shared/model/joint-session.ts";
import type { ItemEdit } from "../../shared/model/slot.ts";
import { undoLast } from "../document/undoing.ts";
import { whyNotTaken } from "../settling/way-text.ts";
import { appWords } from "../text/app-words.ts";
import { walkWords } from "../text/walk-words.ts";
import { wordsOf } from "../text/words.ts";
import { createOffering } from "./offering.ts";
import type { Seating } from "./seating.ts";
import { wayBack } from "./taking-back.ts";
import { overlapOf, type TopicEntry } from "./topics.ts";
import type { SpokenVerdict } from "./walk-keys.ts";

const words = wordsOf(walkWords);
const app = wordsOf(appWords);

/** What whoever leads may do. To everybody else the walk is something to look at. */
export type Leading = {
  /** The topic of the walk's step. */
  readonly topic: Accessor<TopicEntry | null>;
  /** The verdict that is being given words: its form is open. */
  readonly wording: Accessor<Wording | null>;
  word(wording: Wording | null): void;
  goTo(topic: string | null): void;
  step(by: 1 | -1): void;
  /** To the next topic that nobody has decided, from the present one on; when there is none, to the end. */
  goOn(): void;
  /** Chooses an offer by its number: everybody sees it as about to be taken. Null, or its number again, lets it go. */
  take(number: number | null): void;
  /** The number about to be taken; null when none is. */
  taking(): number | null;
  /** Carries out the offer about to be taken, or goes on where something was said about the topic. */
  confirm(): void;
  /** Decides without a numbered offer. */
  decide(verdict: Verdict, edits: readonly ItemEdit[], why: string): void;
  /** Why an offer cannot be taken by oneself; null when it can. */
  whyBarred(number: number): string | null;
  /** Whether a decision can be taken back at this desk now. */
  mayUndo(resolution: string): boolean;
  undo(): void;
  /** Whether a decision of one's own can be taken back by what its line says: nobody has gone on with it since. */
  mayTakeBack(resolution: string): boolean;
  takeBack(resolution: string): void;
};

export type Wording = { readonly topic: string; readonly verdict: SpokenVerdict };

export function createLeading(seating: Seating): Leading {
  const { board, desk, session, leads } = seating;
  const [wording, setWording] = createSignal<Wording | null>(null);
  const topic = createMemo(() => {
    const now = session();
    return now?.topics.find(({ id }) => id === now.step?.topic) ?? null;
  });
  const offering = createOffering(seating, topic);
  const taking = () => session()?.step?.taking ?? null;
  const goTo = (id: string | null) => {
    const now = session();
    setWording(null);
    desk.showSide("joint");
    // At once: the others see the topic while its ways on are still being looked for here.
    if (now) board.joint.goTo(now.id, { topic: id, offers: [] });
  };
  const { step, goOn, isOpen, isTold } = createSteps(seating, topic, goTo);
  /** What is decided is out of reach of a number pressed by mistake: it is taken back first. */
  const isOpenNow = () => {
    const now = topic();
    return now !== null && isOpen(now);
  };
  const decide = (verdict: Verdict, edits: readonly ItemEdit[], why: string) => {
    const [now, about] = [session(), topic()];
    if (!now || !about || !leads()) return;
    const overlap = overlapOf(about, board);
    board.joint.resolve({ session: now, topic: about.id, verdict, edits, overlap, ...(why !== "" && { why }) });
    setWording(null);
    desk.say({ text: words().decidedNow(words().verdict[verdict]) });
    // What was only noted can still be decided.
    const offers = verdict === "note" ? (now.step?.offers ?? []) : [];
    board.joint.goTo(now.id, { topic: about.id, offers });
  };
  const back = (line: string) => {
    const now = session();
    return now && wayBack(now, line, board);
  };
  return {
    ...{ topic, wording, goTo, step, goOn, decide, mayUndo: board.joint.isLast },
    word: (next) => setWording(next !== null && isOpenNow() ? next : null),
    undo: () => undoLast(board, desk),
    mayTakeBack: (line) => back(line) !== null,
    takeBack(line) {
      const found = back(line);
      if (!found) return;
      board.decisions.takeBack(found);
      desk.say({ text: app().resolutionUndone });
    },
    take(number) {
      const now = session();
      if (!now || (number !== null && !(isOpenNow() && offering.proposals()[number - 1]))) return;
      setWording(null);
      board.joint.take(now.id, number === taking() ? null : number);
    },
    taking,
    confirm() {
      const now = topic();
      if (!now) return session()?.step ? undefined : step(1);
      const chosen = isOpen(now) ? offering.chosen() : null;
      // What nobody has said a word about is not passed over by a slip.
      if (!chosen) return isOpen(now) && !isTold(now) ? undefined : goOn();
      const barred = whyNotTaken(chosen, board);
      if (barred) return desk.say({ text: barred, tone: "warning" });
      if (offering.isStill(chosen)) return decide(chosen.offer.kind, chosen.edits, "");
      desk.say({ text: words().changed, tone: "warning" });
      offering.findAgain();
    },
    whyBarred(number) {
      const found = offering.proposals()[number - 1];
      return found ? whyNotTaken(found, board) : null;
    },
  };
}

/** Where the walk goes from a topic. What is gone is passed over, and reached by a click alone. */
function createSteps(
  { board, session }: Seating,
  topic: Accessor<TopicEntry | null>,
  goTo: (id: string | null) => void,
) {
  const topics = () => session()?.topics ?? [];
  const stateOf = (one: TopicEntry) => {
    const now = session();
    return now ? board.joint.topicState(now, one).state : "gone";
  };
  const isOpen = (one: TopicEntry) => stateOf(one) === "open";
  return {
    isOpen,
    isTold: ({ id }: TopicEntry) => session()?.resolutions.some((line) => line.topic === id) === true,
    step(by: 1 | -1) {
      const order = topics().filter((one) => one.id === topic()?.id || stateOf(one) !== "gone");
      const at = order.findIndex(({ id }) => id === topic()?.id);
      const isAtEnd = session()?.step?.topic === null;
      if (at < 0) return goTo((by === -1 ? order.at(-1) : isAtEnd ? undefined : order[0])?.id ?? null);
      const next = order[at + by];
      if (next || by === 1) goTo(next?.id ?? null);
    },
    goOn() {
      const all = topics();
      const at = all.findIndex(({ id }) => id === topic()?.id);
      goTo([...all.slice(at + 1), ...all.slice(0, at)].find(isOpen)?.id ?? null);
    },
  };
}
