import { describe, expect, test } from "vitest";
import { addDays, type Day, dayOf, dayParts, parseDay } from "../kit/day.ts";
import { type LunarDate, lunarOf } from "./lunar.ts";

const day = (text: string): Day => {
  const read = parseDay(text);
  if (!read) throw new Error(`no day: ${text}`);
  return read;
};

const isTet = (date: LunarDate) => date.day === 1 && date.month === 1 && !date.leap;

function follows(before: LunarDate, now: LunarDate): boolean {
  if (now.day !== 1) return now.day === before.day + 1 && now.month === before.month && now.leap === before.leap;
  if (before.day !== 29 && before.day !== 30) return false;
  if (now.leap) return now.month === before.month && now.year === before.year && !before.leap;
  return now.month === (before.month % 12) + 1 && now.year === before.year + (now.month === 1 ? 1 : 0);
}

describe("lunar dates (Vietnamese rules, UTC+7)", () => {
  test.each([
    ["1968-01-29", 1968],
    ["1985-01-21", 1985],
    ["2007-02-17", 2007],
    ["2025-01-29", 2025],
    ["2026-02-17", 2026],
    ["2027-02-06", 2027],
    ["2028-01-26", 2028],
    ["2029-02-13", 2029],
    ["2030-02-02", 2030],
    ["2031-01-23", 2031],
    ["2032-02-11", 2032],
    ["2053-02-18", 2053],
  ])("Tết falls on %s", (text, year) => {
    expect(lunarOf(day(text))).toEqual({ day: 1, month: 1, year, leap: false });
    const eve = lunarOf(addDays(day(text), -1));
    expect([eve.month, eve.year]).toEqual([12, year - 1]);
    expect([29, 30]).toContain(eve.day);
  });

  test.each([
    "2025-04-07",
    "2026-04-26",
    "2027-04-16",
    "2028-04-04",
    "2029-04-23",
    "2030-04-12",
    "2031-04-01",
    "2032-04-19",
  ])("Giỗ Tổ Hùng Vương, the tenth of the third month, falls on %s", (text) => {
    expect(lunarOf(day(text))).toMatchObject({ day: 10, month: 3, leap: false });
  });

  test("a published schedule prints 11/01/2025 as 12/12 of the lunar year before", () => {
    expect(lunarOf(day("2025-01-11"))).toEqual({ day: 12, month: 12, year: 2024, leap: false });
  });

  test("a leap month carries the number of the month before it", () => {
    expect(lunarOf(day("2025-07-24"))).toMatchObject({ month: 6, leap: false });
    expect(lunarOf(day("2025-07-25"))).toEqual({ day: 1, month: 6, year: 2025, leap: true });
    expect(lunarOf(day("2025-08-23"))).toEqual({ day: 1, month: 7, year: 2025, leap: false });
  });

  test("the Chinese calendar is a day late at Tết 2007", () => {
    const chinese = new Intl.DateTimeFormat("en-u-ca-chinese", { day: "numeric", month: "numeric", timeZone: "UTC" });
    expect(chinese.format(Date.UTC(2007, 1, 17))).not.toMatch(/^1\/1$/);
    expect(chinese.format(Date.UTC(2007, 1, 18))).toMatch(/^1\/1$/);
    expect(lunarOf(day("2007-02-18"))).toMatchObject({ day: 2, month: 1 });
  });

  test("from day to day the date counts up, or a new month begins after 29 or 30 days", () => {
    const broken: string[] = [];
    let before = lunarOf(day("1900-01-01"));
    let months = 0;
    for (let at = day("1900-01-02"); at < "2199-12-31"; at = addDays(at, 1)) {
      const now = lunarOf(at);
      if (now.day === 1) months += 1;
      if (!follows(before, now)) broken.push(at);
      before = now;
    }
    expect(broken).toEqual([]);
    expect(months).toBeGreaterThan(3_700);
  });

  test("Tết never leaves 20 January to 21 February", () => {
    for (let year = 1901; year < 2199; year++) {
      const days = Array.from({ length: 33 }, (_, step) => addDays(dayOf(year, 1, 20) ?? day("1900-01-01"), step));
      const newYears = days.filter((at) => isTet(lunarOf(at)));
      expect(newYears.map((at) => dayParts(at).year)).toEqual([year]);
    }
  });
});
