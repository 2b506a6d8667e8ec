import { expect, test } from "vitest";
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
