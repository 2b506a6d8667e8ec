import { expect, test } from "vitest";
import { daysOfWeek } from "../../shared/kit/week.ts";
import { item } from "../../test/world/small-city.ts";
import { yearsOf } from "../document/days-shown.ts";
import { cellKey } from "../document/placement.ts";
import { countOf, idsByHour, nextCell, sessionsOfDay } from "./week-rows.ts";

const days = daysOfWeek({ year: 2026, week: 53 });
const [monday] = days;
if (!monday) throw new Error("a week has a Monday");

test("morning and afternoon stand always, whole day and evening only where something is on", () => {
  expect(sessionsOfDay(monday, () => [])).toEqual(["morning", "afternoon"]);
  const evening = cellKey(monday, "evening", "people");
  expect(sessionsOfDay(monday, (place) => (place === evening ? ["a"] : []))).toEqual([
    "morning",
    "afternoon",
    "evening",
  ]);
  expect(sessionsOfDay(monday, () => ["a"])).toEqual(["allday", "morning", "afternoon", "evening"]);
});

test("a week across New Year needs two programmes", () => {
  expect(yearsOf(days)).toEqual([2026, 2027]);
});

test("the keyboard walks through offices, sessions and days, and stops at the edge of the week", () => {
  const start = "cell|2026-12-28|morning|party";
  expect(nextCell(start, "right", days)).toBe("cell|2026-12-28|morning|council");
  expect(nextCell(start, "left", days)).toBeNull();
  expect(nextCell(start, "up", days)).toBeNull();
  expect(nextCell(start, "down", days)).toBe("cell|2026-12-28|afternoon|party");
  expect(nextCell("cell|2026-12-28|evening|party", "down", days)).toBe("cell|2026-12-29|morning|party");
  expect(nextCell("cell|2027-01-03|evening|people", "down", days)).toBeNull();
  expect(nextCell("cell|2026-12-28|allday|party", "down", days)).toBe("cell|2026-12-28|afternoon|party");
  expect(nextCell("tray|2026-12", "down", days)).toBeNull();
});

test("an item of several days counts once", () => {
  expect(countOf(days, "party", (place) => (place.endsWith("party") ? ["a"] : []))).toBe(1);
});

test("a list over all offices goes by the hour: what has none first, at one hour in the order of the offices", () => {
  const items = [
    item("party-10", "10:00", {}),
    item("party-8", "08:00", {}),
    item("council-8", "08:00", {}),
    item("council-open", null, { session: "morning" }),
    item("people-9", "09:15", {}),
  ];
  const lists = [["party-8", "party-10"], ["council-open", "council-8"], ["people-9"]];
  const itemOf = (id: string) => items.find((one) => one.id === id);
  expect(idsByHour(lists, itemOf)).toEqual(["council-open", "party-8", "council-8", "people-9", "party-10"]);
  expect(lists[0]).toEqual(["party-8", "party-10"]);
});
