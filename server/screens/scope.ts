import { addDays, type Day, dayParts } from "../../shared/kit/day.ts";
import type { Directory } from "../../shared/model/directory.ts";
import type { Item } from "../../shared/model/item.ts";
import type { Difficulty, JointSession } from "../../shared/model/joint-session.ts";
import type { Overlap } from "../../shared/model/overlap.ts";
import type { Settlement, SettlementState } from "../../shared/model/settlement.ts";
import { documentNameToText, firstYear, lastYear } from "../../shared/protocol/document-name.ts";
import { type TopicWorld, topicStateOf } from "../../shared/rules/agenda.ts";
import { landAt, textToTarget } from "../../shared/rules/landing.ts";
import { createOverlapIndex, type OverlapIndex } from "../../shared/rules/overlap-index.ts";
import { isRunning, lastOpenedFirst } from "../../shared/rules/running.ts";
import { daysOfScope } from "../../shared/rules/scope.ts";
import { settlementIdOf, stateOf } from "../../shared/rules/settling.ts";
import { createNames, type Names } from "../../shared/text/names.ts";
import type { Rooms } from "../live/rooms.ts";
import type { Stop } from "../observe/stop.ts";
import { aheadDays, aroundDays } from "./limits.ts";
import { type ProgrammeNews, programmeFollower } from "./programme-follower.ts";
import type { Board, Hand, WouldClash } from "./projection/mask.ts";

/** Both days belong to it. */
export type ScopeDays = { readonly first: Day; readonly last: Day };

type Parts = {
  readonly rooms: Pick<Rooms, "follow">;
  readonly board: string;
  readonly days: ScopeDays;
  readonly directory: Directory;
  readonly today: Day;
  /** Something of it is another than before. */
  readonly onChange: () => void;
};

/** What one programme has of interest. */
type Programme = {
  readonly items: Set<string>;
  readonly settlements: Map<string, Settlement>;
  sessions: ReadonlyMap<string, JointSession>;
  difficulties: ReadonlyMap<string, Difficulty>;
};

/**
 * Some days of the board as a screen needs them, kept current edit by edit: their items and those of the week on either
 * side, with every overlap among these. It is there once each programme it lies in has been read.
 */
export class Scope {
  readonly #parts: Parts;
  readonly #index: OverlapIndex;
  readonly #items = new Map<string, Item>();
  readonly #programmes = new Map<number, Programme | null>();
  readonly #stops: readonly Stop[];
  #names: Names;
  #today: Day;
  #version = 0;
  #withheldCount = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#today = parts.today;
    this.#index = createOverlapIndex(parts.directory, { today: parts.today });
    this.#names = createNames(parts.directory, parts.today);
    const days = { first: addDays(parts.days.first, -aroundDays), last: addDays(parts.days.last, aroundDays) };
    // A joint session in December may be about January.
    const years = yearsOf({ first: days.first, last: addDays(days.last, aheadDays) });
    for (const year of years) this.#programmes.set(year, null);
    this.#stops = years.map((year) =>
      parts.rooms.follow(
        documentNameToText({ kind: "programme", board: parts.board, year }),
        programmeFollower(days, (news) => this.#hear(year, news)),
      ),
    );
  }

  /** Whether everything it shows has been read: until then it would show half a week. */
  get isThere(): boolean {
    return [...this.#programmes.values()].every((programme) => programme !== null);
  }

  /** Grows with every change. */
  get version(): number {
    return this.#version;
  }

  /** Grows when something that could be spoken of no longer may. */
  get withheldCount(): number {
    return this.#withheldCount;
  }

  /** Joint sessions that go on: first those about `day`, then the one opened last. */
  runningSessions(nowMs: number, day?: Day): readonly JointSession[] {
    const running = this.#known().flatMap(({ sessions }) =>
      [...sessions.values()].filter((session) => isRunning(session, nowMs)),
    );
    const rank = ({ scope }: JointSession) => (day !== undefined && daysOfScope(scope).includes(day) ? 0 : 1);
    return running.sort((a, b) => rank(a) - rank(b) || lastOpenedFirst(a, b));
  }

  /** The days as plain data, following `session`, in which people have something in hand. */
  board(session: JointSession | null, hands: readonly Hand[]): Board {
    const index = this.#index;
    const overlapOf: TopicWorld["overlap"] = ({ a, key, kind }) =>
      index.of(a).find((overlap) => overlap.key === key && overlap.kind === kind) ?? null;
    const difficulty = (id: string) => this.#known().flatMap(({ difficulties }) => difficulties.get(id) ?? [])[0];
    const world: TopicWorld = {
      ...{
        overlap: overlapOf,
        stateOf: (overlap) => this.#stateOf(overlap),
        item: (id) => this.#items.get(id),
        difficulty,
      },
    };
    return {
      index: index.world().index,
      names: this.#names,
      item: (id) => this.#items.get(id),
      items: () => this.#items.values(),
      overlapsOf: (id) => index.of(id),
      overlaps: () => index.all(),
      isQuiet: (overlap) => this.#stateOf(overlap) === "settled",
      overlapOf,
      topicStateOf: (topic) => topicStateOf(topic, session ?? { resolutions: [] }, world),
      ...{ session, hands, difficulty },
      wouldClash: (hand) => this.#wouldClash(hand),
    };
  }

  setDirectory(directory: Directory): void {
    this.#index.setDirectory(directory);
    this.#names = createNames(directory, this.#today);
    this.#changed();
  }

  setToday(today: Day): void {
    if (today === this.#today) return;
    this.#today = today;
    this.#index.setToday(today);
    this.#names = createNames(this.#index.world().index.directory, today);
    this.#changed();
  }

  stop(): void {
    for (const stop of this.#stops) stop();
  }

  #wouldClash({ item, over }: Hand): WouldClash | null {
    const [before, target] = [this.#items.get(item), textToTarget(over)];
    if (!before || !target) return null;
    const held = landAt(before, target);
    const overlap = this.#index.probe(held).find(({ severity }) => severity !== "hint");
    return overlap ? { held, overlap } : null;
  }

  #known(): Programme[] {
    return [...this.#programmes.values()].flatMap((programme) => programme ?? []);
  }

  #stateOf(overlap: Overlap): SettlementState {
    const id = settlementIdOf(overlap);
    // An item that went over New Year may have left one behind: the newest counts.
    const found = this.#known().flatMap(({ settlements }) => settlements.get(id) ?? []);
    const newest = found.sort((a, b) => b.decision.atMs - a.decision.atMs)[0] ?? null;
    return stateOf(overlap, newest, this.#today);
  }

  #hear(year: number, news: ProgrammeNews): void {
    const before = this.#programmes.get(year);
    const programme = before ?? {
      items: new Set(),
      settlements: new Map(),
      sessions: new Map(),
      difficulties: new Map(),
    };
    this.#programmes.set(year, programme);
    if (news.is === "whole") this.#forget(programme, news);
    for (const [id, item] of news.items) this.#put(programme, id, item);
    if (news.is === "whole") this.#index.build(this.#items.values());
    else for (const id of news.items.keys()) this.#judge(id);
    for (const [id, settlement] of news.settlements)
      if (settlement) programme.settlements.set(id, settlement);
      else programme.settlements.delete(id);
    if (news.sessions) programme.sessions = news.sessions;
    if (news.difficulties) programme.difficulties = news.difficulties;
    this.#changed();
  }

  /** What a document that was read anew no longer has. */
  #forget(programme: Programme, { items, settlements }: ProgrammeNews): void {
    for (const id of programme.items) if (!items.has(id)) this.#put(programme, id, null);
    for (const id of programme.settlements.keys()) if (!settlements.has(id)) programme.settlements.delete(id);
  }

  #put(programme: Programme, id: string, item: Item | null): void {
    const before = this.#items.get(id);
    if (before && !before.withheld && item?.withheld) this.#withheldCount++;
    if (item) {
      programme.items.add(id);
      this.#items.set(id, item);
      return;
    }
    // It may have come in another year's programme already.
    if (!programme.items.delete(id) || this.#known().some(({ items }) => items.has(id))) return;
    this.#items.delete(id);
  }

  #judge(id: string): void {
    const item = this.#items.get(id);
    if (item) this.#index.upsert(item);
    else this.#index.remove(id);
  }

  #changed(): void {
    this.#version++;
    this.#parts.onChange();
  }
}

function yearsOf({ first, last }: ScopeDays): number[] {
  const [from, to] = [dayParts(first).year, dayParts(last).year];
  const years = Array.from({ length: to - from + 1 }, (_, step) => from + step);
  return years.filter((year) => year >= firstYear && year <= lastYear);
}
