import { describe, expect, test } from "vitest";
import { shows, viewOf } from "../../test/world/screen-views.ts";
import { isNight } from "./night.ts";

/** A moment of the 23rd, or of another day, by the clock of the city. */
const at = (hour: number, minute = 0, day = 23) => Date.UTC(2026, 10, day, hour - 7, minute, 30);
const view = (night: { fromMin: number; toMin: number } | null, chosenMs = 0) =>
  viewOf(shows.programme, { setting: { night }, driver: { name: "Hương", atMs: chosenMs } });
const isDark = isNight;

describe("at night", () => {
  const overMidnight = { fromMin: 22 * 60, toMin: 6 * 60 };

  test("a screen is dark from minute to minute, over midnight too", () => {
    const hours = [21, 22, 23, 0, 5, 6, 12];
    expect(hours.map((hour) => isDark(view(overMidnight), at(hour)))).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
    const noon = { fromMin: 12 * 60, toMin: 13 * 60 };
    expect([11, 12, 13].map((hour) => isDark(view(noon), at(hour)))).toEqual([false, true, false]);
    expect(isDark(view(overMidnight), at(5, 59))).toBe(true);
  });

  test("without a night, or with one of no length, it never is", () => {
    expect(isDark(view(null), at(23))).toBe(false);
    expect(isDark(view({ fromMin: 60, toMin: 60 }), at(1))).toBe(false);
  });

  test("who puts something on it at night sees it until the next one", () => {
    const chosen = view(overMidnight, at(23, 30));
    expect([at(23, 31), at(5, 59, 24), at(21, 59, 24)].map((now) => isDark(chosen, now))).toEqual([
      false,
      false,
      false,
    ]);
    expect(isDark(chosen, at(22, 0, 24))).toBe(true);
    // Chosen before it got dark: the night comes as it was set.
    expect(isDark(view(overMidnight, at(21, 59)), at(22, 0))).toBe(true);
    expect(isDark(view(overMidnight, at(22, 0)), at(22, 0))).toBe(false);
  });
});
