import { describe, expect, test } from "vitest";
import { actOfKey, type Digits } from "./remote-keys.ts";

/** Presses keys half a second apart, or as long as given. */
function press(...keys: readonly (string | [string, number])[]) {
  let digits: Digits | null = null;
  let nowMs = 0;
  return keys.map((one) => {
    const [key, afterMs] = typeof one === "string" ? [one, 500] : one;
    nowMs += afterMs;
    const found = actOfKey(key, digits, nowMs);
    if (found) digits = found[1];
    return found?.[0] ?? null;
  });
}

const open = (page: number) => ({ type: "open", page });

describe("a remote control", () => {
  test("turns on and back with its arrows, its channels and its players' keys", () => {
    for (const key of ["ArrowRight", "ArrowDown", "PageDown", "ChannelUp", "MediaTrackNext"])
      expect(press(key)).toEqual([{ type: "turn", steps: 1 }]);
    for (const key of ["ArrowLeft", "ArrowUp", "PageUp", "ChannelDown", "MediaTrackPrevious"])
      expect(press(key)).toEqual([{ type: "turn", steps: -1 }]);
  });

  test("holds the page with OK", () => {
    for (const key of ["Enter", " ", "MediaPlayPause"]) expect(press(key)).toEqual([{ type: "hold" }]);
  });

  test("opens a page by its number, of several digits when they come quickly", () => {
    expect(press("1", "2")).toEqual([open(1), open(12)]);
    expect(press("1", ["2", 2_000])).toEqual([open(1), open(2)]);
    expect(press("2", "0", "5")).toEqual([open(2), open(20), open(205)]);
    expect(press("1", "ArrowRight", "2")).toEqual([open(1), { type: "turn", steps: 1 }, open(2)]);
    expect(press("0")).toEqual([null]);
    expect(press("Home")).toEqual([open(1)]);
  });

  test("leaves every other key alone", () => {
    expect(press("a", "F5", "Tab", "Escape")).toEqual([null, null, null, null]);
  });
});
