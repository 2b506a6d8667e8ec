import { difficultyEntries } from "../../shared/document/difficulties.ts";
import { observeItems } from "../../shared/document/item-changes.ts";
import { readItem } from "../../shared/document/item-reading.ts";
import { type Days, isInDays, itemsInDays } from "../../shared/document/items-in-days.ts";
import { observeJointSessions, readJointSessions } from "../../shared/document/joint-sessions.ts";
import { itemsOf } from "../../shared/document/roots.ts";
import {
  observeSettlements,
  readSettlement,
  readSettlements,
  settlementsOf,
} from "../../shared/document/settlements.ts";
import type { Item } from "../../shared/model/item.ts";
import type { Difficulty, JointSession } from "../../shared/model/joint-session.ts";
import type { Settlement } from "../../shared/model/settlement.ts";
import type { Follower } from "../live/readers.ts";
import { together } from "../observe/stop.ts";

/** What became of a programme, as far as it is of interest: null for what is gone, or of interest no more. */
export type ProgrammeNews = {
  /** All there is, or what has changed since. */
  readonly is: "whole" | "change";
  readonly items: ReadonlyMap<string, Item | null>;
  readonly settlements: ReadonlyMap<string, Settlement | null>;
  /** All there are; null when none has changed. */
  readonly sessions: ReadonlyMap<string, JointSession> | null;
  readonly difficulties: ReadonlyMap<string, Difficulty> | null;
};

type Doc = Parameters<Follower<ProgrammeNews>["begin"]>[0];

/**
 * Follows one programme: the items that stand in `days`, and those that a joint session talks of wherever they stand; of a
 * change only what it touched.
 */
export function programmeFollower(days: Days, tell: (news: ProgrammeNews) => void): Follower<ProgrammeNews> {
  let doc: Doc | null = null;
  let isWhole = true;
  const items = new Set<string>();
  const settlements = new Set<string>();
  let areSessionsOld = true;
  let areDifficultiesOld = true;
  let talkedOf: ReadonlySet<string> = new Set();

  const readOne = (opened: Doc, id: string): Item | null => {
    const map = itemsOf(opened).get(id);
    const item = map ? readItem(id, map) : null;
    return item && (talkedOf.has(id) || isInDays(item.when, days)) ? item : null;
  };
  const readAll = (opened: Doc): ReadonlyMap<string, Item | null> => {
    const standing = isWhole ? itemsInDays(opened, days) : [];
    return new Map<string, Item | null>([
      ...standing.map((item) => [item.id, item] as const),
      ...[...items].map((id) => [id, readOne(opened, id)] as const),
    ]);
  };

  function lookAt(opened: Doc): ProgrammeNews {
    const sessions = areSessionsOld ? readJointSessions(opened) : null;
    if (sessions) {
      const before = talkedOf;
      talkedOf = itemsTalkedOf(sessions.values());
      for (const id of talkedOf) if (isWhole || !before.has(id)) items.add(id);
    }
    const changed = [...settlements].map((id) => [id, readSettlement(id, settlementsOf(opened).get(id))] as const);
    return {
      is: isWhole ? "whole" : "change",
      items: readAll(opened),
      settlements: isWhole ? readSettlements(opened) : new Map(changed),
      sessions,
      difficulties: areDifficultiesOld ? difficultyEntries.read(opened) : null,
    };
  }

  return {
    begin(opened, changed) {
      doc = opened;
      [isWhole, areSessionsOld, areDifficultiesOld] = [true, true, true];
      return together([
        observeItems(opened, ({ ids }) => {
          for (const id of ids) items.add(id);
          changed();
        }),
        observeSettlements(opened, (ids) => {
          for (const id of ids) settlements.add(id);
          changed();
        }),
        observeJointSessions(opened, () => {
          areSessionsOld = true;
          changed();
        }),
        difficultyEntries.observe(opened, () => {
          areDifficultiesOld = true;
          changed();
        }),
      ]);
    },
    look() {
      const news = doc ? lookAt(doc) : nothing;
      [isWhole, areSessionsOld, areDifficultiesOld] = [false, false, false];
      items.clear();
      settlements.clear();
      return news;
    },
    tell,
  };
}

const nothing: ProgrammeNews = {
  is: "change",
  items: new Map(),
  settlements: new Map(),
  sessions: null,
  difficulties: null,
};

/** What open sessions have on their agenda, and what was decided about: it is shown wherever it has gone since. */
function itemsTalkedOf(sessions: Iterable<JointSession>): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { closed, topics, resolutions } of sessions) {
    if (closed) continue;
    for (const topic of topics) {
      if (topic.of === "overlap") for (const id of [topic.about.a, topic.about.b]) if (id) ids.add(id);
      if (topic.of === "lacking" || topic.of === "late" || topic.of === "unexpected") ids.add(topic.item);
    }
    for (const { changes } of resolutions) for (const { item } of changes) ids.add(item);
  }
  return ids;
}
