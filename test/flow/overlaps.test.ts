import { expect, test } from "vitest";
import { freshWeek, work } from "../world/flow-week.ts";
import { useFlowWorld } from "../world/flow-world.ts";
import type { Person } from "../world/person.ts";
import { an } from "../world/small-city.ts";

const world = useFlowWorld();

const count = (person: Person) => person.page.locator(".header-count");
const mark = (person: Person, of: Parameters<Person["card"]>[0]) => person.card(of).locator(".mark");

test("[P8] an overlap shows on both cards, on both screens, in the count and in the list, and is gone when one moves away", async () => {
  const week = freshWeek();
  const cell = { kind: "cell", day: week.wednesday, session: "morning", office: "people" } as const;
  const briefing = work("Họp giao ban", "08:00", { day: week.tuesday, end: "10:00", parties: { [an]: "chair" } });
  const visit = work("Thăm đơn vị", "09:00", {
    day: week.wednesday,
    end: "11:00",
    parties: { [an]: "chair" },
    office: "people",
  });
  await world.server().plans([briefing, visit]);
  const lan = await world.enters("lan");
  const huong = await world.enters("huong");
  await Promise.all([lan.opens(week.path), huong.opens(week.path)]);
  await lan.reads(count(lan), "▲ 0");
  await huong.presses("o");
  await huong.reads(huong.inspector, "Không có trùng lịch nào");

  await lan.drags(visit, { ...cell, day: week.tuesday });
  for (const person of [lan, huong]) {
    await person.reads(mark(person, briefing), "▲ 1");
    await person.reads(mark(person, visit), "▲ 1");
    await person.reads(count(person), "▲ 1");
  }
  await lan.reads(lan.notice, "có 1 trùng lịch");
  const row = huong.inspector.locator(".ovl-row");
  await huong.reads(row, "Hoàng Minh An");
  await huong.reads(row, "08:00–10:00");
  await huong.reads(row, "09:00–11:00");
  expect(await row.count()).toBe(1);

  await huong.drags(briefing, { ...cell, office: "party" });
  for (const person of [lan, huong]) {
    await mark(person, briefing).waitFor({ state: "detached" });
    await mark(person, visit).waitFor({ state: "detached" });
    await person.reads(count(person), "▲ 0");
  }
  await huong.reads(huong.inspector, "Không có trùng lịch nào");
});

test("what is in the hand says what it would clash with before it is let go, and Esc puts it back", async () => {
  const week = freshWeek();
  const session = work("Phiên họp", "14:00", { day: week.monday, end: "16:00", room: "p1" });
  const reception = work("Tiếp khách", "15:00", { day: week.friday, end: "16:00", room: "p1", office: "people" });
  await world.server().plans([session, reception]);
  const lan = await world.enters("lan");
  await lan.opens(week.path);
  const monday = { kind: "cell", day: week.monday, session: "afternoon", office: "people" } as const;

  const held = await lan.takes(reception);
  await held.over(lan.place({ ...monday, day: week.tuesday }));
  await lan.reads(lan.page.locator(".ghost"), "Không trùng");
  await held.over(lan.place(monday));
  await lan.reads(lan.page.locator(".ghost .ghost-why"), "Phòng họp 1");
  await lan.presses("Escape");
  await lan.seesAt(reception, { ...monday, day: week.friday });
  await lan.page.locator(".ghost[data-shown]").waitFor({ state: "detached" });
  await held.letsGo();
  await lan.reads(lan.notice, "Đã trả lại chỗ cũ");
  await lan.isSaved();
  expect(await mark(lan, reception).count()).toBe(0);
});

test("under every heading of the list stand the header's signs, and they add up to the header's figures, with what is left out", async () => {
  const week = freshWeek();
  const day = week.friday;
  const told = (on: string, of: string) => ({ announced: { on, of } });
  await world.server().plans([
    work("Hội nghị triển khai", "08:00", {
      ...{ day, end: "10:00", kind: "conference", parties: { [an]: "chair" } },
      ...told(week.wednesday, day),
    }),
    work("Thăm đơn vị", "09:00", { day, end: "11:00", parties: { [an]: "chair" }, office: "council" }),
    work("Tiếp công dân", "14:00", { day, kind: "reception", office: "people", ...told("2026-11-02", week.monday) }),
  ]);
  const lan = await world.enters("lan");
  await lan.opens(week.path);
  await lan.reads(count(lan), "▲ 1");
  await lan.presses("o");
  await lan.inspector.locator(".ovl-row").first().waitFor();
  const figures = async (of: string) => {
    const texts = await lan.inspector.locator(`${of} .ovl-signs [aria-hidden]`).allInnerTexts();
    const sums = { "▲": 0, "◆": 0, "◇": 0 };
    for (const text of texts) {
      const [sign, number] = text.split(" ");
      if (sign === "▲" || sign === "◆" || sign === "◇") sums[sign] += Number(number);
    }
    return sums;
  };
  const header = { "▲": 1, "◆": 1, "◇": 1 };
  for (const by of ["severity", "day", "office", "person"]) {
    await lan.inspector.getByRole("combobox", { name: "Xếp theo" }).selectOption(by);
    expect(await figures(".ovl-group")).toEqual(header);
  }
  expect(await lan.inspector.locator(".ovl-left-out").count()).toBe(0);

  await lan.inspector.getByLabel("Chỉ việc liên quan cơ quan tôi").check();
  await lan.reads(lan.inspector.locator(".ovl-left-out"), "Không hiện theo lựa chọn của bạn");
  expect(await figures(".ovl-group")).toEqual({ "▲": 1, "◆": 0, "◇": 0 });
  expect(await figures(".ovl-left-out")).toEqual({ "▲": 0, "◆": 1, "◇": 1 });
  await lan.reads(count(lan), "◆ 1");
  await lan.inspector.getByLabel("Chỉ việc liên quan cơ quan tôi").uncheck();
  await lan.inspector.getByRole("combobox", { name: "Xếp theo" }).selectOption("severity");
});
