import { expect, test } from "vitest";
import type { Day } from "../../shared/kit/day.ts";
import type { Item } from "../../shared/model/item.ts";
import { flowWeek, freshWeek, work } from "../world/flow-week.ts";
import { useFlowWorld } from "../world/flow-world.ts";
import type { Person } from "../world/person.ts";
import { an } from "../world/small-city.ts";

const world = useFlowWorld();

/** Two years are two documents: for a moment an item may be in both, or in none. */
const standsOnce = ({ page }: Person, { id }: Item) =>
  page.waitForFunction((of) => document.querySelectorAll(`[data-card="${of}"]`).length === 1, id);

test("a week across New Year is one week: items of both years stand in it and move over the line", async () => {
  const week = flowWeek({ year: 2026, week: 53 });
  const [december, january] = [week.wednesday, week.friday];
  expect([december, january]).toEqual(["2026-12-30", "2027-01-01"]);
  const review = work("Tổng kết năm", "08:00", { day: december, end: "10:00", parties: { [an]: "chair" }, room: "p1" });
  const flag = work("Chào cờ đầu năm", "08:00", { day: january, end: "09:00", parties: { [an]: "chair" } });
  await world.server().plans([review, flag]);
  const lan = await world.enters("lan");
  const huong = await world.enters("huong");
  await Promise.all([lan.opens(week.path), huong.opens(week.path)]);
  const newYear = { kind: "cell", day: january, session: "morning", office: "party" } as const;
  await lan.reads(lan.page.locator("h1"), "Tuần 53 · 28/12/2026–3/1/2027");

  await lan.drags(review, newYear);
  for (const person of [lan, huong]) {
    await person.seesAt(review, newYear);
    await person.reads(person.card(review), "Phòng họp 1");
    await person.reads(person.card(flag).locator(".mark"), "▲ 1");
  }
  await lan.isSaved();
  await huong.reloads();
  await huong.seesAt(review, newYear);
  await standsOnce(huong, review);

  await lan.presses("Control+z");
  for (const person of [lan, huong]) {
    await person.seesAt(review, { ...newYear, day: december });
    await standsOnce(person, review);
    await person.card(flag).locator(".mark").waitFor({ state: "detached" });
  }
});

test("what is due in a month gets its day by being dragged there, and loses it in the tray again", async () => {
  const report: Item = {
    ...work("Báo cáo chuyên đề", null, { day: "2044-03-01" }),
    when: { horizon: "month", period: "2044-03" },
  };
  const meeting = work("Họp chuyên đề", "09:30", { day: "2044-03-10" });
  await world.server().plans([report, meeting]);
  const lan = await world.enters("lan");
  const huong = await world.enters("huong");
  await Promise.all([lan.opens("/month/2044-03"), huong.opens("/month/2044-03")]);
  const tray = { kind: "tray", period: "2044-03" } as const;
  const day = { kind: "day", day: "2044-03-17" as Day } as const;
  await lan.seesAt(report, tray);

  await lan.drags(report, day);
  for (const person of [lan, huong]) await person.seesAt(report, day);
  await lan.drags(meeting, day);
  await huong.seesAt(meeting, day);
  await huong.reads(huong.card(meeting), "09:30");

  await huong.drags(report, tray);
  for (const person of [lan, huong]) await person.seesAt(report, tray);
  await lan.isSaved();
});

test("the keys lead through the weeks and months, and the browser's way back works", async () => {
  const week = freshWeek();
  const lan = await world.enters("lan");
  await lan.opens(week.path);
  const title = lan.page.locator("h1");
  const first = await title.innerText();
  await lan.presses("]");
  await lan.page.waitForURL((url) => url.pathname !== week.path);
  await lan.presses("[");
  await lan.page.waitForURL(`**${week.path}`);
  await lan.reads(title, first);
  await lan.presses("m");
  await lan.page.waitForURL("**/month/*");
  await lan.page.goBack();
  await lan.page.waitForURL(`**${week.path}`);
  await lan.reads(title, first);
  await lan.presses("t");
  await lan.reads(lan.page.locator(".week-day[data-today]"), "Hôm nay");
});
