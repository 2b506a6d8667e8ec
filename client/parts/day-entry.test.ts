import { expect, test } from "vitest";
import { parseDay } from "../../shared/kit/day.ts";
import { dayToEntry, entryToDay } from "./day-entry.ts";

const near = parseDay("2026-11-21")!;

test("a day is written and read as officers write it", () => {
  expect(dayToEntry(parseDay("2026-02-09")!)).toBe("09/02/2026");
  for (const typed of ["25/11/2026", "25-11-2026", "25.11.26", " 25/11 ", "25 11", "2026-11-25"])
    expect(entryToDay(typed, near), typed).toBe("2026-11-25");
});

test("the day stands before the month, never the other way round", () => {
  expect(entryToDay("3/4", near)).toBe("2026-04-03");
  expect(entryToDay("11/25/2026", near)).toBeNull();
});

test("what is no day is no day", () => {
  for (const typed of ["", "mai", "31/6", "29/2/2026", "25/11/20261", "5", "25/"])
    expect(entryToDay(typed, near), typed).toBeNull();
});
