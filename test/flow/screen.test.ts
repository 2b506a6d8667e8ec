import { afterEach, expect, test } from "vitest";
import { patchItem } from "../../shared/document/item-commands.ts";
import { screenEntries } from "../../shared/document/screens.ts";
import type { Day } from "../../shared/kit/day.ts";
import { dayParts } from "../../shared/kit/day.ts";
import type { Minute } from "../../shared/kit/minute.ts";
import { freshWeek, work } from "../world/flow-week.ts";
import { useFlowWorld } from "../world/flow-world.ts";
import { boardAt, openTab, type Tab } from "../world/live-board.ts";
import type { Person } from "../world/person.ts";
import { drive, post, putScreen, screenEntry } from "../world/wall-screen.ts";

const world = useFlowWorld();
const tabs: Tab[] = [];
afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close();
});

/** Hương's desk, seen from its documents. */
async function desk(year: number) {
  const board = boardAt(world.server().url);
  const cookie = await board.signIn("huong");
  const open = async (name: string) => {
    const tab = openTab({ board, cookie, name: `hanoi/${name}` });
    tabs.push(tab);
    await tab.synced;
    return tab;
  };
  const [directory, programme] = await Promise.all([open("directory"), open(`program/${year}`)]);
  return { board, cookie, directory, programme };
}

type Desk = Awaited<ReturnType<typeof desk>>;

/** Reads the code off the wall and lets the screen in, showing the week of a day by half-days. */
async function letsIn({ board, cookie, directory }: Desk, { page }: Person, { id, day }: { id: string; day: Day }) {
  const code = await page.locator(".pairing-code").innerText();
  expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{3}-[BCDFGHJKLMNPQRSTVWXZ]{3}$/);
  const { show } = screenEntry(id);
  await putScreen(directory, screenEntry(id, { show: { ...show, day, by: "half-day" } }));
  const typed = code.toLowerCase().replace("-", "");
  const claimed = await post(`${board.url}/api/screens/pairing/${typed}/claim`, { screen: id }, cookie);
  expect(claimed.status).toBe(200);
}

async function wall(): Promise<Person> {
  world.mayMissAnswers();
  const person = await world.comes();
  await person.page.setViewportSize({ width: 1920, height: 1080 });
  await person.page.goto("/screen");
  await person.page.locator(".pairing-code").waitFor();
  return person;
}

const shown = ({ page }: Person, matter: string) => page.locator(".page .line", { hasText: matter });

test("a screen is let in by its code, says by whom, and shows the week; what is changed at a desk appears", async () => {
  const week = freshWeek();
  const visit = work("Tiếp đoàn Viêng Chăn", "14:00", { day: week.tuesday, room: "p1", end: "15:00" });
  await world.server().plans([visit]);
  const at = await desk(dayParts(week.monday).year);
  const screen = await wall();
  expect(await screen.page.locator(".pairing-qr path").getAttribute("d")).toMatch(/^M/);
  await letsIn(at, screen, { id: "hall", day: week.monday });
  await screen.reads(screen.page.locator(".greeting"), "Trần Thị Hương vừa ghép màn hình này");
  await shown(screen, "Tiếp đoàn Viêng Chăn").waitFor();
  // The credential is out of reach of any script.
  expect(await screen.page.evaluate(() => document.cookie)).toBe("");

  at.programme.doc.transact(() =>
    patchItem(at.programme.doc, visit.id, {
      when: { horizon: "time", day: week.tuesday, startMin: 930 as Minute, endMin: 990 as Minute },
    }),
  );
  const moved = screen.page.locator(".page .line[data-flash]");
  await moved.waitFor();
  expect(await moved.locator(".line-hour").innerText()).toMatch(/14:00.*15:30/s);

  at.programme.doc.transact(() => patchItem(at.programme.doc, visit.id, { withheld: true }));
  await shown(screen, "Bận").waitFor();
  expect(await screen.page.content()).not.toContain("Viêng Chăn");
});

test("pages are turned from a desk, and after a restart of the server the screen is back by itself", async () => {
  const week = freshWeek();
  const plan = week.days.flatMap((day, at) => [
    work(`Giao ban sáng ${at}`, "08:00", { day, end: "09:00" }),
    work(`Giao ban chiều ${at}`, "14:00", { day, end: "15:00" }),
  ]);
  await world.server().plans(plan);
  const at = await desk(dayParts(week.monday).year);
  const screen = await wall();
  await letsIn(at, screen, { id: "corridor", day: week.monday });
  await shown(screen, "Giao ban sáng 0").waitFor();
  drive(at.directory, "corridor", { turn: 1 });
  await shown(screen, "Giao ban chiều 0").waitFor();
  drive(at.directory, "corridor", { turn: 0 });
  await shown(screen, "Giao ban sáng 0").waitFor();
  drive(at.directory, "corridor", { mode: "blank" });
  await screen.page.locator(".stage[data-dark]").waitFor({ state: "attached" });
  drive(at.directory, "corridor", { mode: "week" });
  await shown(screen, "Giao ban sáng 0").waitFor();
  await at.directory.saved();

  await world.server().isKilled();
  await screen.page.locator(".foot-lost", { hasText: "Mất kết nối" }).waitFor();
  await shown(screen, "Giao ban sáng 0").waitFor();
  await world.server().isStartedAgain();
  await screen.page.locator(".foot-lost").waitFor({ state: "detached" });
  const now = await desk(dayParts(week.monday).year);
  drive(now.directory, "corridor", { turn: 1 });
  await shown(screen, "Giao ban chiều 0").waitFor();
});

test("a screen that is revoked is blank, forgets, and offers a new code", async () => {
  const week = freshWeek();
  await world.server().plans([work("Họp Ban Pháp chế", "08:00", { day: week.monday, end: "09:00" })]);
  const at = await desk(dayParts(week.monday).year);
  const screen = await wall();
  await letsIn(at, screen, { id: "old-hall", day: week.monday });
  await shown(screen, "Họp Ban Pháp chế").waitFor();
  await screen.page.reload();
  await shown(screen, "Họp Ban Pháp chế").waitFor();

  at.directory.doc.transact(() => screenEntries.remove(at.directory.doc, "old-hall"));
  await shown(screen, "Họp Ban Pháp chế").waitFor({ state: "detached" });
  await screen.page.locator(".pairing-code").waitFor();
  expect(await screen.page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain("Pháp chế");
  await screen.page.reload();
  await screen.page.locator(".pairing-code").waitFor();
});

test("a screen waits for a server that is not there, with a sentence, and asks for a code as soon as it is", async () => {
  const screen = await wall();
  await world.server().isKilled();
  await screen.page.getByText("Chưa nối được với máy chủ").waitFor();
  // The code is still on the wall: it may be good when the server is back.
  await screen.page.locator(".pairing-code").waitFor();
  await world.server().isStartedAgain();
  await screen.page.getByText("Mã tự đổi sau").waitFor();
});
