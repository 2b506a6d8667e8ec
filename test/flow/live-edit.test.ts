import { expect, test } from "vitest";
import { freshWeek, work } from "../world/flow-week.ts";
import { useFlowWorld } from "../world/flow-world.ts";

const world = useFlowWorld();

test("what Lan adds, Hương sees on the page she has open, without loading it again", async () => {
  const week = freshWeek();
  const lan = await world.enters("lan");
  const huong = await world.enters("huong");
  await Promise.all([lan.opens(week.path), huong.opens(week.path)]);
  await huong.page.evaluate(() => document.body.setAttribute("data-same-page", ""));
  const cell = { kind: "cell", day: week.tuesday, session: "afternoon", office: "council" } as const;

  await lan.types(cell, "Họp thẩm tra dự toán");
  await lan.seesAt("Họp thẩm tra dự toán", cell);
  await huong.seesAt("Họp thẩm tra dự toán", cell);
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

test("a line typed as in Word becomes an item with its hour, room and chair, and what was understood shows while typing", async () => {
  const week = freshWeek();
  const lan = await world.enters("lan");
  const huong = await world.enters("huong");
  await Promise.all([lan.opens(week.path), huong.opens(week.path)]);
  const cell = { kind: "cell", day: week.tuesday, session: "morning", office: "council" } as const;
  await lan.place(cell).locator(".cell-add").click();
  const field = lan.place(cell).locator(".quick input");
  await field.pressSequentially("14h30 Họp giao ban tháng, Phòng họp 2, đ/c An chủ trì");
  await lan.reads(lan.page.locator(".quick-parts"), "14:30");
  await lan.reads(lan.page.locator(".quick-parts"), "Phòng họp 2");
  await field.press("Enter");

  const afternoon = { ...cell, session: "afternoon" } as const;
  for (const person of [lan, huong]) {
    await person.seesAt("Họp giao ban tháng", afternoon);
    for (const words of ["14:30", "Phòng họp 2", "An"]) await person.reads(person.card("Họp giao ban tháng"), words);
  }
  await field.fill("Họp báo");
  await field.press("Enter");
  await huong.seesAt("Họp báo", cell);
});
