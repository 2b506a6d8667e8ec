import { expect, test } from "vitest";
import { monthGridDays } from "../../client/document/days-shown.ts";
import type { Day } from "../../shared/kit/day.ts";
import { officeIds } from "../../shared/model/office.ts";
import { type FlowWeek, freshWeek, work } from "../world/flow-week.ts";
import { useFlowWorld } from "../world/flow-world.ts";

const world = useFlowWorld();

/** So many in each half-day of each office that a day is higher than two screens. */
const fullWeekOf = ({ days }: FlowWeek) =>
  days.flatMap((day) =>
    ["08:00", "14:00"].flatMap((start) =>
      officeIds.flatMap((office) =>
        Array.from({ length: 12 }, (_, nth) => work(`Việc ${nth} của ${office}`, start, { day, office })),
      ),
    ),
  );

declare function tellPlace(top: number): void;

/** Tells in every frame from the first card on how far the head of a day stands below the heads of the offices. */
const watchHead = (day: string) => {
  const look = () => {
    const head = document.querySelector(`.day-head[data-day="${day}"]`);
    const offices = document.querySelector(".week-corner");
    if (head && offices && document.querySelector("[data-card]"))
      tellPlace(head.getBoundingClientRect().top - offices.getBoundingClientRect().bottom);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

test("a full week opens at the day asked for, which stays where it is while the days around it get their cards", async () => {
  const week = freshWeek();
  const items = fullWeekOf(week);
  await world.server().plans(items);
  const lan = await world.enters("lan");
  const places: number[] = [];
  await lan.page.exposeFunction("tellPlace", (top: number) => places.push(top));
  await lan.page.addInitScript(watchHead, week.thursday);
  // The empty board is there before anything of the week is.
  await lan.page.route("**/api/look/**", async (route) => {
    await lan.page.locator(".week").waitFor();
    await route.continue();
  });
  await lan.opens(`/day/${week.thursday}`);
  await lan.page.waitForFunction((count) => document.querySelectorAll("[data-card]").length === count, items.length);
  await lan.page.evaluate(() => new Promise(requestAnimationFrame));
  expect(places.length).toBeGreaterThan(3);
  expect(Math.max(...places.map(Math.abs))).toBeLessThan(3);
});

/** A month that stands in six weeks, higher than a screen; each day has more than it shows. */
const fullMonth = { path: "/month/2043-08", days: monthGridDays("2043-08-01" as Day, "2043-08-31" as Day) };
const fullMonthItems = fullMonth.days.flatMap((day) =>
  Array.from({ length: 8 }, (_, nth) => work(`Việc ${nth}`, `${String(nth + 8).padStart(2, "0")}:00`, { day })),
);
const shownADay = 6;

declare function tellPills(ofDays: number[]): void;

/** Tells how many cards each day has as the first card comes. */
const watchPills = () => {
  const observer = new MutationObserver(() => {
    const ofDays = [...document.querySelectorAll(".month-day")].map((day) => day.querySelectorAll(".pill").length);
    if (!ofDays.some((count) => count > 0)) return;
    observer.disconnect();
    tellPills(ofDays);
  });
  observer.observe(document, { childList: true, subtree: true });
};

test("a full month begins with the weeks in sight, and the last one follows by itself", async () => {
  expect(fullMonth.days).toHaveLength(42);
  await world.server().plans(fullMonthItems);
  const lan = await world.enters("lan");
  const { promise, resolve } = Promise.withResolvers<number[]>();
  await lan.page.exposeFunction("tellPills", resolve);
  await lan.page.addInitScript(watchPills);
  await lan.opens(fullMonth.path);
  const whole = Array.from(fullMonth.days, () => shownADay);
  expect(await promise).toEqual(whole.map((count, nth) => (nth < 35 ? count : 0)));
  await lan.page.waitForFunction((count) => document.querySelectorAll(".pill").length === count, 42 * shownADay);
});

test("on a phone a month is counts that lead to the day; no card is drawn that nobody could see", async () => {
  const lan = await world.enters("lan", { size: "phone" });
  await lan.opens(fullMonth.path);
  const day = lan.page.locator(".month-day").nth(10);
  await lan.reads(day.locator(".month-count"), "8");
  expect(await lan.page.locator(".pill").count()).toBe(0);
  await day.getByRole("button").first().tap();
  await lan.sees("Việc 7");
  expect(new URL(lan.page.url()).pathname).toBe(`/day/${fullMonth.days[10]}`);
});
