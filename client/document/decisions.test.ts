import { expect, test } from "vitest";
import * as Y from "yjs";
import { observeItems } from "../../shared/document/item-changes.ts";
import { addItem } from "../../shared/document/item-commands.ts";
import { readItem } from "../../shared/document/item-reading.ts";
import { itemsOf } from "../../shared/document/roots.ts";
import { settlementsOf } from "../../shared/document/settlements.ts";
import type { Actor } from "../../shared/model/actor.ts";
import type { Item } from "../../shared/model/item.ts";
import type { Overlap } from "../../shared/model/overlap.ts";
import { an, binh, city, item } from "../../test/world/small-city.ts";
import { todayInHanoi } from "../clock.ts";
import type { DocumentLink } from "../connection/document-link.ts";
import { createDecisions } from "./decisions.ts";
import { createEdits } from "./edits.ts";
import { createOverlapStore } from "./overlap-store.ts";
import { createSettlementStore } from "./settlement-store.ts";
import { createHistory } from "./undo.ts";

const lan: Actor = { id: "lan", name: "Nguyễn Thị Lan", role: "officer", office: "party" };

/** Two meetings of An at one hour, and one person before them. */
function desk() {
  const doc = new Y.Doc();
  const items = new Map<string, Item>();
  const overlaps = createOverlapStore((id) => items.get(id));
  const settlements = createSettlementStore(todayInHanoi);
  const history = createHistory({ foreignCount: () => 0 });
  overlaps.begin(city, []);
  observeItems(doc, ({ ids }) => {
    for (const id of ids) {
      const map = itemsOf(doc).get(id);
      const read = map ? readItem(id, map) : null;
      if (read) items.set(id, read);
      else items.delete(id);
      overlaps.put(id, read);
    }
  });
  settlements.watchProgramme(doc);
  history.watch(doc, [itemsOf(doc), settlementsOf(doc)]);
  const links = () => [{ doc } as DocumentLink];
  const programmes = { need() {}, docOf: () => doc, holderOf: () => doc, links, stop() {} };
  const edits = createEdits(programmes, history);
  const decisions = createDecisions({ actor: lan, edits, overlaps, item: (id) => items.get(id) });
  doc.transact(() => {
    addItem(doc, item("a", "08:00", { end: "10:00", parties: { [an]: "chair" } }));
    addItem(doc, item("b", "09:00", { end: "11:00", parties: { [an]: "attend" } }));
  });
  const overlap = (): Overlap => {
    const [found] = overlaps.of("a");
    if (!found) throw new Error("they clash");
    return found;
  };
  return { doc, edits, decisions, settlements, overlaps, history, overlap };
}

const later = { horizon: "time", day: "2026-11-23", startMin: 14 * 60, endMin: 16 * 60 } as unknown as Item["when"];

test("what is settled is quiet, signed and kept with its history; opened again it counts again", () => {
  const { decisions, settlements, overlap } = desk();
  expect(settlements.stateOf(overlap())).toBe("open");
  decisions.decide(overlap(), { state: "discussed", why: " hỏi lại VP UBND " });
  expect(settlements.stateOf(overlap())).toBe("discussed");
  decisions.decide(overlap(), { state: "settled", how: "accepted", why: "họp nối nhau" });
  expect(settlements.isQuiet(overlap())).toBe(true);
  const said = settlements.of(overlap());
  expect(said?.decision).toMatchObject({ how: "accepted", by: { id: "lan", name: "Nguyễn Thị Lan" } });
  expect(said?.steps.map(({ state, why }) => [state, why])).toEqual([
    ["discussed", "hỏi lại VP UBND"],
    ["settled", "họp nối nhau"],
  ]);
  decisions.decide(overlap(), { state: "open" });
  expect(settlements.stateOf(overlap())).toBe("open");
});

test("a settled overlap opens again when either side changes what overlaps, and not on another edit", () => {
  const { decisions, settlements, edits, overlap } = desk();
  decisions.decide(overlap(), { state: "settled", how: "accepted" });
  edits.type("b", { field: "title", text: "Tên khác" });
  edits.setParty("b", binh, { role: "invited" });
  expect(settlements.stateOf(overlap())).toBe("settled");
  edits.patch("b", { when: { ...later, startMin: 9 * 60 + 30 } as Item["when"] });
  expect(settlements.stateOf(overlap())).toBe("reopened");
});

test("a way out changes the items and settles as one step: one undo takes back both", () => {
  const { decisions, settlements, overlaps, history, overlap } = desk();
  const before = overlap();
  decisions.carryOut(before, [{ id: "b", set: { when: later } }], { state: "settled", how: "will-move" });
  expect(overlaps.of("a")).toEqual([]);
  expect(settlements.of(before)?.decision).toMatchObject({ state: "settled", how: "will-move" });
  history.undo();
  expect(overlaps.of("a")).toHaveLength(1);
  expect(settlements.of(before)).toBeNull();
  expect(history.canUndo()).toBe(false);
});

test("what was settled by moving away is open when somebody moves it back", () => {
  const { decisions, settlements, edits, overlap } = desk();
  const before = overlap();
  const [{ when }] = [item("b", "09:00", { end: "11:00" })];
  decisions.carryOut(before, [{ id: "b", set: { when: later } }], { state: "settled", how: "will-move" });
  edits.patch("b", { when });
  expect(overlap().fingerprint).toBe(before.fingerprint);
  expect(settlements.stateOf(overlap())).toBe("reopened");
});

test("what is left of an overlap after a way out is what was settled about", () => {
  const { decisions, settlements, overlap } = desk();
  const before = overlap();
  decisions.carryOut(before, [{ id: "b", parties: { [an]: { role: "optional" } } }], {
    state: "settled",
    how: "made-optional",
  });
  expect(overlap().fingerprint).not.toBe(before.fingerprint);
  expect(settlements.isQuiet(overlap())).toBe(true);
});
