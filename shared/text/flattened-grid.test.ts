import { describe, expect, test } from "vitest";
import { readSchedule } from "./schedule-reading.ts";

const heads = ["Ngày", "Thời gian", "Nội dung", "Lãnh đạo", "Địa điểm", "Thành phần", "Ghi chú"];
const read = (...cells: readonly string[]) => readSchedule([...heads, ...cells].join("\n\n")).items;

const rows = [
  ...["Thứ 2 (11/11/2019)", "10h00", "Giao ban HĐND", "TT HĐND", "HT tầng 2", "2 Ban", " "],
  ...["07h30", "Kiểm tra công tác tại xã Đắk Môn", "Đ/c Tú - CVP", "Đắk Môn", "Đoàn kiểm tra", "0170"],
  ...["08h00", "Tham gia đoàn của tỉnh", "Đ/c Sáng", "Thuận Hạnh", "các phòng liên quan", " "],
  ...["Thứ 3 (12/11/2019)", " ", " ", " ", " ", " ", " "],
];

describe("a flattened table that kept its empty cells", () => {
  test("is read by counting, also where words alone would not tell the column", () => {
    expect(
      read(...rows).map(({ date, start, location, participants }) => [date, start, location, ...participants]),
    ).toEqual([
      ["2019-11-11", "10:00", "HT tầng 2", "2 Ban"],
      ["2019-11-11", "07:30", "Đắk Môn", "Đoàn kiểm tra"],
      ["2019-11-11", "08:00", "Thuận Hạnh", "Đ/c Sáng", "các phòng liên quan"],
    ]);
  });

  test("an item stands on the line of its matter", () => {
    expect(read(...rows).map(({ line }) => line)).toEqual([19, 31, 43]);
  });

  test("is guessed at where a cell came out as two paragraphs", () => {
    const split = [...rows.slice(0, 2), "Giao ban", "thường trực", ...rows.slice(3)];
    expect(read(...split)[0]).toMatchObject({ title: "Giao ban thường trực", start: "10:00", location: "HT tầng 2" });
  });
});
