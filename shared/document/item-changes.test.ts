import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { Item } from "../model/item.ts";
import { type ItemChange, observeItems } from "./item-changes.ts";
import { addItem, patchItem, removeItem, setParty, writeText } from "./item-commands.ts";
import { itemsOf } from "./roots.ts";

const itemOf = (id: string): Item => ({
  id,
  title: "Giao ban",
  office: "council",
  kind: "meeting",
  status: "registered",
  when: { horizon: "year", period: "2026" },
  parties: {},
});

/** A document with items `a`, `b`, `c`, and all that is reported from now on. */
function watched() {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const id of ["a", "b", "c"]) addItem(doc, itemOf(id));
  });
  const changes: ItemChange[] = [];
  const stop = observeItems(doc, (change) => changes.push(change));
  const ids = () => changes.map((change) => [...change.ids].sort());
  return { doc, changes, ids, stop };
}

describe("one report per transaction, naming the items touched", () => {
  test("whichever way they were touched", () => {
    const { doc, ids } = watched();
    doc.transact(() => {
      writeText(doc, "a", { field: "title", text: "Giao ban tháng" });
      patchItem(doc, "a", { status: "approved" });
      setParty(doc, "b", { ref: "person:an", as: { role: "chair" } });
      removeItem(doc, "c");
      addItem(doc, itemOf("d"));
    });
    expect(ids()).toEqual([["a", "b", "c", "d"]]);
  });

  test("each command by itself names its own item only", () => {
    const { doc, ids } = watched();
    writeText(doc, "a", { field: "title", text: "Họp", caret: 3 });
    patchItem(doc, "b", { office: "party" });
    setParty(doc, "c", { ref: "body:btv", as: { role: "attend" } });
    expect(new Set(ids().flat())).toEqual(new Set(["a", "b", "c"]));
    for (const group of ids()) expect(group).toHaveLength(1);
  });

  test("typing in notes that are new, and then in them again, is a touch each", () => {
    const { doc, ids } = watched();
    writeText(doc, "a", { field: "notes", text: "Mang" });
    writeText(doc, "a", { field: "notes", text: "Mang hồ sơ" });
    expect(ids()).toEqual([["a"], ["a"]]);
  });

  test("an item changed and taken away in one go is named", () => {
    const { doc, ids } = watched();
    doc.transact(() => {
      patchItem(doc, "a", { status: "held" });
      removeItem(doc, "a");
    });
    expect(ids()).toEqual([["a"]]);
  });

  test("what touches no item is not reported", () => {
    const { doc, changes } = watched();
    doc.getMap("settlements").set("x", 1);
    patchItem(doc, "a", { status: "registered" });
    removeItem(doc, "gone");
    expect(changes).toEqual([]);
  });
});

describe("ours and others'", () => {
  test("what comes over the wire is told from what was done here", () => {
    const { doc, changes } = watched();
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    other.transact(() => {
      patchItem(other, "a", { status: "held" });
      removeItem(other, "b");
    });
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)), "socket");
    patchItem(doc, "c", { status: "held" });
    expect(changes.map(({ ids, isLocal }) => [[...ids].sort(), isLocal])).toEqual([
      [["a", "b"], false],
      [["c"], true],
    ]);
  });

  test("an update that is already known says nothing", () => {
    const { doc, changes } = watched();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(doc), "socket");
    expect(changes).toEqual([]);
  });

  test("taking a step back is ours", () => {
    const { doc, changes } = watched();
    const undo = new Y.UndoManager(itemsOf(doc), { trackedOrigins: new Set(["hand"]) });
    doc.transact(() => patchItem(doc, "a", { status: "held" }), "hand");
    undo.undo();
    expect(changes.map(({ ids, isLocal }) => [[...ids], isLocal])).toEqual([
      [["a"], true],
      [["a"], true],
    ]);
  });
});

test("after the stop nothing is reported", () => {
  const { doc, changes, stop } = watched();
  stop();
  removeItem(doc, "a");
  expect(changes).toEqual([]);
});
