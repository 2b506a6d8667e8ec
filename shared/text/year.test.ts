import { describe, expect, test } from "vitest";
import type { Day } from "../kit/day.ts";
import type { DayWords } from "./day-words.ts";
import { type HeadingReading, isClosing, isFurniture, readHeadingLine, subjectOf } from "./heading.ts";
import { scopeFor } from "./reading.fixture.ts";
import { boundsOf, chooseYear, resolveDay, resolveLast, yearsSpokenOf } from "./year.ts";

const words = (weekday: number | undefined, date: number, month: number, year?: number): DayWords => ({
  ...(weekday === undefined ? {} : { weekday }),
  first: { date, month, ...(year === undefined ? {} : { year }) },
  ...{ span: { from: 0, to: 0 }, next: 0 },
});
const monday = words(1, 27, 5);
const headingOf = (...lines: string[]): HeadingReading => {
  const heading: HeadingReading = {};
  for (const line of lines) readHeadingLine(scopeFor(line), heading);
  return heading;
};

describe("what a heading says", () => {
  test.each([
    [
      "Từ ngày 14/07/2025 đến ngày 20/07/2025",
      { from: { date: 14, month: 7, year: 2025 }, to: { date: 20, month: 7, year: 2025 }, year: 2025 },
    ],
    [
      "từ ngày 14/3 đến ngày 18/3/2022 (Điều chỉnh lần 9)",
      { from: { date: 14, month: 3, year: 2022 }, to: { date: 18, month: 3, year: 2022 }, year: 2022, adjustment: 9 },
    ],
    [
      "(Tuần thứ 07 từ ngày 09/02 đến ngày 13/02/2026)",
      { from: { date: 9, month: 2, year: 2026 }, to: { date: 13, month: 2, year: 2026 }, year: 2026, week: 7 },
    ],
    ["LỊCH CÔNG TÁC TUẦN 47 NĂM 2026", { week: 47, year: 2026 }],
    ["Tuần 47/2026", { week: 47, year: 2026 }],
    ["Lịch tiếp công dân năm 2020", { year: 2020 }],
    ["(Cập nhật lần cuối: 14:36 17/03/2022)", { year: 2022 }],
    ["Tuần 60, quý II", {}],
  ])("%s", (line, heading) => {
    expect(headingOf(line)).toEqual(heading);
  });

  test("what a calendar is about, and what is only the frame of a document", () => {
    expect(subjectOf(scopeFor("Lịch tiếp công dân định kỳ"))?.words).toBe("tiếp công dân định kỳ");
    expect(subjectOf(scopeFor("Thông báo lịch tiếp xúc cử tri"))?.words).toBe("tiếp xúc cử tri");
    expect(["cộng hòa xã hội chủ nghĩa việt nam", "số: 15/tb", "-----", "lịch làm việc thứ 2"].every(isFurniture)).toBe(
      true,
    );
    expect(isFurniture("họp giao ban")).toBe(false);
    expect(isClosing("nơi nhận:")).toBe(true);
    expect(isClosing("nơi nhận hồ sơ họp")).toBe(true);
    expect(isClosing("họp")).toBe(false);
  });
});

describe("the year of days without one", () => {
  test("printed in the heading, then with another day, then given", () => {
    expect(chooseYear({ year: 2024 }, [monday], { given: 2000, spoken: [] })).toEqual({ year: 2024, candidates: [] });
    expect(chooseYear({}, [monday, words(undefined, 28, 5, 2013)], { given: 2000, spoken: [] }).year).toBe(2013);
    expect(chooseYear({}, [monday], { given: 2018, spoken: [] })).toEqual({ year: 2018, candidates: [] });
  });

  test("else where all weekdays fit, nearest to 2019, with all that fit named", () => {
    expect(chooseYear({}, [monday], { spoken: [] })).toEqual({ year: 2019, candidates: [2013, 2019, 2024, 2030] });
  });

  test("nearest to the years the text speaks of, when it speaks of any", () => {
    expect(chooseYear({}, [monday], { spoken: [2024] }).year).toBe(2024);
    expect(yearsSpokenOf("năm 2019, giai đoạn năm 2021 - 2030, số 5/2018, năm 2020")).toEqual([2019, 2020]);
  });

  test("one wrong weekday among many does not win", () => {
    const days = [monday, words(2, 28, 5), words(3, 29, 5), words(1, 30, 5)];
    expect(chooseYear({}, days, { spoken: [] }).year).toBe(2019);
  });

  test("unknown without any weekday", () => {
    expect(chooseYear({}, [words(undefined, 27, 5)], { spoken: [] })).toEqual({ year: null, candidates: [] });
  });
});

describe("a day in its place", () => {
  const acrossYears = headingOf("Từ ngày 29/12/2025 đến ngày 04/01/2026");
  test("a week across New Year puts January into the next year", () => {
    expect(resolveDay(words(undefined, 2, 1), 2026, acrossYears, null)).toBe("2026-01-02");
    expect(resolveDay(words(undefined, 30, 12), 2026, acrossYears, null)).toBe("2025-12-30");
    expect(boundsOf(acrossYears, 2026)).toEqual({ first: "2025-12-29", last: "2026-01-04" });
  });

  test("a range whose years are not printed may also go across", () => {
    const heading = headingOf("Từ 29/12 đến 04/01/2026");
    expect(boundsOf(heading, 2026)).toEqual({ first: "2025-12-29", last: "2026-01-04" });
  });

  test("a weekday alone lies in the heading's week, by range or by number, else in the week of the day before", () => {
    const friday = { weekday: 5, span: { from: 0, to: 0 }, next: 0 };
    expect(resolveDay(friday, 2026, headingOf("Tuần 47 năm 2026"), null)).toBe("2026-11-20");
    expect(resolveDay(friday, 2026, headingOf("Từ 16/11 - 22/11/2026"), null)).toBe("2026-11-20");
    expect(resolveDay(friday, 2026, {}, "2026-11-17" as Day)).toBe("2026-11-20");
    expect(resolveDay(friday, 2026, {}, null)).toBeNull();
  });

  test("a day that does not exist is none", () => {
    expect(resolveDay(words(undefined, 31, 2, 2026), 2026, {}, null)).toBeNull();
    expect(resolveDay(words(undefined, 29, 2), null, {}, null)).toBeNull();
  });

  test("the last day of a range may lie in the next year", () => {
    expect(resolveLast({ date: 3, month: 1 }, "2025-12-30" as Day)).toBe("2026-01-03");
    expect(resolveLast({ date: 31, month: 12 }, "2025-12-30" as Day)).toBe("2025-12-31");
  });
});
