import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import type { Day } from "../../shared/kit/day.ts";
import type { Item } from "../../shared/model/item.ts";
import { freshWeek, work } from "../world/flow-week.ts";
import { useFlowWorld } from "../world/flow-world.ts";
import type { Person } from "../world/person.ts";

const world = useFlowWorld();

const focusedCard = ({ page }: Person, { id }: Item) => page.locator(`[data-card="${id}"]:focus`);

/** Whether all of an element can be seen without scrolling. */
const isInView = (element: Locator) =>
  element.evaluate(
    (one) =>
      new Promise<boolean>((answer) => {
        new IntersectionObserver(([entry]) => answer(entry?.intersectionRatio === 1)).observe(one);
      }),
  );

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
  await focusedCard(lan, course).waitFor();
});

test("a card that undo takes back keeps the focus, and comes into view with it", async () => {
  const week = freshWeek();
  const course = work("Lớp ngoại ngữ", "08:00", { day: week.monday });
  const others = week.days.flatMap((day) =>
    Array.from({ length: 6 }, (_, at) => work(`Việc ${at}`, "09:00", { day, office: "council" })),
  );
  await world.server().plans([course, ...others]);
  const lan = await world.enters("lan");
  await lan.opens(week.path);
  const monday = { kind: "cell", day: week.monday, session: "morning", office: "party" } as const;
  const friday = { ...monday, day: week.friday } as const;
  await lan.card(course).focus();
  await lan.presses("Space", ...Array.from({ length: 12 }, () => "ArrowDown"), "Enter");
  await lan.seesAt(course, friday);
  await focusedCard(lan, course).waitFor();

  await lan.presses("Control+z");
  await lan.seesAt(course, monday);
  await focusedCard(lan, course).waitFor();
  expect(await isInView(lan.card(course))).toBe(true);
});

test("a card that others carry away keeps the focus of who stood on it, and nothing scrolls", async () => {
  const week = freshWeek();
  const course = work("Lớp chính trị", "08:00", { day: week.monday });
  const others = week.days.flatMap((day) =>
    Array.from({ length: 6 }, (_, at) => work(`Việc ${at}`, "09:00", { day, office: "council" })),
  );
  await world.server().plans([course, ...others]);
  const [lan, huong] = [await world.enters("lan"), await world.enters("huong")];
  await Promise.all([lan.opens(week.path), huong.opens(week.path)]);
  const friday = { kind: "cell", day: week.friday, session: "morning", office: "party" } as const;
  await lan.card(course).focus();
  const scrolled = () => lan.page.locator(".surface").evaluate((element) => element.scrollTop);
  const before = await scrolled();

  await huong.card(course).focus();
  await huong.presses("Space", ...Array.from({ length: 12 }, () => "ArrowDown"), "Enter");
  await lan.seesAt(course, friday);
  await focusedCard(lan, course).waitFor();
  expect(await scrolled()).toBe(before);
  expect(await isInView(lan.card(course))).toBe(false);
});

test("a card that comes to stand elsewhere in its cell, since others gave it other words, keeps the focus", async () => {
  const week = freshWeek();
  const [first, second] = [
    work("Họp chi bộ", "08:00", { day: week.monday }),
    work("Họp đoàn", "08:00", { day: week.monday }),
  ];
  await world.server().plans([first, second]);
  const [lan, huong] = [await world.enters("lan"), await world.enters("huong")];
  await Promise.all([lan.opens(week.path), huong.opens(week.path)]);
  const cards = lan.place({ kind: "cell", day: week.monday, session: "morning", office: "party" }).locator(".card");
  await huong.card(second).click();
  const matter = huong.inspector.locator(".item-matter textarea");
  for (const [item, words] of [
    [second, "Giao ban"],
    [first, "Họp đoàn"],
  ] as const) {
    await lan.card(item).focus();
    await matter.fill(words);
    await cards.first().and(lan.card(item)).waitFor();
    await focusedCard(lan, item).waitFor();
  }
});

test("who has left a card is not called back to it when others carry it away", async () => {
  const week = freshWeek();
  const course = work("Lớp tin học", "08:00", { day: week.monday });
  await world.server().plans([course]);
  const [lan, huong] = [await world.enters("lan"), await world.enters("huong")];
  await Promise.all([lan.opens(week.path), huong.opens(week.path)]);
  const at = (day: Day) => ({ kind: "cell", day, session: "morning", office: "party" }) as const;

  await lan.card(course).focus();
  await lan.page.locator(".saved").click();
  await huong.drags(course, at(week.tuesday));
  await lan.seesAt(course, at(week.tuesday));
  expect(await lan.page.locator("[data-card]:focus").count()).toBe(0);

  await lan.card(course).focus();
  await lan.place(at(week.monday)).locator(".cell-add").click();
  await huong.drags(course, at(week.wednesday));
  await lan.seesAt(course, at(week.wednesday));
  await lan.page.locator(".quick input:focus").waitFor();
});
