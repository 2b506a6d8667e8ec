import { expect, test } from "vitest";
import * as Y from "yjs";
import { addItem, patchItem, removeItem, writeText } from "../../shared/document/item-commands.ts";
import { readItem } from "../../shared/document/item-reading.ts";
import { itemsOf } from "../../shared/document/roots.ts";
import { parseDay } from "../../shared/kit/day.ts";
import type { Item } from "../../shared/model/item.ts";
import { createHistory } from "./undo.ts";

const when = (text: string): Item["when"] => ({ horizon: "day", day: parseDay(text)! });
const item = (id: string): Item => ({
  id,
  title: "Họp",
  office: "party",
  kind: "meeting",
  status: "registered",
  when: when("2026-11-23"),
  parties: {},
});

function world() {
  const mine = new Y.Doc();
  const theirs = new Y.Doc();
  mine.on("update", (update, origin) => origin !== theirs && Y.applyUpdate(theirs, update, mine));
  theirs.on("update", (update, origin) => origin !== mine && Y.applyUpdate(mine, update, theirs));
  const history = createHistory({ foreignCount: () => 0 });
  history.watch(mine, [itemsOf(mine)]);
  const read = (id: string) => {
    const map = itemsOf(mine).get(id);
    return map ? readItem(id, map) : null;
  };
  return { mine, theirs, history, read };
}

test("undo takes back one's own last action and redo brings it again", () => {
  const { mine, history, read } = world();
  history.perform([mine], () => addItem(mine, item("a")));
  history.perform([mine], () => patchItem(mine, "a", { when: when("2026-11-25") }));
  expect(history.undo()).toBe(true);
  expect(read("a")?.when).toEqual(when("2026-11-23"));
  expect(history.redo()).toBe(true);
  expect(read("a")?.when).toEqual(when("2026-11-25"));
  history.undo();
  history.undo();
  expect(read("a")).toBeNull();
  expect(history.canUndo()).toBe(false);
  expect(history.undo()).toBe(false);
});

test("undo never takes back somebody else's work", () => {
  const { mine, theirs, history, read } = world();
  history.perform([mine], () => addItem(mine, item("a")));
  history.perform([mine], () => patchItem(mine, "a", { when: when("2026-11-25") }));
  patchItem(theirs, "a", { when: when("2026-11-27"), status: "approved" });
  history.undo();
  expect(read("a")?.when).toEqual(when("2026-11-27"));
  expect(read("a")?.status).toBe("approved");
});

test("an action with nothing left to take back does not take the one before with it", () => {
  const { mine, theirs, history, read } = world();
  history.perform([mine], () => addItem(mine, item("a")));
  history.perform([mine], () => patchItem(mine, "a", { status: "held" }));
  history.perform([mine], () => patchItem(mine, "a", { when: when("2026-11-25") }));
  patchItem(theirs, "a", { when: when("2026-11-27") });
  history.undo();
  expect(read("a")).not.toBeNull();
  history.undo();
  expect(read("a")).not.toBeNull();
});

test("letters typed in one run are one step; another field begins the next", () => {
  const { mine, history, read } = world();
  history.perform([mine], () => addItem(mine, item("a")));
  const type = (text: string) =>
    history.perform([mine], () => writeText(mine, "a", { field: "title", text }), { label: "type a title" });
  for (const text of ["Họp B", "Họp BT", "Họp BTV"]) type(text);
  history.perform([mine], () => patchItem(mine, "a", { status: "approved" }));
  history.undo();
  expect(read("a")?.title).toBe("Họp BTV");
  history.undo();
  expect(read("a")?.title).toBe("Họp");
});

test("one action over two years is taken back whole", () => {
  const { mine, history, read } = world();
  const next = new Y.Doc();
  history.watch(next, [itemsOf(next)]);
  history.perform([mine], () => addItem(mine, item("a")));
  history.perform([mine, next], () => {
    removeItem(mine, "a");
    addItem(next, { ...item("a"), when: when("2027-01-04") });
  });
  expect(read("a")).toBeNull();
  history.undo();
  expect(read("a")?.title).toBe("Họp");
  expect(itemsOf(next).has("a")).toBe(false);
  history.redo();
  expect(read("a")).toBeNull();
  expect(itemsOf(next).has("a")).toBe(true);
});

test("when a document is replaced its steps end, whole; steps of other documents stay", () => {
  const { mine, history } = world();
  const [next, other] = [new Y.Doc(), new Y.Doc()];
  const stopNext = history.watch(next, [itemsOf(next)]);
  history.watch(other, [itemsOf(other)]);
  addItem(mine, item("a"));
  history.perform([mine], () => addItem(mine, item("own")));
  history.perform([next], () => addItem(next, item("b")));
  const ofNext = history.next();
  history.perform([mine, next], () => {
    removeItem(mine, "a");
    addItem(next, item("a"));
  });
  history.perform([other], () => addItem(other, item("c")));
  history.undo();
  expect(history.canRedo()).toBe(true);
  stopNext();
  expect(ofNext && history.has(ofNext)).toBe(false);
  expect(history.canRedo()).toBe(true);
  expect(history.undo()).toBe(true);
  expect(itemsOf(mine).has("own")).toBe(false);
  expect(history.canUndo()).toBe(false);
  expect(itemsOf(next).size).toBe(2);
});

test("a step says what it touches, also one of many edits and one that is done again", () => {
  const { mine, history } = world();
  const touched: string[] = [];
  history.perform(
    [mine],
    () => {
      for (const id of ["a", "b"]) {
        addItem(mine, item(id));
        touched.push(id);
      }
    },
    { touched },
  );
  expect(history.next()?.touched).toEqual(["a", "b"]);
  history.undo();
  expect(history.next()).toBeNull();
  expect(history.nextRedo()?.touched).toEqual(["a", "b"]);
});
