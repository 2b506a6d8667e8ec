import { expect, test } from "vitest";
import { barriersOn } from "../world/axe.ts";
import { freshWeek, work } from "../world/flow-week.ts";
import { useFlowWorld } from "../world/flow-world.ts";
import type { Person } from "../world/person.ts";

const world = useFlowWorld();

async function opensEntry(person: Person, kind: string, name: string): Promise<void> {
  await person.opens("/directory");
  await person.page.getByRole("tab", { name: new RegExp(`^${kind}`) }).click();
  await person.page.locator(".dir-row").filter({ hasText: name }).click();
}

test("a room renamed in the directory stands under its new name on every card at once, and undo gives the old one back", async () => {
  const week = freshWeek();
  const meeting = work("Họp liên tịch", "08:00", { day: week.monday, room: "p1" });
  await world.server().plans([meeting]);
  const lan = await world.enters("lan");
  const huong = await world.enters("huong");
  await huong.opens(week.path);
  await huong.reads(huong.card(meeting), "Phòng họp 1");

  await opensEntry(lan, "Phòng họp", "Phòng họp 1");
  await lan.page.locator(".dir-side").getByLabel("Tên", { exact: false }).first().fill("Phòng Hồ Gươm");
  await lan.page.locator(".dir-side").getByRole("button", { name: "Lưu", exact: true }).click();
  await huong.reads(huong.card(meeting), "Phòng Hồ Gươm");
  await lan.isSaved();

  await lan.page.locator("h1").first().click();
  await lan.presses("Control+z");
  await huong.reads(huong.card(meeting), "Phòng họp 1");
});

test("a guest reads the directory and finds nothing to save", async () => {
  const guest = await world.enters("khach");
  await opensEntry(guest, "Tập thể", "Ban Thường vụ");
  await guest.reads(guest.page.locator(".dir-side"), "Ban Thường vụ");
  const { page } = guest;
  expect(await page.getByRole("button", { name: /^(Lưu|Thêm|Xóa)/ }).count()).toBe(0);
  expect(await page.locator(".dir-side :is(input, textarea, select):enabled:not([readonly])").count()).toBe(0);
});

test("the form of every kind of entry has no barrier, at the desk and on a phone", async () => {
  for (const size of ["desk", "phone"] as const) {
    const lan = await world.enters("lan", { size });
    await opensEntry(lan, "Tập thể", "Ban Thường vụ");
    await lan.page.locator(".dir-side form").waitFor();
    expect(await barriersOn(lan.page)).toEqual([]);
  }
});
