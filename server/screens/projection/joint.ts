import { unreachable } from "../../../shared/kit/assert.ts";
import type { Item } from "../../../shared/model/item.ts";
import type { JointSession, Scope, WalkStep } from "../../../shared/model/joint-session.ts";
import { isPlaced } from "../../../shared/model/when.ts";
import type { JointShow } from "../../../shared/protocol/screen-feed.ts";
import type { AgendaTopic, TopicState } from "../../../shared/rules/agenda.ts";
import { signOf } from "../../../shared/rules/overlap-order.ts";
import { minutesPhrases } from "../../../shared/text/minutes-phrases.ts";
import type { Language } from "../../../shared/text/overlap-phrases.ts";
import { screenWords } from "../../../shared/text/screen-words.ts";
import { decidedToWords } from "./decided.ts";
import type { Held } from "./held.ts";
import { lineWithDay } from "./line.ts";
import { isOpen, type MaskedBoard } from "./mask.ts";
import { type Moment, midnightMs } from "./moment.ts";
import { offerToWords, type Saying } from "./offer.ts";
import { reasonOf } from "./reason.ts";

/** The step at which a joint session stands: what it is about, the ways on, and what was decided. */
export function jointShow(board: MaskedBoard, session: JointSession, at: SpokenAt): Held<JointShow> {
  const { language } = at;
  const words = screenWords[language];
  const { step, topics, lead } = session;
  const position = topics.findIndex(({ id }) => id === step?.topic);
  const topic = topics[position];
  const states = new Map(topics.map((one) => [one.id, board.topicStateOf(one)]));
  const count = (state: TopicState["state"]) =>
    states
      .values()
      .filter((one) => one.state === state)
      .toArray().length;
  const items = itemsOf(board, topic);
  const about = topic ? aboutOf(board, topic, language) : nothing;
  const state = topic && states.get(topic.id);
  return {
    show: {
      of: "joint",
      title: topic ? `${words.topic[topic.of]} ${position + 1} / ${topics.length}` : words.agenda,
      subtitle: words.joint(scopeToWords(session.scope, language), lead.person.name),
      certainty: about.certainty,
      reason: state?.state === "gone" ? words.gone : about.reason,
      sides: items.map((item) => lineWithDay(board, item, language)),
      offers: topic && step ? offersOf(board, step, { of: topic.of, isOpen: about.isOpen, items, language }) : [],
      decided: state?.state === "decided" ? decidedToWords(board, state.resolution, about.isOpen, language) : null,
      decidedCount: count("decided"),
      leftCount: count("open"),
    },
    untilMs: midnightMs(at),
  };
}

function offersOf(board: MaskedBoard, { offers, taking }: WalkStep, saying: Saying): JointShow["offers"] {
  return offers.map((offer, index) => ({
    number: index + 1,
    words: offerToWords(board, offer, saying),
    isTaken: taking === index + 1,
    isFree: offer.clash === undefined,
  }));
}

export type SpokenAt = Moment & { readonly language: Language };

type About = {
  readonly certainty: JointShow["certainty"];
  readonly reason: string;
  /** Whether everything about it may be said. */
  readonly isOpen: boolean;
};

const nothing: About = { certainty: null, reason: "", isOpen: false };

function aboutOf(board: MaskedBoard, topic: AgendaTopic, language: Language): About {
  const words = screenWords[language];
  switch (topic.of) {
    case "overlap": {
      const { a, b } = topic.about;
      const areOpen = isOpen(board, a) && (b === undefined || isOpen(board, b));
      const overlap = board.overlapOf(topic.about);
      const reason = overlap ? reasonOf(board, overlap, language) : "";
      return { certainty: overlap && signOf(overlap), reason, isOpen: areOpen };
    }
    case "lacking": {
      const lacks = words.lacks(topic.lacks.map((lack) => minutesPhrases[language].lacks[lack]).join(", "));
      return ofItem(lacks, topic.item);
    }
    case "late":
      return ofItem(words.late, topic.item);
    case "unexpected":
      return ofItem(words.unexpected, topic.item);
    case "difficulty": {
      // Masked where it is about something withheld (`maskBoard`).
      const difficulty = board.difficulty(topic.difficulty);
      const areOpen = difficulty !== undefined && (difficulty.item === undefined || isOpen(board, difficulty.item));
      return { certainty: null, reason: difficulty?.words ?? "", isOpen: areOpen };
    }
    default:
      return unreachable(topic);
  }

  function ofItem(reason: string, item: string): About {
    const isItemOpen = isOpen(board, item);
    return { certainty: null, reason: isItemOpen ? reason : words.withheldMatter, isOpen: isItemOpen };
  }
}

/** What it is about, the earlier first. */
function itemsOf(board: MaskedBoard, topic: AgendaTopic | undefined): Item[] {
  return idsOf(board, topic)
    .flatMap((id) => board.item(id ?? "") ?? [])
    .sort((a, b) => (startOf(a) < startOf(b) ? -1 : startOf(a) > startOf(b) ? 1 : 0));
}

function idsOf(board: MaskedBoard, topic: AgendaTopic | undefined): readonly (string | undefined)[] {
  if (!topic) return [];
  switch (topic.of) {
    case "overlap":
      return [topic.about.a, topic.about.b];
    case "difficulty":
      return [board.difficulty(topic.difficulty)?.item];
    default:
      return [topic.item];
  }
}

function startOf({ when }: Item): string {
  if (!isPlaced(when)) return "~";
  return `${when.day} ${String(when.horizon === "time" ? when.startMin : 0).padStart(4, "0")}`;
}

function scopeToWords({ horizon, period }: Scope, language: Language): string {
  const words = screenWords[language];
  if (horizon === "week") return words.week(Number(period.slice(6)));
  return words.month(`${Number(period.slice(5))}/${period.slice(0, 4)}`);
}
