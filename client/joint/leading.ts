import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup, untrack } from "solid-js";
import { isSameValue } from "../../shared/document/same-value.ts";
import type { Verdict, WalkStep } from "../../shared/model/joint-session.ts";
import type { ItemEdit, WayOut } from "../../shared/model/slot.ts";
import { withEdit } from "../../shared/rules/item-edit.ts";
import { daysOfScope } from "../../shared/rules/scope.ts";
import { later, todayInHanoi } from "../clock.ts";
import { undoLast } from "../document/undoing.ts";
import { whyNotTaken } from "../settling/way-text.ts";
import { findWays, isStill } from "../settling/ways.ts";
import { walkWords } from "../text/walk-words.ts";
import { wordsOf } from "../text/words.ts";
import { fillsFor, type Proposal, proposalsOf } from "./proposals.ts";
import type { Seating } from "./seating.ts";
import { overlapOf, type TopicEntry } from "./topics.ts";
import type { SpokenVerdict } from "./walk-keys.ts";

const words = wordsOf(walkWords);

/** What whoever leads may do. To everybody else the walk is something to look at. */
export type Leading = {
  /** The topic of the walk's step. */
  readonly topic: Accessor<TopicEntry | null>;
  /** The verdict that is being given words: its form is open. */
  readonly wording: Accessor<Wording | null>;
  word(wording: Wording | null): void;
  goTo(topic: string | null): void;
  step(by: 1 | -1): void;
  /** To the next topic that nobody has decided, from the present one on; after the last of them, to the end. */
  goOn(): void;
  /** Chooses an offer by its number: everybody sees it as about to be taken. Null lets it go. */
  take(number: number | null): void;
  isTaking(): boolean;
  /** Carries out the offer about to be taken, or goes on where the topic is decided. */
  confirm(): void;
  /** Decides without a numbered offer. */
  decide(verdict: Verdict, edits: readonly ItemEdit[], why: string): void;
  /** Why an offer cannot be taken by oneself; null when it can. */
  whyBarred(number: number): string | null;
  /** Whether a decision can be taken back at this desk now. */
  mayUndo(resolution: string): boolean;
  undo(): void;
};

export type Wording = { readonly topic: string; readonly verdict: SpokenVerdict };

/** Somebody else's edits do not set the numbers in motion while people read them out. */
const quietMs = 600;

export function createLeading(seating: Seating): Leading {
  const { board, desk, session, leads } = seating;
  const [wording, word] = createSignal<Wording | null>(null);
  const topics = () => session()?.topics ?? [];
  const topic = createMemo(() => topics().find(({ id }) => id === session()?.step?.topic) ?? null);
  const [proposals, findAgain] = createProposals(seating, topic);
  const taking = () => session()?.step?.taking ?? null;

  const show = (step: Pick<WalkStep, "topic" | "offers" | "taking">) => {
    const now = session();
    if (now && leads()) board.joint.goTo(now.id, step);
  };
  // The numbers everybody reads are those of whoever leads now: after a change of the board, and of the lead.
  createEffect(
    on([proposals, createMemo(leads)], ([found]) => {
      const step = untrack(session)?.step;
      const about = untrack(topic);
      if (!leads() || !step || !about) return;
      // Gone, or not found yet: a year that is just opening has no overlaps for a moment.
      if (about.of === "overlap" && !untrack(() => overlapOf(about, board))) return;
      const offers = found.map(({ offer }) => offer);
      if (isSameValue(offers, step.offers)) return;
      const chosen = step.taking === undefined ? undefined : step.offers[step.taking - 1];
      const number = offers.findIndex((offer) => isSameValue(offer, chosen)) + 1;
      show({ topic: about.id, offers, ...(number > 0 && { taking: number }) });
    }),
  );

  const goTo = (id: string | null) => {
    word(null);
    desk.showSide("joint");
    // At once: the others see the topic while its ways on are still being looked for here.
    show({ topic: id, offers: [] });
  };
  const walkable = () => topics().filter((one) => one.id === topic()?.id || stateOf(one) !== "gone");
  const stateOf = (one: TopicEntry) => {
    const now = session();
    return now ? board.joint.topicState(now, one).state : "gone";
  };
  const isTold = ({ id }: TopicEntry) => session()?.resolutions.some((line) => line.topic === id) === true;
  const step = (by: 1 | -1) => {
    const order = walkable();
    const at = order.findIndex(({ id }) => id === topic()?.id);
    const isAtEnd = session()?.step?.topic === null;
    if (at < 0) return goTo((by === 1 && !isAtEnd ? order[0] : by === -1 ? order.at(-1) : undefined)?.id ?? null);
    const next = order[at + by];
    if (next || by === 1) goTo(next?.id ?? null);
  };
  const goOn = () => {
    const all = topics();
    const at = all.findIndex(({ id }) => id === topic()?.id);
    goTo([...all.slice(at + 1), ...all.slice(0, at)].find((one) => stateOf(one) === "open")?.id ?? null);
  };
  const resolve = (verdict: Verdict, edits: readonly ItemEdit[], why: string) => {
    const now = session();
    const about = topic();
    if (!now || !about || !leads()) return;
    const overlap = overlapOf(about, board);
    board.joint.resolve({ session: now, topic: about.id, verdict, edits, overlap, ...(why !== "" && { why }) });
    word(null);
    desk.say({ text: words().decidedNow(words().verdict[verdict]) });
    show({ topic: about.id, offers: [] });
  };

  return {
    topic,
    wording,
    word,
    goTo,
    step,
    goOn,
    take(number) {
      const found = proposals();
      if (number !== null && !found[number - 1]) return;
      word(null);
      const now = session();
      if (now && leads()) board.joint.take(now.id, number === taking() ? null : number);
    },
    isTaking: () => taking() !== null,
    confirm() {
      const now = topic();
      if (!now) return session()?.step ? undefined : step(1);
      const offered = session()?.step?.offers[(taking() ?? 0) - 1];
      const chosen = offered && proposals().find(({ offer }) => isSameValue(offer, offered));
      // Talked about, settled or not: on to the next. What nobody has said a word about is not passed over by a slip.
      if (!chosen) return stateOf(now) === "open" && !isTold(now) ? undefined : goOn();
      const barred = whyNotTaken(chosen, board);
      if (barred) return desk.say({ text: barred, tone: "warning" });
      if (!isStillSo(chosen, seating)) {
        desk.say({ text: words().changed, tone: "warning" });
        return findAgain();
      }
      resolve(chosen.offer.kind, chosen.edits, "");
    },
    decide: resolve,
    whyBarred(number) {
      const found = proposals()[number - 1];
      return found ? whyNotTaken(found, board) : null;
    },
    mayUndo: board.joint.isLast,
    undo: () => undoLast(board, desk),
  };
}

/**
 * The offers of the topic that is led through: found at once when it or its overlap changes, and a moment after any other
 * overlap has; and the way to have them found again.
 */
function createProposals(
  seating: Seating,
  topic: Accessor<TopicEntry | null>,
): readonly [Accessor<readonly Proposal[]>, () => void] {
  const [proposals, setProposals] = createSignal<readonly Proposal[]>([]);
  const find = () => {
    const now = untrack(topic);
    setProposals(now && untrack(seating.leads) ? untrack(() => proposalsFor(now, seating)) : []);
  };
  const print = () => overlapOf(topic() ?? undefined, seating.board)?.fingerprint;
  createEffect(on([() => topic()?.id, seating.leads, print], find));
  createEffect(on(seating.board.store.overlaps.version, () => onCleanup(later(quietMs, find)), { defer: true }));
  return [proposals, find];
}

function proposalsFor(topic: TopicEntry, { board, session }: Seating): readonly Proposal[] {
  if (topic.of === "overlap") {
    const overlap = overlapOf(topic, board);
    const isBarred = (way: WayOut) => whyNotTaken(way, board) !== null;
    return overlap ? proposalsOf(findWays(board, overlap), isBarred) : [];
  }
  const item = topic.of === "lacking" ? board.store.item(topic.item) : undefined;
  const index = board.store.overlaps.index();
  const scope = session()?.scope;
  const days = scope ? daysOfScope(scope) : [];
  const [first, last] = [days[0], days.at(-1)];
  if (topic.of !== "lacking" || !item || !index || !first || !last) return [];
  const today = todayInHanoi();
  // What is to come is not put into the past; of what is past, nothing is to come.
  const from = first < today && today <= last ? today : first;
  return fillsFor(item, topic.lacks, { index, from, to: last });
}

/** Whether an offer would still do what it said. */
function isStillSo({ offer, edits, way }: Proposal, { board }: Seating): boolean {
  if (way) return isStill(way, board);
  const clashes = edits.flatMap((edit) => {
    const item = board.store.item(edit.id);
    return item ? board.store.overlaps.probe(withEdit(item, edit)) : [];
  });
  return clashes.filter(({ severity }) => severity !== "hint").length === (offer.clash?.count ?? 0);
}
