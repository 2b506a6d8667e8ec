import { describe, expect, test } from "vitest";
import type { Certainty } from "../../shared/model/overlap.ts";
import { findOverlaps } from "../../shared/text/overlap-query.ts";
import { type Judgement, judgedPairs } from "./judged-rules.ts";
import { ruledCity } from "./ruled-city.ts";
import { item } from "./small-city.ts";

const allowed: Readonly<Record<Judgement, readonly (Certainty | null)[]>> = {
  certain: ["certain"],
  likely: ["probable", "certain"],
  possible: ["possible"],
  "not-a-conflict": [null],
};

describe("pairs judged by hand, over every kind that a board's rules find", () => {
  test("they are many, of every judgement and of every such kind", () => {
    expect(judgedPairs.length).toBeGreaterThanOrEqual(45);
    expect(new Set(judgedPairs.map(({ judged }) => judged)).size).toBe(4);
    expect([...new Set(judgedPairs.map(({ kind }) => kind))].sort()).toEqual(
      ["calendar", "capacity", "due", "notice", "online", "room", "subject", "travel"].sort(),
    );
  });

  test.each(judgedPairs)("$kind is $judged: $reason", ({ kind, judged, a, b }) => {
    const asked = [a, ...(b ? [b] : [])].map(({ start, ...wish }, at) => item(`i${at}`, start, wish));
    const { overlaps } = findOverlaps({ items: asked, directory: ruledCity });
    const found = overlaps.filter((overlap) => overlap.kind === kind);
    const surest = (["certain", "probable", "possible"] as const).find((each) =>
      found.some(({ certainty }) => certainty === each),
    );
    expect(allowed[judged], overlaps.map(({ explanation }) => explanation).join("\n")).toContain(surest ?? null);
    for (const { explanation } of found) expect(explanation).toMatch(/^\p{Lu}.{20,}$/u);
  });
});
