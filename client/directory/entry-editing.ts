import { type Accessor, createEffect, createMemo, createSignal, on } from "solid-js";
import type { Entry, EntryKind } from "../../shared/model/directory.ts";
import { useBoard } from "../document/board.ts";
import { useDesk } from "../document/desk.ts";
import { directoryWords } from "../text/directory-words.ts";
import { wordsOf } from "../text/words.ts";
import { circlesAfter } from "./circles.ts";
import {
  type Draft,
  type DraftValue,
  draftToEntry,
  entryToDraft,
  isSameDraft,
  mergeDrafts,
  type Problems,
} from "./draft.ts";
import { idForName } from "./entry-id.ts";
import type { FieldKey } from "./fields.ts";
import { draftKey, openDraftsOf } from "./open-drafts.ts";
import { circleToWords, titleOf } from "./row-words.ts";

const words = wordsOf(directoryWords);

/** Which entry stands in the form; `id` is null for a new one. */
export type Editing = {
  readonly kind: EntryKind;
  readonly id: string | null;
  onSaved(id: string): void;
  onGone(): void;
};

/** One entry being edited. Untouched fields follow what others change; nothing is written before it is saved. */
export type EntryEditing = {
  /** As it is in the directory; null for a new one and for one that was removed meanwhile. */
  readonly entry: Accessor<Entry | null>;
  readonly shown: Accessor<Draft>;
  readonly isTouched: Accessor<boolean>;
  readonly isGone: Accessor<boolean>;
  /** Somebody else saved it since it was last touched here. */
  readonly isChangedElsewhere: Accessor<boolean>;
  readonly problems: Accessor<Problems>;
  /** The circle of bodies that keeps it from being saved, in words; empty when there is none. */
  readonly circle: Accessor<string>;
  change(field: FieldKey, value: DraftValue): void;
  /** False when something has to be mended first. */
  save(): boolean;
  discard(): void;
  remove(): void;
};

export function createEntryEditing(editing: Editing): EntryEditing {
  const board = useBoard();
  const desk = useDesk();
  const drafts = openDraftsOf(board);
  const [problems, setProblems] = createSignal<Problems>({});
  const [circle, setCircle] = createSignal("");
  const key = () => draftKey(editing.kind, editing.id);
  const entry = createMemo(
    (): Entry | null => board.store.directory()[editing.kind].find(({ id }) => id === editing.id) ?? null,
  );
  const theirs = createMemo(() => entryToDraft(editing.kind, entry()));
  const touched = () => drafts.get(key());
  const shown = createMemo(() => {
    const draft = touched();
    return draft ? mergeDrafts({ ...draft, theirs: theirs() }) : theirs();
  });
  const isGone = () => editing.id !== null && entry() === null;
  const forget = () => {
    setProblems({});
    setCircle("");
  };
  createEffect(on(key, forget));

  return {
    entry,
    shown,
    isTouched: () => touched() !== undefined,
    isGone,
    isChangedElsewhere: () => {
      const draft = touched();
      return !isGone() && draft !== undefined && !isSameDraft(draft.base, theirs());
    },
    problems,
    circle,
    change(field, value) {
      const mine = { ...shown(), [field]: value };
      drafts.set(key(), isSameDraft(mine, theirs()) && !isGone() ? undefined : { base: theirs(), mine });
      setProblems(({ [field]: _mended, ...rest }) => rest);
      setCircle("");
    },
    save() {
      const directory = board.store.directory();
      const taken = new Set(directory[editing.kind].map(({ id }) => id));
      const id = editing.id ?? idForName(nameFor(editing.kind, shown()), taken);
      const { entry: next, problems: found } = draftToEntry(editing.kind, id, shown());
      setProblems(found ?? {});
      if (!next) return false;
      const [first] = circlesAfter(directory, editing.kind, next);
      setCircle(first ? circleToWords(first, board.names()) : "");
      if (first) return false;
      drafts.set(key(), undefined);
      board.entries.put(editing.kind, next);
      desk.say({ text: words().saved });
      editing.onSaved(id);
      return true;
    },
    discard() {
      const wasGone = isGone();
      drafts.set(key(), undefined);
      forget();
      if (wasGone) editing.onGone();
    },
    remove() {
      const gone = entry();
      if (!gone) return;
      // Read first: as soon as the entry is gone, so is the form with its props.
      const { kind, onGone } = editing;
      const title = titleOf(kind, gone, board.names());
      drafts.set(key(), undefined);
      board.entries.remove(kind, gone.id);
      const step = board.history.next();
      const bringBack = () => {
        if (board.history.next() === step) board.history.undo();
        else board.entries.put(kind, gone);
      };
      desk.say({ text: words().removed(title), action: { label: words().undo, run: bringBack } });
      onGone();
    },
  };
}

/** What an id is made from; a length has no name of its own. */
function nameFor(kind: EntryKind, draft: Draft): string {
  const text = (value: DraftValue | undefined) => (typeof value === "string" ? value : "");
  if (kind === "lengths") return `${text(draft.kind)} ${text(draft.body).replace("body:", "")}`.trim() || "chung";
  if (kind === "travels") return `${text(draft.origin)} ${text(draft.goal)}`;
  if (kind === "norms") return text(draft.norm);
  if (kind === "tunings") return `${text(draft.overlap)} ${text(draft.certainty)}`.trim();
  if (kind === "holidays" || kind === "events") return `${text(draft.day)} ${text(draft.name)}`;
  return text(draft.name);
}
