import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day } from "../../shared/kit/day.ts";
import { readSchedule } from "../../shared/text/schedule-reading.ts";
import { dayNotations, expectedOf, hourNotations, type KnownItem, layouts } from "./schedule-printer.ts";
import { scoreSchedule, shareOf } from "./schedule-score.ts";
import { seed } from "./seed.ts";

const acts = [
  { title: "dự hội nghị sơ kết công tác dân vận", isChaired: false },
  { title: "họp nghe báo cáo tiến độ dự án đường vành đai", isChaired: true },
  { title: "tiếp công dân định kỳ", isChaired: true },
  { title: "kiểm tra công tác phòng chống lụt bão", isChaired: true },
  { title: "làm việc với Sở Xây dựng về quy hoạch", isChaired: true },
  { title: "tham dự lễ khai giảng năm học mới", isChaired: false },
  { title: "chủ trì giao ban tuần", isChaired: true },
  { title: "dự kỳ họp thứ 5 HĐND thành phố", isChaired: false },
  { title: "thăm, tặng quà gia đình chính sách", isChaired: true },
  { title: "viếng nghĩa trang liệt sĩ", isChaired: true },
] as const;
const leaders = ["Chủ tịch Nguyễn Văn Tân", "Phó Chủ tịch Lê Thị Hạnh", "Đ/c Bí thư", "PCT Trần Hữu Lợi"];
const places = [
  "Phòng họp số 1",
  "Hội trường UBND thành phố",
  "P. họp 5 tầng 2",
  "xã Hòa Lạc",
  "Trung tâm Hội nghị tỉnh",
];
const guests = ["Sở Tài chính; Sở Xây dựng", "lãnh đạo các sở: Nội vụ, Tài chính", "Các Phó Chủ tịch; Chánh Văn phòng"];
const preparing = ["Sở Xây dựng", "Văn phòng UBND thành phố"];
const hours = [
  [7, 30],
  [8, 0],
  [10, 15],
  [13, 30],
  [15, 45],
  [19, 0],
] as const;

const monday = "2026-11-16" as Day;
const somewhen = fc.record({ day: fc.integer({ min: 0, max: 6 }), at: fc.constantFrom(...hours) });
const known = fc
  .record({
    somewhen: fc.uniqueArray(somewhen, {
      minLength: 1,
      maxLength: 9,
      selector: ({ day, at }) => `${day} ${at.join(":")}`,
    }),
    of: fc.array(
      fc.record({
        act: fc.constantFrom(...acts),
        leader: fc.constantFrom(...leaders),
        place: fc.constantFrom(...places),
        guests: fc.option(fc.constantFrom(...guests)),
        preparing: fc.option(fc.constantFrom(...preparing)),
      }),
      { minLength: 9, maxLength: 9 },
    ),
  })
  .map(({ somewhen, of }): KnownItem[] =>
    somewhen
      .toSorted((a, b) => a.day - b.day || a.at[0] - b.at[0])
      .flatMap(({ day, at: [hour, minute] }, index) => {
        const { act, ...rest } = of[index] ?? { act: null };
        return act && "leader" in rest ? [{ ...act, ...rest, day: addDays(monday, day), hour, minute }] : [];
      }),
  );

describe("known items, printed as offices lay them out", () => {
  test.each(layouts)("$name: every item is read as it was printed, in every notation of days and hours", (layout) => {
    let count = 0;
    fc.assert(
      fc.property(known, fc.constantFrom(...dayNotations), fc.constantFrom(...hourNotations), (items, day, hour) => {
        const text = ["LỊCH CÔNG TÁC TUẦN 47 NĂM 2026", ...layout.print(items, { day, hour })].join("\n");
        const expected = items.map((item) => expectedOf(item, layout));
        const { placed, told, extra, wrongs } = scoreSchedule(expected, readSchedule(text).items);
        count += placed.all;
        expect([shareOf(placed), shareOf(told), extra.length], `${wrongs.join("\n")}\n${text}`).toEqual([1, 1, 0]);
      }),
      { seed, numRuns: 60 },
    );
    expect(count).toBeGreaterThan(300);
  });
});
