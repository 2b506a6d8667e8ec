import { expect, test } from "vitest";
import { freshWeek, work } from "../world/flow-week.ts";
import { useFlowWorld } from "../world/flow-world.ts";

const world = useFlowWorld();

test("a guest sees everything live and finds nothing that changes it", async () => {
  const week = freshWeek();
  const cell = { kind: "cell", day: week.monday, session: "morning", office: "party" } as const;
  const briefing = work("Giao ban", "08:00", { day: week.monday, room: "p1", end: "09:00" });
  const clash = work("Họp báo", "08:30", { day: week.monday, room: "p1", end: "09:30", office: "people" });
  await world.server().plans([briefing, clash]);
  const guest = await world.enters("khach");
  const lan = await world.enters("lan");
  await Promise.all([guest.opens(week.path), lan.opens(week.path)]);
  await guest.reads(guest.card(briefing).locator(".mark"), "▲ 1");
  expect(await guest.page.locator(".cell-add, .header-tools").count()).toBe(0);

  const from = await guest.card(briefing).boundingBox();
  await guest.page.mouse.move((from?.x ?? 0) + 40, (from?.y ?? 0) + 10);
  await guest.page.mouse.down();
  await guest.page.mouse.move((from?.x ?? 0) + 300, (from?.y ?? 0) + 200, { steps: 4 });
  expect(await guest.page.locator("[data-dragging], [data-held]").count()).toBe(0);
  await guest.page.mouse.up();
  await guest.card(briefing).focus();
  await guest.presses("Space", "ArrowDown", "Enter", "p", "Control+z");
  await guest.card(briefing).click();
  await guest.reads(guest.inspector, "Bạn đang xem");
  expect(await guest.page.locator("[role=dialog]").count()).toBe(0);
  expect(await guest.inspector.getByRole("button", { name: /Xóa|thêm/ }).count()).toBe(0);
  const open = guest.inspector.locator(
    "input:not(:disabled):not([readonly]), textarea:not([readonly]):not(:disabled), select:not(:disabled)",
  );
  expect(await open.count()).toBe(0);

  await lan.drags(clash, { ...cell, day: week.tuesday, office: "people" });
  await guest.seesAt(clash, { ...cell, day: week.tuesday, office: "people" });
  await guest.seesAt(briefing, cell);
  await guest.card(briefing).locator(".mark").waitFor({ state: "detached" });
  await lan.seesAt(briefing, cell);
});
