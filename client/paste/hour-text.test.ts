import { expect, test } from "vitest";
import { hourToText } from "./hour-text.ts";

test("an hour is read as officers type it", () => {
  const typed = ["14h30", "14:30", "1430", "14 giờ 30", "14g30", "14.30", "14h30'", "14 giờ 30 phút", " 14 h 30 "];
  for (const text of typed) expect(hourToText(text), text).toBe("14:30");
  expect(["8h", "8", "08:00", "8 giờ", "8h00’"].map(hourToText)).toEqual(Array(5).fill("08:00"));
});

test("what is no time of day is none", () => {
  for (const text of ["", "chiều", "25h", "8h75", "24:00", "8:5", "14h30m20", "-8h"])
    expect(hourToText(text), text).toBeNull();
});
