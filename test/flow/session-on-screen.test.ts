import { expect, test } from "vitest";
import { freshWeek } from "../world/flow-week.ts";
import { useFlowWorld } from "../world/flow-world.ts";
import { begins, decided, joins, offer, opensSession, panel, title, undecided } from "../world/joint-hands.ts";
import type { Person } from "../world/person.ts";
import { hungUp, pairs, remoteOf } from "../world/wall.ts";

const world = useFlowWorld();

test("the room sees each step large: the pair, the reason, what is being taken, what was decided; also after the server was killed", async () => {
  const week = freshWeek();
  const { briefing, visit, vague, all } = undecided(week);
  await world.server().plans(all);
  const wall = await hungUp(world);
  const clerk = await world.enters("thu-ha");
  await pairs(clerk, wall, "Phòng họp 1");
  const stage = wall.page.locator(".stage");
  const [huong, lan, quangAnh] = (await begins(world, week, "huong", "lan", "quang-anh")) as [Person, Person, Person];
  const remote = await remoteOf(huong);
  await remote.getByRole("button", { name: "Theo họp chung" }).click();
  // Hương drives a screen that Thu Hà has just let in.
  await remote.getByRole("alertdialog").getByRole("button", { name: "Nhận" }).click();
  await remote.getByRole("button", { name: "Đóng" }).click();

  await opensSession(huong);
  await Promise.all([joins(lan), joins(quangAnh)]);
  await huong.presses("ArrowRight");
  for (const person of [huong, lan, quangAnh]) await person.reads(title(person), "Trùng lịch 1 / 3");
  await wall.reads(stage, "Trùng lịch 1 / 3");
  for (const { title: matter } of [briefing, visit]) await wall.reads(stage, matter);
  await wall.reads(stage, /đ\/c An/i);
  await wall.reads(stage, "Trần Thị Hương");
  // The way on that the leader chooses is marked in the room before it is taken.
  await huong.presses("1");
  await wall.reads(stage.locator(".offer[data-taken]"), "1");
  await huong.presses("Enter");
  await lan.reads(decided(lan), "dời giờ");
  await wall.reads(stage.locator(".decided"), /dời/i);
  await huong.presses("z");
  await stage.locator(".decided").waitFor({ state: "detached" });

  // What is withheld is "Bận" in the room and itself at every desk.
  await huong.card(visit).click();
  await huong.inspector.getByLabel("Hạn chế").check();
  await wall.reads(stage, "Bận");
  await expect.poll(() => stage.innerText()).not.toContain(visit.title);
  await lan.reads(panel(lan), visit.title);

  await huong.isSaved();
  await world.server().isKilled();
  await wall.reads(stage, /mất kết nối/i);
  await wall.reads(stage, briefing.title);
  await world.server().isStartedAgain();
  await huong.isSaved();
  await huong.presses("Escape");
  await offer(huong, 1).waitFor();
  await huong.presses("ArrowRight", "ArrowRight");
  await wall.reads(stage, "3 / 3");
  await wall.reads(stage, vague.title);
});
