import { describe, expect, test } from "vitest";
import { addDays, dayOf, daysBetween, parseDay, weekdayOf } from "./day.ts";
import { addWeeks, daysOfWeek, mondayOf, weekOf, weeksInYear } from "./week.ts";

const day = (text: string) => {
  const read = parseDay(text);
  if (!read) throw new Error(`no day: ${text}`);
  return read;
};

describe("days", () => {
  test("only days that exist are days", () => {
    for (const text of ["2026-02-29", "2026-06-31", "2026-13-01", "26-1-1", "2026-1-1", "", "2026-00-10"])
      expect(parseDay(text), text).toBeNull();
    expect(dayOf(2028, 2, 29)).toBe("2028-02-29");
  });

  test("Monday is 1 and Sunday is 7, also before 1970", () => {
    expect(weekdayOf(day("2026-11-23"))).toBe(1);
    expect(weekdayOf(day("2026-11-29"))).toBe(7);
    expect(weekdayOf(day("1969-12-29"))).toBe(1);
    expect(weekdayOf(day("1930-02-03"))).toBe(1);
  });

  test("a span holds both its ends and none when turned round", () => {
    expect(daysBetween(day("2026-12-30"), day("2027-01-02"))).toHaveLength(4);
    expect(daysBetween(day("2026-12-30"), day("2026-12-29"))).toEqual([]);
    expect(addDays(day("2026-12-31"), 1)).toBe("2027-01-01");
  });
});

describe("weeks (ISO 8601)", () => {
  test("published numbers: week 21/2018, 16/2024, 35/2025, 07/2026, and 2026 has 53", () => {
    expect(weekOf(day("2018-05-21"))).toEqual({ year: 2018, week: 21 });
    expect(weekOf(day("2024-04-15"))).toEqual({ year: 2024, week: 16 });
    expect(weekOf(day("2025-08-25"))).toEqual({ year: 2025, week: 35 });
    expect(weekOf(day("2026-02-09"))).toEqual({ year: 2026, week: 7 });
    expect([2025, 2026, 2027, 2032].map(weeksInYear)).toEqual([52, 53, 52, 53]);
  });

  test("the week across New Year belongs to the year of its Thursday", () => {
    expect(weekOf(day("2027-01-01"))).toEqual({ year: 2026, week: 53 });
    expect(daysOfWeek({ year: 2026, week: 53 })).toEqual([
      "2026-12-28",
      "2026-12-29",
      "2026-12-30",
      "2026-12-31",
      "2027-01-01",
      "2027-01-02",
      "2027-01-03",
    ]);
    expect(addWeeks({ year: 2026, week: 53 }, 1)).toEqual({ year: 2027, week: 1 });
    expect(addWeeks({ year: 2027, week: 1 }, -1)).toEqual({ year: 2026, week: 53 });
  });

  test("every day of a century lies in the week that holds it", () => {
    for (let d = day("1999-12-20"); d < day("2100-01-20"); d = addDays(d, 1)) {
      const monday = mondayOf(weekOf(d));
      expect(monday <= d && d <= addDays(monday, 6)).toBe(true);
    }
  });
});
