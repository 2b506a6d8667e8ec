import fc from "fast-check";
import { expect, test } from "vitest";
import { seed } from "../../test/world/seed.ts";
import { addDays, dayOf, dayParts, daysBetween, dayToEpochDay, epochDayToDay, parseDay, weekdayOf } from "./day.ts";

test("a day exists exactly when the calendar of the platform has it", () => {
  const parts = fc.record({
    year: fc.integer({ min: 1890, max: 2210 }),
    month: fc.integer({ min: -1, max: 14 }),
    date: fc.integer({ min: -1, max: 33 }),
  });
  const exists = ({ year, month, date }: { year: number; month: number; date: number }) => {
    const read = new Date(Date.UTC(year, month - 1, date));
    return read.getUTCMonth() === month - 1 && read.getUTCDate() === date && year >= 1900 && year <= 2199;
  };
  fc.assert(
    fc.property(parts, ({ year, month, date }) => {
      expect(dayOf(year, month, date) !== null).toBe(exists({ year, month, date }));
    }),
    { seed, numRuns: 2_000 },
  );
});

test("every day of three centuries is read, and follows the one before", () => {
  let day = dayOf(1900, 1, 1);
  let count = 0;
  while (day && day < "2199-12-31") {
    const next = addDays(day, 1);
    expect(parseDay(next)).toBe(next);
    expect(dayToEpochDay(next)).toBe(dayToEpochDay(day) + 1);
    day = next;
    count++;
  }
  expect(count).toBe(109_572);
});

test("the leap years are those of the Gregorian calendar", () => {
  const leap = [1904, 2000, 2024, 2028];
  const common = [1900, 2026, 2100];
  expect(leap.map((year) => dayOf(year, 2, 29))).not.toContain(null);
  expect(common.map((year) => dayOf(year, 2, 29))).toEqual([null, null, null]);
});

test("what is written otherwise is no day", () => {
  const others = [
    "2026-1-05",
    "2026-01-5",
    "02026-01-05",
    "2026/01/05",
    " 2026-01-05",
    "2026-01-05\n",
    "2026-01-05T00",
  ];
  for (const text of others) expect(parseDay(text), JSON.stringify(text)).toBeNull();
  for (const text of ["1899-12-31", "2200-01-01", "9999-12-31"]) expect(parseDay(text), text).toBeNull();
});

test("numbers that are not whole make no day", () => {
  expect(dayOf(2026, 1.5, 1)).toBeNull();
  expect(dayOf(Number.NaN, 1, 1)).toBeNull();
  expect(() => epochDayToDay(0.5)).toThrow("epoch day 0.5 is not whole");
});

test("a day and its parts, its number and its neighbours agree", () => {
  const epochDay = fc.integer({ min: -25_567, max: 84_005 });
  fc.assert(
    fc.property(epochDay, fc.integer({ min: -400, max: 400 }), (number, step) => {
      const day = epochDayToDay(number);
      const { year, month, date } = dayParts(day);
      expect(dayOf(year, month, date)).toBe(day);
      expect(dayToEpochDay(addDays(day, step))).toBe(number + step);
      expect(weekdayOf(addDays(day, 7))).toBe(weekdayOf(day));
      expect(daysBetween(day, addDays(day, step))).toHaveLength(Math.max(0, step + 1));
    }),
    { seed },
  );
});
