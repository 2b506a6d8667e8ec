import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createTimeTable, type Extent } from "./time-table.ts";

const seed = 20261123;

type Entry = Extent & { readonly name: string };
const on = (name: string, fromMin: number, toMin: number): Entry => ({ name, fromMin, toMin });

function near(table: ReturnType<typeof createTimeTable<Entry>>, extent: Extent): string[] {
  const met: string[] = [];
  table.near(extent, ({ name }) => met.push(name));
  return met.sort();
}

const extentArbitrary = fc
  .record({ fromMin: fc.integer({ min: -2_000, max: 8_000 }), lengthMin: fc.integer({ min: 0, max: 4_000 }) })
  .map(({ fromMin, lengthMin }): Extent => ({ fromMin, toMin: fromMin + lengthMin }));

describe("what is on around a time", () => {
  test("is met once, however many quarters of the day it lasts", () => {
    const table = createTimeTable<Entry>(90);
    table.add(on("long", 100, 5_000));
    table.add(on("short", 480, 570));
    expect(near(table, { fromMin: 0, toMin: 3_000 })).toEqual(["long", "short"]);
    expect(near(table, { fromMin: 2_000, toMin: 2_060 })).toEqual(["long"]);
  });

  test("reaches over midnight", () => {
    const table = createTimeTable<Entry>(90);
    table.add(on("late", 1_420, 1_430));
    expect(near(table, { fromMin: 1_450, toMin: 1_500 })).toEqual(["late"]);
    expect(near(table, { fromMin: 1_530, toMin: 1_600 })).toEqual([]);
  });

  test("what ends before it begins is nowhere and meets nothing", () => {
    const table = createTimeTable<Entry>(90);
    table.add(on("idle", 10, 5));
    expect(near(table, { fromMin: 0, toMin: 1_000 })).toEqual([]);
    table.add(on("real", 10, 20));
    expect(near(table, { fromMin: 15, toMin: 15 })).toEqual([]);
  });

  test("is what a walk through everything finds, after any adding and removing", () => {
    let met = 0;
    fc.assert(
      fc.property(
        fc.array(extentArbitrary, { minLength: 5, maxLength: 40 }),
        fc.array(fc.nat(39)),
        extentArbitrary,
        (extents, gone, asked) => {
          const table = createTimeTable<Entry>(90);
          const entries = extents.map(({ fromMin, toMin }, at) => on(String(at), fromMin, toMin));
          for (const entry of entries) table.add(entry);
          for (const at of new Set(gone)) if (entries[at]) table.remove(entries[at]);
          const expected = extents.flatMap(({ fromMin, toMin }, at) => {
            const isThere = toMin > fromMin && asked.toMin > asked.fromMin && !gone.includes(at);
            return isThere && fromMin <= asked.toMin + 90 && toMin >= asked.fromMin - 90 ? [String(at)] : [];
          });
          met += expected.length;
          expect(near(table, asked)).toEqual(expected.sort());
        },
      ),
      { seed, numRuns: 1_000 },
    );
    expect(met).toBeGreaterThan(1_000);
  });

  test("after a clearing there is nothing", () => {
    const table = createTimeTable<Entry>(0);
    table.add(on("a", 0, 100));
    table.clear();
    expect(near(table, { fromMin: 0, toMin: 100 })).toEqual([]);
  });
});
