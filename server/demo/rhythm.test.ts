import { describe, expect, test } from "vitest";
import { type Day, parseDay } from "../../shared/kit/day.ts";
import { addWeeks, daysOfWeek, weekOf } from "../../shared/kit/week.ts";
import { createCalendar } from "../../shared/rules/calendar.ts";
import { demoDirectory } from "./directory.ts";
import { hoursOn, type Recurrence, recurrenceDay } from "./rhythm.ts";

const calendar = createCalendar(demoDirectory().holidays);
const day = (text: string): Day => parseDay(text) ?? expect.unreachable(`no day: ${text}`);

/** The day of the recurrence in the week of `text`. */
function dayIn(recurrence: Recurrence, text: string): Day | null {
  const week = weekOf(day(text));
  return recurrenceDay(recurrence, { ...week, days: daysOfWeek(week) }, calendar);
}

describe("the rhythm of the offices", () => {
  test("a weekly meeting keeps its weekday", () => {
    expect(dayIn({ every: "week", weekday: 1 }, "2026-11-19")).toBe("2026-11-16");
    expect(dayIn({ every: "week", weekday: 5 }, "2026-11-16")).toBe("2026-11-20");
  });

  test("every other week is told by the number of the week", () => {
    const even: Recurrence = { every: "week", weekday: 4, weeks: "even" };
    const odd: Recurrence = { every: "week", weekday: 4, weeks: "odd" };
    expect([dayIn(even, "2026-11-18"), dayIn(odd, "2026-11-18")]).toEqual([null, "2026-11-19"]);
    expect([dayIn(even, "2026-11-25"), dayIn(odd, "2026-11-25")]).toEqual(["2026-11-26", null]);
  });

  test("what falls on a holiday is held on the next working day", () => {
    expect(dayIn({ every: "week", weekday: 2 }, "2026-11-24")).toBe("2026-11-25");
    expect(dayIn({ every: "month", date: 24 }, "2026-11-24")).toBe("2026-11-25");
  });

  test("a reception on a Sunday moves into the next week, once", () => {
    const reception: Recurrence = { every: "month", date: 15 };
    expect(dayIn(reception, "2026-11-15")).toBeNull();
    expect(dayIn(reception, "2026-11-16")).toBe("2026-11-16");
    expect(dayIn(reception, "2026-11-23")).toBeNull();
  });

  test("a weekly meeting that Tết would push out of its week is left out", () => {
    expect(dayIn({ every: "week", weekday: 1 }, "2026-02-18")).toBeNull();
    expect(dayIn({ every: "month", date: 17 }, "2026-02-23")).toBe("2026-02-23");
  });

  test("a Saturday worked in exchange takes what falls on it", () => {
    expect(dayIn({ every: "month", date: 22 }, "2026-08-20")).toBe("2026-08-22");
  });

  test("an anniversary keeps its day, worked or not, and comes once a year", () => {
    const anniversary: Recurrence = { every: "year", month: 11, date: 24 };
    expect(dayIn(anniversary, "2026-11-23")).toBe("2026-11-24");
    expect(dayIn(anniversary, "2026-10-24")).toBeNull();
  });

  test("what is of some months only is in no other", () => {
    const session: Recurrence = { every: "month", date: 9, months: [7, 12] };
    expect(dayIn(session, "2026-12-09")).toBe("2026-12-09");
    expect(dayIn(session, "2026-11-09")).toBeNull();
  });

  test("over a year a monthly day comes twelve times, in order", () => {
    const first = weekOf(day("2026-01-01"));
    const found = Array.from({ length: 53 }, (_, step) => {
      const week = addWeeks(first, step);
      return recurrenceDay({ every: "month", date: 10 }, { ...week, days: daysOfWeek(week) }, calendar);
    }).filter((at) => at !== null);
    expect(found).toHaveLength(12);
    expect(found).toEqual([...found].sort());
    for (const at of found) expect(calendar.isWorkday(at), at).toBe(true);
  });
});

describe("hours of what recurs", () => {
  const on = day("2026-11-23");

  test("an hour, an hour with its end, several days, or the bare day", () => {
    expect(hoursOn("08:00", on)).toEqual({ horizon: "time", day: on, startMin: 480 });
    expect(hoursOn("08:00-09:30", on)).toEqual({ horizon: "time", day: on, startMin: 480, endMin: 570 });
    expect(hoursOn("3 days", on)).toEqual({ horizon: "day", day: on, lastDay: "2026-11-25" });
    expect(hoursOn("", on)).toEqual({ horizon: "day", day: on });
  });
});
