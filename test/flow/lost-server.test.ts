import { expect, test } from "vitest";
import { freshWeek, work } from "../world/flow-week.ts";
import { useFlowWorld } from "../world/flow-world.ts";
import type { Person } from "../world/person.ts";

const world = useFlowWorld();

const saved = (person: Person) => person.page.locator(".saved");
const cellOf = (week: ReturnType<typeof freshWeek>) =>
  ({ kind: "cell", day: week.monday, session: "morning", office: "council" }) as const;

test("[P1] what a screen calls saved is there after the server was killed in that instant", async () => {
  world.mayMissAnswers();
  const week = freshWeek();
  const lan = await world.enters("lan");
  await lan.opens(week.path);
  await lan.types(cellOf(week), "Giám sát chuyên đề");
  await lan.sees("Giám sát chuyên đề");
  await lan.isSaved();
  await world.server().isKilled();
  await lan.reads(saved(lan), /^Mất kết nối$/);

  await world.server().isStartedAgain();
  const huong = await world.enters("huong");
  await huong.opens(week.path);
  await huong.seesAt("Giám sát chuyên đề", cellOf(week));
  await lan.isSaved();
});

test("[P3] work done without a server outlives a reload, and comes to the others once when the server is back", async () => {
  world.mayMissAnswers();
  const week = freshWeek();
  const cell = cellOf(week);
  const visit = work("Tiếp xúc cử tri", "08:00", { day: week.monday, office: "council" });
  await world.server().plans([visit]);
  const lan = await world.enters("lan");
  const huong = await world.enters("huong");
  await Promise.all([lan.opens(week.path), huong.opens(week.path)]);
  await Promise.all([lan.sees(visit), huong.sees(visit)]);
  await lan.isKeptHere();

  await world.server().isKilled();
  await lan.reads(saved(lan), "Mất kết nối");
  await lan.types(cell, "Họp tổ đại biểu");
  await lan.reads(saved(lan), "Mất kết nối — 1 thay đổi giữ trên máy này");
  await lan.drags(visit, { ...cell, day: week.thursday });
  await lan.reads(saved(lan), "Mất kết nối — 2 thay đổi giữ trên máy này");

  expect(await lan.reloads()).toBe("asked before leaving");
  await lan.seesAt("Họp tổ đại biểu", cell);
  await lan.seesAt(visit, { ...cell, day: week.thursday });
  await lan.reads(saved(lan), "Mất kết nối — 2 thay đổi giữ trên máy này");
  await huong.seesAt(visit, cell);

  await world.server().isStartedAgain();
  await lan.isSaved();
  await huong.seesAt("Họp tổ đại biểu", cell);
  await huong.seesAt(visit, { ...cell, day: week.thursday });
  for (const person of [lan, huong]) {
    expect(await person.card("Họp tổ đại biểu").count()).toBe(1);
    expect(await person.card(visit).count()).toBe(1);
  }
  expect(await lan.reloads()).toBe("left freely");
  await lan.isSaved();
  expect(await lan.card("Họp tổ đại biểu").count()).toBe(1);
});

test("without a server everything opens, also what was never opened before", async () => {
  world.mayMissAnswers();
  const week = freshWeek();
  const visit = work("Tiếp xúc cử tri", "08:00", { day: week.monday, office: "council", room: "p1", end: "09:00" });
  const other = work("Họp ban", "08:00", { day: week.monday, room: "p1", end: "09:00" });
  await world.server().plans([visit, other]);
  const lan = await world.enters("lan");
  await lan.opens(week.path);
  // The page itself may be kept since the last test: without this the server could be gone before the year has come.
  await lan.sees(visit);
  await lan.isSaved();
  await lan.isKeptHere();
  await world.server().isKilled();
  await lan.reads(saved(lan), "Mất kết nối");

  await lan.types(cellOf(week), "10h Họp tổ, Phòng họp 2");
  await lan.reads(lan.card("Họp tổ"), "Phòng họp 2");
  await lan.card(visit).click();
  await lan.inspector.locator(".item-matter").waitFor();
  await lan.presses("Escape", "o");
  await lan.inspector.locator(".ovl-row").waitFor();
  await lan.presses("o", "?");
  await lan.page.getByRole("dialog").waitFor();
  await lan.presses("Escape", "m");
  await lan.page.locator(".month").waitFor();
  await lan.page.getByRole("button", { name: "Danh bạ" }).click();
  await lan.page.getByText("Hoàng Minh An").first().waitFor();
  await lan.reloads();
  await lan.page.getByText("Hoàng Minh An").first().waitFor();
  await world.server().isStartedAgain();
  await lan.isSaved();
});

test("without a server and without anything kept, the page says so and opens by itself when the server is there", async () => {
  world.mayMissAnswers();
  const week = freshWeek();
  const lan = await world.enters("lan");
  await lan.opens(week.path);
  await lan.isKeptHere();
  await world.server().isKilled();
  await lan.page.evaluate(() => localStorage.removeItem("lien-thong.last"));
  await lan.page.reload();
  await lan.reads(lan.page.locator("[role=status]"), "Không nối được với máy chủ");

  await world.server().isStartedAgain();
  await lan.isSaved();
});
