import { describe, expect, test } from "vitest";
import type { ScreenShow } from "../../shared/protocol/screen-feed.ts";
import { bookWords, shows, step } from "../../test/world/screen-views.ts";
import { bookOf } from "./book.ts";
import { compose } from "./composition.ts";
import type { Fit } from "./step.tsx";

type Heights = { readonly heads: Partial<Record<Fit, number>>; readonly block: (sign: string) => number };

/** Lays a show on pages of a room, where everything is as high as the test says. */
function laid(show: ScreenShow, roomPx: number, { heads, block }: Heights) {
  const book = bookOf(show, bookWords);
  if (!book) throw new Error("no book");
  const heightOf = (sign: string) => {
    const fit = (["roomy", "tight", "close"] as const).find((one) => sign.startsWith(`${one} `));
    return fit ? (heads[fit] ?? 0) : block(sign);
  };
  return compose(book, {
    measurer: { heightsOf: (drawings) => drawings.map(({ sign }) => heightOf(sign)) },
    roomPx,
    wasOf: () => null,
    drawBlock: () => null,
    drawHead: () => null,
  });
}

/** Four ways on of 10 each; a side 40, the reason 20. */
const block = (sign: string) => (sign.includes('"kind":"offer"') ? 10 : sign.includes('"kind":"side"') ? 40 : 20);
const heads = { roomy: 90, tight: 70, close: 50 };
const pagesOf = (roomPx: number) => {
  const { pages, fits } = laid(step, roomPx, { heads, block });
  return [fits.get("step"), ...pages.map(({ keys }) => keys.join(" ").replaceAll("offer ", ""))];
};

describe("a step of the session", () => {
  test("stands on one page while it can, set closer when it must", () => {
    expect(pagesOf(130)).toEqual(["roomy", "1 2 3 4"]);
    expect(pagesOf(129)).toEqual(["tight", "1 2 3 4"]);
    expect(pagesOf(110)).toEqual(["tight", "1 2 3 4"]);
  });

  test("keeps its pair on every page when the ways on need several", () => {
    expect(pagesOf(80)).toEqual(["close", "1 2 3", "4"]);
    expect(pagesOf(60)).toEqual(["close", "1", "2", "3", "4"]);
  });

  test("comes apart, side by side with nothing cut, where letters are larger than that", () => {
    expect(pagesOf(59)).toEqual(["apart", "side a1", "side a2", "reason 1 2 3", "4"]);
  });

  test("is news on every page under its pair, apart only where it stands", () => {
    const news = (roomPx: number) => laid(step, roomPx, { heads, block }).pages.map(({ newsKeys }) => newsKeys);
    expect(news(80).every((keys) => keys.includes("a1") && keys.includes("a2"))).toBe(true);
    expect(news(59).filter((keys) => keys.includes("a2"))).toHaveLength(1);
  });
});

test("an overlap too high for a page comes apart into its reason and its sides; the others stay whole", () => {
  const high = (sign: string) => (sign.includes('"key":"o1","row"') ? 200 : 30);
  const { pages, blocks } = laid(shows.overlaps, 100, { heads: {}, block: high });
  expect(pages.map(({ keys }) => keys)).toEqual([
    ["o1 reason", "o1 a1", "o1 a2"],
    ["o2", "o3"],
  ]);
  expect(blocks.get("overlaps")?.map(({ kind }) => kind)).toEqual(["reason", "side", "side", "overlap", "overlap"]);
});
