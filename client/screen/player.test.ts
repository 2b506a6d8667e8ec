import { describe, expect, test } from "vitest";
import {
  flashMs,
  handMs,
  heldOrLetGo,
  newsMs,
  nextTickMs,
  opened,
  type PlayedPage,
  refitted,
  ticked,
  told,
  turned,
  wentTo,
} from "./player.ts";

const page = (section: string, ...keys: string[]): PlayedPage => ({ section, keys, letters: 0, newsKeys: keys });
const pages = [page("mon", "a", "b"), page("mon", "c", "d"), page("tue", "e")];

describe("the pages of a screen", () => {
  test("go on by themselves, around the end, each for its time", () => {
    let playing = opened(pages, 1, 0);
    expect(nextTickMs(playing, pages, 0)).toBe(15_000);
    expect(ticked(playing, pages, 14_999)).toBe(playing);
    playing = ticked(playing, pages, 15_000);
    expect(playing.index).toBe(2);
    playing = ticked(playing, pages, 30_000);
    expect([playing.index, playing.sinceMs, playing.dueMs]).toEqual([0, 30_000, 45_000]);
  });

  test("a single page stands still, and nothing is waited for", () => {
    const alone = opened(pages.slice(0, 1), 0, 0);
    expect(nextTickMs(alone, pages.slice(0, 1), 0)).toBeNull();
    expect(ticked(alone, pages.slice(0, 1), 9e9)).toBe(alone);
  });

  test("turned by hand they rest for a minute, then go on", () => {
    let playing = turned(opened(pages, 0, 0), pages, -1, 1_000);
    expect(playing.index).toBe(2);
    expect(ticked(playing, pages, 1_000 + handMs - 1).index).toBe(2);
    playing = ticked(playing, pages, 1_000 + handMs);
    expect([playing.index, playing.dueMs - playing.sinceMs]).toEqual([0, 15_000]);
    expect(turned(playing, pages, 7, 0).index).toBe(1);
    expect(wentTo(playing, pages, 1, 0).index).toBe(1);
  });

  test("held at the screen they wait for as long as it takes, and let go they go on", () => {
    const held = heldOrLetGo(opened(pages, 0, 0), pages, 5_000);
    expect(nextTickMs(held, pages, 5_000)).toBeNull();
    expect(ticked(held, pages, 9e9).index).toBe(0);
    const free = heldOrLetGo(held, pages, 6_000);
    expect(nextTickMs(free, pages, 6_000)).toBe(21_000);
  });

  test("laid anew they keep the place and its time", () => {
    const playing = turned(opened(pages, 0, 0), pages, 1, 500);
    const smaller = [page("mon", "a"), page("mon", "b"), page("mon", "c"), page("mon", "d"), page("tue", "e")];
    const after = refitted(playing, smaller);
    expect([after.index, after.sinceMs, after.dueMs]).toEqual([2, 500, 500 + handMs]);
    // And back again: a window that is made smaller and larger has not moved.
    expect(refitted(after, pages).index).toBe(1);
  });
});

describe("a change", () => {
  test("on the page that stands flashes there at once, for five seconds", () => {
    const playing = ticked(told(opened(pages, 0, 0), ["b"], 3_000), pages, 3_000);
    expect(playing.index).toBe(0);
    expect(playing.flash).toEqual({ keys: ["b"], untilMs: 3_000 + flashMs });
    expect(playing.dueMs).toBe(15_000);
    expect(ticked(playing, pages, 7_999).flash).not.toBeNull();
    expect(ticked(playing, pages, 8_000).flash).toBeNull();
  });

  test("elsewhere is turned to, and the page stands until it has been read", () => {
    const playing = ticked(told(opened(pages, 0, 0), ["e"], 14_000), pages, 14_000);
    expect([playing.index, playing.flash?.keys]).toEqual([2, ["e"]]);
    expect(playing.dueMs).toBeGreaterThanOrEqual(14_000 + 15_000);
  });

  test("shortly before the page goes holds it", () => {
    const playing = ticked(told(opened(pages, 0, 0), ["a"], 14_900), pages, 14_900);
    expect(ticked(playing, pages, 15_000).index).toBe(0);
    const over = ticked(playing, pages, 19_900);
    expect([over.index, over.flash]).toEqual([0, null]);
    expect(over.dueMs).toBe(23_900);
  });

  test("on several pages is shown on each, one after the other", () => {
    let playing = told(opened(pages, 0, 0), ["e", "c", "a"], 0);
    const seen: unknown[] = [];
    for (let now: number | null = 0; now !== null && now < 30_000; now = nextTickMs(playing, pages, now)) {
      playing = ticked(playing, pages, now);
      if (playing.flash) seen.push([now, playing.index, playing.flash.keys]);
      if (seen.length === 3) break;
    }
    expect(seen).toEqual([
      [0, 0, ["a"]],
      [5_000, 1, ["c"]],
      [10_000, 2, ["e"]],
    ]);
  });

  test("does not turn away a page that a hand has chosen: it waits, and after a minute it is no news", () => {
    const chosen = turned(opened(pages, 0, 0), pages, 1, 0);
    const waiting = told(chosen, ["e"], 10_000);
    expect(ticked(waiting, pages, 10_000).index).toBe(1);
    expect(nextTickMs(waiting, pages, 10_000)).toBe(handMs);
    expect(ticked(waiting, pages, handMs)).toMatchObject({ index: 2, flash: { keys: ["e"] } });
    const old = told(chosen, ["e"], 0);
    expect(ticked(old, pages, newsMs).flash).toBeNull();
  });

  test("of a line that is on no page any more disturbs nothing", () => {
    const playing = told(opened(pages, 0, 0), ["gone"], 0);
    expect(ticked(playing, pages, 0).index).toBe(0);
    expect(nextTickMs(playing, pages, 0)).toBe(15_000);
  });

  test("a thousand of them leave nothing behind", () => {
    let playing = opened(pages, 0, 0);
    for (let at = 0; at < 1_000; at++) playing = ticked(told(playing, [`x${at}`, "a"], at * 2_000), pages, at * 2_000);
    expect(playing.waiting.length).toBeLessThan(40);
  });
});
