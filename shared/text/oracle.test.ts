import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { tidySpaces } from "../kit/fold.ts";
import type { ReadItem } from "./read-item.ts";
import { readSchedule } from "./schedule-reading.ts";

const folder = new URL("../../test/schedules/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), "utf8");

const compared = ["end", "title", "chair", "participants", "location", "preparing"] as const;
const extras = ["support", "ref", "assembly", "proxy", "kind", "series", "item"] as const;
type Field = (typeof compared)[number] | (typeof extras)[number];
type Expected = Omit<ReadItem, "spans"> & { readonly ambiguous?: readonly string[] };

const oracles = [
  "03-thanhhoa-ubnd-2025-w29",
  "04-haugiang-ubnd-2022-w11-dieuchinh9",
  "05-vithanh-thanhuy-2025-w20",
  "07-chauthanh-ubnd-huyen-2019-w22",
  "10-nghiatrung-ubnd-xa-2026-w07",
];

/** NFC, spaces collapsed, and a missing field the same as an undefined one: what the expected results compare by. */
function comparable(value: unknown): unknown {
  if (typeof value === "string") return tidySpaces(value);
  if (Array.isArray(value)) return value.map(comparable);
  return value ?? null;
}

function scoreOf(name: string, scores: Map<Field, { right: number; all: number }>): void {
  const expected = JSON.parse(read(`${name}.expected.json`)) as Expected[];
  const { items } = readSchedule(read(`${name}.txt`));
  expected.forEach((wanted, index) => {
    for (const field of [...compared, ...extras]) {
      if (wanted.ambiguous?.includes(field)) continue;
      const score = scores.get(field) ?? { right: 0, all: 0 };
      const isRight = JSON.stringify(comparable(wanted[field])) === JSON.stringify(comparable(items[index]?.[field]));
      scores.set(field, { right: score.right + (isRight ? 1 : 0), all: score.all + 1 });
    }
  });
}

describe("published schedules with results made by hand", () => {
  test.each(oracles)("%s: every item is found, in order, with its line, day, hour and session", (name) => {
    const expected = JSON.parse(read(`${name}.expected.json`)) as Expected[];
    const place = (item: Expected | ReadItem) => [item.line, item.date, item.start, item.end, item.session];
    expect(readSchedule(read(`${name}.txt`)).items.map(place)).toEqual(expected.map(place));
  });

  test("every field that is not open to opinion is read as by hand", () => {
    const scores = new Map<Field, { right: number; all: number }>();
    for (const name of oracles) scoreOf(name, scores);
    const lines = [...scores].map(([field, { right, all }]) => `${field} ${right}/${all}`);
    console.info(`oracle: ${lines.join(", ")}`);
    expect(lines.filter((line) => !/ (\d+)\/\1$/.test(line))).toEqual([]);
    expect([...scores.values()].reduce((sum, { all }) => sum + all, 0)).toBeGreaterThan(350);
  });

  test("an undated week is put in the year its weekday fits, and the other years are named", () => {
    const { items, doubts } = readSchedule(read("07-chauthanh-ubnd-huyen-2019-w22.txt"));
    expect(items[0]?.date).toBe("2019-05-27");
    expect(doubts.map(({ code, candidates }) => [code, candidates])).toContainEqual([
      "year-assumed",
      ["2013", "2019", "2024", "2030"],
    ]);
  });

  test("a year given by the caller wins over the weekday, and the weekday that then does not fit is told", () => {
    const { items, doubts } = readSchedule(read("07-chauthanh-ubnd-huyen-2019-w22.txt"), { year: 2018 });
    expect(items[0]?.date).toBe("2018-05-27");
    expect(doubts.some(({ code }) => code === "weekday-mismatch")).toBe(true);
    expect(doubts.some(({ code }) => code === "year-assumed")).toBe(false);
  });
});

describe("published schedules without results", () => {
  test("08: week-end items, a whole-day course, and one leader with three items in a line", () => {
    const { items } = readSchedule(read("08-chauthanh-ubnd-huyen-2023-w12-13.txt"));
    expect(items.map(({ date, start, session, item }) => [date, start, session, item])).toEqual([
      ["2023-03-25", "07:30", "morning", undefined],
      ["2023-03-26", "08:00", "morning", undefined],
      ["2023-03-27", "07:30", "allday", undefined],
      ["2023-03-27", "07:00", "morning", 1],
      ["2023-03-27", "08:00", "morning", 2],
      ["2023-03-27", "14:00", "afternoon", 3],
    ]);
    expect(items[1]).toMatchObject({
      chair: ["Phó Chủ tịch Thường trực Đỗ Văn Lâm"],
      title: "kiểm tra chuẩn bị Ngày chạy Olympic",
      preparing: ["Trung tâm Văn hóa – Thể thao và Truyền thanh huyện"],
      location: "Trung tâm Văn hóa – Thể thao và Truyền thanh huyện",
      support: ["Đ/c Lành"],
    });
    expect(items[5]?.participants).toEqual([
      "Phó Chủ tịch Thường trực Đỗ Văn Lâm",
      "đồng chí Phó Bí thư Thường trực Huyện ủy",
    ]);
  });

  test("12: ten meetings with voters, each with its place and its delegates", () => {
    const { items } = readSchedule(read("12-hanoi-dbqh-txct-2017-11.txt"), { year: 2017 });
    expect(items).toHaveLength(10);
    expect(items.map(({ session }) => session).join(" ")).toBe(
      "morning morning morning afternoon afternoon afternoon morning morning morning afternoon",
    );
    expect(items.every(({ participants, location }) => participants.length === 1 && location !== null)).toBe(true);
    expect(items[7]).toMatchObject({
      date: "2017-11-29",
      title: "Quận Cầu Giấy (Đơn vị số 3)",
      location: "Trung tâm VH - TT phường Dịch Vọng",
      participants: ["An A, Bùi B, Cao C"],
    });
  });

  test("13: every date of the reception calendar, two a line in its second half, with the place printed once below", () => {
    const { items } = readSchedule(read("13-haiphong-tiep-cong-dan-2020.txt"));
    expect(items).toHaveLength(11 + 14);
    expect(items.every(({ start }) => start === "08:00")).toBe(true);
    expect(items.slice(0, 11).every(({ location }) => location === "Trụ sở Tiếp công dân thành phố")).toBe(true);
    expect(items[10]).toMatchObject({ date: "2020-12-29", line: 18 });
    expect(items.slice(11, 13).map(({ date, line, item }) => [date, line, item])).toEqual([
      ["2020-02-13", 22, 1],
      ["2020-02-25", 22, 2],
    ]);
  });

  test("14: a notice with labels is one item, with its bridging points", () => {
    const { items } = readSchedule(read("14-hanoi-caugiay-txct-2022-04-28.txt"));
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      ...{ date: "2022-04-28", start: "08:00", line: 9 },
      title: "tiếp xúc cử tri của Đoàn ĐBQH thành phố Hà Nội trước kỳ họp thứ 3",
      location: "Hội trường trụ sở HĐND - UBND quận Cầu Giấy",
    });
    expect(items[0]?.points).toHaveLength(1);
    expect(items[0]?.participants[0]).toMatch(/^Đại diện Thường trực Quận ủy/);
  });

  test("15: counts and rules of a quarter are no items, and that is said", () => {
    const { items, doubts } = readSchedule(read("15-hanoi-ubnd-chuongtrinh-quy2-2012.txt"));
    expect(items).toEqual([]);
    expect(doubts.map(({ code }) => code)).toContain("nothing-read");
  });
});
