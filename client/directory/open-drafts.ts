import { createSignal } from "solid-js";
import type { EntryKind } from "../../shared/model/directory.ts";
import type { Draft } from "./draft.ts";

/** A form that was touched: what it stood on when last touched, and what stands in it now. */
export type OpenDraft = { readonly base: Draft; readonly mine: Draft };

/** The touched forms of one board. They outlive the page, so that looking something up elsewhere loses no typing. */
export type OpenDrafts = {
  get(key: string): OpenDraft | undefined;
  /** `undefined`: the form is as it was. */
  set(key: string, draft: OpenDraft | undefined): void;
};

/** The key of an entry's form; a new entry has no id yet. */
export function draftKey(kind: EntryKind, id: string | null): string {
  return `${kind}/${id ?? "+"}`;
}

const draftsByBoard = new WeakMap<object, OpenDrafts>();

export function openDraftsOf(board: object): OpenDrafts {
  const known = draftsByBoard.get(board) ?? createOpenDrafts();
  draftsByBoard.set(board, known);
  return known;
}

function createOpenDrafts(): OpenDrafts {
  const [drafts, setDrafts] = createSignal<ReadonlyMap<string, OpenDraft>>(new Map());
  return {
    get: (key) => drafts().get(key),
    set(key, draft) {
      const next = new Map(drafts());
      if (draft) next.set(key, draft);
      else next.delete(key);
      setDrafts(next);
    },
  };
}
