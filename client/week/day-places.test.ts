import { expect, test } from "vitest";
import type { Day } from "../../shared/kit/day.ts";
import { daysOfWeek } from "../../shared/kit/week.ts";
import { textToTarget } from "../../shared/rules/landing.ts";
import { item } from "../../test/world/small-city.ts";
import { nextPlace, placesLit } from "./day-places.ts";

const week = daysOfWeek({ year: 2026, week: 48 });
const held = item("a", "08:30", { day: "2026-11-25" });
const step = (from: string, direction: "up" | "down" | "left" | "right") =>
  nextPlace(held, from, { step: direction, week });

test("the keyboard takes a card of the list through the sessions, out of the day shown, and to other offices", () => {
  expect(step("session|2026-11-25|morning", "down")).toBe("cell|2026-11-25|afternoon|party");
  expect(step("cell|2026-11-25|evening|party", "down")).toBe("cell|2026-11-26|morning|party");
  expect(step("session|2026-11-25|morning", "right")).toBe("cell|2026-11-25|morning|council");
  expect(step("session|2026-11-25|morning", "left")).toBeNull();
  expect(step("cell|2026-11-23|morning|party", "up")).toBeNull();
  expect(step("nowhere", "down")).toBeNull();
});

const lit = (over: string) => {
  const target = textToTarget(over);
  return target ? placesLit(target, { shown: "2026-11-25" as Day, own: "party" }) : null;
};

test("what a finger is over lights up, that and nothing else", () => {
  for (const place of ["session|2026-11-25|morning", "day|2026-11-27", "office|people"])
    expect(lit(place)).toEqual([place]);
});

test("a cell lights up as its session in the list, or as its day in the strip when another day is shown", () => {
  expect(lit("cell|2026-11-25|evening|party")).toEqual(["session|2026-11-25|evening"]);
  expect(lit("cell|2026-11-26|morning|party")).toEqual(["day|2026-11-26"]);
});

test("the office lights up too where the item would go to another", () => {
  expect(lit("cell|2026-11-25|evening|people")).toEqual(["session|2026-11-25|evening", "office|people"]);
  expect(lit("cell|2026-11-26|evening|people")).toEqual(["day|2026-11-26", "office|people"]);
});
