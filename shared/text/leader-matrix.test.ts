import { describe, expect, test } from "vitest";
import { readSchedule } from "./schedule-reading.ts";

const read = (...lines: readonly string[]) => readSchedule(lines.join("\n")).items;

describe("a table with a column for each leader", () => {
  const head = "Ngày\tBuổi\tGiám đốc Lê Văn Tám\tPhó Giám đốc Hồ Thị Sen";

  test("gives each cell to the leader of its column", () => {
    const items = read(
      head,
      "Thứ Hai 11/5/2026\tSáng\t8h00: Họp giao ban tại Phòng họp 1\tDự hội nghị của tỉnh",
      "\tChiều\t\t14h00: Kiểm tra kho",
    );
    expect(items.map(({ start, session, chair, participants }) => [start, session, chair, participants])).toEqual([
      ["08:00", "morning", ["Giám đốc Lê Văn Tám"], []],
      [null, "morning", [], ["Phó Giám đốc Hồ Thị Sen"]],
      ["14:00", "afternoon", ["Phó Giám đốc Hồ Thị Sen"], []],
    ]);
    expect(items.map(({ line, item }) => [line, item])).toEqual([
      [2, 1],
      [2, 2],
      [3, undefined],
    ]);
  });

  test("leaves a column that lists leaders, beside one of matters, what it is", () => {
    const [item] = read("Ngày\tNội dung\tLãnh đạo\tĐịa điểm", "Thứ Hai 11/5/2026\tDự hội nghị\tPCT An\tHT A");
    expect(item).toMatchObject({ title: "Dự hội nghị", participants: ["PCT An"], location: "HT A" });
  });

  test("a cell with a dash holds nothing", () => {
    expect(read(head, "Thứ Hai 11/5/2026\tSáng\t-\t8h00: Họp báo")).toHaveLength(1);
  });
});

describe("cells of a spreadsheet", () => {
  test("of several lines lose the quotation marks around them", () => {
    const items = read(
      "Thứ\tNgày\tSáng\tChiều",
      'Thứ tư\t(23/9/26)\t"- 7h30: Hội chẩn',
      '- 9h00: Họp tổ"\t- 13h30: Bình bệnh án',
    );
    expect(items.map(({ start, title }) => [start, title])).toEqual([
      ["07:30", "Hội chẩn"],
      ["09:00", "Họp tổ"],
      ["13:30", "Bình bệnh án"],
    ]);
  });

  test("a row with a Roman number heads the rows below it", () => {
    const items = read(
      "TT\tNội dung\tCơ quan chủ trì\tThời hạn",
      "I\tTẬP THỂ XEM XÉT\t\t",
      "1\tĐề án A\tSở Du lịch\t02/10/2026",
    );
    expect(items.map(({ title, preparing }) => [title, ...preparing])).toEqual([["Đề án A", "Sở Du lịch"]]);
  });
});
