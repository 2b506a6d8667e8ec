import * as v from "valibot";
import { expect, test } from "vitest";
import type { Day } from "../../shared/kit/day.ts";
import type { Minute } from "../../shared/kit/minute.ts";
import { directorySchema } from "../../shared/model/directory.ts";
import type { Item } from "../../shared/model/item.ts";
import { createOverlapIndex } from "../../shared/rules/overlap-index.ts";
import { distinctOverlaps, newOverlaps } from "./preflight.ts";

const directory = v.parse(directorySchema, {
  persons: [
    { id: "an", name: "An" },
    { id: "ha", name: "Hà" },
  ],
});
const item = (id: string, startMin: number, who: string, day = "2026-11-23"): Item => ({
  id,
  title: `Việc ${id}`,
  office: "people",
  kind: "meeting",
  status: "approved",
  when: { horizon: "time", day: day as Day, startMin: startMin as Minute, endMin: (startMin + 60) as Minute },
  parties: { [`person:${who}`]: { role: "chair", order: 0 } } as Item["parties"],
});
const board = (...items: Item[]) => {
  const index = createOverlapIndex(directory);
  index.build(items);
  return index;
};
const count = (known: ReturnType<typeof board>, candidates: Item[], leaving: string[] = []) =>
  distinctOverlaps(newOverlaps({ candidates, leaving: new Set(leaving), directory, known })).length;

test("a pasted item that meets one on the board counts once", () => {
  expect(count(board(item("b", 480, "an")), [item("p", 500, "an")])).toBe(1);
  expect(count(board(item("b", 480, "ha")), [item("p", 500, "an")])).toBe(0);
});

test("two pasted items that meet each other count once, although neither is on the board", () => {
  expect(count(board(), [item("p", 480, "an"), item("q", 500, "an")])).toBe(1);
});

test("an overlap that is there already is not new", () => {
  const known = board(item("a", 480, "an"), item("b", 500, "an"));
  expect(count(known, [{ ...item("a", 480, "an"), title: "Việc a, sửa lời" }])).toBe(0);
});

test("an item that moves out of an overlap makes none, one that moves into another makes that one", () => {
  const known = board(item("a", 480, "an"), item("b", 500, "an"), item("c", 840, "an"));
  expect(count(known, [item("a", 840, "an")])).toBe(1);
  expect(count(known, [item("a", 480, "an", "2026-11-27")])).toBe(0);
});

test("two pasted changes are judged by where both will be", () => {
  const known = board(item("a", 480, "an"), item("b", 840, "an"));
  expect(count(known, [item("a", 840, "an"), item("b", 480, "an")])).toBe(0);
});

test("an item that is called off is in nobody's way", () => {
  expect(count(board(item("b", 480, "an")), [item("p", 500, "an")], ["b"])).toBe(0);
});
