/** Whatever had to be chosen or left out is told. */
import { describe, expect, test } from "vitest";
import { readSchedule } from "./schedule-reading.ts";

const doubtsOf = (text: string, year?: number) =>
  readSchedule(text, year === undefined ? {} : { year }).doubts.map(({ line, code, text: words, candidates }) =>
    [line, code, words, ...(candidates ?? [])].join(" · "),
  );

describe("doubts", () => {
  test.each([
    ["no schedule at all", "Xin chào", ["1 · nothing-read · Xin chào"]],
    ["nothing", "", ["1 · nothing-read · "]],
    [
      "a weekday that does not fit its date",
      "Thứ Ba 16/11/2026\n8h: họp",
      ["2 · weekday-mismatch · Thứ Ba 16/11/2026 · 2026-11-16"],
    ],
    ["a day that does not exist", "31/02/2026\n8h: họp", ["2 · no-such-date · 31/02/2026"]],
    [
      "a day outside the printed range",
      "Từ 16/11 - 22/11/2026\n30/11\n8h: họp",
      ["3 · date-outside-range · 30/11 · 2026-11-30"],
    ],
    ["a day without any hint of a year", "16/11\n8h: họp", ["2 · no-date · 16/11"]],
    ["an hour of the twelve-hour clock", "16/11/2026\nChiều:\n2h30: họp", ["3 · hour-unclear · 2h30 · 14:30"]],
    ["an item without a matter", "16/11/2026\n- 8h: Hội trường A", []],
    ["words no rule knows", "16/11/2026\n8h: họp. Điểm tại HT. Nhớ mang máy", ["2 · unread-words · Nhớ mang máy"]],
    ["the same matter twice", "16/11/2026\n8h: họp tổ\n8h: họp tổ", ["3 · duplicate-item · họp tổ"]],
    ["two fillers", "16/11/2026\n8h: làm việc tại cơ quan\n8h: làm việc tại cơ quan", []],
    ["a line between day and items that is neither", "16/11/2026\nabc xyz\n8h: họp", ["2 · unread-line · abc xyz"]],
  ])("%s", (_rule, text, doubts) => {
    expect(doubtsOf(text)).toEqual(doubts);
  });

  test("a year given makes an undated day sure", () => {
    expect(readSchedule("16/11\n8h: họp", { year: 2026 })).toMatchObject({
      items: [{ date: "2026-11-16" }],
      doubts: [],
    });
  });

  test("each doubt has the words it is about, where they stand", () => {
    const text = "16/11/2026\r\nChiều:\r\n2h30: họp";
    const [doubt] = readSchedule(text).doubts;
    expect(doubt && text.slice(doubt.span.from, doubt.span.to)).toBe("2h30");
  });
});

describe("repeated items", () => {
  const text = `(Tuần 07 từ ngày 09/02/2026 đến ngày 13/02/2026)
THỨ HAI (09/02/2026)
- 07h00 - 08h00: Chủ tịch tiếp dân. Thời gian: tất cả các ngày làm việc trong tuần`;

  test("stand on every working day of the printed range, as one series", () => {
    const { items } = readSchedule(text);
    expect(items.map(({ date }) => date)).toEqual([
      "2026-02-09",
      "2026-02-10",
      "2026-02-11",
      "2026-02-12",
      "2026-02-13",
    ]);
    expect(new Set(items.map(({ series }) => series))).toEqual(new Set(["3-1"]));
    expect(items.every(({ item }) => item === undefined)).toBe(true);
  });

  test("Saturday and Sunday of the range are no working days", () => {
    const { items } = readSchedule(text.replace("13/02/2026", "15/02/2026"));
    expect(items).toHaveLength(5);
  });
});
