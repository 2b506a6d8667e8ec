import { expect, test } from "vitest";
import { freshWeek, work } from "../world/flow-week.ts";
import { useFlowWorld } from "../world/flow-world.ts";
import { swipe } from "../world/hands.ts";
import { an } from "../world/small-city.ts";

const world = useFlowWorld();

test("who holds a card is seen on the other screen, by name, as long as it is held", async () => {
  const week = freshWeek();
  const visit = work("Kiểm tra thực địa", "09:00", { day: week.monday });
  await world.server().plans([visit]);
  const lan = await world.enters("lan");
  const huong = await world.enters("huong");
  await Promise.all([lan.opens(week.path), huong.opens(week.path)]);

  const held = await huong.takes(visit);
  await lan.reads(lan.card(visit).locator(".card-hand"), "Trần Thị Hương đang kéo");
  await lan.page.locator(`[data-card="${visit.id}"][data-ring="hand"]`).waitFor();
  await huong.presses("Escape");
  await held.letsGo();
  await lan.card(visit).locator(".card-hand").waitFor({ state: "detached" });
});

test("a card travels by keyboard: Space lifts it, arrows choose, Enter puts it down, Esc takes it back", async () => {
  const week = freshWeek();
  const course = work("Lớp bồi dưỡng", "08:00", { day: week.monday });
  const trip = work("Đi công tác", "08:00", { day: week.monday, end: "11:00", parties: { [an]: "chair" } });
  const other = work("Họp ban", "08:00", {
    day: week.tuesday,
    end: "09:00",
    parties: { [an]: "attend" },
    office: "council",
  });
  await world.server().plans([course, trip, other]);
  const lan = await world.enters("lan");
  await lan.opens(week.path);
  const monday = { kind: "cell", day: week.monday, session: "morning", office: "party" } as const;
  const ghost = lan.page.locator(".ghost");

  await lan.card(trip).focus();
  await lan.presses("Space");
  await lan.reads(lan.notice, "Đang cầm: Đi công tác");
  await lan.presses("ArrowDown", "ArrowDown", "ArrowDown");
  await lan.reads(ghost, "Thứ Ba");
  await lan.reads(ghost.locator(".ghost-why"), "Hoàng Minh An");
  await lan.presses("ArrowRight", "Enter");
  await lan.seesAt(trip, { ...monday, day: week.tuesday, office: "council" });
  await lan.reads(lan.notice, "có 1 trùng lịch");
  await lan.seesAt(course, monday);

  await lan.card(course).focus();
  await lan.presses("Space", "ArrowDown", "Escape");
  await lan.reads(lan.notice, "Đã trả lại chỗ cũ");
  await lan.seesAt(course, monday);
});

test("after a card was put down by keyboard it still has the focus, so the next move needs no search", async () => {
  const week = freshWeek();
  const course = work("Lớp tập huấn", "08:00", { day: week.monday });
  await world.server().plans([course]);
  const lan = await world.enters("lan");
  await lan.opens(week.path);
  await lan.card(course).focus();
  await lan.presses("Space", "ArrowDown", "Enter");
  const monday = { kind: "cell", day: week.monday, session: "afternoon", office: "party" } as const;
  await lan.seesAt(course, monday);
  await lan.page.locator(`[data-card="${course.id}"]:focus`).waitFor();
});

test("on a phone a resting finger picks a card up and carries it, a flick scrolls the day", async () => {
  const week = freshWeek();
  const items = Array.from({ length: 8 }, (_, at) =>
    work(`Việc buổi sáng ${at}`, `0${8 + (at % 2)}:00`, { day: week.monday }),
  );
  const visit = work("Thăm trường học", "07:30", { day: week.monday });
  await world.server().plans([visit, ...items]);
  const lan = await world.enters("lan", { size: "phone" });
  await lan.opens(`/day/${week.monday}`);
  const surface = lan.page.locator(".surface");
  const scrolled = () => surface.evaluate((element) => element.scrollTop);

  await swipe(lan.page, lan.card("Việc buổi sáng 2"), -300);
  await lan.page.waitForFunction(() => (document.querySelector(".surface")?.scrollTop ?? 0) > 100);
  expect(await lan.page.locator("[data-dragging]").count()).toBe(0);
  await lan.isSaved();

  await surface.evaluate((element) => element.scrollTo(0, 0));
  const held = await lan.takes(visit);
  const before = await scrolled();
  await held.over(lan.place({ kind: "cell", day: week.monday, session: "morning", office: "council" }));
  await held.letsGo();
  await lan.seesAt(visit, { kind: "cell", day: week.monday, session: "morning", office: "council" });
  await lan.reads(lan.card(visit), "07:30");
  expect(await scrolled()).toBeGreaterThanOrEqual(before);
});

test("without the pointer on a place, letting go changes nothing", async () => {
  const week = freshWeek();
  const visit = work("Thăm bệnh viện", "09:00", { day: week.monday });
  await world.server().plans([visit]);
  const lan = await world.enters("lan");
  await lan.opens(week.path);
  const held = await lan.takes(visit);
  await lan.page.mouse.move(300, 20, { steps: 3 });
  await held.letsGo();
  await lan.reads(lan.notice, "Đã trả lại chỗ cũ");
  await lan.seesAt(visit, { kind: "cell", day: week.monday, session: "morning", office: "party" });
  await lan.page.locator(".ghost[data-shown]").waitFor({ state: "detached" });
});
