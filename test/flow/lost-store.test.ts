import { expect, test } from "vitest";
import { freshWeek } from "../world/flow-week.ts";
import { useFlowWorld } from "../world/flow-world.ts";
import type { Person } from "../world/person.ts";

const world = useFlowWorld("small city", "redis");

const saved = (person: Person) => person.page.locator(".saved");

test("[P1 P2] while the store is away one goes on working, is told that nothing is saved, and it mends by itself", async () => {
  world.mayMissAnswers();
  const week = freshWeek();
  const cell = { kind: "cell", day: week.monday, session: "morning", office: "council" } as const;
  const [lan, huong] = [await world.enters("lan"), await world.enters("huong")];
  await Promise.all([lan.opens(week.path), huong.opens(week.path)]);
  await lan.types(cell, "Giám sát chuyên đề");
  await lan.isSaved();
  await huong.seesAt("Giám sát chuyên đề", cell);

  const { redis } = world.server();
  await redis?.kill();
  await lan.types(cell, "Họp tổ đại biểu");
  await lan.reads(saved(lan), "Đang lưu…");
  await lan.reads(saved(lan), "Chưa lưu được — máy chủ không ghi được 1 thay đổi");
  await lan.types({ ...cell, day: week.tuesday }, "Tiếp xúc cử tri");
  await lan.reads(saved(lan), "Chưa lưu được — máy chủ không ghi được 2 thay đổi");
  expect(await huong.card("Họp tổ đại biểu").count()).toBe(0);

  await redis?.start();
  await lan.isSaved();
  await huong.seesAt("Họp tổ đại biểu", cell);
  await huong.seesAt("Tiếp xúc cử tri", { ...cell, day: week.tuesday });
});
