import { expect, test } from "vitest";
import type { Day } from "../../shared/kit/day.ts";
import { monthRows } from "./month-rows.ts";

test("a week of the month is as full as its fullest day, and no fuller than what a day shows", () => {
  const counts = new Map([
    ["2026-11-02", 2],
    ["2026-11-08", 5],
    ["2026-11-15", 40],
  ]);
  const mondays = ["2026-11-02", "2026-11-09", "2026-11-16"] as Day[];
  expect(monthRows(mondays, (day) => counts.get(day) ?? 0)).toEqual([
    { key: "2026-11-02", most: 5 },
    { key: "2026-11-09", most: 6 },
    { key: "2026-11-16", most: 0 },
  ]);
});
