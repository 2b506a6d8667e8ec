import { expect, test } from "vitest";
import type { Day } from "../../shared/kit/day.ts";
import type { Screen, Show } from "../../shared/model/screen.ts";
import { drivesForMs, modesOf, otherDriver, weekWish, wishOfKey } from "./driving.ts";

const lan = { id: "lan", name: "Nguyễn Ngọc Lan" };

function screenThat(shows: Partial<Show>): Pick<Screen, "show"> {
  return { show: { mode: "today", by: "day", isFrozen: false, turn: 4, driver: lan, atMs: 1_000, ...shows } };
}

test("who drove a screen lately is asked for; oneself, long ago and a blank screen are nobody", () => {
  expect(otherDriver(screenThat({}), "huong", 2_000)).toBe(lan.name);
  expect(otherDriver(screenThat({}), "lan", 2_000)).toBeNull();
  expect(otherDriver(screenThat({}), "huong", 1_000 + drivesForMs)).toBeNull();
  expect(otherDriver(screenThat({ mode: "blank" }), "huong", 2_000)).toBeNull();
});

test("only what a screen may show is offered", () => {
  expect(modesOf({ modes: ["overlaps", "today"] })).toEqual(["today", "overlaps"]);
  expect(modesOf({ modes: [] })).toEqual([]);
});

test("this week goes on by itself, another week is named by its Monday", () => {
  const today = "2026-11-24" as Day;
  expect(weekWish("2026-11-29" as Day, today)).toEqual({ mode: "week", day: undefined });
  expect(weekWish("2026-12-03" as Day, today)).toEqual({ mode: "week", day: "2026-11-30" });
});

test("keys turn pages, freeze, and blank there and back", () => {
  expect(wishOfKey("ArrowRight", screenThat({}), "week")).toEqual({ turn: 5 });
  expect(wishOfKey("PageUp", screenThat({}), "week")).toEqual({ turn: 3 });
  expect(wishOfKey("F", screenThat({ isFrozen: true }), "week")).toEqual({ isFrozen: false });
  expect(wishOfKey("b", screenThat({}), "week")).toEqual({ mode: "blank", isFrozen: false });
  expect(wishOfKey("b", screenThat({ mode: "blank" }), "week")).toEqual({ mode: "week" });
  expect(wishOfKey("x", screenThat({}), "week")).toBeNull();
});
