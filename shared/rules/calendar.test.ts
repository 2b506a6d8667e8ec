import { describe, expect, test } from "vitest";
import { addDays, type Day, daysBetween, parseDay, weekdayOf } from "../kit/day.ts";
import type { Holiday } from "../model/directory.ts";
import { createCalendar } from "./calendar.ts";

const day = (text: string): Day => {
  const read = parseDay(text);
  if (!read) throw new Error(`no day: ${text}`);
  return read;
};
const entry = (kind: Holiday["kind"], text: string, name: string): Holiday => ({
  id: `${kind}-${text}`,
  name,
  day: day(text),
  kind,
});

const calendar2026 = createCalendar([
  entry("holiday", "2026-04-26", "Giỗ Tổ Hùng Vương"),
  entry("in-lieu", "2026-04-27", "Nghỉ bù Giỗ Tổ Hùng Vương"),
  entry("in-lieu", "2026-08-31", "Nghỉ hoán đổi dịp Quốc khánh"),
  entry("make-up", "2026-08-22", "Làm bù cho ngày 31/8"),
  entry("holiday", "2026-11-24", "Ngày Văn hóa Việt Nam"),
]);

describe("the working calendar", () => {
  test("Monday to Friday are worked, Saturday and Sunday are not", () => {
    const kinds = daysBetween(day("2026-11-16"), day("2026-11-22")).map(calendar2026.dayKindOf);
    expect(kinds).toEqual(["workday", "workday", "workday", "workday", "workday", "weekend", "weekend"]);
    expect(calendar2026.isWorkday(day("2026-11-20"))).toBe(true);
    expect(calendar2026.isWorkday(day("2026-11-21"))).toBe(false);
  });

  test("a holiday in the middle of the week is off and has a name", () => {
    expect(calendar2026.dayKindOf(day("2026-11-24"))).toBe("holiday");
    expect(calendar2026.holidayNameOf(day("2026-11-24"))).toBe("Ngày Văn hóa Việt Nam");
    expect(calendar2026.isWorkday(day("2026-11-24"))).toBe(false);
    expect(calendar2026.holidayNameOf(day("2026-11-25"))).toBeNull();
  });

  test("a holiday on a Sunday stays a holiday and the Monday after is off in lieu", () => {
    expect(calendar2026.dayKindOf(day("2026-04-26"))).toBe("holiday");
    expect(calendar2026.dayKindOf(day("2026-04-27"))).toBe("in-lieu");
    expect(calendar2026.isWorkday(day("2026-04-27"))).toBe(false);
    expect(calendar2026.isWorkday(day("2026-04-28"))).toBe(true);
  });

  test("a bridge day is off and the Saturday given for it is worked", () => {
    expect(calendar2026.isWorkday(day("2026-08-31"))).toBe(false);
    expect(calendar2026.dayKindOf(day("2026-08-22"))).toBe("make-up");
    expect(calendar2026.isWorkday(day("2026-08-22"))).toBe(true);
    expect(calendar2026.holidayNameOf(day("2026-08-22"))).toBe("Làm bù cho ngày 31/8");
    expect(calendar2026.isWorkday(day("2026-08-23"))).toBe(false);
  });

  test("a day off wins over a make-up entry on the same day, whatever their order", () => {
    const off = entry("holiday", "2027-01-01", "Tết Dương lịch");
    const lieu = entry("in-lieu", "2027-01-01", "Nghỉ bù");
    const worked = entry("make-up", "2027-01-01", "Làm bù");
    for (const holidays of [
      [off, lieu, worked],
      [worked, lieu, off],
      [lieu, off, worked],
    ]) {
      const calendar = createCalendar(holidays);
      expect(calendar.dayKindOf(off.day)).toBe("holiday");
      expect(calendar.holidayNameOf(off.day)).toBe("Tết Dương lịch");
    }
    expect(createCalendar([worked, lieu]).isWorkday(off.day)).toBe(false);
  });

  test("of two entries alike the first gives the name", () => {
    const calendar = createCalendar([
      entry("holiday", "2026-09-02", "Quốc khánh"),
      entry("holiday", "2026-09-02", "Lễ 2/9"),
    ]);
    expect(calendar.holidayNameOf(day("2026-09-02"))).toBe("Quốc khánh");
  });

  test("without holidays only the weekday counts, in every year", () => {
    const plain = createCalendar([]);
    for (let at = day("2026-01-01"); at < "2028-01-01"; at = addDays(at, 1)) {
      expect(plain.isWorkday(at), at).toBe(weekdayOf(at) < 6);
      expect(plain.holidayNameOf(at)).toBeNull();
    }
  });
});
