import { type Accessor, createSignal } from "solid-js";
import type * as Y from "yjs";
import { screenEntries, setShow } from "../../shared/document/screens.ts";
import type { Actor } from "../../shared/model/actor.ts";
import type { Screen, Show } from "../../shared/model/screen.ts";
import type { Answer } from "../../shared/protocol/problem.ts";
import type { PairingAsked, SeenById } from "../../shared/protocol/screen-feed.ts";
import { timeMs } from "../clock.ts";
import type { DocumentLink } from "../connection/document-link.ts";
import type { ScreenCalls } from "../connection/screens-api.ts";

/** The paired screens, and what one may do with them. Never in anybody's undo: a screen is seen by a whole room. */
export type Screens = {
  /** By name. */
  readonly list: Accessor<readonly Screen[]>;
  /** Adds a screen before it is let in, or changes its name and settings. */
  put(screen: Screen): void;
  /** Chooses what it shows; what is not said stays as it is. `day: undefined` is this week. */
  show(id: string, show: Partial<Omit<Show, "driver" | "atMs">>): void;
  /** Revokes it. */
  remove(id: string): void;
  /** Which screen waits behind a code. */
  asked(code: string): Promise<Answer<PairingAsked>>;
  /** Lets it in as `screen`, new or known; one that the server did not let in leaves nothing behind. */
  letIn(code: string, screen: Screen): Promise<Answer<unknown>>;
  /** Sends it away. */
  deny(code: string): Promise<Answer<unknown>>;
  /** When each was last there, by id. */
  seen(): Promise<Answer<SeenById>>;
};

type Parts = {
  readonly actor: Actor;
  readonly link: Pick<DocumentLink, "doc" | "attach">;
  readonly calls: ScreenCalls;
};

export function createScreens({ actor, link, calls }: Parts): Screens {
  const [list, setList] = createSignal<readonly Screen[]>([]);
  const read = (doc: Y.Doc) =>
    setList(
      [...screenEntries.read(doc).values()].sort(
        (a, b) => a.name.localeCompare(b.name, "vi") || (a.id < b.id ? -1 : 1),
      ),
    );
  link.attach(({ doc }) => {
    read(doc);
    return screenEntries.observe(doc, () => read(doc));
  });
  const put = (screen: Screen) => link.doc.transact(() => screenEntries.put(link.doc, screen));
  const remove = (id: string) => link.doc.transact(() => screenEntries.remove(link.doc, id));
  return {
    list,
    put,
    show(id, show) {
      const before = list().find((screen) => screen.id === id)?.show;
      if (!before) return;
      const driver = { id: actor.id, name: actor.name };
      const { day, ...rest } = { ...before, ...show, driver, atMs: timeMs() };
      link.doc.transact(() => setShow(link.doc, id, { ...rest, ...(day && { day }) }));
    },
    remove,
    asked: calls.asked,
    async letIn(code, screen) {
      const isNew = !list().some(({ id }) => id === screen.id);
      // The server lets in only what the directory has.
      put(screen);
      const answer = await calls.claim(code, screen.id);
      if (isNew && answer.kind !== "answered") remove(screen.id);
      return answer;
    },
    deny: calls.deny,
    seen: calls.seen,
  };
}
