import { expect, test } from "vitest";
import { freshWeek, work } from "../world/flow-week.ts";
import { useFlowWorld } from "../world/flow-world.ts";
import type { Person } from "../world/person.ts";

const world = useFlowWorld();

const matter = (person: Person) => person.inspector.locator(".item-matter textarea");
const hasMatter = (person: Person, text: string) =>
  person.page.waitForFunction(
    (wanted) => document.querySelector<HTMLTextAreaElement>(".item-matter textarea")?.value === wanted,
    text,
  );

test("two people type in one matter at the same moment, and both sentences stand", async () => {
  const week = freshWeek();
  const draft = work("Họp nghe báo cáo", "08:00", { day: week.monday });
  await world.server().plans([draft]);
  const lan = await world.enters("lan");
  const huong = await world.enters("huong");
  for (const person of [lan, huong]) {
    await person.opens(week.path);
    await person.card(draft).click();
  }
  await lan.reads(lan.inspector.locator(".item-others"), "Trần Thị Hương cũng đang mở");
  await matter(lan).press("Home");
  await matter(huong).press("End");

  await Promise.all([
    matter(lan).pressSequentially("Hoãn: ", { delay: 15 }),
    matter(huong).pressSequentially(" tiến độ quý I", { delay: 15 }),
  ]);

  for (const person of [lan, huong]) {
    await hasMatter(person, "Hoãn: Họp nghe báo cáo tiến độ quý I");
    await person.reads(person.card(draft), "Hoãn: Họp nghe báo cáo tiến độ quý I");
    await person.isSaved();
  }
});

test("undo takes back one's own step and leaves what the other did in between", async () => {
  const week = freshWeek();
  const briefing = work("Giao ban tuần", "08:00", { day: week.monday });
  const visit = work("Đi cơ sở", "14:00", { day: week.monday });
  await world.server().plans([briefing, visit]);
  const lan = await world.enters("lan");
  const huong = await world.enters("huong");
  await Promise.all([lan.opens(week.path), huong.opens(week.path)]);
  const morning = { kind: "cell", day: week.tuesday, session: "morning", office: "party" } as const;
  const afternoon = { kind: "cell", day: week.thursday, session: "afternoon", office: "people" } as const;

  await lan.drags(briefing, morning);
  await huong.seesAt(briefing, morning);
  await huong.drags(visit, afternoon);
  await lan.seesAt(visit, afternoon);
  await lan.presses("Control+z");

  for (const person of [lan, huong]) {
    await person.seesAt(briefing, { ...morning, day: week.monday });
    await person.seesAt(visit, afternoon);
  }
  expect(await lan.page.getByRole("button", { name: "Hoàn tác", exact: true }).first().isDisabled()).toBe(true);
  await lan.presses("Control+Shift+z");
  await huong.seesAt(briefing, morning);
});

test("undoing an item that somebody else went on with asks first", async () => {
  const week = freshWeek();
  const cell = { kind: "cell", day: week.monday, session: "morning", office: "council" } as const;
  const lan = await world.enters("lan");
  const huong = await world.enters("huong");
  await Promise.all([lan.opens(week.path), huong.opens(week.path)]);
  await lan.types(cell, "Họp thẩm định");
  await huong.drags("Họp thẩm định", { ...cell, day: week.friday });
  await lan.seesAt("Họp thẩm định", { ...cell, day: week.friday });

  await lan.presses("Control+z");
  await lan.reads(lan.notice, "đã được người khác sửa thêm");
  await huong.sees("Họp thẩm định");
  await lan.notice.getByRole("button", { name: "Vẫn hoàn tác" }).click();
  for (const person of [lan, huong]) await person.seesNoMore("Họp thẩm định");
});

test("an item that a colleague deletes while it is open says so, and comes back with the colleague's undo", async () => {
  const week = freshWeek();
  const trip = work("Công tác tỉnh bạn", null, { day: week.monday });
  await world.server().plans([trip]);
  const lan = await world.enters("lan");
  const huong = await world.enters("huong");
  for (const person of [lan, huong]) {
    await person.opens(week.path);
    await person.card(trip).click();
  }
  await huong.inspector.getByRole("button", { name: "Xóa việc này" }).click();
  await lan.reads(lan.inspector, "Việc này vừa được xóa khỏi chương trình.");
  await lan.seesNoMore(trip);
  await huong.notice.getByRole("button", { name: "Hoàn tác" }).click();
  await lan.sees(trip);
  await lan.reads(lan.inspector.locator(".item-head"), "Văn phòng Thành ủy");
});

test("an hour typed in the inspector moves the card to its session on the other screen", async () => {
  const week = freshWeek();
  const meeting = work("Họp liên ngành", "08:00", { day: week.monday });
  await world.server().plans([meeting]);
  const lan = await world.enters("lan");
  const huong = await world.enters("huong");
  await Promise.all([lan.opens(week.path), huong.opens(week.path)]);
  await lan.card(meeting).click();
  const start = lan.inspector.getByLabel("Bắt đầu");
  await start.fill("14h30");
  await start.press("Enter");
  await huong.seesAt(meeting, { kind: "cell", day: week.monday, session: "afternoon", office: "party" });
  await huong.reads(huong.card(meeting), "14:30");
  await start.fill("chiều muộn");
  await start.press("Enter");
  await lan.reads(lan.inspector, "Chưa đọc được giờ");
  await huong.reads(huong.card(meeting), "14:30");
});
