import fc from "fast-check";
import { expect, test } from "vitest";
import { seed } from "../../test/world/seed.ts";
import { isSameValue } from "./same-value.ts";

test("a copy is the same, also when its members were written in another order", () => {
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, member]) => [key, turned(member)]),
    );
  };
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(isSameValue(value, structuredClone(value))).toBe(true);
      expect(isSameValue(value, turned(value))).toBe(true);
    }),
    { seed, numRuns: 500 },
  );
});

test("two values are the same exactly when they are written the same", () => {
  const sorted = (value: unknown) =>
    JSON.stringify(value, (_, member) =>
      member && typeof member === "object" && !Array.isArray(member)
        ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
        : member,
    );
  const small = fc.jsonValue({ maxDepth: 2, stringUnit: fc.constantFrom("a", "b") });
  let same = 0;
  fc.assert(
    fc.property(small, small, (a, b) => {
      const expected = sorted(a) === sorted(b);
      if (expected) same++;
      expect(isSameValue(a, b)).toBe(expected);
    }),
    { seed, numRuns: 3_000 },
  );
  expect(same).toBeGreaterThan(10);
});

test("a member that is there but undefined is as good as missing", () => {
  expect(isSameValue({ room: "r1", text: undefined }, { room: "r1" })).toBe(true);
  expect(isSameValue({ room: "r1" }, { room: "r1", text: undefined })).toBe(true);
  expect(isSameValue({ room: undefined }, { text: undefined })).toBe(true);
});

test("what only looks alike differs", () => {
  expect(isSameValue(1, "1")).toBe(false);
  expect(isSameValue(null, undefined)).toBe(false);
  expect(isSameValue([], {})).toBe(false);
  expect(isSameValue([1, 2], [2, 1])).toBe(false);
  expect(isSameValue({ a: { b: 1 } }, { a: { b: 2 } })).toBe(false);
  expect(isSameValue({ a: 1 }, { a: 1, b: 1 })).toBe(false);
});
