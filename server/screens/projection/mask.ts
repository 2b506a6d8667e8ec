/**
 * What a screen may know of the board (P9). Of an item that is withheld it keeps when it is, whose office it is and how far
 * it has come; matter, parties, venue, notes and everything else are not there any more. All that is shown is made from
 * what comes out of here, so a projection cannot say what it was never given.
 */
import type { Item } from "../../../shared/model/item.ts";
import type { Difficulty, JointSession } from "../../../shared/model/joint-session.ts";
import { type Overlap, sidesOf } from "../../../shared/model/overlap.ts";
import type { About } from "../../../shared/model/settlement.ts";
import type { AgendaTopic, TopicState } from "../../../shared/rules/agenda.ts";
import type { DirectoryIndex } from "../../../shared/rules/directory-index.ts";
import type { Names } from "../../../shared/text/names.ts";
import type { Language } from "../../../shared/text/overlap-phrases.ts";
import { screenWords } from "../../../shared/text/screen-words.ts";

/** The documents as plain data, as far as a screen shows them. */
export type Board = {
  readonly index: DirectoryIndex;
  readonly names: Names;
  item(id: string): Item | undefined;
  items(): Iterable<Item>;
  /** The overlaps of one item, worst first. */
  overlapsOf(id: string): readonly Overlap[];
  overlaps(): Iterable<Overlap>;
  /** Whether an overlap is settled. */
  isQuiet(overlap: Overlap): boolean;
  /** The overlap that something is about, as it is now. */
  overlapOf(about: About): Overlap | null;
  /** How far a topic of the session has come. */
  topicStateOf(topic: AgendaTopic): TopicState;
  /** The joint session that is being held; null when none is. */
  readonly session: JointSession | null;
  difficulty(id: string): Difficulty | undefined;
  /** What those in the session have in hand now. */
  readonly hands: readonly Hand[];
  /** What an item in somebody's hand would clash with where it is held, worst first and no hint; null when nothing. */
  wouldClash(hand: Hand): WouldClash | null;
};

/** Somebody holds an item over a place of the board, as presence says it. */
export type Hand = { readonly item: string; readonly by: string; readonly over: string };

/** `held` is the item as it would then be, with everything that may be withheld of it. */
export type WouldClash = { readonly held: Item; readonly overlap: Overlap };

declare const masked: unique symbol;
/** A {@link Board} without what is withheld; only {@link maskBoard} makes one. */
export type MaskedBoard = Board & { readonly [masked]: true };

export function maskBoard(board: Board, language: Language): MaskedBoard {
  const { busy } = screenWords[language];
  const mask = (item: Item) => (item.withheld ? maskItem(item, busy) : item);
  const shown: Board = {
    ...board,
    item(id) {
      const item = board.item(id);
      return item && mask(item);
    },
    *items() {
      for (const item of board.items()) yield mask(item);
    },
    difficulty(id) {
      const difficulty = board.difficulty(id);
      const isHidden = difficulty?.item !== undefined && !isOpen(shown, difficulty.item);
      return difficulty && isHidden ? { ...difficulty, words: screenWords[language].difficultyWithheld } : difficulty;
    },
  };
  // The mark is for the compiler alone.
  return shown as MaskedBoard;
}

/**
 * Whether an item may be spoken of by name. Of one that is not there (any more) nobody can say whether it was withheld, so
 * it may not.
 */
export function isOpen(board: Board, id: string): boolean {
  const item = board.item(id);
  return item !== undefined && !item.withheld;
}

/** Whether everything about an overlap may be said: over a shared person or room, naming that says who is where. */
export function isOverlapOpen(board: Board, overlap: Pick<Overlap, "a" | "b">): boolean {
  return sidesOf(overlap).every(({ item }) => isOpen(board, item));
}

/** Its kind stays, since that tells how long it is taken to last; no kind is ever shown. */
function maskItem({ id, office, kind, status, when }: Item, busy: string): Item {
  return { id, title: busy, office, kind, status, when, withheld: true, parties: {} };
}
