import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup, untrack } from "solid-js";
import { isSameValue } from "../../shared/document/same-value.ts";
import type { WayOut } from "../../shared/model/slot.ts";
import { withEdit } from "../../shared/rules/item-edit.ts";
import { lackingsOf } from "../../shared/rules/lacking.ts";
import { daysOfScope } from "../../shared/rules/scope.ts";
import { later, todayInHanoi } from "../clock.ts";
import { whyNotTaken } from "../settling/way-text.ts";
import { findWays, isStill } from "../settling/ways.ts";
import { waysForAdded } from "./added-ways.ts";
import { fillsFor } from "./fills.ts";
import { type Proposal, proposalsOf } from "./proposals.ts";
import type { Seating } from "./seating.ts";
import { overlapOf, type TopicEntry } from "./topics.ts";

/** The ways on of the topic that is led through, with what each would change; the step holds them as everybody reads them. */
export type Offering = {
  readonly proposals: Accessor<readonly Proposal[]>;
  /** The one about to be taken; null when none is. */
  chosen(): Proposal | null;
  /** Whether a way on would still do what it said. */
  isStill(proposal: Proposal): boolean;
  /** Looks again: the board is not as it was. */
  findAgain(): void;
};

/** Somebody else's edits do not set the numbers in motion while people read them out. */
const quietMs = 600;

/**
 * Finds the ways on at once when the topic, its overlap or the lead changes, and a moment after any other overlap has; and
 * writes them into the step, so that the numbers everybody reads are those of whoever leads now.
 */
export function createOffering(seating: Seating, topic: Accessor<TopicEntry | null>): Offering {
  const { board, session } = seating;
  const leads = createMemo(seating.leads);
  // What was decided and is taken back, here or elsewhere, has its ways on again.
  const isOpen = createMemo(() => stateOf(topic(), seating) === "open");
  const [proposals, setProposals] = createSignal<readonly Proposal[]>([]);
  const findAgain = () => {
    const now = untrack(topic);
    setProposals(now && untrack(leads) && untrack(isOpen) ? untrack(() => proposalsFor(now, seating)) : []);
  };
  // As one text: a search is dear, and must not be made for a number that is pressed or for somebody who comes.
  const occasion = createMemo(
    () =>
      `${topic()?.id} ${leads()} ${isOpen()} ${overlapOf(topic(), board)?.fingerprint} ${missingIn(topic(), seating)}`,
  );
  createEffect(on(occasion, findAgain));
  createEffect(on(board.store.overlaps.version, () => onCleanup(later(quietMs, findAgain)), { defer: true }));
  createEffect(on([proposals, leads], ([found]) => untrack(() => writeOffers(seating, topic(), found))));
  return {
    proposals,
    chosen() {
      const step = session()?.step;
      const offered = step?.offers[(step.taking ?? 0) - 1];
      return (offered && proposals().find(({ offer }) => isSameValue(offer, offered))) ?? null;
    },
    isStill: (proposal) => isStillSo(proposal, seating),
    findAgain,
  };
}

/** What was about to be taken stays so under its new number, or is let go where it is offered no more. */
function writeOffers({ board, session, leads }: Seating, topic: TopicEntry | null, found: readonly Proposal[]): void {
  const now = session();
  if (!now?.step || !topic || !leads()) return;
  // Gone, or not found yet: a year that is just opening has nothing for a moment.
  if (stateOf(topic, { board, session }) === "gone") return;
  const offers = found.map(({ offer }) => offer);
  if (isSameValue(offers, now.step.offers)) return;
  const chosen = now.step.taking === undefined ? undefined : now.step.offers[now.step.taking - 1];
  const number = offers.findIndex((offer) => isSameValue(offer, chosen)) + 1;
  board.joint.goTo(now.id, { topic: topic.id, offers, ...(number > 0 && { taking: number }) });
}

function stateOf(topic: TopicEntry | null, { board, session }: Pick<Seating, "board" | "session">) {
  const now = session();
  return now && topic ? board.joint.topicState(now, topic).state : "gone";
}

function proposalsFor(topic: TopicEntry, { board, session }: Seating): readonly Proposal[] {
  if (topic.of === "overlap") {
    const overlap = overlapOf(topic, board);
    const isBarred = (way: WayOut) => whyNotTaken(way, board) !== null;
    return overlap ? proposalsOf(findWays(board, overlap), isBarred) : [];
  }
  const item = topic.of === "difficulty" ? undefined : board.store.item(topic.item);
  const index = board.store.overlaps.index();
  const scope = session()?.scope;
  if (topic.of === "difficulty" || !item || !index || !scope) return [];
  if (topic.of !== "lacking") return waysForAdded(item, { of: topic.of, index, scope });
  const days = daysOfScope(scope);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  const today = todayInHanoi();
  // What is to come is not put into the past; of what is past, nothing is to come.
  const from = first < today && today <= last ? today : first;
  return fillsFor(item, lackingsOf(item), { index, from, to: last });
}

/** What is missing now, not what was when it came on the agenda: an hour that was given since is not given again. */
function missingIn(topic: TopicEntry | null, { board }: Seating): string {
  const item = topic?.of === "lacking" ? board.store.item(topic.item) : undefined;
  return item ? lackingsOf(item).join() : "";
}

function isStillSo({ offer, edits, way }: Proposal, { board }: Seating): boolean {
  if (way) return isStill(way, board);
  const clashes = [...edits, ...(edits.length === 0 ? [{ id: offer.item }] : [])].flatMap((edit) => {
    const item = board.store.item(edit.id);
    return item ? board.store.overlaps.probe(withEdit(item, edit)) : [];
  });
  return clashes.filter(({ severity }) => severity !== "hint").length === (offer.clash?.count ?? 0);
}
