import { describe, expect, test } from "vitest";
import { driftAt, driftMaxVh } from "./drift.ts";
import { durationText, hourAt } from "./durations.ts";
import { bodyPx, layoutOf, minutesOfArc } from "./type-size.ts";

describe("letters for the last row", () => {
  test("are 20 minutes of arc by the geometry of the eye, at every distance and picture", () => {
    for (const heightPx of [720, 1_080, 2_160])
      for (const distance of [2, 4, 4.8, 6, 6.4, 8, 12]) {
        const capitalShare = (0.7 * bodyPx(distance, heightPx)) / heightPx;
        const minutes = (Math.atan(capitalShare / distance) * 180 * 60) / Math.PI;
        expect(minutes).toBeGreaterThan(20);
        expect(minutes).toBeLessThan(20.2);
      }
    expect([4, 4.8, 6.4, 8].map((distance) => Math.round(bodyPx(distance, 1_080)))).toEqual([36, 43, 58, 72]);
  });

  test("seen from farther than they are set for are smaller, in proportion", () => {
    expect(minutesOfArc(6, 6)).toBe(20);
    expect(minutesOfArc(3, 6)).toBe(10);
    expect(minutesOfArc(12, 6)).toBe(40);
  });

  test("large ones have who and where beneath the matter, small ones in columns", () => {
    const layout = (distance: number) => layoutOf(1_840, bodyPx(distance, 1_080));
    expect([2, 4, 6, 8].map(layout)).toEqual(["columns", "columns", "stacked", "stacked"]);
  });
});

describe("against burn-in", () => {
  test("the picture wanders, at most 8 lines of 1,080 any way, and comes home", () => {
    const places = Array.from({ length: 40 }, (_, step) => driftAt(step));
    expect(new Set(places.map(({ xVh, yVh }) => `${xVh} ${yVh}`)).size).toBeGreaterThan(6);
    for (const { xVh, yVh } of places) {
      expect(Math.max(Math.abs(xVh), Math.abs(yVh))).toBeLessThanOrEqual(driftMaxVh);
      expect((driftMaxVh / 100) * 1_080).toBeLessThanOrEqual(8);
    }
    expect(driftAt(9)).toEqual(driftAt(0));
  });
});

describe("times on the wall", () => {
  test("are said as people say them", () => {
    expect([0, 35_900, 581_000, 3_725_000].map(durationText)).toEqual(["0:00", "0:35", "9:41", "1:02:05"]);
    expect(hourAt(Date.UTC(2026, 10, 23, 6, 42))).toBe("13:42");
    expect(hourAt(Date.UTC(2026, 10, 23, 17, 5))).toBe("00:05");
  });
});
