import { expect, test } from "vitest";
import { parseDay } from "../../shared/kit/day.ts";
import { parseMinute } from "../../shared/kit/minute.ts";
import type { Item } from "../../shared/model/item.ts";
import type { When } from "../../shared/model/when.ts";
import { cellKey, waitingKey } from "./placement.ts";
import { createPlaces } from "./places.ts";

const day = (text: string) => parseDay(text)!;
const at = (text: string, hour: string): When => ({ horizon: "time", day: day(text), startMin: parseMinute(hour)! });
const item = (id: string, when: When, title = id): Item => ({
  id,
  title,
  when,
  office: "party",
  kind: "meeting",
  status: "approved",
  parties: {},
});
const morning = cellKey(day("2026-11-23"), "morning", "party");
const afternoon = cellKey(day("2026-11-23"), "afternoon", "party");

test("cards of a cell stand in order of time, those without an hour first", () => {
  const places = createPlaces();
  places.put("b", item("b", at("2026-11-23", "09:00")));
  places.put("a", item("a", at("2026-11-23", "08:00")));
  places.put("c", item("c", { horizon: "session", day: day("2026-11-23"), session: "morning" }));
  expect(places.at(morning)).toEqual(["c", "a", "b"]);
});

test("an edit that moves nothing changes no list, and the array stays the same", () => {
  const places = createPlaces();
  places.put("a", item("a", at("2026-11-23", "08:00")));
  const list = places.at(morning);
  expect(places.put("a", { ...item("a", at("2026-11-23", "08:00")), status: "held" })).toEqual([]);
  expect(places.put("a", item("a", at("2026-11-23", "08:30")))).toEqual([]);
  expect(places.at(morning)).toBe(list);
});

test("a move tells both places, a removal leaves nothing", () => {
  const places = createPlaces();
  places.put("a", item("a", at("2026-11-23", "08:00")));
  expect(new Set(places.put("a", item("a", at("2026-11-23", "14:00"))))).toEqual(new Set([morning, afternoon]));
  expect(places.put("a", null)).toEqual([afternoon]);
  expect(places.at(afternoon)).toEqual([]);
});

test("an item of several days stands in each, a waiting one in its period", () => {
  const places = createPlaces();
  const stay: When = { horizon: "session", day: day("2026-12-31"), lastDay: day("2027-01-02"), session: "morning" };
  places.put("a", item("a", stay));
  expect(places.at(cellKey(day("2026-12-31"), "morning", "party"))).toEqual(["a"]);
  expect(places.at(cellKey(day("2027-01-02"), "allday", "party"))).toEqual(["a"]);
  places.put("a", item("a", { horizon: "month", period: "2026-12" }));
  expect(places.at(waitingKey("2026-12"))).toEqual(["a"]);
  expect(places.at(cellKey(day("2027-01-01"), "allday", "party"))).toEqual([]);
});
