import { createEffect, createRoot } from "solid-js";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { decide, removeSettlement } from "../../shared/document/settlements.ts";
import type { Overlap } from "../../shared/model/overlap.ts";
import type { Decision } from "../../shared/model/settlement.ts";
import { createOverlapIndex } from "../../shared/rules/overlap-index.ts";
import { aboutOf, settlementIdOf } from "../../shared/rules/settling.ts";
import { an, city, item } from "../../test/world/small-city.ts";
import { todayInHanoi } from "../clock.ts";
import { createSettlementStore } from "./settlement-store.ts";

const index = createOverlapIndex(city);
index.build(["a", "b", "c"].map((id, at) => item(id, `0${7 + at}:00`, { end: "12:00", parties: { [an]: "chair" } })));
const overlaps = [...index.all()];
const [one, other] = [overlaps[0], overlaps[1]] as [Overlap, Overlap];

const accepted = (print: string, atMs: number): Decision => ({
  ...{ state: "settled", how: "accepted", print, atMs },
  by: { id: "lan", name: "Lan" },
});

function settle(doc: Y.Doc, of: typeof one, { atMs = 1, print = of.fingerprint } = {}) {
  doc.transact(() => {
    decide(doc, {
      id: settlementIdOf(of),
      about: aboutOf(of),
      decision: accepted(print, atMs),
      stepId: `step-${atMs}-abc`,
    });
  });
}

test("a decision of somebody else repaints what shows its overlap, and nothing that shows another", () => {
  const [store, doc] = [createSettlementStore(todayInHanoi), new Y.Doc()];
  store.watchProgramme(doc);
  const seen: string[] = [];
  createRoot(() => {
    createEffect(() => seen.push(`one ${store.stateOf(one)}`));
    createEffect(() => seen.push(`other ${store.stateOf(other)}`));
  });
  settle(doc, one);
  expect(seen).toEqual(["one open", "other open", "one settled"]);
  doc.transact(() => removeSettlement(doc, settlementIdOf(one)));
  expect(seen.at(-1)).toBe("one open");
});

test("what was decided before the programme opened is known from the first look, and goes with it", () => {
  const [store, doc] = [createSettlementStore(todayInHanoi), new Y.Doc()];
  settle(doc, one);
  const stop = store.watchProgramme(doc);
  expect(store.isQuiet(one)).toBe(true);
  stop();
  expect(store.of(one)).toBeNull();
});

test("of two programmes that hold a decision about one overlap the later one counts", () => {
  const [store, before, after] = [createSettlementStore(todayInHanoi), new Y.Doc(), new Y.Doc()];
  settle(before, one, { atMs: 5 });
  settle(after, one, { atMs: 3, print: "0ther" });
  store.watchProgramme(before);
  store.watchProgramme(after);
  expect(store.stateOf(one)).toBe("settled");
  settle(after, one, { atMs: 9, print: "0ther" });
  expect(store.stateOf(one)).toBe("reopened");
});
