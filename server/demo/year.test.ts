import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { parseDay } from "../../shared/kit/day.ts";
import { weekOf } from "../../shared/kit/week.ts";
import { itemSchema } from "../../shared/model/item.ts";
import { isPlaced } from "../../shared/model/when.ts";
import { createOverlapIndex } from "../../shared/rules/overlap-index.ts";
import { demoDirectory } from "./directory.ts";
import { demoYear } from "./year.ts";

const today = parseDay("2026-11-21") ?? expect.unreachable("a day");
const year = demoYear(today, 1, { items: 2_000, peakWeek: 90 });

describe("a year for measuring", () => {
  test("has exactly as many items as asked for, and the peak in its week", () => {
    expect(year).toHaveLength(2_000);
    const byWeek = Map.groupBy(year, ({ when }) => (isPlaced(when) ? weekOf(when.day).week : 0));
    expect(byWeek.size).toBe(53);
    expect(byWeek.get(47)).toHaveLength(90);
    const others = [...byWeek].filter(([week]) => week !== 47).map(([, items]) => items.length);
    expect(Math.max(...others) - Math.min(...others)).toBeLessThanOrEqual(1);
  });

  test("every item passes the schema and has an id of its own", () => {
    for (const item of year) expect(v.safeParse(itemSchema, item).issues, item.title).toBeUndefined();
    expect(new Set(year.map(({ id }) => id)).size).toBe(2_000);
  });

  test("has overlaps to find, as blindly filled schedules have", () => {
    const index = createOverlapIndex(demoDirectory());
    index.build(year);
    const { certain, probable, possible } = index.counts();
    expect(certain).toBeGreaterThan(5);
    expect(certain + probable + possible).toBeLessThan(1_000);
  });

  test("is the same each time", () => {
    expect(demoYear(today, 1, { items: 300, peakWeek: 20 })).toEqual(demoYear(today, 1, { items: 300, peakWeek: 20 }));
  });
});
