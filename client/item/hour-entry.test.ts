import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Minute, minuteToText } from "../../shared/kit/minute.ts";
import { parseHour, parseHourEntry } from "./hour-entry.ts";

const read = (text: string) => {
  const minute = parseHour(text);
  return minute === null ? null : minuteToText(minute);
};

describe("an hour typed freely", () => {
  test.each([
    ["14h30", "14:30"],
    ["14:30", "14:30"],
    ["14.30", "14:30"],
    ["1430", "14:30"],
    ["14 giờ 30", "14:30"],
    ["14 gio 30", "14:30"],
    ["14 giờ 30 phút", "14:30"],
    ["14g30", "14:30"],
    ["14 h 30", "14:30"],
    ["14 30", "14:30"],
    ["14h30'", "14:30"],
    ["14H30", "14:30"],
    [" 14h30 ", "14:30"],
  ])("%s is half past two", (typed, hour) => expect(read(typed)).toBe(hour));

  test.each([
    ["8", "08:00"],
    ["08", "08:00"],
    ["8h", "08:00"],
    ["8 giờ", "08:00"],
    ["800", "08:00"],
    ["0800", "08:00"],
    ["8:00", "08:00"],
    ["8 giờ sáng", "08:00"],
  ])("%s is eight in the morning", (typed, hour) => expect(read(typed)).toBe(hour));

  test("half hours and parts of the day, as they are spoken", () => {
    expect(read("7 giờ rưỡi")).toBe("07:30");
    expect(read("7h rưỡi tối")).toBe("19:30");
    expect(read("2 giờ chiều")).toBe("14:00");
    expect(read("2h30 chiều")).toBe("14:30");
    expect(read("14 giờ chiều")).toBe("14:00");
    expect(read("12 giờ trưa")).toBe("12:00");
    expect(read("1 giờ trưa")).toBe("13:00");
    expect(read("11 giờ đêm")).toBe("23:00");
  });

  test("colleagues who write English or French are understood", () => {
    expect(read("2:30 pm")).toBe("14:30");
    expect(read("12 am")).toBe("00:00");
    expect(read("12pm")).toBe("12:00");
    expect(read("14 h 30")).toBe("14:30");
  });

  test.each([
    "",
    "abc",
    "25h",
    "14h60",
    "14h3",
    "14:5",
    "14 giờ sáng",
    "12 giờ đêm",
    "12 giờ sáng",
    "99999",
    "14h30 x",
    "-3",
    "24h30",
  ])("“%s” is no hour", (typed) => expect(read(typed)).toBeNull());

  test("24:00 is the end of the day", () => {
    expect(parseHour("24:00")).toBe(1440);
    expect(parseHour("24h")).toBe(1440);
  });

  test("every minute of the day is read back in every way it is written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (total) => {
        const text = minuteToText(total as Minute);
        const [hour = "", minute = ""] = text.split(":");
        for (const written of [text, `${hour}h${minute}`, `${hour}${minute}`, `${Number(hour)} giờ ${minute}`])
          expect(parseHour(written)).toBe(total);
      }),
      { seed: 20261126, numRuns: 500 },
    );
  });

  test("whatever is typed answers an hour of the day or nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789hg: .'-giờrưỡi") }), (typed) => {
        const minute = parseHour(typed);
        if (minute !== null) expect(minute >= 0 && minute <= 1440).toBe(true);
      }),
      { seed: 20261127, numRuns: 3000 },
    );
  });
});

describe("a range typed into the start", () => {
  const range = (text: string) => {
    const entry = parseHourEntry(text);
    return entry && [entry.startMin, entry.endMin].map((minute) => minute && minuteToText(minute)).join(" ");
  };

  test.each([
    ["14h30-16h", "14:30 16:00"],
    ["14h30 - 16h00", "14:30 16:00"],
    ["8-10h", "08:00 10:00"],
    ["8h – 11h30", "08:00 11:30"],
    ["từ 14 giờ đến 16 giờ 30", "14:00 16:30"],
    ["7h tới 9h", "07:00 09:00"],
  ])("%s", (typed, hours) => expect(range(typed)).toBe(hours));

  test("a part of the day said once is meant for both where that makes a range", () => {
    expect(range("2 - 4 giờ chiều")).toBe("14:00 16:00");
    expect(range("8 - 2 giờ chiều")).toBe("08:00 14:00");
  });

  test("an hour alone has no end", () => {
    expect(range("14h30")).toBe("14:30 ");
    expect(range("lúc 9h")).toBe("09:00 ");
  });

  test("a half that cannot be read makes the whole unread", () => {
    expect(range("14h30-")).toBeNull();
    expect(range("14h30-xx")).toBeNull();
    expect(range("xx-14h30")).toBeNull();
  });

  test("an end before the start is read as typed: the form says what is wrong with it", () => {
    expect(range("16h-14h")).toBe("16:00 14:00");
  });
});
