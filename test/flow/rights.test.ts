import { expect, test } from "vitest";
import { barriersOn } from "../world/axe.ts";
import { freshWeek, work } from "../world/flow-week.ts";
import { useFlowWorld } from "../world/flow-world.ts";
import type { Person } from "../world/person.ts";

const world = useFlowWorld();

const why = "Đã duyệt — chỉ Chánh Văn phòng Thành ủy sửa được.";
const openFields =
  "input:not(:disabled):not([readonly]), textarea:not([readonly]):not(:disabled), select:not(:disabled)";
const pulls = async (person: Person, of: Parameters<Person["card"]>[0]) => {
  const box = await person.card(of).boundingBox();
  const [x, y] = [(box?.x ?? 0) + 40, (box?.y ?? 0) + 10];
  await person.page.mouse.move(x, y);
  await person.page.mouse.down();
  await person.page.mouse.move(x + 200, y + 120, { steps: 4 });
  const isHeld = (await person.page.locator("[data-dragging], [data-held]").count()) > 0;
  await person.page.mouse.up();
  return isHeld;
};

test("what is decided shows its lock, stays where it is by mouse and by key, and says who may change it", async () => {
  const week = freshWeek();
  const decided = work("Hội nghị sơ kết", "08:00", { day: week.monday, status: "approved" });
  const open = work("Họp trù bị", "14:00", { day: week.monday });
  await world.server().plans([decided, open]);
  const huong = await world.enters("huong");
  await huong.opens(week.path);
  await huong.card(decided).locator(".card-lock").waitFor();
  expect(await huong.card(open).locator(".card-lock").count()).toBe(0);
  expect(await huong.card(decided).innerText()).toContain(why);

  expect(await pulls(huong, decided)).toBe(false);
  await huong.reads(huong.notice, why);
  await huong.notice.getByRole("button", { name: "Đóng" }).click();
  await huong.card(decided).focus();
  await huong.presses("Space");
  await huong.reads(huong.notice, why);
  expect(await huong.page.locator("[data-dragging]").count()).toBe(0);

  await huong.card(decided).click();
  await huong.reads(huong.inspector.locator(".item-look-only"), why);
  expect(await huong.inspector.locator(openFields).count()).toBe(0);
  expect(await huong.inspector.getByRole("button", { name: /Xóa|thêm/ }).count()).toBe(0);
  expect(await barriersOn(huong.page)).toEqual([]);
  await huong.card(open).click();
  await huong.inspector.getByRole("button", { name: "Xóa việc này" }).waitFor();
  const statuses = huong.inspector.getByLabel("Trạng thái").locator("option:disabled:not([hidden])");
  expect(await statuses.allInnerTexts()).toEqual(["đã duyệt", "từ chối", "đã tổ chức"]);

  await huong.page.getByRole("button", { name: "Tháng", exact: true }).click();
  await huong.page.locator(`.pill[data-card="${decided.id}"] .icon`).waitFor();
  expect(await pulls(huong, decided)).toBe(false);
  await huong.reads(huong.notice, why);
});

test("the head of the own office moves and reopens what is decided; another office's head does not", async () => {
  const week = freshWeek();
  const decided = work("Hội nghị tổng kết", "08:00", { day: week.monday, status: "approved" });
  const tuesday = { kind: "cell", day: week.tuesday, session: "morning", office: "party" } as const;
  await world.server().plans([decided]);
  const binh = await world.enters("thanh-binh");
  const duc = await world.enters("minh-duc");
  await Promise.all([binh.opens(week.path), duc.opens(week.path)]);
  expect(await pulls(duc, decided)).toBe(false);
  await duc.reads(duc.notice, why);

  await binh.drags(decided, tuesday);
  await duc.seesAt(decided, tuesday);
  // To another office it does not go as decided: its head has not said so.
  await binh.drags(decided, { ...tuesday, office: "council" });
  await binh.reads(binh.notice, "chỉ Chánh Văn phòng Đoàn ĐBQH và HĐND");
  await binh.seesAt(decided, tuesday);
  await binh.card(decided).click();
  await binh.inspector.getByLabel("Trạng thái").selectOption("registered");
  await duc.card(decided).locator(".card-lock").waitFor({ state: "detached" });
  await duc.drags(decided, { ...tuesday, day: week.friday });
  await binh.seesAt(decided, { ...tuesday, day: week.friday });
  for (const person of [binh, duc]) expect(await person.page.locator(".refused").count()).toBe(0);
});

test("a step whose item was decided since is not undone, and one is told why; the step before the decision stays", async () => {
  const week = freshWeek();
  const visit = work("Thăm đơn vị", "08:00", { day: week.monday });
  const tuesday = { kind: "cell", day: week.tuesday, session: "morning", office: "party" } as const;
  await world.server().plans([visit]);
  const huong = await world.enters("huong");
  const binh = await world.enters("thanh-binh");
  await Promise.all([huong.opens(week.path), binh.opens(week.path)]);
  await huong.drags(visit, tuesday);
  await binh.seesAt(visit, tuesday);
  await binh.card(visit).click();
  await binh.inspector.getByLabel("Trạng thái").selectOption("approved");
  await huong.card(visit).locator(".card-lock").waitFor();
  await huong.presses("Control+z");
  await huong.reads(huong.notice, `Không hoàn tác được “Thăm đơn vị”: ${why}`);
  for (const person of [huong, binh]) {
    await person.seesAt(visit, tuesday);
    await person.isSaved();
    expect(await person.page.locator(".refused").count()).toBe(0);
  }
});

test("pasting a schedule again leaves out what would change a decided item, and says why", async () => {
  const week = freshWeek();
  const [, month, day] = week.monday.split("-");
  const decided = work("Họp giao ban Thường trực", "08:00", { day: week.monday, status: "approved", at: "Hội trường" });
  const open = work("Họp nghe báo cáo quy hoạch", "14:00", { day: week.monday, at: "Hội trường" });
  await world.server().plans([decided, open]);
  const huong = await world.enters("huong");
  await huong.opens(week.path);
  await huong.sees(decided);
  await huong.presses("p");
  await huong.page
    .getByLabel("Văn bản lịch")
    .fill(
      `Thứ Hai, ngày ${day}/${month}/${week.monday.slice(0, 4)}\n- 9 giờ 00: Họp giao ban Thường trực. Địa điểm: Hội trường.\n- 15 giờ 00: Họp nghe báo cáo quy hoạch. Địa điểm: Hội trường.`,
    );
  await huong.page.getByRole("button", { name: "Đọc lịch" }).click();
  const row = huong.page.locator(".paste-row").filter({ hasText: "giao ban" });
  await huong.reads(row, why);
  expect(await row.locator(".paste-tick").isDisabled()).toBe(true);
  expect(await row.locator(".paste-tick").isChecked()).toBe(false);
  await huong.page.locator(".paste-foot .btn[data-tone=primary]").click();
  await huong.reads(huong.card(open), "15:00");
  await huong.reads(huong.card(decided), "08:00");
  await huong.isSaved();
  expect(await huong.page.locator(".refused").count()).toBe(0);
});

test("on a phone a finger that rests on what is decided is told who may move it", async () => {
  const week = freshWeek();
  const decided = work("Lễ khai mạc", "08:00", { day: week.monday, status: "approved" });
  await world.server().plans([decided]);
  const huong = await world.enters("huong", { size: "phone" });
  await huong.opens(`/day/${week.monday}`);
  const box = await huong.card(decided).boundingBox();
  const session = await huong.page.context().newCDPSession(huong.page);
  const point = { x: (box?.x ?? 0) + 60, y: (box?.y ?? 0) + 20 };
  await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [point] });
  await huong.reads(huong.notice, why);
  await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  expect(await huong.page.locator("[data-dragging]").count()).toBe(0);
  await huong.card(decided).tap();
  await huong.reads(huong.inspector.locator(".item-look-only"), why);
});
