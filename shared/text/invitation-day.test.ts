import { expect, test } from "vitest";
import type { Day } from "../kit/day.ts";
import { invitationDay } from "./invitation-day.ts";
import { readSchedule } from "./schedule-reading.ts";

const friday = "2026-11-27" as Day;
const invited = (words: string, day: Day = friday) => invitationDay(words, day);

test("the day of an invitation stands behind its number or its name", () => {
  for (const words of [
    "Họp giao ban (Giấy mời số 44/GM-UBND ngày 20/11/2026)",
    "Họp giao ban, GM số 44/GM-UBND ngày 20/11",
    "Họp (112-GM/TU ngày 20.11.2026)",
    "Họp (thư mời ngày 20 tháng 11 năm 2026)",
    "Họp theo giấy mời số 9/GM ký ngày 20/11/2026 của Sở Y tế",
  ])
    expect(invited(words), words).toBe("2026-11-20");
});

test("what is no invitation, or is not its day, is none", () => {
  for (const words of [
    "Họp giao ban (Giấy mời số 44/GM-UBND)",
    "Họp theo giấy mời dự họp ngày 20/11",
    "Họp (Công văn số 679-CV/ĐUK ngày 18/11/2026)",
    "Mời các sở ngày 20/11",
    "Họp (giấy mời ngày 31/02/2026)",
    "Họp giao ban",
  ])
    expect(invited(words), words).toBeNull();
});

test("without a year it is the last such day before; after the item nobody was invited", () => {
  expect(invited("GM ngày 28/12", "2027-01-05" as Day)).toBe("2026-12-28");
  expect(invited("GM ngày 27/11", friday)).toBe("2026-11-27");
  expect(invited("GM ngày 28/11/2026", friday)).toBeNull();
});

test("a line for several days tells of each of them", () => {
  const text =
    "LỊCH THÁNG 11 NĂM 2026\nNgày 03/11, 10/11, 24/11\n- 8h00: Tiếp công dân (GM số 4/GM-UBND ngày 28/10/2026)";
  const read = readSchedule(text).items;
  expect(read.length).toBeGreaterThan(1);
  for (const { date, announced } of read) expect(announced).toEqual({ on: "2026-10-28", of: date });
});

test("a schedule that prints it says it of that item and of no other, for the day it prints", () => {
  const text = [
    "LỊCH CÔNG TÁC TUẦN 48 NĂM 2026",
    "Thứ Sáu, ngày 27/11/2026",
    "- 8h00: Họp nghe báo cáo tiến độ (Giấy mời số 44/GM-UBND ngày 20/11/2026). Địa điểm: Phòng họp 1.",
    "- 14h00: Thăm đơn vị.",
  ].join("\n");
  expect(readSchedule(text).items.map(({ ref, announced }) => [ref, announced])).toEqual([
    ["44/GM-UBND", { on: "2026-11-20", of: "2026-11-27" }],
    [undefined, undefined],
  ]);
});
