import { expect, test } from "vitest";
import { waitingPlaces } from "./waiting.ts";

test("a month gathers what waits in it, in its weeks and in its quarter", () => {
  expect(waitingPlaces(2026, 11)).toEqual(["~2026-11", "~2026-W45", "~2026-W46", "~2026-W47", "~2026-W48", "~2026-Q4"]);
});

test("each week waits in one month only, over New Year too", () => {
  const weeks = [10, 11, 12]
    .flatMap((month) => waitingPlaces(2026, month))
    .concat(waitingPlaces(2027, 1))
    .filter((place) => place.includes("W"));
  expect(new Set(weeks).size).toBe(weeks.length);
  expect(weeks).toContain("~2026-W53");
  expect(weeks).toContain("~2027-W01");
});

test("what is due some time in the year shows in its last month", () => {
  expect(waitingPlaces(2026, 12)).toContain("~2026");
  expect(waitingPlaces(2026, 11)).not.toContain("~2026");
});
