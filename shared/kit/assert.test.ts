import { expect, test } from "vitest";
import { assert, BugError, unreachable } from "./assert.ts";

test("what holds passes, also when it is merely not empty", () => {
  for (const holds of [true, 1, "x", [], {}]) expect(() => assert(holds, "must hold")).not.toThrow();
});

test("what does not hold is our bug, told in the words given", () => {
  for (const fails of [false, 0, "", null, undefined]) {
    expect(() => assert(fails, "week 53 exists")).toThrow(BugError);
    expect(() => assert(fails, "week 53 exists")).toThrow("week 53 exists");
  }
});

test("a bug can be told from every other error by its name", () => {
  expect(new BugError("x")).toBeInstanceOf(Error);
  expect(new BugError("x").name).toBe("BugError");
});

test("a value that no branch foresaw is named", () => {
  expect(() => unreachable({ kind: "new" } as never)).toThrow('unreachable: {"kind":"new"}');
});
