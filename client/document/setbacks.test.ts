import { expect, test } from "vitest";
import * as Y from "yjs";
import { addItem, patchItem, removeItem, setParty, writeText } from "../../shared/document/item-commands.ts";
import { itemsOf } from "../../shared/document/roots.ts";
import type { Refusal } from "../../shared/protocol/refusal.ts";
import { an, item } from "../../test/world/small-city.ts";
import type { RefusedKeep } from "../connection/refused-keep.ts";
import { createSetbacks } from "./setbacks.ts";
import { writtenSpots } from "./written-spots.ts";

const name = "hanoi/program/2026";

function memory(): RefusedKeep & { readonly rows: Map<string, unknown> } {
  const rows = new Map<string, unknown>();
  return {
    rows,
    load: async () => [...rows.values()],
    put: (key, value) => void rows.set(key, structuredClone(value)),
    remove: (key) => void rows.delete(key),
  };
}

/** A document with two items, and the updates of what is done to it after. */
function world(keep = memory()) {
  const doc = new Y.Doc();
  for (const id of ["a", "b"]) addItem(doc, item(id, "08:00"));
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  return { doc, updates, keep, ...createSetbacks({ keep, item: () => undefined }) };
}

const refusal = (part: Partial<Refusal>): Refusal => ({
  why: "decided",
  root: "items",
  entry: "a",
  field: "title",
  value: null,
  ...part,
});

test("of a refused text all of it is kept, not the letters that came last; told twice, it stands once", () => {
  const { doc, hear, store } = world();
  writeText(doc, "a", { field: "title", text: "Việc a, mở rộng" });
  hear.onRefused(name, doc, { refusals: [refusal({ value: ", mở" })], more: 0 });
  hear.onRefused(name, doc, { refusals: [refusal({ value: " rộng", why: "no-ground" })], more: 0 });
  hear.onRefused(name, doc, { refusals: [refusal({ why: "not-valid" })], more: 0 });
  expect(store.changes()).toMatchObject([
    { entry: "a", field: "title", wrote: "Việc a, mở rộng", why: "decided", status: "approved", office: "party" },
  ]);
});

test("a step of a joint session that another leads by now is nothing anybody wants back; a decision in it is", () => {
  const { doc, hear, store } = world();
  const ofSession = (field: string | null, value = "{}") =>
    refusal({ root: "jointSessions", entry: "s", field, value });
  const refusals = [ofSession("step"), ofSession("~aaaaaaaa"), ofSession("^1"), ofSession("lead"), ofSession("closed")];
  hear.onRefused(name, doc, { refusals, more: 0 });
  expect(store.changes()).toEqual([]);
  hear.onRefused(name, doc, { refusals: [ofSession("#line-one", '{"why":"dời"}')], more: 0 });
  expect(store.changes()).toMatchObject([{ root: "jointSessions", field: "#line-one", wrote: { why: "dời" } }]);
});

test("where the server has taken the refused words out here already, what it told of them stands", () => {
  const { doc, hear, store } = world();
  doc.transact(() => itemsOf(doc).get("a")?.delete("when"));
  hear.onRefused(name, doc, {
    refusals: [
      refusal({ value: ", mở rộng" }),
      refusal({ field: "when", value: '{"horizon":"year","period":"2026"}' }),
    ],
    more: 0,
  });
  expect(store.changes()).toMatchObject([
    { wrote: ", mở rộng", matter: "Việc a", office: "party", status: "approved" },
    { wrote: { horizon: "year", period: "2026" }, matter: "Việc a", office: "party", status: "approved" },
  ]);
});

test("a value, a party taken away, a deletion and a new item are each kept as they were meant", () => {
  const { doc, hear, store } = world();
  setParty(doc, "b", { ref: an, as: null });
  removeItem(doc, "a");
  const refusals = [
    refusal({ entry: "b", field: "kind", value: '"visit"' }),
    refusal({ entry: "b", field: `@${an}`, value: null }),
    refusal({ entry: "a", field: null }),
    refusal({ entry: "gone", field: null, value: '{"title":"Mới","kind":"visit"}', why: "made-twice" }),
  ];
  patchItem(doc, "b", { kind: "visit" });
  hear.onRefused(name, doc, { refusals, more: 3 });
  expect(store.changes().map(({ wrote, matter, more }) => [matter, wrote, more])).toEqual([
    ["Việc b", "visit", 0],
    ["Việc b", null, 0],
    ["", null, 0],
    ["Mới", { title: "Mới", kind: "visit" }, 0],
    ["", null, 3],
  ]);
});

test("what was refused outlives the page until it is dismissed", async () => {
  const keep = memory();
  const first = world(keep);
  first.hear.onRefused(name, first.doc, {
    refusals: [refusal({}), refusal({ field: "kind", value: '"visit"' })],
    more: 0,
  });
  keep.rows.set("of another version", { what: "ever" });
  const next = world(keep);
  await Promise.resolve();
  await Promise.resolve();
  expect(next.store.changes()).toEqual(first.store.changes());
  const [one] = next.store.changes();
  if (one) next.store.dismiss(one);
  expect(next.store.changes()).toHaveLength(1);
  next.store.dismissAll();
  expect([...keep.rows.keys()]).toEqual(["of another version"]);
});

test("unsaved updates are told by the places they wrote to, each once; a whole item stands for its fields", () => {
  const { doc, updates } = world();
  writeText(doc, "a", { field: "title", text: "Việc a b" });
  writeText(doc, "a", { field: "title", text: "Việc a b c" });
  patchItem(doc, "a", { kind: "visit" });
  setParty(doc, "a", { ref: an, as: { role: "chair" } });
  addItem(doc, item("c", "09:00"));
  removeItem(doc, "b");
  expect(writtenSpots(doc, updates).map(({ entry, field }) => `${entry} ${field}`)).toEqual([
    "a title",
    "a kind",
    `a @${an}`,
    "c null",
    "b null",
  ]);
});

test("[4409] what a closed connection left unsaved becomes text", () => {
  const { doc, updates, hear, store } = world();
  writeText(doc, "a", { field: "title", text: "Chưa lưu" });
  hear.onLost(name, doc, { updates, code: 4409 });
  expect(store.changes()).toMatchObject([{ entry: "a", field: "title", why: "stale", wrote: "Chưa lưu" }]);
});
