import { expect, test } from "vitest";
import type { Day } from "../../shared/kit/day.ts";
import { barriersOn } from "../world/axe.ts";
import { freshWeek, work } from "../world/flow-week.ts";
import { useFlowWorld } from "../world/flow-world.ts";
import type { Person } from "../world/person.ts";
import { an, binh } from "../world/small-city.ts";

/** A time that suits everybody, for what does not stand on the board yet: a typed line, a pasted row. */
const world = useFlowWorld();

const dialog = (person: Person) => person.page.getByRole("dialog", { name: /^Tìm giờ cho/ });
const sheet = (person: Person) => person.page.getByRole("dialog", { name: "Dán lịch" });
const written = (day: Day) => day.split("-").reverse().join("/");

/** An is needed on Monday from morning to evening. */
const busy = (day: string) =>
  work("Phiên họp cả ngày", "07:00", { day, end: "18:00", parties: { [an]: "chair" }, office: "people" });

test("a typed line without an hour finds one that suits who it names; taken, the line is an item and the next can be typed", async () => {
  const week = freshWeek();
  await world.server().plans([busy(week.monday)]);
  const lan = await world.enters("lan");
  const huong = await world.enters("huong");
  await Promise.all([lan.opens(week.path), huong.opens(week.path)]);
  const cell = lan.place({ kind: "cell", day: week.monday, session: "morning", office: "council" });
  await cell.locator(".cell-add").click();
  const field = cell.locator(".quick input");
  await field.fill("Họp tổ công tác");
  await cell.getByRole("button", { name: "Tìm giờ" }).waitFor();
  await field.fill("Họp tổ công tác, đ/c Hoàng Minh An chủ trì");
  await lan.reads(cell.locator(".quick-parts"), "Hoàng Minh An");
  await field.press("Control+Enter");
  await lan.reads(dialog(lan).locator(".time-sum"), "giờ phù hợp trong");
  const best = dialog(lan).locator('.time-slot[data-fit="free"]').first();
  await lan.reads(best, "mọi người dự được");
  expect(await best.innerText()).not.toContain(`Thứ Hai ${Number(week.monday.slice(8))}/`);
  expect(await barriersOn(lan.page)).toEqual([]);
  await best.getByRole("button").click();

  await dialog(lan).waitFor({ state: "detached" });
  for (const person of [lan, huong]) {
    await person.reads(person.card("Họp tổ công tác"), /\d\d:\d\d/);
    expect(await person.card("Họp tổ công tác").locator(".mark").count()).toBe(0);
  }
  await lan.page.waitForFunction(() => document.activeElement?.matches(".quick input:placeholder-shown"));
  await lan.presses("Escape", "Control+z");
  for (const person of [lan, huong]) await person.seesNoMore("Họp tổ công tác");
});

test("a pasted row without an hour finds one beside the board and the other rows, in a free room; then it is taken like the rest", async () => {
  const week = freshWeek();
  const { monday, tuesday } = week;
  const held = week.days.map((day) =>
    work("Tập huấn", "07:00", { day, end: "18:00", room: "p1", parties: { "person:dung": "chair" } }),
  );
  await world.server().plans([busy(monday), ...held]);
  const lan = await world.enters("lan");
  const huong = await world.enters("huong");
  await Promise.all([lan.opens(week.path), huong.opens(week.path)]);
  await lan.presses("p");
  const text = [
    "LỊCH CÔNG TÁC",
    `Thứ Hai, ngày ${written(monday)}`,
    "- Sáng: Họp nghe báo cáo tiến độ. Chủ trì: đ/c Hoàng Minh An. Địa điểm: Phòng họp 1.",
    `Thứ Ba, ngày ${written(tuesday)}`,
    "- 08h00 - 17h30: Hội nghị tập huấn nghiệp vụ. Chủ trì: đ/c Hoàng Minh An. Địa điểm: Hội trường xã.",
  ].join("\n");
  await sheet(lan).getByLabel("Văn bản lịch").fill(text);
  await sheet(lan).getByRole("button", { name: "Đọc lịch" }).click();
  const row = sheet(lan).locator(".paste-row").filter({ hasText: "Họp nghe báo cáo tiến độ" });
  const other = sheet(lan).locator(".paste-row").filter({ hasText: "Hội nghị tập huấn" });
  await other.waitFor();
  expect(await other.getByRole("button", { name: "Tìm giờ" }).count()).toBe(0);
  await row.getByRole("button", { name: "Tìm giờ" }).click();
  const from = dialog(lan).getByRole("textbox", { name: "Từ ngày", exact: true });
  await from.fill(written(tuesday));
  await from.press("Enter");
  const until = dialog(lan).getByRole("textbox", { name: "Đến ngày", exact: true });
  await until.fill(written(tuesday));
  await until.press("Enter");
  // That day the other row has An, and nothing on the board.
  await lan.reads(dialog(lan).locator(".time-sum"), "là trống. Vướng:");
  await lan.reads(dialog(lan).locator(".time-slot"), /hội nghị tập huấn/i);
  await until.fill(written(week.friday));
  await until.press("Enter");
  const best = dialog(lan).locator('.time-slot[data-fit="free"]').first();
  const when = (await best.locator(".time-when b").innerText()).split(", ");
  const room = /Phòng họp \d/.exec(await best.innerText())?.[0] ?? "";
  expect(room).toMatch(/2|3/);
  await best.getByRole("button").click();

  await dialog(lan).waitFor({ state: "detached" });
  await lan.reads(row.locator(".paste-when"), when.join(", "));
  await lan.reads(row, room);
  expect(await row.locator(".paste-marks").count()).toBe(0);
  await sheet(lan).getByRole("button", { name: "Đưa lên bảng (2 việc)" }).click();
  for (const person of [lan, huong]) {
    await person.reads(person.card("Họp nghe báo cáo tiến độ"), room);
    await person.reads(person.card("Họp nghe báo cáo tiến độ"), when[1] ?? "");
  }
  await lan.presses("Control+z");
  await huong.seesNoMore("Họp nghe báo cáo tiến độ");
});

test("on a phone a typed line finds its time as well, by thumb", async () => {
  const week = freshWeek();
  const day = week.wednesday;
  await world
    .server()
    .plans([work("Tiếp khách", "08:00", { day, end: "11:00", parties: { [binh]: "chair" }, office: "people" })]);
  const lan = await world.enters("lan", { size: "phone" });
  await lan.opens(`/day/${day}`);
  await lan.page.locator(".cell-add").first().tap();
  await lan.page.locator(".quick input").fill("Nghe báo cáo, đ/c Phạm Thái Bình chủ trì");
  await lan.page.locator(".quick").getByRole("button", { name: "Tìm giờ" }).tap();
  const best = dialog(lan).locator('.time-slot[data-fit="free"]').first();
  const box = await best.getByRole("button").boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(44);
  expect(await barriersOn(lan.page)).toEqual([]);
  await best.getByRole("button").tap();
  await dialog(lan).waitFor({ state: "detached" });
  await lan.reads(lan.notice, "“Nghe báo cáo”:");
});
