import { describe, expect, test } from "vitest";
import { shows, step, viewOf } from "../../test/world/screen-views.ts";
import { awakeMs, isNight } from "./night.ts";

const at = (hour: number, minute = 0, day = 23) => ({
  minute: hour * 60 + minute,
  nowMs: Date.UTC(2026, 10, day, hour - 7, minute),
});
const view = (night: { fromMin: number; toMin: number } | null, chosenMs = 0) =>
  viewOf(shows.programme, { setting: { night }, driver: { name: "Hương", atMs: chosenMs } });
const isDark = (of: ReturnType<typeof view>, { minute, nowMs }: ReturnType<typeof at>) => isNight(of, minute, nowMs);

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

  test("who puts something on it at night sees it, for two hours", () => {
    const chosen = at(23, 30);
    expect(isDark(view(overMidnight, chosen.nowMs), at(23, 31))).toBe(false);
    expect(isDark(view(overMidnight, chosen.nowMs), at(1, 29, 24))).toBe(false);
    expect(isDark(view(overMidnight, chosen.nowMs), at(1, 30, 24))).toBe(true);
    expect(awakeMs).toBe(7_200_000);
    // Chosen before it got dark: the night comes as it was set.
    expect(isDark(view(overMidnight, at(21, 30).nowMs), at(22, 1))).toBe(true);
  });

  test("a joint session that runs late stays on the wall", () => {
    const late = viewOf(step, { setting: { night: overMidnight }, driver: { name: "Hương", atMs: 0 } });
    expect(isDark(late, at(23))).toBe(false);
  });
});
