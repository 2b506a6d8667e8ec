/** Screens on one server, desks on another, over a real Redis that may go away. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { addItem } from "../../shared/document/item-commands.ts";
import { screenEntries } from "../../shared/document/screens.ts";
import { dayParts } from "../../shared/kit/day.ts";
import type { Pairing, ScreenView } from "../../shared/protocol/screen-feed.ts";
import { type LiveBoard, openTab, startBoard, type Tab, temporaryDir } from "../../test/world/live-board.ts";
import { plainItem } from "../../test/world/matters.ts";
import { type RedisServer, startRedis } from "../../test/world/redis-server.ts";
import { drive, openFeed, pair, post, putScreen, screenEntry, type WallScreen } from "../../test/world/wall-screen.ts";
import { machineClock } from "../observe/clock.ts";
import { momentAt } from "./projection/moment.ts";

let redis: RedisServer;
let dir: ReturnType<typeof temporaryDir>;
let east: LiveBoard;
let west: LiveBoard;
const tabs: Tab[] = [];
const walls: WallScreen[] = [];
const { today } = momentAt(machineClock.now());

beforeEach(async () => {
  redis = await startRedis();
  dir = temporaryDir();
  const start = () => startBoard({ dataDir: dir.path, redisUrl: redis.url });
  [east, west] = await Promise.all([start(), start()]);
});
afterEach(async () => {
  for (const tab of tabs.splice(0)) tab.close();
  for (const { socket } of walls.splice(0)) socket.terminate();
  await Promise.all([east.stop(), west.stop()]);
  await redis.remove();
  dir.remove();
});

async function openedTab(board: LiveBoard, name: string): Promise<Tab> {
  const tab = openTab({ board, cookie: await board.signIn("huong"), name });
  tabs.push(tab);
  await tab.synced;
  return tab;
}

function wallOn(board: LiveBoard, cookie: string): WallScreen {
  const wall = openFeed({ board, cookie });
  walls.push(wall);
  return wall;
}

/** Hương's desk is in the east; the screen is let in there, and stands in the west. */
async function hallInTheWest() {
  const directory = await openedTab(east, "hanoi/directory");
  await putScreen(directory, screenEntry("hall"));
  const cookie = await pair({ board: east, cookie: await east.signIn("huong"), screen: "hall" });
  const wall = wallOn(west, cookie);
  await wall.shows(() => true);
  return { directory, cookie, wall };
}

const mattersOf = ({ show }: ScreenView) =>
  show.of === "programme" ? show.parts.flatMap(({ lines }) => lines.map(({ matter }) => matter)) : [];

test("a screen that asks one server is let in at another, and may come to either", async () => {
  const directory = await openedTab(east, "hanoi/directory");
  const pairing = (await (await post(`${west.url}/api/screens/pairing`)).json()) as Pairing;
  await putScreen(directory, screenEntry("hall"));
  const signedIn = await east.signIn("huong");
  const claimed = await post(`${east.url}/api/screens/pairing/${pairing.code}/claim`, { screen: "hall" }, signedIn);
  expect(claimed.status).toBe(200);
  const handed = await post(`${west.url}/api/screens/pairing/token`, { secret: pairing.secret });
  expect(await handed.json()).toEqual({ screen: "hall" });
  const cookie = handed.headers.get("set-cookie")?.split(";")[0] ?? "";
  for (const board of [east, west]) {
    expect((await wallOn(board, cookie).shows(() => true)).setting.name).toBe("Phòng họp 1");
  }
});

test("an edit and a choice at a desk on one server are on the screen of another", async () => {
  const { directory, wall } = await hallInTheWest();
  const programme = await openedTab(east, `hanoi/program/${dayParts(today).year}`);
  const when = { horizon: "day", day: today } as const;
  programme.doc.transact(() => addItem(programme.doc, plainItem("a", { title: "Giao ban", when })));
  await wall.shows((view) => mattersOf(view).includes("Giao ban"));
  drive(directory, "hall", { mode: "today" });
  await wall.shows(({ show }) => show.of === "today");
});

test("a screen that is revoked on one server goes blank on another within a second, and can come to neither", async () => {
  const { directory, wall, cookie } = await hallInTheWest();
  const beganMs = machineClock.now();
  directory.doc.transact(() => screenEntries.remove(directory.doc, "hall"));
  await wall.until(({ type }) => type === "revoked");
  expect(machineClock.now() - beganMs).toBeLessThan(1_000);
  for (const board of [east, west]) expect(await wallOn(board, cookie).ended).toBe(4401);
});

test("a screen that is paired anew elsewhere loses what it had at once", async () => {
  const { wall, cookie } = await hallInTheWest();
  const next = await pair({ board: east, cookie: await east.signIn("huong"), screen: "hall" });
  await wall.until(({ type }) => type === "revoked");
  expect(await wallOn(west, cookie).ended).toBe(4401);
  await wallOn(west, next).shows(() => true);
});

test("a Redis that is away revokes nobody: who is there stays, who was here comes in, and all goes on after", async () => {
  const { directory, wall, cookie } = await hallInTheWest();
  await redis.kill();
  const during = wallOn(west, cookie);
  await during.shows(() => true);
  // The east has never seen it, and cannot ask.
  expect(await wallOn(east, cookie).ended).toBe(1013);
  await redis.start();
  drive(directory, "hall", { turn: 7 });
  await Promise.all([wall, during].map((one) => one.shows(({ turn }) => turn === 7)));
  const heard = [...wall.texts, ...during.texts].join();
  expect(heard).not.toContain("revoked");
  await wallOn(east, cookie).shows(({ turn }) => turn === 7);
});

test("the list tells of a screen on any server", async () => {
  const { wall } = await hallInTheWest();
  const cookie = await east.signIn("huong");
  const seen = async () =>
    (await (await fetch(`${east.url}/api/screens/seen`, { headers: { cookie } })).json()).screens;
  expect((await seen()).hall.isConnected).toBe(true);
  wall.socket.close();
  while ((await seen()).hall.isConnected);
  expect((await seen()).hall.seenMs).toBeGreaterThan(0);
});
