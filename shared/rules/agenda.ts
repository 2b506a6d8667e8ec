/**
 * The agenda of a joint session: what of a week or month is undecided, in the order in which it is talked about, and how far
 * each topic has come. Pure: two boards that hold the same documents answer the same.
 */
import { unreachable } from "../kit/assert.ts";
import type { Day } from "../kit/day.ts";
import type { Item } from "../model/item.ts";
import {
  type Difficulty,
  type JointSession,
  type Resolution,
  type Scope,
  type Topic,
  topicsMax,
} from "../model/joint-session.ts";
import { certainties, type Overlap, severities, sidesOf } from "../model/overlap.ts";
import type { About, SettlementState } from "../model/settlement.ts";
import { isPlaced, programmeYearOf } from "../model/when.ts";
import { longPrintOf } from "./hash.ts";
import { lackingsOf } from "./lacking.ts";
import type { Norms } from "./norms.ts";
import { closingDayOf, isInScope } from "./scope.ts";
import { aboutOf } from "./settling.ts";

export type AgendaTopic = Topic & { readonly id: string };

/** A topic before it has its place. */
type Matter = Topic extends infer Each ? (Each extends Topic ? Omit<Each, "order"> : never) : never;

export type AgendaParts = {
  readonly scope: Scope;
  /** Every item that may stand in the scope; others are passed over. */
  readonly items: Iterable<Item>;
  /** The overlaps of an item. */
  overlapsOf(item: string): readonly Overlap[];
  stateOf(overlap: Overlap): SettlementState;
  readonly difficulties: Iterable<Difficulty>;
  readonly norms: Norms;
  /** What is over is not talked about any more. */
  readonly today: Day;
};

/**
 * What is undecided in a scope: overlaps that must or should be settled and are not (by severity, then certainty, then day),
 * then items that lack something, were registered after the programme was closed, or came unexpectedly, by day; then what
 * the offices wrote down, by office. Hints are left out: they may be settled, and are no reason to meet.
 */
export function agendaOf(parts: AgendaParts): AgendaTopic[] {
  const items = [...parts.items].filter((item) => isInScope(item.when, parts.scope) && !isOver(item, parts.today));
  items.sort((a, b) => compare(placeOf(a), placeOf(b)) || compare(a.id, b.id));
  const closing = closingDayOf(parts.scope, parts.norms);
  const matters: Matter[] = [
    ...openOverlaps(parts, items),
    ...items.flatMap((item): Matter[] => {
      const lacks = lackingsOf(item);
      return lacks.length > 0 ? [{ of: "lacking", item: item.id, lacks }] : [];
    }),
    ...items.filter((item) => isLate(item, closing)).map(({ id }): Matter => ({ of: "late", item: id })),
    ...items.filter(isUnexpected).map(({ id }): Matter => ({ of: "unexpected", item: id })),
    ...writtenDown(parts),
  ];
  return matters.slice(0, topicsMax).map((matter, order) => ({ ...matter, order, id: topicIdOf(matter) }));
}

/** What is on a new agenda and not on that of the session yet, with its place behind the last. */
export function newTopics({ topics }: Pick<JointSession, "topics">, agenda: readonly AgendaTopic[]): AgendaTopic[] {
  const known = new Set(topics.map(({ id }) => id));
  const after = (topics.at(-1)?.order ?? -1) + 1;
  const added = agenda.filter(({ id }) => !known.has(id));
  return added.slice(0, topicsMax - topics.length).map((topic, at) => ({ ...topic, order: after + at }));
}

/** The id of a topic: from its matter alone, so that whoever puts it on the agenda puts the same. */
export function topicIdOf(matter: Matter): string {
  switch (matter.of) {
    case "overlap":
      return longPrintOf(`overlap ${matter.about.kind} ${matter.about.key}`);
    case "lacking":
    case "late":
    case "unexpected":
      return longPrintOf(`${matter.of} ${matter.item}`);
    case "difficulty":
      return longPrintOf(`difficulty ${matter.difficulty}`);
    default:
      return unreachable(matter);
  }
}

/** `open`: still to be decided · `decided`: here, or by whoever settled it elsewhere · `gone`: what it was about is no more. */
export type TopicState = {
  readonly state: "open" | "decided" | "gone";
  /** The last word of the session about it; that it was noted leaves it open. */
  readonly resolution: (Resolution & { readonly id: string }) | null;
};

/** What a board knows of the matter of a topic now. */
export type TopicWorld = {
  overlap(about: About): Overlap | null;
  stateOf(overlap: Overlap): SettlementState;
  item(id: string): Item | undefined;
  difficulty(id: string): Difficulty | undefined;
};

/** How far a topic has come. Derived, never kept: it follows undo, and what is settled elsewhere. */
export function topicStateOf(
  topic: AgendaTopic,
  { resolutions }: Pick<JointSession, "resolutions">,
  world: TopicWorld,
): TopicState {
  const resolution = resolutions.findLast((one) => one.topic === topic.id) ?? null;
  const isDecided = resolution !== null && (resolution.verdict !== "note" || topic.of === "difficulty");
  return { state: stateBy(topic, isDecided, world), resolution };
}

function stateBy(topic: AgendaTopic, isDecided: boolean, world: TopicWorld): TopicState["state"] {
  switch (topic.of) {
    case "overlap": {
      const overlap = world.overlap(topic.about);
      if (!overlap) return isDecided ? "decided" : "gone";
      const state = world.stateOf(overlap);
      // Changed since it was settled: it is to be talked about again. Given back to its office it is not settled, and decided.
      if (state === "settled") return "decided";
      return isDecided && state === "discussed" ? "decided" : "open";
    }
    case "lacking":
      return isDecided ? "decided" : needsSaying(topic.item, world, (item) => lackingsOf(item).length > 0);
    case "late":
      return isDecided ? "decided" : needsSaying(topic.item, world, isAsked);
    case "unexpected":
      return isDecided ? "decided" : needsSaying(topic.item, world, isUnexpected);
    case "difficulty":
      if (isDecided) return "decided";
      return world.difficulty(topic.difficulty) ? "open" : "gone";
    default:
      return unreachable(topic);
  }
}

function needsSaying(id: string, { item }: TopicWorld, isStill: (item: Item) => boolean): "open" | "gone" {
  const found = item(id);
  return found && isStill(found) ? "open" : "gone";
}

function openOverlaps({ overlapsOf, stateOf }: AgendaParts, items: readonly Item[]): Matter[] {
  const placeById = new Map(items.map((item) => [item.id, placeOf(item)]));
  const found = new Map<string, Overlap>();
  for (const { id } of items)
    for (const overlap of overlapsOf(id)) found.set(`${overlap.kind} ${overlap.key}`, overlap);
  const open = [...found.values()].filter((overlap) => overlap.severity !== "hint" && stateOf(overlap) !== "settled");
  const dayOf = (overlap: Overlap) =>
    sidesOf(overlap)
      .flatMap(({ item }) => placeById.get(item) ?? [])
      .sort(compare)[0] ?? "";
  open.sort(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      certainties.indexOf(a.certainty) - certainties.indexOf(b.certainty) ||
      compare(dayOf(a), dayOf(b)) ||
      compare(a.key, b.key) ||
      compare(a.kind, b.kind),
  );
  return open.map((overlap) => ({ of: "overlap", about: aboutOf(overlap), severity: overlap.severity }));
}

function writtenDown({ difficulties, scope }: AgendaParts): Matter[] {
  const own = [...difficulties].filter(
    (one) => one.scope.horizon === scope.horizon && one.scope.period === scope.period,
  );
  own.sort((a, b) => compare(a.office, b.office) || a.written.atMs - b.written.atMs || compare(a.id, b.id));
  return own.map(({ id }) => ({ of: "difficulty", difficulty: id }));
}

/** What is still asked for: neither refused, called off nor over. */
function isAsked({ status }: Item): boolean {
  return status === "registered" || status === "approved";
}

/** What came unexpectedly is a topic of its own, and late by nature. */
function isLate(item: Item, closing: Day | null): boolean {
  const isAfter = item.registered !== undefined && closing !== null && item.registered > closing;
  return isAfter && isAsked(item) && !item.unexpected;
}

function isUnexpected(item: Item): boolean {
  return item.unexpected === true && isAsked(item);
}

function isOver({ when }: Item, today: Day): boolean {
  return isPlaced(when) && (when.lastDay ?? when.day) < today;
}

/** Day and hour as a text that sorts; what has no day comes last. */
function placeOf({ when }: Pick<Item, "when">): string {
  if (!isPlaced(when)) return `~${programmeYearOf(when)}`;
  return `${when.day} ${when.horizon === "time" ? String(when.startMin).padStart(4, "0") : "~"}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
