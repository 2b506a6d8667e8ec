import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Day } from "../../shared/kit/day.ts";
import { useFlowWorld } from "../world/flow-world.ts";
import type { Person } from "../world/person.ts";

const world = useFlowWorld();

/** A real weekly schedule (see test/schedules/README.md): eight items of 12 and 13 May 2025. */
const file = readFileSync(new URL("../schedules/05-vithanh-thanhuy-2025-w20.txt", import.meta.url), "utf8");
const schedule = file.slice(file.indexOf("---\n") + 4);
const week = "/week/2025-W20";
const monday = { kind: "cell", day: "2025-05-12" as Day, session: "afternoon", office: "party" } as const;

const sheet = (person: Person) => person.page.getByRole("dialog");

async function pastes(person: Person, text: string): Promise<void> {
  await person.presses("p");
  await sheet(person).getByLabel("Văn bản lịch").fill(text);
  await sheet(person).getByRole("button", { name: "Đọc lịch" }).click();
  await person.reads(sheet(person), "Đọc được 8 việc");
}

const shows = (person: Person, kind: string, count: number) =>
  person.reads(sheet(person).locator(`[data-shown="${kind}"]`), new RegExp(`${count}$`));
const hasCards = (person: Person, count: number) =>
  person.page.waitForFunction((wanted) => document.querySelectorAll("[data-card]").length === wanted, count);

test("a real schedule is pasted, looked over, taken onto the board in one step; again it changes nothing; a newer one what is new", async () => {
  const huong = await world.enters("huong");
  const lan = await world.enters("lan");
  await Promise.all([huong.opens(week), lan.opens(week)]);

  await pastes(huong, schedule);
  await shows(huong, "new", 8);
  await sheet(huong).getByRole("button", { name: "Đưa lên bảng (8 việc)" }).click();
  await huong.reads(huong.notice, "8 việc mới");
  for (const person of [huong, lan]) {
    await hasCards(person, 8);
    await person.seesAt("dự họp phương án thu hồi đất", monday);
    await person.reads(person.card("dự họp phương án thu hồi đất"), "14:00");
  }

  await huong.presses("Control+z");
  for (const person of [huong, lan]) await hasCards(person, 0);
  await huong.presses("Control+y");
  for (const person of [huong, lan]) await hasCards(person, 8);

  await pastes(huong, schedule);
  await shows(huong, "same", 8);
  expect(await sheet(huong).getByRole("button", { name: "Bảng đã đúng như văn bản" }).isDisabled()).toBe(true);
  await huong.presses("Escape", "Escape");
  await sheet(huong).waitFor({ state: "detached" });

  await pastes(huong, schedule.replace("- 14 giờ, đồng chí Bí thư", "- 15 giờ 30, đồng chí Bí thư"));
  await shows(huong, "changed", 1);
  await shows(huong, "same", 7);
  await sheet(huong).locator('[data-shown="changed"]').click();
  await huong.reads(sheet(huong).locator(".paste-changes del"), "14:00");
  await huong.reads(sheet(huong).locator(".paste-changes ins"), "15:30");
  await sheet(huong).getByRole("button", { name: "Đưa lên bảng (1 việc)" }).click();
  for (const person of [huong, lan]) {
    await person.reads(person.card("dự họp phương án thu hồi đất"), "15:30");
    await hasCards(person, 8);
  }
  await huong.isSaved();
});

test("a text that is no schedule is told from one, and Esc loses no text that was looked over", async () => {
  const huong = await world.enters("huong");
  await huong.opens(week);
  await huong.presses("p");
  const field = sheet(huong).getByLabel("Văn bản lịch");
  await field.fill("Kính gửi các đồng chí.");
  await sheet(huong).getByRole("button", { name: "Đọc lịch" }).click();
  await huong.reads(sheet(huong).getByRole("alert"), "Chưa nhận ra việc nào");
  await field.fill(schedule);
  await field.press("Control+Enter");
  await huong.reads(sheet(huong), "Đọc được 8 việc");
  await huong.presses("Escape");
  expect(await field.inputValue()).toBe(schedule);
  await huong.presses("Escape");
  await sheet(huong).waitFor({ state: "detached" });
});
