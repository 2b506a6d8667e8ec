import { expect, test } from "vitest";
import { freshWeek } from "../world/flow-week.ts";
import { useFlowWorld } from "../world/flow-world.ts";

const world = useFlowWorld();

test("who comes without signing in is asked who they are, comes to the address they wanted, and stays after a reload", async () => {
  const week = freshWeek();
  const somebody = await world.comes();
  const { page } = somebody;
  await page.goto(week.path);
  await somebody.reads(page.locator("h1"), "Bạn là ai?");
  await somebody.reads(page.locator('.sign-in-office[data-office="council"]'), "VP Đoàn ĐBQH và HĐND");
  await page.getByRole("button", { name: /Nguyễn Ngọc Lan/ }).click();
  await page.locator(".week").waitFor();
  expect(new URL(page.url()).pathname).toBe(week.path);
  await somebody.reloads();
  await page.locator(".week").waitFor();

  await page.getByRole("button", { name: /Nguyễn Ngọc Lan.*Đăng xuất/ }).click();
  await somebody.reads(page.locator("h1"), "Bạn là ai?");
  await page.reload();
  await somebody.reads(page.locator("h1"), "Bạn là ai?");
  // Who signs out leaves nothing of what was on the screen to the next person at this machine.
  expect(await page.evaluate(() => localStorage.getItem("lien-thong.look"))).toBeNull();
});

test("an address that names nothing answers that it does, and a wrong week leads to this one", async () => {
  world.mayMissAnswers();
  const lan = await world.enters("lan");
  const answer = await lan.page.goto("/khong-co");
  expect(answer?.status()).toBe(404);
  await lan.reads(lan.page.locator("body"), "Không có gì ở địa chỉ này");
  await lan.opens("/week/2026-W99");
  await lan.page.locator(".week-day[data-today]").waitFor();
});

test("who else is here is seen by face, and a face leads to what that person has open", async () => {
  const week = freshWeek();
  const lan = await world.enters("lan");
  const huong = await world.enters("huong");
  await lan.opens(week.path);
  await huong.opens(week.path);
  await lan.types({ kind: "cell", day: week.monday, session: "morning", office: "council" }, "Họp giao ban tổ");
  await lan.card("Họp giao ban tổ").click();
  const face = huong.page.getByRole("button", { name: "Nguyễn Ngọc Lan · ĐBQH–HĐND" });
  await face.click();
  await huong.inspector.locator(".item-matter").waitFor();
  await lan.page.close();
  await face.waitFor({ state: "detached" });
});
