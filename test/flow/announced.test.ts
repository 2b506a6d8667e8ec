import { expect, test } from "vitest";
import { type Day, dayParts } from "../../shared/kit/day.ts";
import { barriersOn } from "../world/axe.ts";
import { freshWeek, work } from "../world/flow-week.ts";
import { useFlowWorld } from "../world/flow-world.ts";
import type { Person } from "../world/person.ts";

const world = useFlowWorld();

const invited = (person: Person) => person.inspector.getByRole("textbox", { name: "Ngày mời", exact: true });
const mark = (person: Person, of: Parameters<Person["card"]>[0]) => person.card(of).locator(".mark");
const told = (person: Person, of: Parameters<Person["card"]>[0]) => person.card(of).locator(".card-told");
const short = (day: Day) => `${dayParts(day).date}/${dayParts(day).month}`;

/** Lan has the meeting open, Huong looks at the week. */
async function around(wish: Parameters<typeof work>[2] = {}) {
  const week = freshWeek();
  const meeting = work("Hội nghị triển khai", "08:00", { day: week.friday, kind: "conference", ...wish });
  await world.server().plans([meeting]);
  const lan = await world.enters("lan");
  const huong = await world.enters("huong");
  await Promise.all([lan.opens(week.path), huong.opens(week.path)]);
  await lan.card(meeting).click();
  return { week, meeting, lan, huong };
}

test("a day of invitation that is too late is an overlap on every screen, in words; one undo takes both back", async () => {
  const { week, meeting, lan, huong } = await around();
  await invited(lan).fill(`${short(week.wednesday)}/${week.wednesday.slice(0, 4)}`);
  await invited(lan).press("Enter");
  await lan.reads(lan.inspector.locator(".item-announced-says"), "trước 2 ngày làm việc");
  const why = `mời ${short(week.wednesday)}, họp ${short(week.friday)} — còn 2 ngày làm việc, cần 3 ngày`;
  await lan.reads(lan.inspector.locator(".item-overlap"), why);
  for (const person of [lan, huong]) {
    await person.reads(mark(person, meeting), "◆ 1");
    await told(person, meeting).waitFor();
  }
  expect(await huong.card(meeting).innerText()).toContain(`đã mời ${short(week.wednesday)}`);
  expect(await barriersOn(lan.page)).toEqual([]);

  await lan.page.locator(".week").click({ position: { x: 2, y: 2 } });
  await lan.presses("Control+z");
  for (const person of [lan, huong]) {
    await mark(person, meeting).waitFor({ state: "detached" });
    await told(person, meeting).waitFor({ state: "detached" });
  }
});

test("invited with one click, then moved: everybody sees that people were told of another day, until they are told anew", async () => {
  const { week, meeting, lan, huong } = await around();
  await lan.inspector.getByRole("button", { name: "Mời hôm nay" }).click();
  await lan.reads(lan.inspector.locator(".item-announced-says"), "trước từ 15 ngày làm việc");
  await told(huong, meeting).waitFor();
  expect(await mark(huong, meeting).count()).toBe(0);

  await huong.drags(meeting, { kind: "cell", day: week.thursday, session: "morning", office: "party" });
  for (const person of [lan, huong]) await person.reads(mark(person, meeting), "◇ 1");
  await lan.reads(lan.inspector.locator(".item-announced-says"), `đã báo cho ngày ${short(week.friday)}, nay đã đổi`);
  await lan.reads(lan.inspector.locator(".item-overlap"), `nay dời sang ${short(week.thursday)}`);
  await told(huong, meeting).waitFor({ state: "detached" });

  await lan.inspector.getByRole("button", { name: "Mời lại hôm nay" }).press("Enter");
  for (const person of [lan, huong]) {
    await mark(person, meeting).waitFor({ state: "detached" });
    await told(person, meeting).waitFor();
  }
  await lan.inspector.getByRole("button", { name: "Mời lại hôm nay" }).waitFor({ state: "detached" });
});

test("a day on which nobody can have been told is refused at the field; who may not edit reads it and no more", async () => {
  const { week, meeting, lan } = await around({ announced: { on: "2026-11-02", of: "2026-11-20" } });
  const [, , , , , saturday] = week.days;
  await invited(lan).fill(`${short(saturday ?? week.friday)}/${week.friday.slice(0, 4)}`);
  await invited(lan).press("Enter");
  await lan.reads(lan.inspector.getByRole("alert"), `Phải trước hoặc trong ngày ${short(week.friday)}`);
  await invited(lan).press("Escape");
  expect(await invited(lan).inputValue()).toBe("02/11/2026");

  const guest = await world.enters("khach");
  await guest.opens(week.path);
  await guest.card(meeting).click();
  expect(await invited(guest).isDisabled()).toBe(true);
  expect(await guest.inspector.locator(".item-announced button:enabled").count()).toBe(0);
});
