import { expect, test } from "vitest";
import { type Minute, minutesPerDay, minuteToText, parseMinute } from "./minute.ts";

test("hours are read with one digit or two", () => {
  expect(parseMinute("8:05")).toBe(485);
  expect(parseMinute("08:05")).toBe(485);
  expect(parseMinute("0:00")).toBe(0);
  expect(parseMinute("23:59")).toBe(1439);
});

test("24:00 is the end of the day, and nothing lies behind it", () => {
  expect(parseMinute("24:00")).toBe(minutesPerDay);
  expect(parseMinute("24:01")).toBeNull();
  expect(parseMinute("25:00")).toBeNull();
});

test("what is no time of day is refused", () => {
  for (const text of ["", "8", "8h", "8:5", "8:60", "-1:00", "008:00", "8:00 ", "8:00\n", "tám:00"])
    expect(parseMinute(text), JSON.stringify(text)).toBeNull();
});

test("every minute of the day is written so that it is read back", () => {
  for (let minute = 0; minute <= minutesPerDay; minute++) {
    const text = minuteToText(minute as Minute);
    expect(text).toMatch(/^\d\d:\d\d$/);
    expect(parseMinute(text)).toBe(minute);
  }
});
