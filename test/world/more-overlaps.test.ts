import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Certainty } from "../../shared/model/overlap.ts";
import { findOverlaps } from "../../shared/text/overlap-query.ts";
import type { ExpectedItem } from "./schedule-score.ts";

const folder = join(import.meta.dirname, "../schedules/more");
const json = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8"));

type Place = { readonly line: number; readonly item?: number };
type Kind = "certain" | "likely" | "possible" | "not-a-conflict";
type Pair = {
  readonly id: string;
  readonly file: string;
  readonly a: Place;
  readonly b: Place;
  /** What is other than printed of the second item: published schedules had their collisions removed. */
  readonly moved?: Partial<ExpectedItem>;
  /** The second item is the first once more. */
  readonly copied?: true;
  readonly kind: Kind;
  readonly reason: string;
};

const pairs: readonly Pair[] = json("overlaps.json");
const towns: Readonly<Record<string, unknown>> = json("towns.json");

const allowed: Readonly<Record<Kind, readonly (Certainty | null)[]>> = {
  certain: ["certain"],
  likely: ["probable", "certain"],
  possible: ["possible"],
  "not-a-conflict": [null, "possible"],
};

function findBetween(pair: Pair) {
  const name = readdirSync(folder).find((each) => each.startsWith(`${pair.file}-`) && each.endsWith(".expected.json"));
  const items: ExpectedItem[] = json(name ?? "");
  const at = (place: Place) => items.findIndex(({ line, item }) => line === place.line && item === place.item);
  const a = at(pair.a);
  const second = items[at(pair.b)];
  expect(a, `${pair.id}: first item is in the list`).toBeGreaterThanOrEqual(0);
  if (!second) throw new Error(`${pair.id}: second item is not in the list`);
  const b = pair.copied ? items.length : items.indexOf(second);
  items[b] = { ...second, ...pair.moved };
  const { overlaps } = findOverlaps({ items, directory: towns[pair.file] });
  return overlaps.filter((found) => new Set([found.a.index, found.b.index, a, b]).size === 2);
}

describe("pairs read by hand in further schedules, with directories in many shapes", () => {
  test("the pairs are of every kind, from eleven schedules", () => {
    expect(new Set(pairs.map(({ kind }) => kind)).size).toBe(4);
    expect(new Set(pairs.map(({ file }) => file)).size).toBe(11);
    expect(Object.keys(towns).sort()).toEqual([...new Set(pairs.map(({ file }) => file))].sort());
  });

  test.each(pairs)("$id is $kind: $reason", (pair) => {
    const found = findBetween(pair);
    const surest = (["certain", "probable", "possible"] as const).find((each) =>
      found.some(({ certainty }) => certainty === each),
    );
    expect(allowed[pair.kind], found.map(({ explanation }) => explanation).join("\n")).toContain(surest ?? null);
  });
});
