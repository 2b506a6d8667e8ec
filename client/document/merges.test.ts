import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { observeItems } from "../../shared/document/item-changes.ts";
import { addItem, patchItem } from "../../shared/document/item-commands.ts";
import { readItem } from "../../shared/document/item-reading.ts";
import { itemsOf } from "../../shared/document/roots.ts";
import type { Item } from "../../shared/model/item.ts";
import { an, city, item } from "../../test/world/small-city.ts";
import { keptOrigin, keptUnsavedOrigin } from "../connection/kept-origin.ts";
import { returnMaxMs } from "../connection/return-time.ts";
import { createMerges } from "./merges.ts";
import { createOverlapStore } from "./overlap-store.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const at = (start: string, end = "18:00") => item("x", start, { end, parties: { [an]: "chair" } }).when;

/** What others wrote, and what somebody wrote here without a connection before the page was loaded anew. */
type Kept = { readonly others: Uint8Array; readonly own: Uint8Array };

/** A desk whose connection comes and goes, and what others write meanwhile. */
function desk(kept?: Kept) {
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
  const listeners = new Set<(isSynced: boolean) => void>();
  const provider = {
    synced: kept === undefined,
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
  let caughtUp = 0;
  const merges = createMerges({ overlaps, catchUp: () => void caughtUp++ });
  const waiting: unknown[] = [];
  merges.watch({ doc: mine, provider, unsaved: () => ({ waiting }) });
  // As the body of a document does: what is written here waits until the server has confirmed it.
  mine.on("update", (update: Uint8Array, _origin, _doc, { local }: Y.Transaction) => local && waiting.push(update));
  const saved = () => void waiting.splice(0);
  if (kept) {
    Y.applyUpdate(theirs, kept.others);
    mine.transact(() => Y.applyUpdate(mine, kept.others), keptOrigin);
    mine.transact(() => Y.applyUpdate(mine, kept.own), keptUnsavedOrigin);
    return { mine, theirs, merges, ...line(), saved, caughtUp: () => caughtUp };
  }
  theirs.transact(() => {
    addItem(theirs, item("a", "07:00", { end: "08:00", parties: { [an]: "chair" } }));
    addItem(theirs, item("b", "09:00", { end: "10:00", parties: { [an]: "chair" } }));
    addItem(theirs, item("c", "11:00", { end: "12:00", parties: { [an]: "chair" } }));
  });
  const { hear, says } = line();
  hear();
  return { mine, theirs, merges, hear, says, saved, caughtUp: () => caughtUp };

  function line() {
    return {
      hear: () => Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs, Y.encodeStateVector(mine)), provider),
      says(isSynced: boolean) {
        provider.synced = isSynced;
        for (const act of listeners) act(isSynced);
      },
    };
  }
}

/** What a machine keeps of a desk that lost its line and was loaded anew: `a` was moved there without a connection. */
function keptByMachine(): Kept {
  const { mine, says } = desk();
  const others = Y.encodeStateAsUpdate(mine);
  const known = Y.encodeStateVector(mine);
  says(false);
  mine.transact(() => patchItem(mine, "a", { when: at("16:00") }));
  return { others, own: Y.encodeStateAsUpdate(mine, known) };
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
  // The longest that the other may wait before trying again, and a page that takes its time.
  vi.advanceTimersByTime(returnMaxMs + 5_000);
  theirs.transact(() => patchItem(theirs, "b", { when: at("16:30") }));
  hear();
  expect(keys(merges)).toEqual([["a", "b"]]);
  vi.advanceTimersByTime(60_000);
  theirs.transact(() => patchItem(theirs, "c", { when: at("17:00") }));
  hear();
  expect(keys(merges)).toEqual([["a", "b"]]);
});

test("what was sent into a line that was broken already is work done apart; what was saved before is not", () => {
  for (const isSaved of [false, true]) {
    const { mine, theirs, merges, hear, says, saved } = desk();
    mine.transact(() => patchItem(mine, "a", { when: at("16:00") }));
    if (isSaved) saved();
    says(false);
    theirs.transact(() => patchItem(theirs, "b", { when: at("16:30") }));
    hear();
    says(true);
    expect(keys(merges)).toEqual(isSaved ? [] : [["a", "b"]]);
  }
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

test("what was done without a connection and loaded anew from this machine is part of the merge as well", () => {
  const { theirs, merges, hear, says, caughtUp } = desk(keptByMachine());
  theirs.transact(() => patchItem(theirs, "b", { when: at("16:30") }));
  hear();
  says(true);
  expect(keys(merges)).toEqual([["a", "b"]]);
  // Compared before and after: both times with every overlap found.
  expect(caughtUp()).toBeGreaterThanOrEqual(2);
});

test("what others did with each other while this page was away is no merge of one's own, though it was kept here", () => {
  const { theirs, merges, hear, says } = desk(keptByMachine());
  theirs.transact(() => {
    patchItem(theirs, "b", { when: at("12:30", "14:00") });
    patchItem(theirs, "c", { when: at("13:00", "14:30") });
  });
  hear();
  says(true);
  expect(merges.created()).toEqual([]);
});

test("with nothing done apart nothing has to be found in haste", () => {
  const { theirs, hear, says, caughtUp } = desk();
  says(false);
  says(true);
  theirs.transact(() => patchItem(theirs, "b", { when: at("16:30") }));
  hear();
  expect(caughtUp()).toBe(0);
});
