import { expect, test } from "vitest";
import { barriersOn } from "../world/axe.ts";
import { useFlowWorld } from "../world/flow-world.ts";

/** The demo world: weeks with holidays, overlaps of every certainty, items of every status. */
const world = useFlowWorld("demo");

test("sign-in has no barrier", async () => {
  const somebody = await world.comes();
  await somebody.page.goto("/");
  await somebody.page.locator(".sign-in-person").first().waitFor();
  expect(await barriersOn(somebody.page)).toEqual([]);
});

test("a full week has no barrier, with and without the list of overlaps and an open item", async () => {
  const lan = await world.enters("lan");
  await lan.opens("/");
  await lan.page.locator(".card .mark").first().waitFor();
  expect(await barriersOn(lan.page)).toEqual([]);

  await lan.presses("o");
  await lan.inspector.locator(".ovl-row").first().waitFor();
  expect(await barriersOn(lan.page)).toEqual([]);

  await lan.page.locator(".card:has(.mark)").first().click();
  await lan.inspector.locator(".item-overlap").first().waitFor();
  expect(await barriersOn(lan.page)).toEqual([]);
});

test("adding by a line and carrying a card by keyboard have no barrier", async () => {
  const lan = await world.enters("lan");
  await lan.opens("/");
  await lan.page.locator(".card").first().waitFor();
  await lan.page.locator(".cell-add").first().click();
  await lan.page.locator(".quick input").fill("14h30 Họp giao ban, P. họp 2");
  await lan.page.locator(".quick-part").first().waitFor();
  expect(await barriersOn(lan.page)).toEqual([]);
  await lan.page.locator(".quick input").fill("");
  await lan.presses("Escape");
  await lan.page.locator(".card:not([data-fixed])").first().focus();
  await lan.presses("Space", "ArrowDown");
  await lan.page.locator(".ghost[data-shown]").waitFor();
  expect(await barriersOn(lan.page)).toEqual([]);
  await lan.presses("Escape");
});

test("the month, the keys and the directory have no barrier", async () => {
  const lan = await world.enters("lan");
  await lan.opens("/");
  await lan.presses("m");
  await lan.page.locator(".pill").first().waitFor();
  expect(await barriersOn(lan.page)).toEqual([]);
  await lan.presses("?");
  await lan.page.getByRole("dialog").waitFor();
  expect(await barriersOn(lan.page)).toEqual([]);
  await lan.presses("Escape");
  await lan.page.getByRole("button", { name: "Danh bạ" }).click();
  await lan.page.getByText("Hoàng Minh An").first().waitFor();
  expect(await barriersOn(lan.page)).toEqual([]);
});

test("pasting a schedule and looking it over have no barrier", async () => {
  const lan = await world.enters("lan");
  await lan.opens("/");
  await lan.presses("p");
  await lan.page.getByRole("dialog").waitFor();
  expect(await barriersOn(lan.page)).toEqual([]);
  await lan.page
    .getByLabel("Văn bản lịch")
    .fill("Thứ Hai, ngày 23/11/2026\n- 8 giờ, Chủ tịch họp giao ban. Điểm tại phòng họp 1.");
  await lan.page.getByRole("button", { name: "Đọc lịch" }).click();
  await lan.page.locator(".paste-row").first().waitFor();
  expect(await barriersOn(lan.page)).toEqual([]);
});

test("on a phone the day, an open item and the overlaps have no barrier", async () => {
  const lan = await world.enters("lan", { size: "phone" });
  await lan.opens("/");
  await lan.page.locator(".dayv-list").waitFor();
  expect(await barriersOn(lan.page)).toEqual([]);
  await lan.page.locator(".phone-nav button").last().tap();
  await lan.inspector.locator(".ovl-row").first().waitFor();
  expect(await barriersOn(lan.page)).toEqual([]);
  await lan.inspector.locator(".ovl-side").first().tap();
  await lan.inspector.locator(".item-fields").waitFor();
  expect(await barriersOn(lan.page)).toEqual([]);
});
