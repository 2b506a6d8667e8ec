import type { Day } from "../../shared/kit/day.ts";
import { weekOf } from "../../shared/kit/week.ts";
import type { Difficulty, JointSession, Scope } from "../../shared/model/joint-session.ts";
import {
  type AgendaTopic,
  agendaOf,
  type TopicState,
  type TopicWorld,
  topicStateOf,
} from "../../shared/rules/agenda.ts";
import { createNorms } from "../../shared/rules/norms.ts";
import { daysOfScope } from "../../shared/rules/scope.ts";
import type { BoardStore } from "./board-store.ts";
import { idsOn } from "./overlaps-shown.ts";
import { waitingKey } from "./placement.ts";
import type { SettlementStore } from "./settlement-store.ts";

/** What of the open programmes is undecided now, and how far each topic has come. Both reactive. */
export type AgendaNow = {
  of(scope: Scope): readonly AgendaTopic[];
  /** The same of everything that the documents hold, also what was put off while they opened. */
  whole(scope: Scope): readonly AgendaTopic[];
  stateOf(session: JointSession, topic: AgendaTopic): TopicState;
};

type Parts = {
  readonly store: BoardStore;
  readonly settlements: Pick<SettlementStore, "stateOf">;
  readonly difficulties: () => readonly Difficulty[];
  readonly today: () => Day;
};

export function createAgendaNow({ store, settlements, difficulties, today }: Parts): AgendaNow {
  const world: TopicWorld = {
    overlap: ({ a, key, kind }) => store.overlaps.of(a).find((one) => one.key === key && one.kind === kind) ?? null,
    stateOf: settlements.stateOf,
    item: store.item,
    difficulty: (id) => difficulties().find((one) => one.id === id),
  };
  const of = (scope: Scope) => {
    const waiting = periodsOf(scope).flatMap((period) => store.at(waitingKey(period)));
    const ids = new Set([...idsOn(store, daysOfScope(scope)), ...waiting]);
    return agendaOf({
      scope,
      items: [...ids].flatMap((id) => store.item(id) ?? []),
      overlapsOf: store.overlaps.of,
      stateOf: settlements.stateOf,
      difficulties: difficulties(),
      norms: createNorms(store.directory().norms),
      today: today(),
    });
  };
  return {
    of,
    whole(scope) {
      store.catchUp();
      return of(scope);
    },
    stateOf: (session, topic) => topicStateOf(topic, session, world),
  };
}

/** The periods in which items of a scope may wait for a day: a month's weeks too; the rule says which of them are its own. */
function periodsOf(scope: Scope): readonly string[] {
  if (scope.horizon === "week") return [scope.period];
  const weeks = daysOfScope(scope).map(weekOf);
  const texts = weeks.map(({ year, week }) => `${year}-W${String(week).padStart(2, "0")}`);
  return [scope.period, ...new Set(texts)];
}
