import { type Accessor, batch, createSignal } from "solid-js";
import type * as Y from "yjs";
import { difficultyEntries } from "../../shared/document/difficulties.ts";
import { jointSessionsOf, observeJointSessions, readJointSession } from "../../shared/document/joint-sessions.ts";
import type { Difficulty, JointSession } from "../../shared/model/joint-session.ts";
import { lastOpenedFirst } from "../../shared/rules/running.ts";
import { createSignalMap } from "./signal-map.ts";

/** The joint sessions and difficulties of the open programmes, as signals. */
export type JointReading = {
  /** All that are known, the last opened first. */
  readonly all: Accessor<readonly JointSession[]>;
  /** One session; a step in another repaints nothing that shows this one. */
  session(id: string): JointSession | undefined;
  readonly difficulties: Accessor<readonly Difficulty[]>;
  /** The document that holds a session. */
  docOf(id: string): Y.Doc | undefined;
  /** Shows what the server said is going on, until the documents are there. */
  showRemembered(sessions: readonly JointSession[]): void;
  dropRemembered(): void;
  /** Shows what a document holds, now and as it changes. */
  watchProgramme(doc: Y.Doc): () => void;
};

export function createJointReading(): JointReading {
  const byId = createSignalMap<string, JointSession>();
  const known = new Map<string, JointSession>();
  const remembered = new Set<string>();
  /** Sessions of a document that went: the one that takes its place says what became of them. */
  const orphans = new Set<string>();
  const docs = new Map<Y.Doc, ReadonlyMap<string, Difficulty>>();
  const [all, setAll] = createSignal<readonly JointSession[]>([]);
  const [difficulties, setDifficulties] = createSignal<readonly Difficulty[]>([]);

  const docOf = (id: string) => [...docs.keys()].find((doc) => jointSessionsOf(doc).has(id));
  const show = (sessions: Iterable<readonly [string, JointSession | null]>) =>
    batch(() => {
      for (const [id, session] of sessions) {
        if (session) known.set(id, session);
        else known.delete(id);
        byId.set(id, session ?? undefined);
      }
      setAll([...known.values()].sort(lastOpenedFirst));
    });
  const readIn = (id: string) => {
    const doc = docOf(id);
    return [id, doc ? readJointSession(id, jointSessionsOf(doc).get(id)) : null] as const;
  };
  const showDifficulties = () => setDifficulties([...docs.values()].flatMap((own) => [...own.values()]));

  return {
    all,
    session: byId.get,
    difficulties,
    docOf,
    showRemembered(sessions) {
      for (const { id } of sessions) remembered.add(id);
      show(sessions.map((session) => [session.id, session]));
    },
    dropRemembered() {
      const gone = [...remembered].filter((id) => !docOf(id));
      remembered.clear();
      if (gone.length > 0) show(gone.map((id) => [id, null]));
    },
    watchProgramme(doc) {
      docs.set(doc, difficultyEntries.read(doc));
      const ids = new Set([...orphans, ...jointSessionsOf(doc).keys()]);
      orphans.clear();
      if (ids.size > 0) show([...ids].map(readIn));
      showDifficulties();
      const stopSessions = observeJointSessions(doc, (touched) => show([...touched].map(readIn)));
      const stopDifficulties = difficultyEntries.observe(doc, () => {
        docs.set(doc, difficultyEntries.read(doc));
        showDifficulties();
      });
      return () => {
        stopSessions();
        stopDifficulties();
        for (const id of jointSessionsOf(doc).keys()) orphans.add(id);
        docs.delete(doc);
      };
    },
  };
}
