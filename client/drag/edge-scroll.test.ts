import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seed } from "../../test/world/seed.ts";
import { edgePx, edgeSpeed, fastestPxPerSecond, makeEdgeScroll } from "./edge-scroll.ts";

const board = { top: 100, bottom: 900 };

describe("how fast the board runs under a held card", () => {
  test("in the middle not at all, from the line where the edge begins", () => {
    for (const y of [100 + edgePx, 500, 900 - edgePx]) expect(edgeSpeed(y, board)).toBe(0);
    expect(edgeSpeed(99 + edgePx, board)).toBeLessThan(0);
    expect(edgeSpeed(901 - edgePx, board)).toBeGreaterThan(0);
  });

  test("towards the edge that the pointer is near, faster the nearer, and no faster outside", () => {
    expect(edgeSpeed(120, board)).toBeLessThan(edgeSpeed(150, board));
    expect(edgeSpeed(150, board)).toBeLessThan(0);
    expect(edgeSpeed(890, board)).toBeGreaterThan(edgeSpeed(850, board));
    for (const y of [900, 901, 2_000, 1e9]) expect(edgeSpeed(y, board)).toBe(fastestPxPerSecond);
    for (const y of [100, 99, -50, -1e9]) expect(edgeSpeed(y, board)).toBe(-fastestPxPerSecond);
  });

  test("the same up and down: as far above the middle as below it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 900 }), (off, height) => {
        const edges = { top: 500 - height / 2, bottom: 500 + height / 2 };
        expect(edgeSpeed(500 + off, edges)).toBeCloseTo(-edgeSpeed(500 - off, edges), 9);
      }),
      { seed },
    );
  });

  test("on a board so low that both edges are near, towards the nearer one, and not at all in its middle", () => {
    const low = { top: 0, bottom: 60 };
    expect(edgeSpeed(30, low)).toBe(0);
    expect(edgeSpeed(50, low)).toBeGreaterThan(0);
    expect(edgeSpeed(10, low)).toBeLessThan(0);
    expect(edgeSpeed(0, { top: 0, bottom: 0 })).toBe(0);
  });
});

describe("how far it runs", () => {
  const runs = ({ y, hz, seconds = 1 }: { y: number; hz: number; seconds?: number }) => {
    const stepOf = makeEdgeScroll();
    const steps = Array.from({ length: Math.round(hz * seconds) + 1 }, (_, at) =>
      stepOf(y, board, 5_000 + (at * 1_000) / hz),
    );
    return { steps, px: steps.reduce((sum, step) => sum + step, 0) };
  };

  test("in a second as far on every screen, however often it draws", () => {
    for (const y of [895, 870, 846, 120])
      for (const hz of [30, 60, 75, 144, 240]) {
        expect(Math.abs(runs({ y, hz }).px - edgeSpeed(y, board)), `${y} at ${hz} Hz`).toBeLessThanOrEqual(1);
      }
  });

  test("in whole pixels, and slow speeds are not lost between them", () => {
    const slow = runs({ y: 901 - edgePx, hz: 144 });
    expect(slow.steps.every(Number.isInteger)).toBe(true);
    expect(slow.steps.filter((step) => step === 0).length).toBeGreaterThan(100);
    expect(slow.px).toBeGreaterThan(15);
  });

  test("not by a leap at first, nor after the page could not draw for a while", () => {
    const stepOf = makeEdgeScroll();
    expect(stepOf(900, board, 1e9)).toBe(0);
    expect(stepOf(900, board, 1e9 + 16)).toBe(Math.trunc(fastestPxPerSecond * 0.016));
    expect(stepOf(900, board, 1e9 + 60_000)).toBeLessThanOrEqual(fastestPxPerSecond * 0.05 + 1);
  });

  test("not on after the pointer has left the edge", () => {
    const stepOf = makeEdgeScroll();
    for (const nowMs of [0, 10, 20]) stepOf(849, board, nowMs);
    expect([30, 40, 50].map((nowMs) => stepOf(500, board, nowMs))).toEqual([0, 0, 0]);
    expect(stepOf(152, board, 60)).toBeLessThanOrEqual(0);
  });
});
