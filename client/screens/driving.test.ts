import { expect, test } from "vitest";
import type { Day } from "../../shared/kit/day.ts";
import type { Scope } from "../../shared/model/joint-session.ts";
import type { Screen, Show } from "../../shared/model/screen.ts";
import { drivesForMs, modesOf, modeWish, otherDriver, wishOfKey } from "./driving.ts";

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

test("this week goes on by itself, another is named by its Monday; a session is followed where it is", () => {
  const today = "2026-11-24" as Day;
  const at = (lookedAt: string, session: Scope | null = null) => ({ lookedAt: lookedAt as Day, session, today });
  expect(modeWish("week", at("2026-11-29"))).toEqual({ mode: "week", isFrozen: false, day: undefined });
  expect(modeWish("overlaps", at("2026-12-03"))).toMatchObject({ mode: "overlaps", day: "2026-11-30" });
  expect(modeWish("today", at("2026-12-03"))).toMatchObject({ mode: "today", day: undefined });
  expect(modeWish("session", at("2026-11-29"))).toMatchObject({ mode: "session", day: undefined });
  const week: Scope = { horizon: "week", period: "2027-W02" };
  expect(modeWish("session", at("2026-11-29", week))).toMatchObject({ day: "2027-01-11" });
  expect(modeWish("session", at("2026-11-29", { horizon: "month", period: "2026-12" }))).toMatchObject({
    day: "2026-12-01",
  });
});

test("keys turn pages, freeze, and blank there and back", () => {
  expect(wishOfKey("ArrowRight", screenThat({}), "week")).toEqual({ turn: 5 });
  expect(wishOfKey("PageUp", screenThat({}), "week")).toEqual({ turn: 3 });
  expect(wishOfKey("F", screenThat({ isFrozen: true }), "week")).toEqual({ isFrozen: false });
  expect(wishOfKey("b", screenThat({}), "week")).toEqual({ mode: "blank", isFrozen: false });
  expect(wishOfKey("b", screenThat({ mode: "blank" }), "week")).toEqual({ mode: "week" });
  expect(wishOfKey("x", screenThat({}), "week")).toBeNull();
});
