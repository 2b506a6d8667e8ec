import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { observeItems } from "../../shared/document/item-changes.ts";
import { addItem, patchItem } from "../../shared/document/item-commands.ts";
import { readItem } from "../../shared/document/item-reading.ts";
import { itemsOf } from "../../shared/document/roots.ts";
import type { Item } from "../../shared/model/item.ts";
import { an, city, item } from "../../test/world/small-city.ts";
import { createMerges } from "./merges.ts";
import { createOverlapStore } from "./overlap-store.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const at = (start: string) => item("x", start, { end: "18:00", parties: { [an]: "chair" } }).when;

/** A desk whose connection comes and goes, and what others write meanwhile. */
function desk() {
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
  const listeners = new Set<(isSynced: boolean) => void>();
  const provider = {
    synced: true,
    on: (_: "sync", act: (isSynced: boolean) => void) => void listeners.add(act),
    off: (_: "sync", act: (isSynced: boolean) => void) => void listeners.delete(act),
  };
  const items = new Map<string, Item>();
  const overlaps = createOverlapStore((id) => items.get(id));
  overlaps.begin(city, []);
  observeItems(mine, ({ ids }) => {
    for (const id of ids) {
      const map = itemsOf(mine).get(id);
      const read = map ? readItem(id, map) : null;
      if (read) items.set(id, read);
      overlaps.put(id, read);
    }
  });
  const merges = createMerges(overlaps);
  merges.watch({ doc: mine, provider });
  theirs.transact(() => {
    addItem(theirs, item("a", "07:00", { end: "08:00", parties: { [an]: "chair" } }));
    addItem(theirs, item("b", "09:00", { end: "10:00", parties: { [an]: "chair" } }));
    addItem(theirs, item("c", "11:00", { end: "12:00", parties: { [an]: "chair" } }));
  });
  const hear = () => Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs, Y.encodeStateVector(mine)), provider);
  hear();
  const says = (isSynced: boolean) => {
    provider.synced = isSynced;
    for (const act of listeners) act(isSynced);
  };
  return { mine, theirs, merges, hear, says };
}

const keys = ({ created }: ReturnType<typeof createMerges>) => created().map(({ a, b }) => [a.item, b?.item]);

test("what two people changed apart and what clashes only now is listed; what clashed before is not", () => {
  const { mine, theirs, merges, hear, says } = desk();
  says(false);
  mine.transact(() => patchItem(mine, "a", { when: at("16:00") }));
  theirs.transact(() => patchItem(theirs, "b", { when: at("16:30") }));
  hear();
  says(true);
  expect(keys(merges)).toEqual([["a", "b"]]);
  merges.dismiss();
  expect(merges.created()).toEqual([]);
});

test("others who come back a moment later belong to the same merge; who edits much later does not", () => {
  const { mine, theirs, merges, hear, says } = desk();
  says(false);
  mine.transact(() => patchItem(mine, "a", { when: at("16:00") }));
  says(true);
  vi.advanceTimersByTime(1_000);
  theirs.transact(() => patchItem(theirs, "b", { when: at("16:30") }));
  hear();
  expect(keys(merges)).toEqual([["a", "b"]]);
  vi.advanceTimersByTime(60_000);
  theirs.transact(() => patchItem(theirs, "c", { when: at("17:00") }));
  hear();
  expect(keys(merges)).toEqual([["a", "b"]]);
});

test("with a connection all the while nothing is a merge, and neither is what one made oneself", () => {
  const { mine, theirs, merges, hear, says } = desk();
  mine.transact(() => patchItem(mine, "a", { when: at("16:00") }));
  theirs.transact(() => patchItem(theirs, "b", { when: at("16:30") }));
  hear();
  says(false);
  mine.transact(() => patchItem(mine, "c", { when: at("17:00") }));
  says(true);
  hear();
  expect(merges.created()).toEqual([]);
});
