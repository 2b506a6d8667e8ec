import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seed } from "../../test/world/seed.ts";
import { anchorOf, type MeasuredBlock, type MeasuredSection, type Page, pageAt, pageMs, paginate } from "./pages.ts";

const block = (key: string, heightPx: number, given: Partial<MeasuredBlock> = {}): MeasuredBlock => ({
  key,
  heightPx,
  letters: 100,
  keepsNext: false,
  ...given,
});
const section = (key: string, blocks: MeasuredBlock[], headPx = 0): MeasuredSection => ({ key, headPx, blocks });
const keysOf = (pages: readonly Page[]) => pages.map(({ keys }) => keys.join(""));

describe("pages", () => {
  test("take as many lines as fit, and a day begins a page", () => {
    const monday = section("mon", [block("a", 40), block("b", 40), block("c", 40)]);
    const tuesday = section("tue", [block("d", 10)]);
    expect(keysOf(paginate([monday, tuesday], 100))).toEqual(["ab", "c", "d"]);
    expect(keysOf(paginate([monday, tuesday], 80))).toEqual(["ab", "c", "d"]);
    expect(keysOf(paginate([monday, tuesday], 79))).toEqual(["a", "b", "c", "d"]);
  });

  test("heights that are fractions do not push out what fits", () => {
    const thirds = section("x", [block("a", 33.333), block("b", 33.333), block("c", 33.4)]);
    expect(keysOf(paginate([thirds], 100))).toEqual(["abc"]);
  });

  test("a line higher than the room has a page of its own and loses nobody else's", () => {
    expect(keysOf(paginate([section("x", [block("a", 10), block("b", 500), block("c", 10)])], 100))).toEqual([
      "a",
      "b",
      "c",
    ]);
  });

  test("a heading goes with what it stands over", () => {
    const heading = (key: string) => block(key, 20, { keepsNext: true });
    const blocks = [heading("N"), block("a", 70), heading("X"), block("b", 30)];
    expect(keysOf(paginate([section("today", blocks)], 115))).toEqual(["Na", "Xb"]);
    // Nothing but a heading fits: it is better alone than never.
    expect(keysOf(paginate([section("today", [heading("N"), block("a", 70)])], 60))).toEqual(["N", "a"]);
  });

  test("what stands on every page of a step takes its room from each", () => {
    expect(keysOf(paginate([section("step", [block("1", 30), block("2", 30)], 60)], 100))).toEqual(["1", "2"]);
    expect(keysOf(paginate([section("step", [], 60)], 100))).toEqual([""]);
  });

  test("every line stands on exactly one page, in its order, and no page is too full unless by one line", () => {
    let pagesMade = 0;
    const heights = fc.array(fc.integer({ min: 1, max: 150 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(heights, fc.integer({ min: 50, max: 400 }), (each, roomPx) => {
        const blocks = each.map((heightPx, at) => block(`k${at}`, heightPx, { keepsNext: at % 7 === 3 }));
        const pages = paginate([section("x", blocks)], roomPx);
        pagesMade += pages.length;
        expect(pages.flatMap(({ keys }) => keys)).toEqual(blocks.map(({ key }) => key));
        for (const { keys } of pages) {
          const sum = keys.reduce((total, key) => total + (each[Number(key.slice(1))] ?? 0), 0);
          expect(keys.length === 1 || sum <= roomPx + 1).toBe(true);
        }
      }),
      { seed, numRuns: 300 },
    );
    expect(pagesMade).toBeGreaterThan(200);
  });
});

describe("the time of a page", () => {
  test("is 15 to 25 seconds, by what there is to read", () => {
    expect(pageMs({ letters: 0 })).toBe(15_000);
    expect(pageMs({ letters: 400 })).toBe(20_000);
    expect(pageMs({ letters: 5_000 })).toBe(25_000);
  });
});

describe("a place", () => {
  const page = (of: string, ...keys: string[]): Page => ({ section: of, keys, letters: 0 });

  test("is found again when the pages are others", () => {
    const before = [page("mon", "a", "b"), page("mon", "c", "d"), page("tue", "e")];
    const after = [page("mon", "a"), page("mon", "b"), page("mon", "c"), page("mon", "d"), page("tue", "e")];
    expect(before.map((one, at) => pageAt(after, anchorOf(one), at))).toEqual([0, 2, 4]);
  });

  test("whose line is gone stays in its day, as near as may be", () => {
    const after = [page("mon", "a"), page("tue", "e"), page("tue", "f")];
    expect(pageAt(after, { section: "tue", block: "gone" }, 5)).toBe(2);
    expect(pageAt(after, { section: "tue", block: "gone" }, 0)).toBe(1);
    expect(pageAt(after, { section: "sun", block: "gone" }, 9)).toBe(2);
    expect(pageAt([], { section: "sun", block: null }, 9)).toBe(0);
  });

  test("is not taken for the same line of another day", () => {
    expect(pageAt([page("mon", "none"), page("tue", "none")], { section: "tue", block: "none" }, 0)).toBe(1);
  });
});
