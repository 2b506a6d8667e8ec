import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import * as Y from "yjs";
import { type GatedStore, gateStore } from "../../test/world/gated-store.ts";
import { HandClock } from "../../test/world/hand-clock.ts";
import { temporaryDir } from "../../test/world/live-board.ts";
import { writeMatter } from "../../test/world/matters.ts";
import { demoPeople } from "../access/demo-people.ts";
import { machineChance } from "../observe/chance.ts";
import { silentLog } from "../observe/log.ts";
import { noMeters } from "../observe/meters.ts";
import { openEmbeddedStore } from "../store/embedded/embedded-store.ts";
import { markerFrame, readFrame, stepTwoFrame, updateFrame } from "./frame.ts";
import { goodbyeEveryMs, goodbyeSpreadMaxMs } from "./limits.ts";
import { packUpdate } from "./packing.ts";
import { Rooms } from "./rooms.ts";

const [huong] = demoPeople;

let dir: ReturnType<typeof temporaryDir>;
let clock: HandClock;
let store: GatedStore;
let door: WebSocketServer;
let rooms: Rooms;

beforeEach(async () => {
  dir = temporaryDir();
  clock = new HandClock();
  store = gateStore(await openEmbeddedStore({ dataDir: dir.path, clock, chance: machineChance }));
  const pack = async (update: Uint8Array) => packUpdate(update);
  rooms = new Rooms({ store, clock, log: silentLog, meters: noMeters, pack, isSignedIn: async () => true });
  door = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  let count = 0;
  door.on("connection", (socket) => {
    const name = `hanoi/program/${2024 + (count++ % 4)}`;
    if (huong) rooms.enter(name, socket, { actor: huong, ticket: "ticket", epoch: null });
  });
  await once(door, "listening");
});
afterEach(async () => {
  for (const socket of door.clients) socket.terminate();
  door.close();
  await store.close();
  dir.remove();
});

/** Sockets over four documents, each greeted. */
function openMany(count: number): Promise<WebSocket[]> {
  const opening = Array.from({ length: count }, async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${(door.address() as AddressInfo).port}`);
    await once(socket, "message");
    return socket;
  });
  return Promise.all(opening);
}

/** Lets one goodbye's time pass, and what waits for it run. */
async function step(): Promise<void> {
  clock.pass(goodbyeEveryMs);
  await new Promise<void>((resolve) => setImmediate(resolve));
}

const openCount = () => [...door.clients].filter(({ readyState }) => readyState === WebSocket.OPEN).length;

/** How many were sent away in each step until all were. */
async function sayGoodbyes(): Promise<number[]> {
  const perStep: number[] = [];
  for (let left = openCount(); left > 0; left = openCount()) {
    await step();
    perStep.push(left - openCount());
  }
  return perStep;
}

test("[P7] 200 sockets are sent elsewhere one after the other, over more than two seconds", async () => {
  const sockets = await openMany(200);
  const codes = sockets.map((socket) => once(socket, "close").then(([code]) => Number(code)));
  const closing = rooms.close(1000);
  const perStep = await sayGoodbyes();
  clock.pass(20);
  await closing;
  expect(perStep.length * goodbyeEveryMs).toBeGreaterThan(2_000);
  expect(perStep.length * goodbyeEveryMs).toBeLessThanOrEqual(goodbyeSpreadMaxMs);
  expect(Math.max(...perStep)).toBeLessThanOrEqual(2);
  expect(new Set(await Promise.all(codes))).toEqual(new Set([1012]));
  expect(clock.waitingCount).toBe(0);
});

test("however many there are, the last is sent within four seconds", async () => {
  await openMany(400);
  const closing = rooms.close(1000);
  const perStep = await sayGoodbyes();
  clock.pass(20);
  await closing;
  expect(perStep.length * goodbyeEveryMs).toBeLessThanOrEqual(goodbyeSpreadMaxMs + goodbyeEveryMs);
  expect(Math.max(...perStep)).toBeLessThanOrEqual(4);
});

test("who is not called yet works on, and hears that it is saved", async () => {
  const [first, second] = await openMany(2);
  const sockets = [first, second];
  const gone = Promise.all(sockets.map((socket) => (socket ? once(socket, "close") : null)));
  // The first is sent away at once.
  const closing = rooms.close(1000);
  expect(openCount()).toBe(1);
  const heard = new Promise<void>((resolve) => {
    for (const socket of sockets) {
      socket?.on("message", (data: Buffer) => readFrame(data)?.kind === "marker" && resolve());
      if (socket?.readyState !== WebSocket.OPEN) continue;
      socket.send(stepTwoFrame(new Uint8Array([0, 0])));
      socket.send(markerFrame(1));
    }
  });
  await heard;
  expect(openCount()).toBe(1);
  await step();
  await step();
  await Promise.all([closing, gone]);
  expect(openCount()).toBe(0);
});

test("who waits for an edit to be saved hears that it is before they are sent elsewhere, and no timer is left", async () => {
  const [socket] = await openMany(1);
  const said: string[] = [];
  socket?.on("message", (data: Buffer) => said.push(readFrame(data)?.kind ?? ""));
  socket?.on("close", (code) => said.push(String(code)));
  const closed = socket ? once(socket, "close") : null;
  store.hold();
  const doc = new Y.Doc();
  writeMatter(doc, "a", "Giao ban");
  socket?.send(stepTwoFrame(Y.encodeStateAsUpdate(doc)));
  socket?.send(markerFrame(1));
  while (store.appendCount === 0) await new Promise<void>((resolve) => setImmediate(resolve));
  const closing = rooms.close(1000);
  await step();
  expect(openCount()).toBe(1);
  store.letGo();
  await closed;
  clock.pass(20);
  await closing;
  expect(said.slice(-2)).toEqual(["marker", "1012"]);
  expect(clock.waitingCount).toBe(0);
  expect((await store.load("hanoi/program/2024")).position).toBe(1);
});

test("a store that takes nothing does not hold up the end: who waits for it is sent elsewhere unanswered", async () => {
  const [socket] = await openMany(1);
  const heard: string[] = [];
  socket?.on("message", (data: Buffer) => heard.push(readFrame(data)?.kind ?? ""));
  const code = socket ? once(socket, "close").then(([closed]) => closed) : null;
  store.fail();
  const doc = new Y.Doc();
  writeMatter(doc, "a", "Giao ban");
  socket?.send(stepTwoFrame(Y.encodeStateAsUpdate(doc)));
  socket?.send(updateFrame(new Uint8Array([0, 0])));
  socket?.send(markerFrame(1));
  while (rooms.census().unsaved === 0) {
    await new Promise<void>((resolve) => setImmediate(resolve));
    // What came behind the first edit is read at the next turn.
    clock.pass(1);
  }
  let isClosed = false;
  const closing = rooms.close(1000).then(() => {
    isClosed = true;
  });
  for (let passedMs = 0; passedMs < 1000; passedMs += goodbyeEveryMs) {
    expect(isClosed).toBe(false);
    await step();
  }
  clock.pass(20);
  await closing;
  expect(await code).toBe(1012);
  expect(heard).not.toContain("marker");
});
