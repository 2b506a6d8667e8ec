import { describe, expect, test } from "vitest";
import { minuteToText } from "../kit/minute.ts";
import { endsWithHour, readHour } from "./hour.ts";
import { scopeFor } from "./reading.fixture.ts";

function hourOf(words: string): string | null {
  const hour = readHour(scopeFor(words), 0);
  if (!hour) return null;
  const end = hour.endMin === null ? "" : `-${minuteToText(hour.endMin)}`;
  return `${minuteToText(hour.startMin)}${end}|${scopeFor(words).text.slice(hour.next)}`;
}

describe("an hour as offices print it", () => {
  test.each([
    ["8h30 họp", "08:30| họp"],
    ["8h họp", "08:00| họp"],
    ["8 h 30 họp", "08:30| họp"],
    ["07h30, họp", "07:30|, họp"],
    ["8h00' họp", "08:00| họp"],
    ["8 giờ, họp", "08:00|, họp"],
    ["7 giờ 30’ họp", "07:30| họp"],
    ["13 giờ 30, họp", "13:30|, họp"],
    ["08 giờ 00: họp", "08:00|: họp"],
    ["7 giờ 30 phút, họp", "07:30|, họp"],
    ["8 giờ rưỡi họp", "08:30| họp"],
    ["07g30 họp", "07:30| họp"],
    ["7g00", "07:00|"],
    ["6h45' họp", "06:45| họp"],
    ["09'00 họp", "09:00| họp"],
    ["08:00 họp", "08:00| họp"],
    ["(8h30) họp", "08:30| họp"],
    ["( 8h ) họp", "08:00| họp"],
    ["Từ 8 giờ 00 họp", "08:00| họp"],
    ["Vào lúc 14 giờ họp", "14:00| họp"],
    ["2 giờ chiều họp", "14:00| họp"],
    ["8h sáng họp", "08:00| họp"],
    ["7h tối", "19:00|"],
    ["24:00", "24:00|"],
  ])("%s", (words, read) => {
    expect(hourOf(words)).toBe(read);
  });
});

describe("a range of hours", () => {
  test.each([
    ["14h00-16h30 họp", "14:00-16:30| họp"],
    ["8h30 – 11h00: họp", "08:30-11:00|: họp"],
    ["8h-10h30 họp", "08:00-10:30| họp"],
    ["8-10h họp", "08:00-10:00| họp"],
    ["07 giờ 00’ đến 08 giờ 00’ tất cả", "07:00-08:00| tất cả"],
    ["Từ 08h00 - 11h00: họp", "08:00-11:00|: họp"],
    ["(8h30-10h) họp", "08:30-10:00| họp"],
  ])("%s", (words, read) => {
    expect(hourOf(words)).toBe(read);
  });

  test("an end that is not after the start is left alone: the start is the surer half", () => {
    expect(hourOf("14h-2h họp")).toBe("14:00|-2h họp");
  });
});

describe("numbers that are no hours", () => {
  test.each(["500KV", "8ha đất", "25h", "8h75", "16/11", "30 phút", "8", "nghe", "08:000", "hg"])("%s", (words) => {
    expect(hourOf(words)).toBeNull();
  });

  test("a date after the hour is no minutes", () => {
    expect(hourOf("8 giờ 28/4/2022")).toBe("08:00| 28/4/2022");
    expect(hourOf("8h00' ngày 28/4")).toBe("08:00| ngày 28/4");
  });

  test("a number inside another is not looked into", () => {
    expect(readHour(scopeFor("118h30"), 1)).toBeNull();
  });
});

test("an hour before a dash is seen as the first half of a range", () => {
  const scope = scopeFor("8h30 - 10h");
  expect(endsWithHour(scope, 5)).toBe(true);
  expect(endsWithHour(scopeFor("Hội trường - 14 giờ"), 11)).toBe(false);
});
