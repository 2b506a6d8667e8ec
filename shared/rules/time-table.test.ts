import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createTimeTable, type Extent } from "./time-table.ts";

const seed = 20261123;

function near(table: ReturnType<typeof createTimeTable<string>>, extent: Extent): string[] {
  const met: string[] = [];
  table.near(extent, (entry) => met.push(entry));
  return met.sort();
}

const extentArbitrary = fc
  .record({ fromMin: fc.integer({ min: -2_000, max: 8_000 }), lengthMin: fc.integer({ min: 0, max: 4_000 }) })
  .map(({ fromMin, lengthMin }): Extent => ({ fromMin, toMin: fromMin + lengthMin }));

describe("what is on around a time", () => {
  test("is met once, however many quarters of the day it lasts", () => {
    const table = createTimeTable<string>(90);
    table.add({ fromMin: 100, toMin: 5_000 }, "long");
    table.add({ fromMin: 480, toMin: 570 }, "short");
    expect(near(table, { fromMin: 0, toMin: 3_000 })).toEqual(["long", "short"]);
    expect(near(table, { fromMin: 2_000, toMin: 2_060 })).toEqual(["long"]);
  });

  test("reaches over midnight", () => {
    const table = createTimeTable<string>(90);
    table.add({ fromMin: 1_420, toMin: 1_430 }, "late");
    expect(near(table, { fromMin: 1_450, toMin: 1_500 })).toEqual(["late"]);
    expect(near(table, { fromMin: 1_530, toMin: 1_600 })).toEqual([]);
  });

  test("what ends before it begins is nowhere and meets nothing", () => {
    const table = createTimeTable<string>(90);
    table.add({ fromMin: 10, toMin: 5 }, "idle");
    expect(near(table, { fromMin: 0, toMin: 1_000 })).toEqual([]);
    table.add({ fromMin: 10, toMin: 20 }, "real");
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
          const table = createTimeTable<string>(90);
          for (const [at, extent] of extents.entries()) table.add(extent, String(at));
          for (const at of new Set(gone)) if (extents[at]) table.remove(extents[at], String(at));
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
    const table = createTimeTable<string>(0);
    table.add({ fromMin: 0, toMin: 100 }, "a");
    table.clear();
    expect(near(table, { fromMin: 0, toMin: 100 })).toEqual([]);
  });
});
