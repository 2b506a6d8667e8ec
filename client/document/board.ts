import { type Accessor, createContext, createEffect, createMemo, untrack, useContext } from "solid-js";
import { difficultyEntries } from "../../shared/document/difficulties.ts";
import { jointSessionsOf } from "../../shared/document/joint-sessions.ts";
import { entriesOf, itemsOf } from "../../shared/document/roots.ts";
import { settlementsOf } from "../../shared/document/settlements.ts";
import { assert } from "../../shared/kit/assert.ts";
import type { Day } from "../../shared/kit/day.ts";
import type { Actor } from "../../shared/model/actor.ts";
import { entryKinds } from "../../shared/model/directory.ts";
import type { Item } from "../../shared/model/item.ts";
import { documentNameToText } from "../../shared/protocol/document-name.ts";
import { type Calendar, createCalendar } from "../../shared/rules/calendar.ts";
import { createDirectoryIndex } from "../../shared/rules/directory-index.ts";
import { createNames, type Names } from "../../shared/text/names.ts";
import type { OverlapContext } from "../../shared/text/overlap-words.ts";
import { type DocumentLink, openDocumentLink } from "../connection/document-link.ts";
import type { FirstLook } from "../connection/first-look.ts";
import type { Keep } from "../connection/keep.ts";
import type { RefusedKeep } from "../connection/refused-keep.ts";
import { screenCalls } from "../connection/screens-api.ts";
import { createAgendaNow } from "./agenda-now.ts";
import { type BoardStore, createBoardStore } from "./board-store.ts";
import { createDecisions, type Decisions } from "./decisions.ts";
import { createEdits, type Edits } from "./edits.ts";
import { createEntryEdits, type EntryEdits } from "./entry-edits.ts";
import { createJoint, type Joint } from "./joint.ts";
import { createJointReading } from "./joint-reading.ts";
import { createMerges, type Merges } from "./merges.ts";
import { createPresence, type PresenceStore } from "./presence.ts";
import { createProgrammes } from "./programmes.ts";
import { createSaving, type Saving } from "./saving.ts";
import { createScreens, type Screens } from "./screens.ts";
import { createSetbacks, type SetbackStore } from "./setbacks.ts";
import { createSettlementStore, type SettlementStore } from "./settlement-store.ts";
import { createToday } from "./today.ts";
import { createHistory, type History } from "./undo.ts";

/** The open board of one person: everything that a screen area reads, and everything it may do. */
export type Board = {
  readonly name: string;
  readonly actor: Actor;
  readonly store: BoardStore;
  /** The day it is in Hanoi; passes midnight by itself. */
  readonly today: Accessor<Day>;
  readonly calendar: Accessor<Calendar>;
  readonly names: Accessor<Names>;
  /** What putting an overlap into words needs. `candidate` stands in for the item with its id. */
  overlapContext(seenFrom?: string, candidate?: Item): OverlapContext;
  readonly settlements: SettlementStore;
  readonly merges: Merges;
  readonly decisions: Decisions;
  readonly edits: Edits;
  readonly entries: EntryEdits;
  readonly history: History;
  readonly presence: PresenceStore;
  readonly joint: Joint;
  readonly screens: Screens;
  readonly saving: Accessor<Saving>;
  /** What was written here and is in no document. */
  readonly setbacks: SetbackStore;
  /** Whether unsaved edits survive a reload here: not where the browser keeps nothing. */
  readonly isKept: boolean;
  /** The matter of an item that the next undo would take away although somebody else went on with it; null when none. */
  undoAsks(): string | null;
  /** Opens the programme of a year when it is not open yet. */
  needYear(year: number): void;
  /** Whether the programme of a year has something to show. */
  isOpening(year: number): boolean;
  stop(): void;
};

type Options = {
  readonly name: string;
  readonly actor: Actor;
  readonly keep: Keep | null;
  readonly refusedKeep: RefusedKeep | null;
  readonly socketUrl: string;
  /** What is shown until the documents are there: at hand, on its way, or nothing. */
  readonly look: FirstLook | null | Promise<FirstLook | null>;
};

export function createBoard({ name, actor, keep, refusedKeep, socketUrl, look }: Options): Board {
  const store = createBoardStore();
  const { today, stop: stopToday } = createToday();
  createEffect(() => store.overlaps.setToday(today()));
  const settlements = createSettlementStore(today);
  const reading = createJointReading();
  const merges = createMerges(store);
  const history = createHistory({ foreignCount: () => store.foreignCount() });
  const setbacks = createSetbacks({ keep: refusedKeep, item: store.item });
  const isFilled = () => {
    const links = [directoryLink, ...programmes.links()];
    return links.length > 1 && links.every((link) => link.isFilled());
  };
  const show = (first: FirstLook | null) => {
    if (!first || untrack(isFilled)) return;
    store.showRemembered(first);
    reading.showRemembered(first.sessions);
  };
  const looked = look instanceof Promise ? look.then(show) : Promise.resolve();
  const open = (document: string): DocumentLink =>
    openDocumentLink({ name: document, socketUrl, keep, before: looked, setbacks: setbacks.hear });

  const directoryLink = open(documentNameToText({ kind: "directory", board: name }));
  const stops = [
    stopToday,
    directoryLink.stop,
    directoryLink.attach(({ doc }) =>
      allStop(
        store.watchDirectory(doc),
        history.watch(
          doc,
          entryKinds.map((kind) => entriesOf(doc, kind)),
        ),
      ),
    ),
  ];
  const programmes = createProgrammes({
    board: name,
    open,
    onOpen: ({ doc, provider, unsaved }) =>
      allStop(
        store.watchProgramme(doc),
        // After the store: what it found is what a merge is judged by.
        merges.watch({ doc, provider, unsaved }),
        settlements.watchProgramme(doc),
        reading.watchProgramme(doc),
        history.watch(doc, [itemsOf(doc), settlementsOf(doc), jointSessionsOf(doc), difficultyEntries.mapOf(doc)]),
      ),
  });
  stops.push(programmes.stop);
  createEffect(() => {
    if (!isFilled()) return;
    untrack(store.dropRemembered);
    untrack(reading.dropRemembered);
  });
  if (!(look instanceof Promise)) show(look);
  const edits = createEdits(programmes, history);
  const decisions = createDecisions({ actor, edits, overlaps: store.overlaps, item: store.item });
  const presence = createPresence(directoryLink);
  const agendaNow = createAgendaNow({ store, settlements, difficulties: reading.difficulties, today });
  const directoryIndex = createMemo(() => createDirectoryIndex(store.directory()));
  const yearName = (year: number) => documentNameToText({ kind: "programme", board: name, year });

  return {
    name,
    actor,
    store,
    today,
    calendar: createMemo(() => createCalendar(store.directory().holidays)),
    overlapContext: (seenFrom, candidate) => ({
      index: directoryIndex(),
      item: (id) => (id === candidate?.id ? candidate : store.item(id)),
      ...(seenFrom === undefined ? {} : { seenFrom }),
    }),
    names: createMemo(() => createNames(store.directory(), today())),
    settlements,
    merges,
    decisions,
    edits,
    entries: createEntryEdits(() => directoryLink.doc, history),
    history,
    presence,
    joint: createJoint({ actor, reading, agendaNow, programmes, presence, decisions, history, isFilled }),
    screens: createScreens({ actor, link: directoryLink, calls: screenCalls }),
    saving: createSaving(() => [directoryLink, ...programmes.links()]),
    setbacks: setbacks.store,
    isKept: keep !== null,
    undoAsks: () => {
      for (const id of history.next()?.added ?? [])
        if (store.foreignEditsOf(id) > (history.next()?.foreignBefore ?? 0)) return store.item(id)?.title ?? null;
      return null;
    },
    needYear: programmes.need,
    isOpening: (year) => programmes.links().some((link) => link.name === yearName(year) && !link.isFilled()),
    stop: () => stops.toReversed().forEach((stop) => void stop()),
  };
}

export const BoardContext = createContext<Board>();

/** The board around this component. */
export function useBoard(): Board {
  const board = useContext(BoardContext);
  assert(board, "a screen area stands inside <BoardContext.Provider>");
  return board;
}

function allStop(...stops: readonly (() => void)[]): () => void {
  return () => stops.toReversed().forEach((stop) => void stop());
}
