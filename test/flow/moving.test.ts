import { expect, test } from "vitest";
import type { Target } from "../../shared/rules/landing.ts";
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
  const afternoon = { kind: "session", day: week.monday, session: "afternoon" } as const;
  await held.over(lan.place(afternoon));
  await held.letsGo();
  await lan.seesAt(visit, afternoon);
  expect(await lan.card(visit).getAttribute("data-office")).toBe("party");
  expect(await scrolled()).toBeGreaterThan(before);
});

test("on a phone a card is let go on another office or on another day above the list, and keeps all else", async () => {
  const week = freshWeek();
  const visit = work("Thăm làng nghề", "09:30", { day: week.monday });
  const walk = work("Đi thực địa", "09:00", { day: week.monday });
  await world.server().plans([visit, walk]);
  const lan = await world.enters("lan", { size: "phone" });
  const huong = await world.enters("huong");
  await Promise.all([lan.opens(`/day/${week.monday}`), huong.opens(week.path)]);
  const monday = { kind: "cell", day: week.monday, session: "morning", office: "council" } as const;

  const held = await lan.takes(visit);
  await held.over(lan.place({ kind: "office", office: "council" }));
  await lan.reads(lan.page.locator(".ghost-when"), "ĐBQH–HĐND");
  expect(await lan.page.locator(".ghost").evaluate((ghost) => ghost.getBoundingClientRect().right)).toBeLessThan(390);
  // At a desk the same hand is seen over the cell it would come to.
  await huong.reads(huong.place(monday).locator(".others-hold"), "Thăm làng nghề");
  await held.letsGo();
  await huong.seesAt(visit, monday);
  await lan.reads(lan.card(visit).locator(".card-office"), "ĐBQH–HĐND");
  await lan.reads(lan.card(visit), "09:30");

  await lan.drags(walk, { kind: "day", day: week.wednesday });
  await lan.seesNoMore(walk);
  await huong.seesAt(walk, { ...monday, day: week.wednesday, office: "party" });
  await huong.reads(huong.card(walk), "09:00");
});

test("where the page is as narrow as a phone, the keyboard carries a card through the sessions and on into the next day", async () => {
  const week = freshWeek();
  const visit = work("Thăm doanh trại", "09:00", { day: week.monday });
  await world.server().plans([visit]);
  const lan = await world.enters("lan", { size: "phone" });
  await lan.opens(`/day/${week.monday}`);
  const over = (target: Target) => lan.place(target).and(lan.page.locator("[data-over]")).waitFor();
  await lan.card(visit).focus();
  await lan.presses("Space");
  await over({ kind: "session", day: week.monday, session: "morning" });
  await lan.presses("ArrowDown", "ArrowRight");
  await over({ kind: "session", day: week.monday, session: "afternoon" });
  await over({ kind: "office", office: "council" });
  await lan.presses("ArrowDown", "ArrowDown");
  await over({ kind: "day", day: week.tuesday });
  await lan.presses("ArrowUp", "ArrowUp", "ArrowLeft", "Enter");
  await lan.seesAt(visit, { kind: "session", day: week.monday, session: "afternoon" });
  await lan.page.locator(`[data-card="${visit.id}"][data-office="party"]:focus`).waitFor();
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
