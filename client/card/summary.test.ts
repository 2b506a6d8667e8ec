import { expect, test } from "vitest";
import { createOverlapIndex } from "../../shared/rules/overlap-index.ts";
import { an, binh, city, item } from "../../test/world/small-city.ts";
import { worstOf } from "./summary.ts";

const index = createOverlapIndex(city);
index.build([
  item("a", "08:00", { end: "10:00", parties: { [an]: "chair", [binh]: "attend" } }),
  item("b", "09:00", { end: "11:00", parties: { [an]: "chair" } }),
  item("c", "09:30", { end: "11:00", parties: { [binh]: "chair" } }),
]);
const overlaps = index.of("a");

test("a card counts what is open under its worst sign; settled ones only where nothing is open", () => {
  expect(overlaps).toHaveLength(2);
  expect(worstOf(overlaps, () => false)).toEqual({ sign: "certain", count: 2, open: 2 });
  expect(worstOf(overlaps, ({ resource }) => resource === an)).toEqual({ sign: "certain", count: 1, open: 1 });
  expect(worstOf(overlaps, () => true)).toEqual({ sign: "settled", count: 2, open: 0 });
  expect(worstOf([], () => false)).toBeNull();
});

test("what the board calls a hint is not shown louder than one, however sure it is", () => {
  const hints = overlaps.map((overlap) => ({ ...overlap, severity: "hint" as const }));
  expect(worstOf(hints, () => false)).toEqual({ sign: "possible", count: 2, open: 2 });
});
