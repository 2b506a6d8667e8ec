import type { Difficulty, JointSession, Topic } from "../../shared/model/joint-session.ts";
import type { Overlap } from "../../shared/model/overlap.ts";
import type { PartyRef } from "../../shared/model/ref.ts";
import { overlapToWords } from "../../shared/text/overlap-words.ts";
import type { Board } from "../document/board.ts";
import { titleIn } from "../settling/way-text.ts";
import { boardRuleWords } from "../text/board-rule-words.ts";
import { language } from "../text/language.ts";
import { walkWords } from "../text/walk-words.ts";
import { wordsOf } from "../text/words.ts";
import { itemsOfTopic } from "./proposals.ts";

const words = wordsOf(walkWords);
const kinds = wordsOf(boardRuleWords);

/** The groups of an agenda, in its order. */
export const topicKinds = [
  "overlap",
  "lacking",
  "late",
  "unexpected",
  "difficulty",
] as const satisfies readonly Topic["of"][];

export type TopicEntry = JointSession["topics"][number];

/** The overlap that a topic is about, as it stands now; null once it is gone, and for other topics. */
export function overlapOf(topic: TopicEntry | null | undefined, { store }: Board): Overlap | null {
  if (topic?.of !== "overlap") return null;
  const { about } = topic;
  return store.overlaps.of(about.a).find(({ key, kind }) => key === about.key && kind === about.kind) ?? null;
}

/** What an office wrote down, that a topic is about; undefined once it is taken away, and for other topics. */
export function difficultyOf(
  topic: TopicEntry,
  { scope }: Pick<JointSession, "scope">,
  { joint }: Board,
): Difficulty | undefined {
  if (topic.of !== "difficulty") return undefined;
  return joint.difficulties.of(scope).find(({ id }) => id === topic.difficulty);
}

/** The items that a topic is about. */
export function itemsAbout(topic: TopicEntry, session: Pick<JointSession, "scope">, board: Board): readonly string[] {
  return itemsOfTopic(topic, difficultyOf(topic, session, board));
}

/** A topic in one line of the agenda: what clashes, which item, whose difficulty. */
export function topicTitle(topic: TopicEntry, session: Pick<JointSession, "scope">, board: Board): string {
  switch (topic.of) {
    case "overlap": {
      const overlap = overlapOf(topic, board);
      const kind = kinds().overlap[topic.about.kind];
      if (overlap) return `${kind}: ${overlapToWords(overlap, board.overlapContext(), language()).name}`;
      const resource = topic.about.resource as PartyRef; // a rule is in no directory, and so known to none
      const { isKnown, name } = board.names().of(resource);
      if (isKnown) return `${kind}: ${name}`;
      const items = [topic.about.a, topic.about.b].flatMap((id) =>
        id === undefined ? [] : (board.store.item(id) ?? []),
      );
      return items.length === 0 ? kind : `${kind}: ${items.map((item) => titleIn(item)).join(" — ")}`;
    }
    case "lacking":
    case "late":
    case "unexpected": {
      const item = board.store.item(topic.item);
      return item ? titleIn(item) : words().itemGone;
    }
    case "difficulty":
      return difficultyOf(topic, session, board)?.words ?? words().goneSays.difficulty;
  }
}

/** "Trùng lịch 2 / 8": its group and its place in the whole agenda. */
export function topicPlace(topic: TopicEntry, topics: readonly TopicEntry[]): string {
  const at = topics.findIndex(({ id }) => id === topic.id) + 1;
  return words().at(words().group[topic.of], at, topics.length);
}
