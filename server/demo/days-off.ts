import type { Holiday } from "../../shared/model/directory.ts";

type Row = readonly [kind: Holiday["kind"], name: string, ...days: string[]];

/**
 * Days that are not ordinary, 2026 and 2027 (*Bộ luật Lao động 2019, điều 111 và 112*; the Day of Culture by resolution
 * 80-NQ/TW). Which days stand beside 2/9 and Tết, and which are exchanged, is decided anew every year: 2026 as announced,
 * 2027 as the rule would have it until it is announced.
 */
const rows: readonly Row[] = [
  ["holiday", "Tết Dương lịch", "2026-01-01", "2027-01-01"],
  ["in-lieu", "Nghỉ hoán đổi dịp Tết Dương lịch", "2026-01-02"],
  ["make-up", "Làm bù cho ngày 02/01", "2026-01-10"],
  ["holiday", "Tết Nguyên đán Bính Ngọ", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20"],
  ["holiday", "Tết Nguyên đán Đinh Mùi", "2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08", "2027-02-09"],
  ["in-lieu", "Nghỉ bù Tết Nguyên đán", "2027-02-10", "2027-02-11"],
  ["holiday", "Giỗ Tổ Hùng Vương", "2026-04-26", "2027-04-16"],
  ["in-lieu", "Nghỉ bù Giỗ Tổ Hùng Vương", "2026-04-27"],
  ["holiday", "Ngày Giải phóng miền Nam, thống nhất đất nước", "2026-04-30", "2027-04-30"],
  ["holiday", "Ngày Quốc tế Lao động", "2026-05-01", "2027-05-01"],
  ["in-lieu", "Nghỉ bù ngày Quốc tế Lao động", "2027-05-03"],
  ["make-up", "Làm bù cho ngày 31/8", "2026-08-22"],
  ["in-lieu", "Nghỉ hoán đổi dịp Quốc khánh", "2026-08-31"],
  ["holiday", "Quốc khánh", "2026-09-01", "2026-09-02", "2027-09-02", "2027-09-03"],
  ["holiday", "Ngày Văn hóa Việt Nam", "2026-11-24", "2027-11-24"],
];

export const daysOff = rows.flatMap(([kind, name, ...days]) =>
  days.map((day) => ({ id: `off-${day}`, name, day, kind })),
);

/** Default lengths in minutes, or to the end of the session, for items that print no end: nearly all of them. */
export const lengths = [
  { id: "meeting", kind: "meeting", length: 90 },
  { id: "conference", kind: "conference", length: 120 },
  { id: "session", kind: "session", length: "session" },
  { id: "visit", kind: "visit", length: 45 },
  { id: "reception", kind: "reception", length: "session" },
  { id: "ceremony", kind: "ceremony", length: 90 },
  { id: "trip", kind: "trip", length: "session" },
  { id: "tttu", body: "tttu", length: 120 },
  { id: "btv", body: "btv", length: "session" },
  { id: "bch", body: "bch", length: "session" },
];
