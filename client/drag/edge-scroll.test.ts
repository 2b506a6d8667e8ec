import { expect, test } from "vitest";
import { edgePx, edgeStep } from "./edge-scroll.ts";

const board = { top: 100, bottom: 900 };

test("in the middle nothing scrolls", () => {
  for (const y of [100 + edgePx, 500, 900 - edgePx]) expect(edgeStep(y, board)).toBe(0);
});

test("near an edge it scrolls that way, faster the nearer, and no faster outside", () => {
  expect(edgeStep(120, board)).toBeLessThan(edgeStep(150, board));
  expect(edgeStep(150, board)).toBeLessThan(0);
  expect(edgeStep(890, board)).toBeGreaterThan(edgeStep(850, board));
  expect(edgeStep(2_000, board)).toBe(edgeStep(900, board));
  expect(edgeStep(-50, board)).toBe(edgeStep(100, board));
});
