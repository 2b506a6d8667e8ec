import { type Accessor, createSignal } from "solid-js";
import type * as Y from "yjs";
import { screenEntries, setShow } from "../../shared/document/screens.ts";
import type { Actor } from "../../shared/model/actor.ts";
import type { Screen, Show } from "../../shared/model/screen.ts";
import { timeMs } from "../clock.ts";
import type { DocumentLink } from "../connection/document-link.ts";

/** The paired screens, and what one may do with them. Never in anybody's undo: a screen is seen by a whole room. */
export type Screens = {
  /** By name. */
  readonly list: Accessor<readonly Screen[]>;
  /** Adds a screen before it is let in, or changes its name and settings. */
  put(screen: Screen): void;
  /** Chooses what it shows; what is not said stays as it is. */
  show(id: string, show: Partial<Omit<Show, "driver" | "atMs">>): void;
  /** Revokes it. */
  remove(id: string): void;
};

type Parts = { readonly actor: Actor; readonly link: Pick<DocumentLink, "doc" | "attach"> };

export function createScreens({ actor, link }: Parts): Screens {
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
  return {
    list,
    put: (screen) => link.doc.transact(() => screenEntries.put(link.doc, screen)),
    show(id, show) {
      const before = list().find((screen) => screen.id === id)?.show;
      if (!before) return;
      const driver = { id: actor.id, name: actor.name };
      link.doc.transact(() => setShow(link.doc, id, { ...before, ...show, driver, atMs: timeMs() }));
    },
    remove: (id) => link.doc.transact(() => screenEntries.remove(link.doc, id)),
  };
}
