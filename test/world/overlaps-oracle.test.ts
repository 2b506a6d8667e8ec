import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Certainty } from "../../shared/model/overlap.ts";
import { type FoundOverlap, findOverlaps } from "../../shared/text/overlap-query.ts";
import { itemsByFile } from "./town-items.ts";
import { townsByFile } from "./towns.ts";

const folder = join(import.meta.dirname, "../schedules");

type Place = { readonly line: number; readonly item?: number };
type Pair = {
  readonly id: string;
  readonly file: string;
  readonly date: string;
  readonly a: Place;
  readonly b: Place;
  readonly resource: string;
  readonly kind: "certain" | "likely" | "possible" | "not-a-conflict";
};
type Printed = Place & { readonly date: string };

const pairs: readonly Pair[] = JSON.parse(readFileSync(join(folder, "overlaps.json"), "utf8"));
const files = [...new Set(pairs.map(({ file }) => file))];

function itemsOf(file: string): readonly Printed[] {
  const name = readdirSync(folder).find((each) => each === `${file}.expected.json`);
  if (name) return JSON.parse(readFileSync(join(folder, name), "utf8"));
  return (itemsByFile[file.slice(0, 2)] ?? []) as Printed[];
}

function findBetween(pair: Pair): readonly FoundOverlap[] {
  const items = itemsOf(pair.file);
  const indexOf = (place: Place) =>
    items.findIndex(({ line, item, date }) => line === place.line && item === place.item && date === pair.date);
  const [a, b] = [indexOf(pair.a), indexOf(pair.b)];
  expect(a, `${pair.id}: first item is in the list`).toBeGreaterThanOrEqual(0);
  expect(b, `${pair.id}: second item is in the list`).toBeGreaterThanOrEqual(0);
  const { overlaps } = findOverlaps({ items: [...items], directory: townsByFile[pair.file.slice(0, 2)] });
  return overlaps.filter((found) => [found.a.index, found.b.index].sort().join() === [a, b].sort().join());
}

const surest = (found: readonly FoundOverlap[]): Certainty | null =>
  (["certain", "probable", "possible"] as const).find((each) => found.some(({ certainty }) => certainty === each)) ??
  null;

const allowed: Readonly<Record<Pair["kind"], readonly (Certainty | null)[]>> = {
  certain: ["certain"],
  likely: ["probable", "certain"],
  possible: ["possible"],
  "not-a-conflict": [null, "possible"],
};

describe("pairs read by hand in published schedules", () => {
  test("the list of pairs is there, of every kind", () => {
    expect(new Set(pairs.map(({ kind }) => kind)).size).toBe(4);
    expect(files.length).toBeGreaterThanOrEqual(8);
  });

  for (const pair of pairs) {
    test(`${pair.id}: ${pair.resource} is ${pair.kind}`, () => {
      const found = findBetween(pair);
      expect(allowed[pair.kind], found.map(({ explanation }) => explanation).join("\n")).toContain(surest(found));
    });
  }
});
