import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { itemArb, whenArb } from "../../test/world/arbitraries.ts";
import { seed } from "../../test/world/seed.ts";
import { directorySchema, entrySchemas } from "./directory.ts";
import { guardOf } from "./guard.ts";
import { itemFieldSchemas, itemSchema, participationSchema } from "./item.ts";
import { idSchema, partyRefSchema } from "./ref.ts";
import { whenSchema } from "./when.ts";

/** Values that a wrong client might send where another was meant. */
const oddArb = fc.oneof(
  fc.anything({ withNullPrototype: true, withMap: true, withTypedArray: true }),
  fc.constantFrom<unknown>(null, undefined, "", "meeting", "2026-11-24", Number.NaN, 0, -1, 1440, [], {}, "__proto__"),
);

/** A good value with one member changed, dropped or added. */
function damagedArb(good: fc.Arbitrary<object>): fc.Arbitrary<unknown> {
  const key = fc.constantFrom("horizon", "day", "lastDay", "startMin", "endMin", "period", "session", "role", "extra");
  return fc.tuple(good, key, oddArb, fc.boolean()).map(([value, name, odd, isDropped]) => {
    const copy: Record<string, unknown> = { ...value };
    if (isDropped) delete copy[name];
    else copy[name] = odd;
    return copy;
  });
}

function expectSameAnswer(schema: v.GenericSchema, values: fc.Arbitrary<unknown>): { yes: number; no: number } {
  const isIt = guardOf(schema);
  const count = { yes: 0, no: 0 };
  fc.assert(
    fc.property(values, (value) => {
      const answer = v.is(schema, value);
      count[answer ? "yes" : "no"]++;
      expect(isIt(value)).toBe(answer);
    }),
    { seed, numRuns: 400 },
  );
  return count;
}

describe("a guard answers as the library does", () => {
  test("for every single-value field of an item", () => {
    for (const [name, schema] of Object.entries(itemFieldSchemas)) {
      const goodArb = itemArb().map((item) => item[name as keyof typeof itemFieldSchemas]);
      const count = expectSameAnswer(schema, fc.oneof(goodArb, oddArb));
      expect(count.yes, name).toBeGreaterThan(50);
      expect(count.no, name).toBeGreaterThan(50);
    }
  });

  test("for a when with anything wrong in it", () => {
    const count = expectSameAnswer(whenSchema, fc.oneof(whenArb, damagedArb(whenArb)));
    expect(Math.min(count.yes, count.no)).toBeGreaterThan(50);
  });

  test("for participations, refs, ids, entries and whole items", () => {
    const partArb = itemArb().map((item) => Object.values(item.parties)[0] ?? { role: "chair" });
    expectSameAnswer(participationSchema, fc.oneof(partArb, damagedArb(partArb), oddArb));
    expectSameAnswer(partyRefSchema, fc.oneof(fc.string(), oddArb, fc.constantFrom("person:an", "body:__proto__")));
    expectSameAnswer(idSchema, fc.oneof(fc.string(), oddArb, fc.constantFrom("constructor", "an-1")));
    for (const schema of [...Object.values(entrySchemas), directorySchema, itemSchema])
      expectSameAnswer(schema, fc.oneof(itemArb(), oddArb));
  });
});

describe("a guard loosens nothing", () => {
  test("forms and steps it does not know run through the library", () => {
    const even = v.pipe(v.number(), v.integer(), v.multipleOf(2));
    expect(guardOf(even)(4)).toBe(true);
    expect(guardOf(even)(3)).toBe(false);
    const tuple = v.strictObject({ at: v.tuple([v.number(), v.number()]) });
    expect(guardOf(tuple)({ at: [1, 2] })).toBe(true);
    expect(guardOf(tuple)({ at: [1, "2"] })).toBe(false);
  });

  test("a pipe within a pipe keeps its inner steps", () => {
    const nested = v.pipe(v.pipe(v.string(), v.minLength(3)), v.maxLength(5));
    expect(["ab", "abc", "abcdef"].map((text) => guardOf(nested)(text))).toEqual([false, true, false]);
  });

  test("members that may be missing are those that the library lets be missing", () => {
    const schema = v.strictObject({
      must: v.number(),
      may: v.optional(v.number()),
      exact: v.exactOptional(v.number()),
      none: v.nullish(v.number()),
      usual: v.optional(v.number(), 1),
    });
    const values = [
      { must: 1 },
      { must: 1, may: undefined },
      { must: 1, exact: undefined },
      { must: 1, none: null },
      { must: 1, usual: undefined },
      { may: 1 },
      { must: undefined },
    ];
    expect(values.map((value) => guardOf(schema)(value))).toEqual(values.map((value) => v.is(schema, value)));
  });

  test("two forms under one tag are both tried", () => {
    const tagged = v.variant("kind", [
      v.strictObject({ kind: v.literal("a"), x: v.number() }),
      v.strictObject({ kind: v.literal("a"), y: v.number() }),
    ]);
    expect([{ kind: "a", x: 1 }, { kind: "a", y: 1 }, { kind: "a" }].map((value) => guardOf(tagged)(value))).toEqual([
      true,
      true,
      false,
    ]);
  });
});
