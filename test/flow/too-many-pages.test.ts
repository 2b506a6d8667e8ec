import { expect, test } from "vitest";
import { personSocketsMax } from "../../server/live/limits.ts";
import { testBoard } from "../world/first-content.ts";
import { freshWeek } from "../world/flow-week.ts";
import { useFlowWorld } from "../world/flow-world.ts";
import { boardAt, openSocket } from "../world/live-board.ts";

const world = useFlowWorld();

test("[P6] who has too many pages open is told so, and goes on once some are closed", async () => {
  const board = boardAt(world.server().url);
  const name = `${testBoard}/directory`;
  const cookie = await board.signIn("lan");
  const pages = Array.from({ length: personSocketsMax }, () => openSocket({ board, cookie, name }));
  await Promise.all(pages.map(({ opened }) => opened));
  const lan = await world.enters("lan");
  await lan.page.goto(freshWeek().path);
  await lan.reads(lan.page.getByRole("alert"), /quá nhiều trang/);
  for (const { socket } of pages) socket.close();
  await Promise.all(pages.map(({ ended }) => ended));
  await lan.page.getByRole("button", { name: "Tải lại" }).click();
  await lan.isSaved();
  expect(await lan.page.getByRole("alert").count()).toBe(0);
});
