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

/** Tells in every frame from the first card on how far the head of a day stands from the top of its page. */
const watchHead = (day: string) => {
  const look = () => {
    const head = document.querySelector(`.day-head[data-day="${day}"]`);
    if (head && document.querySelector("[data-card]")) tellPlace(head.getBoundingClientRect().top);
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
  await lan.opens(`/day/${week.thursday}`);
  await lan.page.waitForFunction((count) => document.querySelectorAll("[data-card]").length === count, items.length);
  await lan.page.evaluate(() => new Promise(requestAnimationFrame));
  const moved = places.map((top) => Math.abs(top - (places[0] ?? 0)));
  expect(moved.length).toBeGreaterThan(3);
  expect(Math.max(...moved)).toBeLessThan(2);
});
