import { expect, test } from "vitest";
import type { Day } from "../../shared/kit/day.ts";
import type { When } from "../../shared/model/when.ts";
import { type Coverage, coverageOf, isCovered } from "./coverage.ts";

const onDay = (day: string): { when: When } => ({ when: { horizon: "day", day: day as Day } });
const waiting = (horizon: "week" | "month" | "quarter" | "year", period: string) => ({
  when: { horizon, period } as When,
});
const holds = (coverage: Coverage, item: { when: When }) => isCovered(coverage, item);
const week = { first: "2026-11-23" as Day, last: "2026-11-29" as Day };

test("the days of the heading are covered, also those on which nothing is printed", () => {
  const coverage = coverageOf([onDay("2026-11-23")], week);
  expect(holds(coverage, onDay("2026-11-27"))).toBe(true);
  expect(holds(coverage, onDay("2026-11-30"))).toBe(false);
});

test("without a heading only the printed days are", () => {
  const coverage = coverageOf([onDay("2026-11-23"), onDay("2026-11-25")], null);
  expect(["2026-11-23", "2026-11-24", "2026-11-25"].map((day) => holds(coverage, onDay(day)))).toEqual([
    true,
    false,
    true,
  ]);
});

test("what waits in a week, month, quarter or year of a printed day may be what is printed", () => {
  const coverage = coverageOf([onDay("2026-11-23")], null);
  expect(holds(coverage, waiting("week", "2026-W48"))).toBe(true);
  expect(holds(coverage, waiting("month", "2026-11"))).toBe(true);
  expect(holds(coverage, waiting("quarter", "2026-Q4"))).toBe(true);
  expect(holds(coverage, waiting("year", "2026"))).toBe(true);
  expect(holds(coverage, waiting("month", "2026-12"))).toBe(false);
});

test("a printed item that waits covers its own period", () => {
  expect(holds(coverageOf([waiting("month", "2026-12")], null), waiting("month", "2026-12"))).toBe(true);
});

test("a week across New Year needs the programmes of both years", () => {
  const coverage = coverageOf([onDay("2026-12-29")], { first: "2026-12-28" as Day, last: "2027-01-03" as Day });
  expect(coverage.years).toEqual([2026, 2027]);
  expect(coverageOf([waiting("week", "2026-W53")], null).years).toEqual([2026]);
  expect(coverageOf([], null).years).toEqual([]);
});

test("a heading of many years (a misprint) covers no more than one", () => {
  const coverage = coverageOf([], { first: "2020-01-01" as Day, last: "2099-12-31" as Day });
  expect(coverage.days.size).toBe(366);
  expect(coverage.years).toEqual([2020]);
});
