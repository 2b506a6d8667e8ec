import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { type BareSocket, openSocket } from "../../test/world/live-board.ts";
import { ticketCookie } from "../access/cookie.ts";
import type { SignIns } from "../access/sign-ins.ts";
import { silentLog } from "../observe/log.ts";
import { noMeters } from "../observe/meters.ts";
import { handshakesMax } from "./limits.ts";
import type { Rooms } from "./rooms.ts";
import { acceptSockets } from "./upgrade.ts";

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A door behind which nobody is ever found: its sign-ins answer when the test says so. */
async function scene() {
  const turnedAway: string[] = [];
  const asking: (() => void)[] = [];
  const signIns: SignIns = {
    start: () => Promise.reject(new Error("not asked")),
    end: () => Promise.reject(new Error("not asked")),
    onEnd: () => Promise.reject(new Error("not asked")),
    find: () => new Promise((resolve) => asking.push(() => resolve(null))),
  };
  const server = createServer();
  const nobodyEnters = { enter: () => expect.unreachable() } as unknown as Rooms;
  const meters = { ...noMeters, turnedAway: (why: string) => void turnedAway.push(why) };
  const screens = { path: "/screen-feed", frameBytesMax: 1, knock: () => expect.unreachable() };
  const door = acceptSockets({ server, board: "hanoi", signIns, rooms: nobodyEnters, screens, log: silentLog, meters });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const board = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  stops.push(() => {
    door.cut();
    server.close();
  });
  const knock = (): BareSocket => openSocket({ board, cookie: `${ticketCookie}=${"x".repeat(32)}` });
  return { door, turnedAway, asking, knock };
}

test("a store that answers slowly gathers only so many who wait at the door; the next are sent away at once", async () => {
  const { asking, knock, turnedAway } = await scene();
  const waiting = Array.from({ length: handshakesMax }, knock);
  while (asking.length < handshakesMax) await new Promise((resolve) => setImmediate(resolve));
  expect(await knock().ended).toBe(503);
  expect(turnedAway).toEqual(["handshakes-full"]);
  for (const answer of asking.splice(0)) answer();
  // Nobody has such a sign-in: they hear that, and others may come.
  expect(new Set(await Promise.all(waiting.map(({ ended }) => ended)))).toEqual(new Set([4401]));
  const later = knock();
  while (asking.length === 0) await new Promise((resolve) => setImmediate(resolve));
  asking[0]?.();
  expect(await later.ended).toBe(4401);
});

test("a process that stops lets nobody in, not even who was at the door already", async () => {
  const { door, asking, knock, turnedAway } = await scene();
  const early = knock();
  while (asking.length === 0) await new Promise((resolve) => setImmediate(resolve));
  door.refuse();
  asking[0]?.();
  expect(await early.ended).toBe(503);
  expect(await knock().ended).toBe(503);
  expect(turnedAway).toEqual(["stopping", "stopping"]);
});
