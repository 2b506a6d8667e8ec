import type * as Y from "yjs";
import { putEntry, removeEntry } from "../../shared/document/directory-codec.ts";
import type { Entry, EntryKind } from "../../shared/model/directory.ts";
import type { History } from "./undo.ts";

/** What officers can do to the directory, each one undoable step. */
export type EntryEdits = {
  put<Kind extends EntryKind>(kind: Kind, entry: Entry<Kind>): void;
  remove(kind: EntryKind, id: string): void;
};

export function createEntryEdits(docNow: () => Y.Doc, history: History): EntryEdits {
  const perform = (act: (doc: Y.Doc) => void) => {
    const doc = docNow();
    history.perform([doc], () => act(doc));
  };
  return {
    put: (kind, entry) => perform((doc) => putEntry(doc, kind, entry)),
    remove: (kind, id) => perform((doc) => removeEntry(doc, kind, id)),
  };
}
