import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { directoryArb, itemArb } from "../../test/world/arbitraries.ts";
import { seed } from "../../test/world/seed.ts";
import { entryKinds, entrySchemas } from "./directory.ts";
import { exactGuardOf } from "./exact-guard.ts";
import { itemFieldSchemas } from "./item.ts";
import { changeSchema, topicSchema, walkStepSchema } from "./joint-session.ts";
import { screenFieldSchemas } from "./screen.ts";

const step = {
  topic: "abcdefgh",
  offers: [{ kind: "move", item: "a", when: { horizon: "day", day: "2026-11-24" }, free: { free: 3, of: 4 } }],
  by: { id: "lan", name: "Lan" },
  atMs: 1,
};

describe("a list passes where the schema says list, and nowhere else", () => {
  test.each<[string, v.GenericSchema, unknown, unknown[]]>([
    ["a step of the walk", walkStepSchema, step, [{ ...step, offers: {} }, { ...step, by: [] }, [step]]],
    [
      "an offer within it",
      walkStepSchema,
      { ...step, offers: [] },
      [
        { ...step, offers: [[]] },
        { ...step, offers: [{ ...step.offers[0], free: [3, 4] }] },
      ],
    ],
    [
      "what an item lacks",
      topicSchema,
      { of: "lacking", order: 1, item: "a", lacks: ["hour"] },
      [{ of: "lacking", order: 1, item: "a", lacks: "hour" }, [], { of: "late", order: [], item: "a" }],
    ],
    [
      "a place before and after",
      changeSchema,
      { item: "a", title: "Họp", field: "venue", before: { room: "p1" }, after: { text: "Sóc Sơn" } },
      [
        { item: "a", title: "Họp", field: "venue", before: [] },
        { item: "a", title: [], field: "venue" },
      ],
    ],
    ["what a screen may show", screenFieldSchemas.modes, ["week"], [{}, { 0: "week" }, "week", [["week"]]]],
    ["an object in which all may be missing", itemFieldSchemas.venue, {}, [[], { online: [] }]],
    [
      "a table under any keys",
      v.record(v.string(), v.strictObject({ a: v.optional(v.string()) })),
      { x: {} },
      [{ x: [] }, []],
    ],
  ])("%s", (_what, schema, good, bad) => {
    const fits = exactGuardOf(schema);
    expect(v.is(schema, good) && fits(good)).toBe(true);
    for (const value of bad) expect(fits(value), JSON.stringify(value)).toBe(false);
  });

  test("what was made by the schema always passes, and a list put in the place of anything never", () => {
    const [fields, entries] = [Object.entries(itemFieldSchemas), { items: 0, entries: 0 }];
    fc.assert(
      fc.property(itemArb(), directoryArb, (item, directory) => {
        for (const [key, schema] of fields) {
          const value = item[key as keyof typeof itemFieldSchemas];
          expect(exactGuardOf(schema)(value), key).toBe(true);
          for (const other of withAList(value)) expect(exactGuardOf(schema)(other), JSON.stringify(other)).toBe(false);
          entries.items++;
        }
        for (const kind of entryKinds)
          for (const entry of directory[kind]) {
            expect(exactGuardOf(entrySchemas[kind])(entry), kind).toBe(true);
            entries.entries++;
          }
      }),
      { seed, numRuns: 60 },
    );
    expect(entries.items).toBeGreaterThan(500);
    expect(entries.entries).toBeGreaterThan(100);
  });

  test("a schema of a form that nobody thought of is refused as it is made, not passed over", () => {
    expect(() => exactGuardOf(v.map(v.string(), v.string()))).toThrow("lists anywhere");
  });
});

/** Copies of a value with a list in the place of the whole, or of one object within it. */
function withAList(value: unknown): unknown[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  const inner = Object.entries(value).flatMap(([key, member]) =>
    withAList(member).map((other) => ({ ...value, [key]: other })),
  );
  return [[], ...inner];
}
