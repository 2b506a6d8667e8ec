import { expect, test } from "vitest";
import type { Day } from "../../shared/kit/day.ts";
import type { Target } from "../../shared/rules/landing.ts";
import { freshWeek, work } from "../world/flow-week.ts";
import { useFlowWorld } from "../world/flow-world.ts";
import { middleOf, newFinger } from "../world/hands.ts";
import type { Person } from "../world/person.ts";

const world = useFlowWorld();

const cellOf = (day: Day, session: "morning" | "afternoon"): Target => ({
  kind: "cell",
  day,
  session,
  office: "party",
});

async function isPutBack(person: Person): Promise<void> {
  await person.reads(person.notice, "Đã trả lại chỗ cũ");
  await person.page.locator("[data-dragging]").waitFor({ state: "detached" });
  await person.page.locator(".ghost[data-shown]").waitFor({ state: "detached" });
}

test("a second finger that touches the glass does not make a carried card fall", async () => {
  const week = freshWeek();
  const visit = work("Thăm xã", "08:00", { day: week.monday });
  await world.server().plans([visit]);
  const lan = await world.enters("lan", { size: "phone" });
  await lan.opens(`/day/${week.monday}`);
  const finger = await newFinger(lan.page);
  await finger.down(await middleOf(lan.card(visit)));
  await lan.page.locator("[data-dragging]").waitFor();
  const afternoon = lan.page.locator('[data-target*="afternoon"]').first();
  const over = await middleOf(afternoon);
  await finger.move(over);
  await lan.page.locator('[data-target*="afternoon"][data-over]').waitFor();
  await finger.anotherTaps({ x: 60, y: 300 });
  await finger.move({ x: over.x + 2, y: over.y });
  expect(await lan.page.locator("[data-dragging]").count()).toBe(1);
  await finger.up();
  await lan.page.locator('[data-target*="afternoon"]').locator(lan.card(visit)).waitFor();
});

test("a card that somebody moves to another day while a finger holds it stays in the hand, and the page stays where it was", async () => {
  const week = freshWeek();
  const visit = work("Kiểm tra trường", "08:00", { day: week.monday });
  const others = Array.from({ length: 9 }, (_, at) =>
    work(`Việc khác ${at}`, `0${8 + (at % 2)}:30`, { day: week.monday }),
  );
  await world.server().plans([visit, ...others]);
  const lan = await world.enters("lan", { size: "phone" });
  const huong = await world.enters("huong");
  await Promise.all([lan.opens(`/day/${week.monday}`), huong.opens(week.path)]);
  const finger = await newFinger(lan.page);
  const from = await middleOf(lan.card(visit));
  await finger.down(from);
  await lan.page.locator("[data-dragging]").waitFor();
  await huong.drags(visit, cellOf(week.tuesday, "morning"));
  await lan.seesNoMore(visit);
  for (const down of [40, 80, 120, 160]) await finger.move({ x: from.x, y: from.y + down });
  expect(await lan.page.locator("[data-dragging]").count()).toBe(1);
  await finger.up();
  await lan.sees(visit);
});

test("Space held down lifts a card once; Enter held down puts it down and opens nothing", async () => {
  const week = freshWeek();
  const course = work("Lớp học", "08:00", { day: week.monday });
  await world.server().plans([course]);
  const lan = await world.enters("lan");
  await lan.opens(week.path);
  await lan.card(course).focus();
  const { keyboard } = lan.page;
  for (let repeat = 0; repeat < 4; repeat++) await keyboard.down("Space");
  await keyboard.up("Space");
  await lan.reads(lan.notice, "Đang cầm: Lớp học");
  expect(await lan.page.locator("[data-dragging]").count()).toBe(1);
  await lan.presses("ArrowDown");
  for (let repeat = 0; repeat < 4; repeat++) await keyboard.down("Enter");
  await keyboard.up("Enter");
  await lan.seesAt(course, cellOf(week.monday, "afternoon"));
  expect(await lan.inspector.count()).toBe(0);
});

test("who lifts a card and then goes on in a field has let go: what is typed lands in the field", async () => {
  const week = freshWeek();
  const [course, talk] = [
    work("Tập huấn", "08:00", { day: week.monday }),
    work("Nói chuyện", "14:00", { day: week.monday }),
  ];
  await world.server().plans([course, talk]);
  const lan = await world.enters("lan");
  await lan.opens(week.path);
  await lan.card(talk).click();
  const field = lan.inspector.locator(".item-matter textarea");
  await field.waitFor();
  await lan.card(course).focus();
  await lan.presses("Space", "ArrowDown");
  await field.click();
  await isPutBack(lan);
  await lan.presses("End", "Space", "x");
  expect(await field.inputValue()).toBe("Nói chuyện x");
  await lan.seesAt(course, cellOf(week.monday, "morning"));

  await lan.card(course).focus();
  await lan.presses("Space", "ArrowDown");
  await lan.page
    .locator("header")
    .first()
    .click({ position: { x: 3, y: 3 } });
  await isPutBack(lan);
});

test("a card held still at the edge lands in the place that has come under it, as the ghost says", async () => {
  const week = freshWeek();
  const many = Array.from({ length: 40 }, (_, at) => work(`Việc ${at}`, `0${8 + (at % 2)}:00`, { day: week.monday }));
  const visit = work("Đi thăm", "08:00", { day: week.monday, office: "council" });
  await world.server().plans([visit, ...many]);
  const lan = await world.enters("lan");
  const surface = lan.page.locator(".surface");
  await lan.opens(week.path);
  const box = await surface.boundingBox();
  if (!box) throw new Error("a board has a place");
  const from = await middleOf(lan.card(visit));
  await lan.page.mouse.move(from.x, from.y);
  await lan.page.mouse.down();
  await lan.page.mouse.move(from.x + 20, from.y);
  await lan.page.mouse.move(from.x + 20, box.y + box.height - 3);
  const over = lan.page.locator("[data-target][data-over]");
  await lan.page.waitForFunction(() => {
    const paper = document.querySelector(".surface");
    return paper !== null && paper.scrollTop > 0 && paper.scrollTop + paper.clientHeight >= paper.scrollHeight - 1;
  });
  const under = await lan.page.evaluate(
    ({ x, y }) => document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-target]")?.dataset.target ?? null,
    { x: from.x + 20, y: box.y + box.height - 3 },
  );
  expect(under).not.toBeNull();
  expect(await over.getAttribute("data-target")).toBe(under);
  await lan.page.mouse.up();
  await lan.page.locator(`[data-target="${under}"]`).locator(lan.card(visit)).waitFor();
});

test("a mouse button that came up where the page could not hear it is no longer held when the mouse comes back", async () => {
  const week = freshWeek();
  const visit = work("Tiếp dân", "08:00", { day: week.monday });
  await world.server().plans([visit]);
  const lan = await world.enters("lan");
  await lan.opens(week.path);
  const { mouse } = lan.page;
  const swallowsRelease = () =>
    lan.page.evaluate(() => {
      window.addEventListener("pointerup", (event) => event.stopImmediatePropagation(), { capture: true, once: true });
    });
  const held = await lan.takes(visit);
  await swallowsRelease();
  await held.letsGo();
  await isPutBack(lan);

  const card = await middleOf(lan.card(visit));
  await mouse.move(card.x, card.y);
  await mouse.down();
  await swallowsRelease();
  await mouse.up();
  await mouse.move(card.x + 90, card.y + 90);
  expect(await lan.page.locator("[data-dragging]").count()).toBe(0);
  expect(await lan.inspector.count()).toBe(0);
});

test("another window that comes to the front takes a held card out of the hand", async () => {
  const week = freshWeek();
  const visit = work("Họp báo", "08:00", { day: week.monday });
  await world.server().plans([visit]);
  const lan = await world.enters("lan");
  await lan.opens(week.path);
  const held = await lan.takes(visit);
  await lan.page.evaluate(() => window.dispatchEvent(new Event("blur")));
  await isPutBack(lan);
  await held.letsGo();
  await lan.seesAt(visit, cellOf(week.monday, "morning"));
});
