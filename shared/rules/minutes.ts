/**
 * The minutes of a joint session (*biên bản*) as data: from the session, what its items are called, and what stayed open.
 * The words are elsewhere (`text/minutes-words.ts`).
 */
import type { Item } from "../model/item.ts";
import type { Change, Difficulty, JointSession, Lacking, Scope, Topic, Verdict } from "../model/joint-session.ts";
import { type OfficeId, officeIds } from "../model/office.ts";
import type { Overlap, OverlapKind } from "../model/overlap.ts";
import type { AgendaTopic } from "./agenda.ts";

/** An item that something was said about. `title` is null where it is withheld from who asks, or known no more. */
export type MinutesMatter = { readonly item: string; readonly title: string | null; readonly isWithheld: boolean };

/** What was talked about. Where one of the matters is withheld, nothing else says more than that somebody is busy. */
export type MinutesTopic = {
  readonly of: Topic["of"];
  readonly matters: readonly MinutesMatter[];
  /** Of an overlap: what clashes, and over whom or what. */
  readonly kind: OverlapKind | null;
  readonly resource: Overlap["resource"] | null;
  /** Of an item that lacks something. */
  readonly lacks: readonly Lacking[];
  /** Of a difficulty: whose, and what they wrote. */
  readonly office: OfficeId | null;
  readonly words: string | null;
};

export type MinutesDecision = {
  readonly topic: MinutesTopic | null;
  readonly verdict: Verdict;
  /** Of a withheld item only when it is. */
  readonly changes: readonly (Pick<Change, "field" | "party" | "before" | "after"> & {
    readonly matter: MinutesMatter;
  })[];
  readonly why: string | null;
  readonly by: string;
  readonly atMs: number;
};

export type Minutes = {
  readonly id: string;
  readonly scope: Scope;
  readonly opened: { readonly by: string; readonly atMs: number };
  readonly closed: { readonly by: string; readonly atMs: number } | null;
  /** Who led, from when to when; the last until the end, null while it goes on. */
  readonly leads: readonly { readonly name: string; readonly fromMs: number; readonly toMs: number | null }[];
  /** Those present, office by office; those of no office last. Offices of which nobody came are there too. */
  readonly present: readonly {
    readonly office: OfficeId | null;
    readonly people: readonly { readonly name: string; readonly joinedMs: number; readonly leftMs: number | null }[];
  }[];
  /** In the order in which they were made. What was only noted stands with what stayed open. */
  readonly decisions: readonly MinutesDecision[];
  /** `why`: the last word about it; null when it was not come to. */
  readonly open: readonly { readonly topic: MinutesTopic; readonly why: string | null }[];
  /** Everything that the offices wrote down for this session. */
  readonly difficulties: readonly {
    readonly topic: MinutesTopic;
    readonly isDiscussed: boolean;
    readonly why: string | null;
  }[];
};

export type MinutesParts = {
  readonly session: JointSession;
  /** Of any scope; others are passed over. */
  readonly difficulties: readonly Difficulty[];
  item(id: string): Item | undefined;
  /** Whether a topic is open now: asked of a session that has not ended. */
  isOpen(topic: AgendaTopic): boolean;
  /** Whether who asks may read what is withheld. */
  readonly mayReadWithheld: boolean;
};

export function minutesOf(parts: MinutesParts): Minutes {
  const { session } = parts;
  const { id, scope, opened, closed, topics, resolutions } = session;
  const topicById = new Map(topics.map((topic) => [topic.id, topicOf(topic, parts)]));
  const whyOf = (topicId: string) => {
    const last = resolutions.findLast((one) => one.topic === topicId)?.why ?? null;
    return isMasked(topicById.get(topicId), parts) ? null : last;
  };
  const wasOpen = (topic: AgendaTopic) => closed?.open?.includes(topic.id) ?? parts.isOpen(topic);
  return {
    ...{ id, scope, opened: signed(opened), closed: closed && signed(closed) },
    leads: leadsOf(session),
    present: presentOf(session),
    decisions: resolutions
      .filter(({ verdict, topic }) => verdict !== "note" && topicById.get(topic)?.of !== "difficulty")
      .map((resolution) => decisionOf(resolution, topicById.get(resolution.topic) ?? null, parts)),
    open: topics
      .filter((topic) => topic.of !== "difficulty" && wasOpen(topic))
      .flatMap((topic) => {
        const said = topicById.get(topic.id);
        return said ? [{ topic: said, why: whyOf(topic.id) }] : [];
      }),
    difficulties: difficultiesOf(parts),
  };
}

function decisionOf(
  { verdict, changes, why, by, atMs }: JointSession["resolutions"][number],
  topic: MinutesTopic | null,
  parts: MinutesParts,
): MinutesDecision {
  const isMaskedOne = isMasked(topic, parts);
  const told = changes.flatMap(({ item, title, withheld, field, party, before, after }) => {
    const known = parts.item(item);
    const isWithheld = withheld === true || known?.withheld === true;
    const isHidden = isWithheld && !parts.mayReadWithheld;
    // Who and where would tell more than that somebody is busy then.
    if (isHidden && field !== "when" && field !== "status") return [];
    const matter = { item, title: isHidden ? null : title, isWithheld };
    return [
      {
        matter,
        field,
        ...(party && { party }),
        ...(before !== undefined && { before }),
        ...(after !== undefined && { after }),
      },
    ];
  });
  const isAnyHidden = isMaskedOne || (!parts.mayReadWithheld && told.some(({ matter }) => matter.isWithheld));
  return { topic, verdict, changes: told, why: isAnyHidden ? null : (why ?? null), by: by.name, atMs };
}

/** Difficulties on the agenda, and those that were written down and never came on it, by office as they were written. */
function difficultiesOf(parts: MinutesParts): Minutes["difficulties"] {
  const { session, difficulties } = parts;
  const { horizon, period } = session.scope;
  const own = difficulties.filter(({ scope }) => scope.horizon === horizon && scope.period === period);
  const ids = [
    ...new Set([
      ...session.topics.flatMap((topic) => (topic.of === "difficulty" ? [topic.difficulty] : [])),
      ...own.map((one) => one.id),
    ]),
  ];
  return ids.map((difficulty) => {
    const topic = session.topics.find((one) => one.of === "difficulty" && one.difficulty === difficulty);
    const last = topic && session.resolutions.findLast((one) => one.topic === topic.id);
    const said = topicOf({ of: "difficulty", order: 0, difficulty }, parts);
    return { topic: said, isDiscussed: last !== undefined, why: isMasked(said, parts) ? null : (last?.why ?? null) };
  });
}

function topicOf(topic: Topic, parts: MinutesParts): MinutesTopic {
  const nothing = { kind: null, resource: null, lacks: [], office: null, words: null };
  switch (topic.of) {
    case "overlap": {
      const { kind, resource, a, b } = topic.about;
      const matters = [a, ...(b === undefined ? [] : [b])].map((item) => matterOf(item, parts));
      const said = { ...nothing, of: topic.of, matters, kind };
      // What a document holds is a resource as it was written there.
      return { ...said, resource: isMasked(said, parts) ? null : (resource as Overlap["resource"]) };
    }
    case "lacking":
      return { ...nothing, of: topic.of, matters: [matterOf(topic.item, parts)], lacks: topic.lacks };
    case "late":
    case "unexpected":
      return { ...nothing, of: topic.of, matters: [matterOf(topic.item, parts)] };
    case "difficulty": {
      const written = parts.difficulties.find(({ id }) => id === topic.difficulty);
      const matters = written?.item === undefined ? [] : [matterOf(written.item, parts)];
      const said = { ...nothing, of: topic.of, matters, office: written?.office ?? null };
      return { ...said, words: isMasked(said, parts) ? null : (written?.words ?? null) };
    }
  }
}

/** What the item is called now; of one that is gone, as it was called when it was last decided about. */
function matterOf(item: string, { item: find, session, mayReadWithheld }: MinutesParts): MinutesMatter {
  const known = find(item);
  const changes = session.resolutions.flatMap((resolution) =>
    resolution.changes.filter((change) => change.item === item),
  );
  const last = changes.at(-1);
  const isWithheld = known ? known.withheld === true : last?.withheld === true;
  const title = known?.title ?? last?.title ?? null;
  return { item, title: isWithheld && !mayReadWithheld ? null : title, isWithheld };
}

function isMasked(topic: Pick<MinutesTopic, "matters"> | null | undefined, { mayReadWithheld }: MinutesParts): boolean {
  // Of an item that nobody knows any more nobody knows whether it was withheld.
  return !mayReadWithheld && topic?.matters.some(({ isWithheld, title }) => isWithheld || title === null) === true;
}

function leadsOf({ leads, closed }: JointSession): Minutes["leads"] {
  // Who took the lead from themselves went on leading.
  const turns = leads.filter(({ person }, at) => person.id !== leads[at - 1]?.person.id);
  return turns.map(({ person, atMs }, at) => ({
    ...{ name: person.name, fromMs: atMs, toMs: turns[at + 1]?.atMs ?? closed?.atMs ?? null },
  }));
}

function presentOf({ present, closed }: JointSession): Minutes["present"] {
  const peopleOf = (office: OfficeId | null) =>
    present
      .filter((one) => one.office === office)
      .map(({ person, joinedMs, leftMs }) => {
        // Who left only because it was over stayed to the end.
        const hasLeft = leftMs !== undefined && (closed === null || leftMs < closed.atMs);
        return { name: person.name, joinedMs, leftMs: hasLeft ? leftMs : null };
      });
  const others = peopleOf(null);
  const offices = officeIds.map((office) => ({ office, people: peopleOf(office) }));
  return others.length > 0 ? [...offices, { office: null, people: others }] : offices;
}

function signed({ by, atMs }: JointSession["opened"]) {
  return { by: by.name, atMs };
}
