import { expect, test } from "vitest";
import { hanoiAt } from "./hanoi.ts";

test.each([
  ["2026-11-23T16:59:59Z", "2026-11-23", 23 * 60 + 59],
  ["2026-11-23T17:00:00Z", "2026-11-24", 0],
  ["2026-12-31T18:30:00Z", "2027-01-01", 90],
  ["1969-12-31T23:00:00Z", "1970-01-01", 360],
])("%s is %s, minute %s, in Hanoi", (moment, day, minute) => {
  expect(hanoiAt(Date.parse(moment))).toEqual({ day, minute });
});
