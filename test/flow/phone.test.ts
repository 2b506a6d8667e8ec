import { expect, test } from "vitest";
import { freshWeek, work } from "../world/flow-week.ts";
import { useFlowWorld } from "../world/flow-world.ts";

const world = useFlowWorld();

test("on a phone a day is a list, the strip leads through the week, and nothing runs over the edge", async () => {
  const week = freshWeek();
  const long = "Hội nghị trực tuyến toàn quốc sơ kết, tổng kết và triển khai nhiệm vụ trọng tâm của ngành";
  await world
    .server()
    .plans([
      work(long, "08:00", { day: week.monday, room: "p1", end: "10:00" }),
      work("Họp báo", "08:30", { day: week.monday, room: "p1", end: "09:30", office: "people" }),
      work("Đi cơ sở", "14:00", { day: week.wednesday, office: "council" }),
    ]);
  const lan = await world.enters("lan", { size: "phone" });
  await lan.opens(`/day/${week.monday}`);
  await lan.sees("Họp báo");
  const widthPx = () => lan.page.evaluate(() => document.documentElement.scrollWidth);
  expect(await widthPx()).toBeLessThanOrEqual(390);

  const strip = lan.page.locator(".dayv-strip");
  await lan.reads(strip.getByRole("button", { name: /Thứ Hai/ }), "▲");
  await strip.getByRole("button", { name: /Thứ Tư/ }).tap();
  await lan.sees("Đi cơ sở");
  expect(new URL(lan.page.url()).pathname).toBe(`/day/${week.wednesday}`);

  await lan.page.getByRole("group", { name: "Cả ba văn phòng" }).getByRole("button", { name: "Thành ủy" }).tap();
  await lan.seesNoMore("Đi cơ sở");
  await lan.page.locator(".phone-nav button").last().tap();
  await lan.reads(lan.page.locator(".ovl-row"), "Phòng họp 1");
  expect(await widthPx()).toBeLessThanOrEqual(390);
});

test("on a phone a session goes by the hour over all offices, each card says whose it is, and a line is added to one's own", async () => {
  const week = freshWeek();
  await world
    .server()
    .plans([
      work("Giao ban", "10:00", { day: week.monday }),
      work("Họp báo", "08:30", { day: week.monday, office: "people" }),
      work("Tiếp xúc cử tri", "09:00", { day: week.monday, office: "council" }),
    ]);
  const lan = await world.enters("lan", { size: "phone" });
  await lan.opens(`/day/${week.monday}`);
  const hours = lan.page.locator(".dayv-session .card-hour");
  const morning = { kind: "session", day: week.monday, session: "morning" } as const;
  await lan.sees("Giao ban");
  expect(await hours.allTextContents()).toEqual(["08:30", "09:00", "10:00"]);
  await lan.reads(lan.card("Họp báo").locator(".card-office"), "UBND");

  await lan.types(morning, "9h30 Kiểm tra thực địa");
  await lan.seesAt("Kiểm tra thực địa", morning);
  expect(await hours.allTextContents()).toEqual(["08:30", "09:00", "09:30", "10:00"]);

  const offices = lan.page.getByRole("group", { name: "Cả ba văn phòng" });
  await offices.getByRole("button", { name: "UBND" }).tap();
  await lan.seesNoMore("Giao ban");
  expect(await hours.allTextContents()).toEqual(["08:30"]);
  expect(await lan.page.locator(".card-office").count()).toBe(0);
  await lan.types(morning, "7h30 Chào cờ");
  await lan.reads(lan.card("Chào cờ").and(lan.page.locator('[data-office="people"]')), "07:30");
});

test("on a phone an item opens over the day, is edited there, and the other at the desk sees it", async () => {
  const week = freshWeek();
  const visit = work("Thăm trường", "08:00", { day: week.monday, office: "council" });
  await world.server().plans([visit]);
  const lan = await world.enters("lan", { size: "phone" });
  const huong = await world.enters("huong");
  await Promise.all([lan.opens(`/day/${week.monday}`), huong.opens(week.path)]);
  await lan.card(visit).tap();
  await lan.inspector.locator(".item-matter textarea").fill("Thăm trường mầm non");
  await huong.reads(huong.card(visit), "Thăm trường mầm non");
  await lan.inspector.getByRole("button", { name: "Đóng" }).first().tap();
  await lan.reads(lan.card(visit), "Thăm trường mầm non");
});

test("on a phone every language has room: all offices can be reached, and the date stands beside its arrows", async () => {
  const lan = await world.enters("lan", { size: "phone" });
  // Week 49, 23/10 by the moon: no number can be longer.
  await lan.opens("/day/2026-12-01");
  for (const [language, word] of [
    ["en", "Week"],
    ["fr", "Sem."],
    ["vi", "Tuần"],
  ] as const) {
    await lan.page.evaluate((next) => localStorage.setItem("lien-thong.language", next), language);
    await lan.reloads();
    await lan.reads(lan.page.locator(".phone-title small"), word);
    // Until all is saved, words of that stand in the head, too.
    await lan.isSaved();
    const edges = await lan.page.evaluate(() => {
      const boxOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
      const words = document.createRange();
      words.selectNodeContents(document.querySelector(".phone-title small") ?? document);
      return {
        office: Math.max(
          ...[...document.querySelectorAll(".dayv-offices button")].map((one) => one.getBoundingClientRect().right),
        ),
        words: words.getBoundingClientRect().right,
        arrow: boxOf(".phone-title + .icon-btn .icon")?.left ?? 0,
      };
    });
    expect(edges.office).toBeLessThan(390);
    expect(edges.words).toBeLessThan(edges.arrow);
  }
});

test("whatever a finger has to hit on a phone is at least 44 pixels high and wide", async () => {
  const week = freshWeek();
  await world.server().plans([work("Họp ban", "08:00", { day: week.monday, office: "council" })]);
  const lan = await world.enters("lan", { size: "phone" });
  await lan.opens(`/day/${week.monday}`);
  await lan.sees("Họp ban");
  const small = await lan.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("button, input, select, textarea, a")]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && Math.round(Math.min(box.height, box.width)) < 44)
      .map(
        ({ element, box }) =>
          `${element.className || element.ariaLabel}: ${Math.round(box.width)}×${Math.round(box.height)}`,
      ),
  );
  expect(small).toEqual([]);
});
