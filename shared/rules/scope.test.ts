import { describe, expect, test } from "vitest";
import type { Item } from "../model/item.ts";
import { createNorms } from "./norms.ts";
import { closingDayOf, daysOfScope, isInScope, scopeAfter, yearOfScope } from "./scope.ts";

const week = { horizon: "week", period: "2026-W48" } as const;
const month = { horizon: "month", period: "2026-12" } as const;
const custom = createNorms([]);

describe("the days of what a joint session is about", () => {
  test("a week has seven, a month its own", () => {
    expect([daysOfScope(week)[0], daysOfScope(week).at(-1)]).toEqual(["2026-11-23", "2026-11-29"]);
    expect([daysOfScope(month)[0], daysOfScope(month).at(-1)]).toEqual(["2026-12-01", "2026-12-31"]);
    expect(daysOfScope({ horizon: "month", period: "2028-02" })).toHaveLength(29);
  });

  test("the next one follows also over New Year", () => {
    expect(scopeAfter(week)).toEqual({ horizon: "week", period: "2026-W49" });
    expect(scopeAfter({ horizon: "week", period: "2026-W53" })).toEqual({ horizon: "week", period: "2027-W01" });
    expect(scopeAfter({ horizon: "month", period: "2026-11" })).toEqual(month);
    expect(scopeAfter(month)).toEqual({ horizon: "month", period: "2027-01" });
  });

  test("a week across New Year lies in the year of its Thursday", () => {
    expect(yearOfScope({ horizon: "week", period: "2026-W53" })).toBe(2026);
    expect(yearOfScope(month)).toBe(2026);
  });

  test.each<[object, boolean, boolean]>([
    [{ horizon: "day", day: "2026-11-29" }, true, false],
    [{ horizon: "day", day: "2026-11-30" }, false, false],
    [{ horizon: "day", day: "2026-11-20", lastDay: "2026-12-02" }, true, true],
    [{ horizon: "time", day: "2026-12-31", startMin: 480 }, false, true],
    [{ horizon: "week", period: "2026-W48" }, true, false],
    [{ horizon: "week", period: "2026-W49" }, false, true],
    [{ horizon: "week", period: "2026-W53" }, false, true],
    [{ horizon: "month", period: "2026-12" }, false, true],
    [{ horizon: "month", period: "2026-11" }, false, false],
    [{ horizon: "quarter", period: "2026-Q4" }, false, false],
  ])("%j in the week: %s, in the month: %s", (when, inWeek, inMonth) => {
    expect(isInScope(when as Item["when"], week)).toBe(inWeek);
    expect(isInScope(when as Item["when"], month)).toBe(inMonth);
  });
});

describe("when a programme is closed", () => {
  test("a week on the Thursday before, a month on the 20th before", () => {
    expect(closingDayOf(week, custom)).toBe("2026-11-19");
    expect(closingDayOf(month, custom)).toBe("2026-11-20");
    expect(closingDayOf({ horizon: "month", period: "2027-01" }, custom)).toBe("2026-12-20");
  });

  test("or as the board says; a day that the month before does not have is its last", () => {
    const own = createNorms([
      { id: "w", norm: "closing-week", value: 5 },
      { id: "m", norm: "closing-month", value: 31 },
    ]);
    expect(closingDayOf(week, own)).toBe("2026-11-18");
    expect(closingDayOf(month, own)).toBe("2026-11-30");
    expect(closingDayOf({ horizon: "month", period: "2026-03" }, own)).toBe("2026-02-28");
  });
});
