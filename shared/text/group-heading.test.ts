import { describe, expect, test } from "vitest";
import { readSchedule } from "./schedule-reading.ts";

const read = (...lines: readonly string[]) => readSchedule(lines.join("\n")).items;

describe("a leader above his days", () => {
  test("holds for every day below him, until the next leader", () => {
    const items = read(
      "LỊCH CÔNG TÁC (Từ ngày 06/7 đến ngày 12/7/2020)",
      "1. Chủ tịch UBND quận Phạm Văn Đạt",
      "Thứ 2 (06/7)",
      "- 8h00: Tiếp công dân. Địa điểm: Trụ sở Tiếp công dân.",
      "Thứ 4 (08/7)",
      "- Sáng: Dự hội nghị của thành phố.",
      "2. Phó Chủ tịch UBND quận Ngô Thị Lài",
      "Thứ 2 (06/7)",
      "- 9h00: Kiểm tra chợ.",
    );
    expect(items.map(({ date, chair, participants }) => [date, ...chair, ...participants])).toEqual([
      ["2020-07-06", "Chủ tịch UBND quận Phạm Văn Đạt"],
      ["2020-07-08", "Chủ tịch UBND quận Phạm Văn Đạt"],
      ["2020-07-06", "Phó Chủ tịch UBND quận Ngô Thị Lài"],
    ]);
  });

  test("may close his line with a colon and stand behind a star", () => {
    const items = read(
      "* PCT Trần Hữu Lợi:",
      "Thứ Hai 16/11/2026",
      "- 8h00: Kiểm tra kè.",
      "Thứ Ba 17/11/2026",
      "- 8h00: Họp.",
    );
    expect(items.map(({ date, chair }) => [date, ...chair])).toEqual([
      ["2026-11-16", "PCT Trần Hữu Lợi"],
      ["2026-11-17", "PCT Trần Hữu Lợi"],
    ]);
  });

  test("below a day holds for that day alone", () => {
    const items = read(
      "Thứ Hai 16/11/2026",
      "* PCT Lợi:",
      "- 8h00: Kiểm tra kè.",
      "Thứ Ba 17/11/2026",
      "- 8h00: Họp tổ.",
    );
    expect(items.map(({ chair }) => chair)).toEqual([["PCT Lợi"], []]);
  });

  test("is not the office whose letterhead stands above the first day", () => {
    const items = read("LỊCH CÔNG TÁC TUẦN", "THƯỜNG TRỰC TỈNH ỦY", "Thứ Hai, 16/11/2026", "- 8h00: Họp báo.");
    expect(items.map(({ chair, participants }) => [...chair, ...participants])).toEqual([[]]);
  });

  test("is not the section of an office, and ends at one", () => {
    const items = read(
      ...["1. CHỦ TỊCH NGUYỄN VĂN TÂN", "Thứ Hai, 16/11/2026", "- 8h00: Họp báo."],
      ...["II. THƯỜNG TRỰC HĐND", "Thứ Ba, 17/11/2026", "- 8h00: Họp phiên."],
    );
    expect(items.map(({ chair }) => chair)).toEqual([["CHỦ TỊCH NGUYỄN VĂN TÂN"], []]);
  });

  test("is an item of its own where no time stands below", () => {
    const items = read("Lịch tiếp công dân", "Thứ Hai 16/11/2026", "- Chủ tịch UBND xã", "- Phó Chủ tịch UBND xã");
    expect(items).toHaveLength(2);
  });
});

describe("a group of delegates", () => {
  const group = [
    "Lịch tiếp xúc cử tri",
    "Thứ Tư, ngày 26-6-2013:",
    "- Đơn vị bầu cử số 01 (gồm ông Nguyễn Đức Thạnh, ông Huỳnh Thế Kiệt).",
    "* Buổi sáng: tiếp xúc cử tri phường Mỹ Hòa.",
    "* Buổi chiều: tiếp xúc cử tri phường Mỹ Thuận.",
  ];

  test("is no item; its people take part in the items below it", () => {
    expect(read(...group).map(({ session, participants }) => [session, ...participants])).toEqual([
      ["morning", "ông Nguyễn Đức Thạnh, ông Huỳnh Thế Kiệt"],
      ["afternoon", "ông Nguyễn Đức Thạnh, ông Huỳnh Thế Kiệt"],
    ]);
  });

  test("ends with its day", () => {
    const items = read(...group, "Thứ Năm, ngày 27-6-2013:", "* Buổi sáng: tiếp xúc cử tri xã Phước Hữu.");
    expect(items.at(-1)?.participants).toEqual([]);
  });
});

describe("the month of a list", () => {
  test("heads the lines below it and belongs to no item", () => {
    const items = read(
      "Lịch tiếp công dân năm 2021",
      "1/. Tháng 01/2021:",
      "07 giờ 30 ngày 28/01/2021 Bí thư Tỉnh ủy.",
      "2/. Tháng 02/2021:",
      "07 giờ 30 ngày 04/02/2021 Chủ tịch UBND tỉnh;",
    );
    expect(items.map(({ date, chair }) => [date, ...chair])).toEqual([
      ["2021-01-28", "Bí thư Tỉnh ủy"],
      ["2021-02-04", "Chủ tịch UBND tỉnh"],
    ]);
    expect(items.every(({ title }) => title.startsWith("tiếp công dân"))).toBe(true);
  });
});

describe("the day of a whole schedule", () => {
  test("is read from its title", () => {
    const [item] = read("Lịch làm việc ngày 20/02/2020 của Ban Giám đốc Sở", "- 14 giờ, PGĐ An dự họp Ban Chỉ đạo.");
    expect(item).toMatchObject({ date: "2020-02-20", start: "14:00" });
  });

  test("is not the first day of the week in its title, nor the day it was published", () => {
    expect(read("Lịch công tác tuần từ ngày 16/11 đến ngày 22/11/2026", "- 8h00: Họp báo.")).toEqual([]);
    expect(read("Lịch công tác (ban hành ngày 13/11/2026)", "- 8h00: Họp báo.")).toEqual([]);
  });
});

describe("lines that a narrow column broke", () => {
  test("are one: a bullet, a number, the first word of a day or of a label", () => {
    const [first, second] = read(
      ...["* Thứ", "Ba: 17/11/2026", "1-", "08h30: PGĐ An nghe báo cáo", "- Địa", "điểm: Phòng họp 1"],
      ...["2- 14h00: Giám đốc họp giao ban (Văn phòng", "Sở chuẩn bị nội dung).", "- Thành", "phần: Trưởng các phòng"],
    );
    expect(first).toMatchObject({ date: "2026-11-17", start: "08:30", location: "Phòng họp 1" });
    expect(second).toMatchObject({
      start: "14:00",
      end: null,
      preparing: ["Văn phòng Sở"],
      participants: ["Trưởng các phòng"],
    });
  });

  test("a range of hours stays a range", () => {
    expect(read("Thứ Ba 17/11/2026", "8- 10h: Họp báo.")[0]).toMatchObject({ start: "08:00", end: "10:00" });
  });
});
