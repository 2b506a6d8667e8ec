import { difficultyEntries } from "../../shared/document/difficulties.ts";
import type { Actor } from "../../shared/model/actor.ts";
import type { Difficulty, Scope } from "../../shared/model/joint-session.ts";
import { mayKeepDifficulty } from "../../shared/rules/rights.ts";
import { yearOfScope } from "../../shared/rules/scope.ts";
import { freshId, timeMs } from "../clock.ts";
import type { JointReading } from "./joint-reading.ts";
import type { Programmes } from "./programmes.ts";
import type { History } from "./undo.ts";

/** What the offices write down for a joint session to talk about; each one undoable step. */
export type Difficulties = {
  /** Of a scope, by office and then as they were written. Reactive. */
  of(scope: Scope): readonly Difficulty[];
  /** Writes one down for one's own office; a guest has none. */
  add(wish: { readonly scope: Scope; readonly words: string; readonly item?: string }): void;
  change(id: string, to: { readonly words: string; readonly item?: string | undefined }): void;
  remove(id: string): void;
};

type Parts = {
  readonly actor: Actor;
  readonly by: Difficulty["written"]["by"];
  readonly reading: Pick<JointReading, "difficulties">;
  readonly programmes: Pick<Programmes, "docOf">;
  readonly history: Pick<History, "perform">;
};

export function createDifficulties({ actor, by, reading, programmes, history }: Parts): Difficulties {
  const found = (id: string) => {
    const difficulty = reading.difficulties().find((one) => one.id === id);
    return difficulty && mayKeepDifficulty(actor, difficulty) ? difficulty : null;
  };
  const put = (difficulty: Difficulty) => {
    const doc = programmes.docOf(yearOfScope(difficulty.scope));
    if (difficulty.words !== "") history.perform([doc], () => difficultyEntries.put(doc, difficulty));
  };
  return {
    of: ({ horizon, period }) =>
      reading
        .difficulties()
        .filter(({ scope }) => scope.horizon === horizon && scope.period === period)
        .sort((a, b) => (a.office < b.office ? -1 : a.office > b.office ? 1 : a.written.atMs - b.written.atMs)),
    add({ scope, words, item }) {
      if (actor.office === null || actor.role === "guest") return;
      const written = { by, atMs: timeMs() };
      put({ id: freshId(), scope, office: actor.office, words: words.trim(), written, ...(item && { item }) });
    },
    change(id, { words, item }) {
      const before = found(id);
      if (!before) return;
      const { item: _item, ...rest } = before;
      put({ ...rest, words: words.trim(), written: { by, atMs: timeMs() }, ...(item && { item }) });
    },
    remove(id) {
      const before = found(id);
      if (!before) return;
      const doc = programmes.docOf(yearOfScope(before.scope));
      history.perform([doc], () => difficultyEntries.remove(doc, id));
    },
  };
}
