import { type Accessor, batch, createSignal, untrack } from "solid-js";
import type * as Y from "yjs";
import { readDirectory } from "../../shared/document/directory-codec.ts";
import { observeItems } from "../../shared/document/item-changes.ts";
import { readItem, readStanding } from "../../shared/document/item-reading.ts";
import { itemsOf } from "../../shared/document/roots.ts";
import { isSameValue } from "../../shared/document/same-value.ts";
import { type Directory, emptyDirectory } from "../../shared/model/directory.ts";
import type { Item } from "../../shared/model/item.ts";
import { afterPaint, later } from "../clock.ts";
import { keptOrigin, keptUnsavedOrigin } from "../connection/kept-origin.ts";
import { createOverlapStore, type OverlapStore } from "./overlap-store.ts";
import { type PlaceKey, placesOf } from "./placement.ts";
import { createPlaces } from "./places.ts";
import { createSignalMap } from "./signal-map.ts";

/**
 * What the open documents hold, as signals: one per item, one per place of the board, one list of overlaps per item.
 * A remote edit of one card costs one card.
 */
export type BoardStore = {
  item(id: string): Item | undefined;
  /** Ids standing at a place of the board, in order. */
  at(place: PlaceKey): readonly string[];
  readonly directory: Accessor<Directory>;
  readonly overlaps: OverlapStore;
  /** Count that goes up each time somebody else changes an item: its card glows once. 0 when nobody has. */
  foreignEditsOf(id: string): number;
  /** The count so far, over all items. */
  foreignCount(): number;
  /** Shows what was on the screen last time, until the documents are there. */
  showRemembered(remembered: { readonly directory: Directory; readonly items: readonly Item[] }): void;
  /** The documents are there: what was remembered and is not in them goes. */
  dropRemembered(): void;
  /** Whether something remembered stands for the documents: it can be looked at, not changed. */
  readonly isRemembering: Accessor<boolean>;
  /**
   * Shows what a document holds, now and as it changes. After the stop its items stay, until the next document that is
   * watched says what became of them: a document is replaced by stopping it and watching the other in one turn.
   */
  watchProgramme(doc: Y.Doc): () => void;
  watchDirectory(doc: Y.Doc): () => void;
  /** Takes at once what was put off until after the first frame. Costs what a year costs, where anything was put off. */
  catchUp(): void;
  /** Every item of the open documents, not reactive. */
  allItems(): Iterable<Item>;
};

/** Above this many items in one transaction a document was opened or restored: nothing glows, overlaps are built at once. */
const bulkMin = 150;
/** Items read in one go behind the first frame: some 20 ms of an office PC. */
const sliceMax = 1_000;

export function createBoardStore(): BoardStore {
  const items = new Map<string, Item>();
  const itemSignals = createSignalMap<string, Item>();
  const places = createPlaces();
  const placeSignals = createSignalMap<PlaceKey, readonly string[]>();
  const overlaps = createOverlapStore((id) => items.get(id));
  const foreignEdits = createSignalMap<string, number>();
  let foreignCount = 0;
  const [directory, setDirectory] = createSignal<Directory>(emptyDirectory);
  /** Of documents that have just opened: what nobody looks at, put off until what they look at is on the screen. */
  const waiting: { readonly doc: Y.Doc; readonly id: string }[] = [];
  let isRebuildDue = false;
  const [remembered, setRemembered] = createSignal<ReadonlySet<string>>(new Set());
  const isRemembered = (id: string) => untrack(remembered).has(id);

  /** The rest of a year that has just opened, then the overlaps of everything. */
  const rebuildSoon = () => {
    if (isRebuildDue) return;
    isRebuildDue = true;
    afterPaint(takeWaiting);
  };
  const takeWaiting = () => {
    if (!isRebuildDue) return;
    takeNext(sliceMax);
    // In slices, so that a first click is not kept waiting.
    if (waiting.length > 0) later(0, takeWaiting);
    else rebuild();
  };
  const takeNext = (most: number) =>
    batch(() => {
      for (const { doc, id } of waiting.splice(0, most)) take(doc, id, true);
    });
  const rebuild = () => {
    isRebuildDue = false;
    if (directory() !== emptyDirectory) overlaps.begin(directory(), items.values());
  };

  const take = (doc: Y.Doc, id: string, isBulk: boolean) => {
    const map = itemsOf(doc).get(id);
    const item = map ? readItem(id, map) : null;
    // A document that takes another's place says the same again of nearly everything.
    if (isBulk && item && isSameValue(items.get(id), item)) return;
    // An item that moves over New Year leaves one document as it comes into another: what is left says nothing then.
    if (!item && holderElsewhere(doc, id)) return;
    show(id, item);
    if (!isBulk) overlaps.put(id, item);
  };
  const show = (id: string, item: Item | null) => {
    // Mostly it is what was remembered of it: then its card stays as it is, instead of being made anew under a hand.
    if (item && isRemembered(id) && isSameValue(items.get(id), item)) return;
    if (item) items.set(id, item);
    else items.delete(id);
    itemSignals.set(id, item ?? undefined);
    for (const place of places.put(id, item)) placeSignals.set(place, places.at(place));
  };

  /** A whole document: at once only what stands where somebody looks. */
  const takeWhole = (doc: Y.Doc, ids: ReadonlySet<string>) => {
    for (const id of ids)
      if (isInSight(doc, id)) take(doc, id, true);
      else waiting.push({ doc, id });
    rebuildSoon();
  };
  const isInSight = (doc: Y.Doc, id: string) => {
    const map = itemsOf(doc).get(id);
    const standing = map ? readStanding(map) : null;
    // What went away may still be on the screen.
    return standing === null || itemSignals.isWatched(id) || placesOf(standing).some(placeSignals.isWatched);
  };

  const docs = new Set<Y.Doc>();
  /** Items of a document that went: the one that takes its place says what became of them. */
  const orphans = new Set<string>();
  const holderElsewhere = (doc: Y.Doc, id: string) =>
    [...docs].some((other) => other !== doc && itemsOf(other).has(id));

  return {
    item: itemSignals.get,
    at: (place) => placeSignals.get(place) ?? none,
    directory,
    overlaps,
    foreignEditsOf: (id) => foreignEdits.get(id) ?? 0,
    foreignCount: () => foreignCount,
    allItems: () => items.values(),
    catchUp() {
      if (!isRebuildDue) return;
      takeNext(Number.POSITIVE_INFINITY);
      rebuild();
    },
    isRemembering: () => remembered().size > 0,
    showRemembered(look) {
      batch(() => {
        setDirectory(look.directory);
        for (const item of look.items) show(item.id, item);
        setRemembered(new Set(look.items.map(({ id }) => id)));
      });
    },
    dropRemembered() {
      batch(() => {
        const gone = [...remembered()].filter((id) => ![...docs].some((doc) => itemsOf(doc).has(id)));
        for (const id of gone) show(id, null);
        setRemembered(new Set<string>());
      });
    },
    watchProgramme(doc) {
      docs.add(doc);
      const ids = new Set([...orphans, ...itemsOf(doc).keys()]);
      orphans.clear();
      if (ids.size > 0) batch(() => takeWhole(doc, ids));
      const stop = observeItems(doc, ({ ids, isLocal, origin }) => {
        const isBulk = ids.size >= bulkMin;
        batch(() => {
          if (isBulk) return takeWhole(doc, ids);
          for (const id of ids) take(doc, id, false);
          // What this machine kept is no news of anybody.
          if (isLocal || origin === keptOrigin || origin === keptUnsavedOrigin) return;
          foreignCount++;
          for (const id of ids) foreignEdits.set(id, foreignCount);
        });
      });
      return () => {
        stop();
        docs.delete(doc);
        for (const id of itemsOf(doc).keys()) orphans.add(id);
        waiting.splice(0, Number.POSITIVE_INFINITY, ...waiting.filter((one) => one.doc !== doc));
      };
    },
    watchDirectory(doc) {
      const read = () => {
        const read = readDirectory(doc);
        if (!isSameValue(untrack(directory), read)) setDirectory(read);
        rebuildSoon();
      };
      if (doc.store.clients.size > 0) read();
      doc.on("update", read);
      return () => doc.off("update", read);
    },
  };
}

const none: readonly string[] = [];
