import { createEffect, createRoot } from "solid-js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { readDirectory, writeDirectory } from "../../shared/document/directory-codec.ts";
import { addItem, removeItem, writeText } from "../../shared/document/item-commands.ts";
import { programmeUpdate } from "../../shared/document/whole-update.ts";
import { addDays, type Day } from "../../shared/kit/day.ts";
import type { Item } from "../../shared/model/item.ts";
import { an, city, item } from "../../test/world/small-city.ts";
import { keptOrigin, keptUnsavedOrigin } from "../connection/kept-origin.ts";
import { createBoardStore } from "./board-store.ts";
import { cellKey } from "./placement.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const monday = "2026-03-02" as Day;
const at = { day: monday };
const inSight = cellKey(monday, "morning", "party");

/** Five items a day over many days; the first two of each day clash over one person. */
function yearOf(days: number): Item[] {
  return Array.from({ length: days * 5 }, (_, at) => {
    const parties = at % 5 < 2 ? { [an]: "chair" as const } : {};
    return item(`i${at}`, "08:00", {
      day: addDays(monday, Math.floor(at / 5)),
      end: "09:00",
      kind: "ceremony",
      parties,
    });
  });
}

/** A store with somebody before it who looks at one cell. */
function lookingStore() {
  const store = createBoardStore();
  const doc = new Y.Doc();
  const shown: (readonly string[])[] = [];
  const stop = createRoot(() => {
    createEffect(() => shown.push(store.at(inSight)));
    return store.watchProgramme(doc);
  });
  return { store, doc, shown, stop };
}

test("of a year that opens, what somebody looks at is there at once, the rest and the overlaps right behind it", () => {
  const { store, doc, shown } = lookingStore();
  const directory = new Y.Doc();
  store.watchDirectory(directory);
  directory.transact(() => writeDirectory(directory, city));
  Y.applyUpdate(doc, programmeUpdate(yearOf(300)));
  expect(shown.at(-1)).toHaveLength(5);
  expect(store.item("i0")?.when).toMatchObject({ day: monday });
  expect(store.item("i1499")).toBeUndefined();
  expect(store.overlaps.of("i0")).toEqual([]);

  vi.runAllTimers();
  expect(store.item("i1499")).toBeDefined();
  expect([...store.allItems()]).toHaveLength(1_500);
  expect(store.overlaps.of("i0")).toHaveLength(1);
  expect(store.overlaps.of("i1496")).toHaveLength(1);
  expect(store.overlaps.of("i1499")).toEqual([]);
});

test("what is edited, added or deleted before the rest was read stands as it was left", () => {
  const { store, doc } = lookingStore();
  Y.applyUpdate(doc, programmeUpdate(yearOf(300)));
  doc.transact(() => removeItem(doc, "i1499"));
  doc.transact(() => addItem(doc, item("new", "10:00", { day: addDays(monday, 200) })));
  vi.runAllTimers();
  expect(store.item("i1499")).toBeUndefined();
  expect(store.item("new")).toBeDefined();
  expect([...store.allItems()]).toHaveLength(1_500);
});

test("a week one turns to while a year is still being read fills as it comes", () => {
  const { store, doc } = lookingStore();
  Y.applyUpdate(doc, programmeUpdate(yearOf(300)));
  const later: (readonly string[])[] = [];
  createRoot(() => createEffect(() => later.push(store.at(cellKey(addDays(monday, 299), "morning", "party")))));
  expect(later.at(-1)).toEqual([]);
  vi.runAllTimers();
  expect(later.at(-1)).toHaveLength(5);
});

test("many items deleted at once leave the screen at once", () => {
  const { store, doc, shown } = lookingStore();
  Y.applyUpdate(doc, programmeUpdate(yearOf(300)));
  vi.runAllTimers();
  doc.transact(() => {
    for (let at = 0; at < 1_000; at++) removeItem(doc, `i${at}`);
  });
  expect(shown.at(-1)).toEqual([]);
  vi.runAllTimers();
  expect([...store.allItems()]).toHaveLength(500);
});

test("an item of several days that began before the days in sight is in sight", () => {
  const { store, doc } = lookingStore();
  const trip = item("trip", null, { day: addDays(monday, -3), lastDay: addDays(monday, 2), session: "allday" });
  const seen: (readonly string[])[] = [];
  createRoot(() => createEffect(() => seen.push(store.at(cellKey(monday, "allday", "party")))));
  Y.applyUpdate(doc, programmeUpdate([...yearOf(300), trip]));
  expect(seen.at(-1)).toEqual(["trip"]);
});

test("what was remembered and is still so stays as it is on the screen; what changed, or is gone, changes and goes", () => {
  const { store, doc, shown } = lookingStore();
  const [same, changed, gone] = [item("same", "08:00", at), item("changed", "09:00", at), item("gone", "10:00", at)];
  const directory = new Y.Doc();
  writeDirectory(directory, city);
  store.showRemembered({ directory: readDirectory(directory), items: [same, changed, gone] });
  expect(store.isRemembering()).toBe(true);
  expect(shown.at(-1)).toEqual(["same", "changed", "gone"]);
  const repaints: string[] = [];
  createRoot(() => {
    for (const { id } of [same, changed, gone]) createEffect(() => repaints.push(`${id} ${store.item(id)?.title}`));
    createEffect(() => repaints.push(`${store.directory().persons.length} persons`));
  });
  repaints.length = 0;

  store.watchDirectory(directory);
  directory.getMap("nothing").set("came", true);
  Y.applyUpdate(doc, programmeUpdate([...yearOf(300), same, { ...changed, title: "Đổi" }]));
  store.dropRemembered();
  vi.runAllTimers();
  expect(repaints).toEqual(["changed Đổi", "gone undefined"]);
  expect(store.isRemembering()).toBe(false);
  expect(shown.at(-1)).toContain("same");
  expect(shown.at(-1)).not.toContain("gone");
  expect([...store.allItems()]).toHaveLength(1_502);
});

test("a document that takes another's place changes what differs, and nothing that is the same is drawn again", () => {
  const { store, doc, shown, stop } = lookingStore();
  Y.applyUpdate(doc, programmeUpdate(yearOf(300)));
  doc.transact(() => {
    addItem(doc, item("mine", "10:00", { day: monday }));
    removeItem(doc, "i1");
  });
  const drawn: unknown[] = [];
  createRoot(() => createEffect(() => drawn.push(store.item("i0"))));
  const changed: (string | undefined)[] = [];
  createRoot(() => createEffect(() => changed.push(store.item("i2")?.title)));

  const next = new Y.Doc();
  Y.applyUpdate(next, programmeUpdate(yearOf(300)));
  writeText(next, "i2", { field: "title", text: "Khác" });
  stop();
  expect(shown.at(-1)).toHaveLength(5);
  store.watchProgramme(next);
  expect(new Set(shown.at(-1))).toEqual(new Set(["i0", "i1", "i2", "i3", "i4"]));
  expect(store.item("mine")).toBeUndefined();
  expect(changed).toEqual(["Việc i2", "Khác"]);
  expect(drawn).toHaveLength(1);
  expect(store.foreignCount()).toBe(0);
  vi.runAllTimers();
  expect([...store.allItems()]).toHaveLength(1_500);
  addItem(doc, item("late", "10:00", { day: monday }));
  expect(store.item("late")).toBeUndefined();
  addItem(next, item("live", "10:00", { day: monday }));
  expect(store.item("live")).toBeDefined();
});

test("who cannot wait for what was put off has it at once, and nothing is found twice", () => {
  const { store, doc } = lookingStore();
  const directory = new Y.Doc();
  store.watchDirectory(directory);
  directory.transact(() => writeDirectory(directory, city));
  Y.applyUpdate(doc, programmeUpdate(yearOf(300)));
  store.catchUp();
  expect(store.item("i1499")).toBeDefined();
  expect(store.overlaps.of("i0")).toHaveLength(1);
  expect(store.overlaps.of("i1495")).toHaveLength(1);
  const version = store.overlaps.version();
  vi.runAllTimers();
  expect(store.overlaps.version()).toBe(version);
  store.catchUp();
  expect(store.overlaps.version()).toBe(version);
});

test("what this machine kept is no news: no card glows for it, and one that somebody changes does", () => {
  const { store, doc } = lookingStore();
  const kept = programmeUpdate(yearOf(1));
  for (const origin of [keptOrigin, keptUnsavedOrigin]) doc.transact(() => Y.applyUpdate(doc, kept), origin);
  expect([store.item("i0")?.id, store.foreignEditsOf("i0"), store.foreignCount()]).toEqual(["i0", 0, 0]);
  const theirs = new Y.Doc();
  Y.applyUpdate(theirs, kept);
  theirs.transact(() => removeItem(theirs, "i1"));
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs), "socket");
  expect([store.foreignEditsOf("i0"), store.foreignEditsOf("i1")]).toEqual([0, 1]);
});
