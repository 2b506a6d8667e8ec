import { readDirectory } from "../../shared/document/directory-codec.ts";
import { entriesOf } from "../../shared/document/roots.ts";
import { screenEntries } from "../../shared/document/screens.ts";
import { type Directory, entryKinds } from "../../shared/model/directory.ts";
import type { Screen } from "../../shared/model/screen.ts";
import type { Follower } from "../live/readers.ts";
import { together } from "../observe/stop.ts";

export type DirectoryNews = {
  /** All there is, as the document was when it was opened, or what has changed since in the same document. */
  readonly is: "whole" | "change";
  /** Null when nothing of it has changed. */
  readonly directory: Directory | null;
  readonly screens: {
    readonly byId: ReadonlyMap<string, Screen>;
    /** Everything that has an entry, readable or not: only what has none is revoked. */
    readonly ids: ReadonlySet<string>;
  };
};

type Doc = Parameters<Follower<DirectoryNews>["begin"]>[0];
type Telling = Pick<Follower<DirectoryNews>, "tell"> & Required<Pick<Follower<DirectoryNews>, "hear">>;

/** Follows the directory: its entries, its screens, and what those who have the board open say of themselves. */
export function directoryFollower({ tell, hear }: Telling): Follower<DirectoryNews> {
  let doc: Doc | null = null;
  let isWhole = true;
  let areEntriesOld = true;
  return {
    begin(opened, changed) {
      doc = opened;
      [isWhole, areEntriesOld] = [true, true];
      const observe = (kind: (typeof entryKinds)[number]) => {
        const note = () => {
          areEntriesOld = true;
          changed();
        };
        const entries = entriesOf(opened, kind);
        entries.observeDeep(note);
        return () => entries.unobserveDeep(note);
      };
      return together([...entryKinds.map(observe), screenEntries.observe(opened, changed)]);
    },
    look() {
      const news: DirectoryNews = {
        is: isWhole ? "whole" : "change",
        directory: doc && areEntriesOld ? readDirectory(doc) : null,
        screens: {
          byId: doc ? screenEntries.read(doc) : new Map(),
          ids: new Set(doc ? screenEntries.mapOf(doc).keys() : []),
        },
      };
      [isWhole, areEntriesOld] = [false, false];
      return news;
    },
    tell,
    hear,
  };
}
