import { expect, test } from "vitest";
import { freshWeek, work } from "../world/flow-week.ts";
import { useFlowWorld } from "../world/flow-world.ts";

const world = useFlowWorld();

test("what Lan adds, Hương sees within the second, on the page she has open", async () => {
  const week = freshWeek();
  const lan = await world.enters("lan");
  const huong = await world.enters("huong");
  await Promise.all([lan.opens(week.path), huong.opens(week.path)]);
  await huong.page.evaluate(() => document.body.setAttribute("data-same-page", ""));
  const cell = { kind: "cell", day: week.tuesday, session: "afternoon", office: "council" } as const;

  await lan.types(cell, "Họp thẩm tra dự toán");
  await lan.seesAt("Họp thẩm tra dự toán", cell);
  const shownMs = await lan.page.evaluate(() => Date.now());
  await huong.seesAt("Họp thẩm tra dự toán", cell);

  expect((await huong.page.evaluate(() => Date.now())) - shownMs).toBeLessThan(1_000);
  expect(await huong.page.locator("body[data-same-page]").count()).toBe(1);
  await lan.isSaved();
});

test("a card that is dragged to another day moves on every screen, and undo brings it back on every screen", async () => {
  const week = freshWeek();
  const opening = work("Khai mạc hội chợ", "08:00", { day: week.monday });
  await world.server().plans([opening]);
  const lan = await world.enters("lan");
  const huong = await world.enters("huong");
  await Promise.all([lan.opens(week.path), huong.opens(week.path)]);
  const thursday = { kind: "cell", day: week.thursday, session: "morning", office: "party" } as const;

  await huong.drags(opening, thursday);
  await lan.seesAt(opening, thursday);
  await lan.reads(lan.card(opening), "08:00");
  await huong.reads(huong.notice, "Đã chuyển sang");

  await huong.presses("Control+z");
  await lan.seesAt(opening, { ...thursday, day: week.monday });
  await huong.presses("Control+y");
  await lan.seesAt(opening, thursday);
});
