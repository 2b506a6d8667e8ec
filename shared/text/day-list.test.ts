import { describe, expect, test } from "vitest";
import { readDayList } from "./day-list.ts";
import { scopeFor } from "./reading.fixture.ts";
import { readSchedule } from "./schedule-reading.ts";

const days = (words: string) =>
  readDayList(scopeFor(words), 0)?.days.map(({ date, month, year }) => [date, month, year].filter(Boolean).join("/"));

describe("several days in a row", () => {
  test("share the month and the year printed after them", () => {
    expect(days("các ngày 05, 12 và 19/11/2026")).toEqual(["5/11/2026", "12/11/2026", "19/11/2026"]);
    expect(days("ngày 03/11, 10/11, ngày 24/11/2026")).toEqual(["3/11/2026", "10/11/2026", "24/11/2026"]);
    expect(days("28/11, 02/12")).toEqual(["28/11", "2/12"]);
  });

  test("a pair with one month is a stretch of two days, and other numbers are no days", () => {
    expect(days("16, 17/11/2026")).toBeUndefined();
    expect(days("ngày 16/11/2026")).toBeUndefined();
    expect(days("45, 46, 47/11")).toBeUndefined();
    expect(days("8, 9, 10h30")).toBeUndefined();
  });

  test("make an item each, in one series", () => {
    const { items } = readSchedule("1. Thường trực Thành ủy họp: 8h00 ngày 03/11, 10/11, 24/11/2026, Phòng họp số 1.");
    expect(items.map(({ date, start, series, title }) => [date, start, series, title])).toEqual([
      ["2026-11-03", "08:00", "1-1", "họp"],
      ["2026-11-10", "08:00", "1-1", "họp"],
      ["2026-11-24", "08:00", "1-1", "họp"],
    ]);
    expect(items[0]).toMatchObject({ chair: ["Thường trực Thành ủy"], location: "Phòng họp số 1" });
  });
});
