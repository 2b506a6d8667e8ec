import { expect, test } from "vitest";
import { barriersOn } from "../world/axe.ts";
import { freshWeek, work } from "../world/flow-week.ts";
import { useFlowWorld } from "../world/flow-world.ts";
import type { Person } from "../world/person.ts";
import { an } from "../world/small-city.ts";

const world = useFlowWorld();

const mark = (person: Person, of: Parameters<Person["card"]>[0]) => person.card(of).locator(".mark");
const count = (person: Person) => person.page.locator(".header-count");
const row = (person: Person) => person.inspector.locator(".ovl-row");
const press = (person: Person, name: string) =>
  person.inspector.getByRole("button", { name, exact: true }).first().click();

/** Two meetings of An that meet for an hour. */
function clash(day: string) {
  return [
    work("Họp giao ban", "08:00", { day, end: "10:00", parties: { [an]: "chair" } }),
    work("Thăm đơn vị", "09:00", { day, end: "11:00", parties: { [an]: "chair" }, office: "people" }),
  ] as const;
}

test("what one settles with a reason the other sees at once, and it counts no more; when one side moves it is open again", async () => {
  const week = freshWeek();
  const [briefing, visit] = clash(week.tuesday);
  await world.server().plans([briefing, visit]);
  const lan = await world.enters("lan");
  const huong = await world.enters("huong");
  await Promise.all([lan.opens(week.path), huong.opens(week.path)]);
  await huong.reads(count(huong), "▲ 1");

  await lan.presses(".");
  await lan.page.locator(`[data-card="${visit.id}"][data-lit]`).waitFor();
  await press(lan, "Chấp nhận trùng…");
  await press(lan, "Ghi lại");
  await lan.reads(lan.inspector, "Ghi lý do để người khác hiểu");
  await lan.inspector.locator("textarea").fill("Đ/c An rời họp lúc 9 giờ");
  await press(lan, "Ghi lại");
  for (const person of [lan, huong]) {
    for (const item of [briefing, visit]) await person.reads(mark(person, item), "✓");
    await person.reads(count(person), "▲ 0");
  }
  await huong.card(visit).click();
  const life = huong.inspector.locator(".life");
  await huong.reads(life, "Đ/c An rời họp lúc 9 giờ");
  await huong.reads(life, "chấp nhận trùng · Nguyễn Ngọc Lan");

  const cell = { kind: "cell", day: week.tuesday, session: "morning", office: "council" } as const;
  await huong.inspector.getByLabel("Bắt đầu").fill("09:30");
  await huong.inspector.getByLabel("Bắt đầu").press("Enter");
  for (const person of [lan, huong]) await person.reads(mark(person, briefing), "▲ 1");
  await huong.reads(life, "Mở lại vì đã thay đổi");
  await huong.reads(life.locator(".history summary"), "Lịch sử (1)");
  await lan.seesAt(visit, { ...cell, office: "people" });
});

test("a way out says what would then be, is applied by one click and taken back by one undo", async () => {
  const week = freshWeek();
  const [briefing, visit] = clash(week.wednesday);
  await world.server().plans([briefing, visit]);
  const lan = await world.enters("lan");
  const huong = await world.enters("huong");
  await Promise.all([lan.opens(week.path), huong.opens(week.path)]);
  await lan.presses(".");
  await press(lan, "Cách xử lý");
  const move = lan.inspector.locator('.way[data-kind="move"]').first();
  await lan.reads(move, "Hết trùng, không ảnh hưởng việc nào khác");
  await move.getByRole("button", { name: "Áp dụng" }).click();
  for (const person of [lan, huong]) {
    await mark(person, briefing).waitFor({ state: "detached" });
    await mark(person, visit).waitFor({ state: "detached" });
  }
  await lan.presses("Control+z");
  for (const person of [lan, huong]) {
    await person.reads(mark(person, briefing), "▲ 1");
    await person.reads(person.card(briefing), "08:00–10:00");
    await person.reads(person.card(visit), "09:00–11:00");
  }
  expect(await lan.page.getByRole("button", { name: "Hoàn tác", exact: true }).first().isDisabled()).toBe(true);
});

test("two items swap their hours by one click, and one undo gives both theirs again", async () => {
  const week = freshWeek();
  const day = week.thursday;
  // No time for the way from one house to the other; the other way round there is an hour.
  const long = work("Họp giao ban", "08:00", { day, end: "10:00", parties: { [an]: "chair" }, room: "p1" });
  const short = work("Làm việc với sở", "10:00", { day, end: "11:00", parties: { [an]: "chair" }, room: "p2" });
  await world.server().plans([long, short]);
  const lan = await world.enters("lan");
  await lan.opens(week.path);
  await mark(lan, long).waitFor();
  await lan.card(long).click();
  await press(lan, "Cách xử lý");
  await lan.inspector.locator('.way[data-kind="swap"]').first().getByRole("button").click();
  await lan.reads(lan.card(short), "08:00–09:00");
  await lan.reads(lan.card(long), "10:00–12:00");
  await mark(lan, long).waitFor({ state: "detached" });
  await lan.presses("Control+z");
  await lan.reads(lan.card(long), "08:00–10:00");
  await lan.reads(lan.card(short), "10:00–11:00");
  await mark(lan, long).waitFor();
});

test("a time is found for an item over the people of all offices; where nothing fits it says what is in the way", async () => {
  const week = freshWeek();
  const busy = week.days.map((day) =>
    work("Phiên họp cả ngày", "07:00", { day, end: "19:00", parties: { [an]: "chair" }, office: "council" }),
  );
  const draft = work("Làm việc với sở", "08:00", { day: week.monday, end: "09:00", parties: { [an]: "chair" } });
  await world.server().plans([...busy, draft]);
  const lan = await world.enters("lan");
  await lan.opens(week.path);
  await lan.card(draft).click();
  await press(lan, "Tìm giờ");
  const dialog = lan.page.getByRole("dialog");
  await lan.reads(dialog.locator(".time-sum"), "giờ phù hợp trong");
  const [, , , , , , sunday] = week.days;
  const until = dialog.getByRole("textbox", { name: "Đến ngày", exact: true });
  await until.fill((sunday ?? "").split("-").reverse().join("/"));
  await until.press("Enter");
  const from = dialog.getByRole("textbox", { name: "Từ ngày", exact: true });
  await from.fill(week.monday.split("-").reverse().join("/"));
  await from.press("Enter");
  await lan.reads(dialog.locator(".time-sum"), "là trống. Vướng:");
  await lan.reads(dialog.locator(".time-obstacles"), "Hoàng Minh An");
  expect(await barriersOn(lan.page)).toEqual([]);

  const nextMonday = dialog.getByRole("textbox", { name: "Đến ngày", exact: true });
  await nextMonday.fill("31/12/2041");
  await nextMonday.press("Enter");
  await dialog.locator('.time-slot[data-fit="free"]').first().getByRole("button").click();
  await dialog.waitFor({ state: "detached" });
  await lan.reads(lan.notice, "“Làm việc với sở”:");
  await lan.presses("Control+z");
  await lan.reads(lan.card(draft), "08:00–09:00");
});

test("picked up, a card tints the places by how it would stand there; the other sees it hover and what it would clash with", async () => {
  const week = freshWeek();
  const session = work("Phiên họp", "08:00", { day: week.tuesday, end: "12:00", parties: { [an]: "chair" } });
  const visit = work("Thăm đơn vị", "08:30", {
    day: week.monday,
    end: "11:30",
    parties: { [an]: "chair" },
    office: "people",
  });
  await world.server().plans([session, visit]);
  const lan = await world.enters("lan");
  const huong = await world.enters("huong");
  await Promise.all([lan.opens(week.path), huong.opens(week.path)]);
  const place = { kind: "cell", day: week.tuesday, session: "morning", office: "people" } as const;

  const held = await lan.takes(visit);
  await lan.page.locator('.cell[data-fit="free"]').first().waitFor();
  await held.over(lan.place(place));
  await lan.place(place).and(lan.page.locator('[data-fit="clash"]')).waitFor();
  await lan
    .place({ ...place, session: "afternoon" })
    .and(lan.page.locator('[data-fit="free"]'))
    .waitFor();
  const hovering = huong.place(place).locator(".others-hold");
  await huong.reads(hovering, "Nguyễn Ngọc Lan đang kéo");
  await huong.reads(hovering, "Hoàng Minh An");
  await lan.presses("Escape");
  await held.letsGo();
  await hovering.waitFor({ state: "detached" });
  expect(await lan.page.locator("[data-fit]").count()).toBe(0);
  await lan.isSaved();
});

test("two people change things apart; what clashes only once it is together is said and listed", async () => {
  world.mayMissAnswers();
  const week = freshWeek();
  const briefing = work("Họp giao ban", "08:00", { day: week.monday, end: "10:00", parties: { [an]: "chair" } });
  const visit = work("Thăm đơn vị", "08:30", {
    day: week.wednesday,
    end: "11:00",
    parties: { [an]: "chair" },
    office: "people",
  });
  await world.server().plans([briefing, visit]);
  const lan = await world.enters("lan");
  const huong = await world.enters("huong");
  await Promise.all([lan.opens(week.path), huong.opens(week.path)]);
  await Promise.all([lan.isSaved(), huong.isSaved()]);
  await world.server().isKilled();
  const tuesday = { kind: "cell", day: week.tuesday, session: "morning", office: "party" } as const;
  await lan.drags(briefing, tuesday);
  await huong.drags(visit, { ...tuesday, office: "people" });
  await world.server().isStartedAgain();
  for (const person of [lan, huong]) {
    await person.reads(mark(person, briefing), "▲ 1");
    await person.reads(person.notice, "Gộp bản ngoại tuyến tạo ra 1 trùng mới");
  }
  await huong.notice.getByRole("button", { name: "Xem", exact: true }).click();
  await huong.reads(huong.inspector, "Chỉ xem 1 trùng mới do gộp bản ngoại tuyến");
  expect(await row(huong).count()).toBe(1);
});

test("what was done without a connection and outlived a reload is merged the same way: what clashes since is listed", async () => {
  world.mayMissAnswers();
  const week = freshWeek();
  const [day, chair] = [week.monday, { [an]: "chair" }] as const;
  const briefing = work("Họp giao ban", "08:00", { day, end: "10:00", parties: chair });
  const visit = work("Thăm đơn vị", "08:30", { day: week.wednesday, end: "11:00", parties: chair, office: "people" });
  const known = work("Tiếp khách", "09:00", { day: week.tuesday, end: "10:00", parties: chair, office: "council" });
  await world.server().plans([briefing, visit, known]);
  const lan = await world.enters("lan");
  const huong = await world.enters("huong");
  await Promise.all([lan.opens(week.path), huong.opens(week.path)]);
  await Promise.all([lan.sees(visit), huong.sees(visit), lan.isSaved(), huong.isSaved(), lan.isKeptHere()]);
  await world.server().isKilled();
  const tuesday = { kind: "cell", day: week.tuesday, session: "morning", office: "party" } as const;
  await lan.drags(briefing, tuesday);
  await lan.reads(lan.page.locator(".saved"), "1 thay đổi giữ trên máy này");
  // This clash was there before anything was put together.
  await lan.reads(mark(lan, briefing), "▲ 1");
  expect(await lan.reloads()).toBe("asked before leaving");
  await lan.seesAt(briefing, tuesday);
  await huong.drags(visit, { ...tuesday, office: "people" });
  await world.server().isStartedAgain();
  await lan.reads(mark(lan, briefing), "▲ 2");
  await lan.reads(lan.notice, "Gộp bản ngoại tuyến tạo ra 1 trùng mới");
  await lan.notice.getByRole("button", { name: "Xem", exact: true }).click();
  await lan.reads(row(lan), "Thăm đơn vị");
  expect(await row(lan).count()).toBe(1);
});

test("on a phone the list and the ways out are a sheet that one can use with a thumb", async () => {
  const week = freshWeek();
  const [briefing, visit] = clash(week.monday);
  await world.server().plans([briefing, visit]);
  const lan = await world.enters("lan", { size: "phone" });
  await lan.opens(`/day/${week.monday}`);
  await lan.page.locator(".phone-nav button").last().tap();
  await row(lan).locator(".ovl-headline").tap();
  await lan.inspector.getByRole("button", { name: "Cách xử lý" }).tap();
  const way = lan.inspector.locator(".way").first();
  await way.waitFor();
  const box = await way.getByRole("button").boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(44);
  expect(await barriersOn(lan.page)).toEqual([]);
});
