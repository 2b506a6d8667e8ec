import { once } from "node:events";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { mattersOf } from "../../test/world/matters.ts";
import { emptyAnswer, type Guest, roomName, roomsScene, updatesOf } from "../../test/world/rooms-scene.ts";
import { StoreDamaged } from "../store/store.ts";
import { markerFrame, stepOneFrame, updateFrame } from "./frame.ts";
import {
  appendEveryMs,
  earlyBytesMax,
  heartbeatMs,
  idleMs,
  recheckMs,
  silenceMaxMs,
  snapshotEntries,
  snapshotQuietMs,
} from "./limits.ts";
import { readEntry } from "./log-entry.ts";

const scene = roomsScene();

/** Lets one beat pass, the `count`th, and waits until the server has heard the socket's pong. */
async function beatOnce({ socket, until }: Guest, count: number): Promise<void> {
  const pinged = once(socket, "ping");
  scene.clock.pass(heartbeatMs);
  await pinged;
  // Its pong is on the way; a message behind it tells when it has arrived.
  socket.send(markerFrame(count));
  socket.send(emptyAnswer);
  await until("marker", count);
}

test("a document nobody has open leaves memory after a while, and comes back from the store", async () => {
  const { socket, until, closed } = await scene.enter();
  await until("step-1");
  const [update = new Uint8Array()] = updatesOf(1);
  socket.send(emptyAnswer);
  socket.send(updateFrame(update));
  socket.send(markerFrame(1));
  await until("marker");
  socket.close();
  await Promise.all([closed, once(scene.door.clients.values().next().value ?? socket, "close")]);
  expect(scene.rooms.openCount).toBe(1);
  scene.clock.pass(idleMs);
  expect(scene.rooms.openCount).toBe(0);
  const later = await scene.enter();
  later.socket.send(stepOneFrame(new Uint8Array([0])));
  await later.until("step-2");
  expect(later.heard.find((frame) => frame?.kind === "step-2")).toEqual({ kind: "step-2", update });
});

test("who comes back in time finds the document still open", async () => {
  const first = await scene.enter();
  await first.until("step-1");
  const leaving = once(scene.door.clients.values().next().value ?? first.socket, "close");
  first.socket.close();
  await leaving;
  scene.clock.pass(idleMs - 1);
  const second = await scene.enter();
  await second.until("step-1");
  scene.clock.pass(1);
  expect(scene.rooms.openCount).toBe(1);
});

test("a silent connection hears a message at each beat: the stock provider would cut it after 30 s", async () => {
  const { heard, until } = await scene.enter();
  await until("step-1");
  scene.clock.pass(heartbeatMs);
  await until("presence");
  expect(heard.at(-1)).toEqual({ kind: "presence", states: [] });
});

test("a socket that answers nothing is cut; one that answers pings stays", async () => {
  const [dead, alive] = await Promise.all([scene.enter({ autoPong: false }), scene.enter()]);
  await Promise.all([dead.until("step-1"), alive.until("step-1")]);
  for (let beat = 1; beat * heartbeatMs <= silenceMaxMs + heartbeatMs; beat++) {
    await beatOnce(alive, beat);
  }
  expect(await dead.closed).toBe(1006);
  expect(alive.socket.readyState).toBe(WebSocket.OPEN);
});

test("a sign-in that ended, wherever, ends its open sockets within a minute", async () => {
  const one = await scene.enter();
  await one.until("step-1");
  scene.signedIn.clear();
  for (let beat = 1; beat * heartbeatMs < recheckMs; beat++) await beatOnce(one, beat);
  scene.clock.pass(heartbeatMs);
  expect(await one.closed).toBe(4401);
});

test("what a socket sends before the document is read waits for it, up to a bound", async () => {
  const load = scene.store.load;
  let letLoad = () => {};
  scene.store.load = (document) => new Promise<void>((resolve) => (letLoad = resolve)).then(() => load(document));
  const [early, flood] = [await scene.enter(), await scene.enter()];
  const [update = new Uint8Array()] = updatesOf(1);
  early.socket.send(emptyAnswer);
  early.socket.send(updateFrame(update));
  early.socket.send(markerFrame(1));
  const piece = new Uint8Array(1024 * 1024);
  for (let sent = 0; sent <= earlyBytesMax; sent += piece.byteLength) flood.socket.send(piece);
  expect(await flood.closed).toBe(1013);
  expect(early.heard).toEqual([]);
  letLoad();
  await early.until("marker");
  expect(scene.store.appendCount).toBe(1);
});

test("a document that cannot be read lets nobody in, and is read again for the next who comes", async () => {
  const load = scene.store.load;
  scene.store.load = () => Promise.reject(new StoreDamaged("a part is missing"));
  const first = await scene.enter();
  expect(await first.closed).toBe(1013);
  expect(scene.store.appendCount).toBe(0);
  scene.store.load = load;
  const second = await scene.enter();
  await second.until("step-1");
});

test("a long log becomes a snapshot, and the document is the same after it", async () => {
  const { socket, until } = await scene.enter();
  await until("step-1");
  socket.send(emptyAnswer);
  for (const [index, update] of updatesOf(snapshotEntries).entries()) {
    // One append each: a batch would be one entry.
    scene.clock.pass(appendEveryMs);
    socket.send(updateFrame(update));
    socket.send(markerFrame(index));
    await until("marker", index + 1);
  }
  const before = await scene.store.load(roomName);
  expect(before).toMatchObject({ snapshot: null, position: snapshotEntries });
  const snapshot = scene.store.snapshot;
  const kept = new Promise<string>((resolve) => {
    scene.store.snapshot = async (document, bytes) => {
      const answer = await snapshot(document, bytes);
      resolve(answer);
      return answer;
    };
  });
  scene.clock.pass(snapshotQuietMs);
  expect(await kept).toBe("kept");
  const after = await scene.store.load(roomName);
  expect(after).toMatchObject({ entries: [], position: snapshotEntries });
  const [one, two] = [new Y.Doc(), new Y.Doc()];
  for (const entry of before.entries) Y.applyUpdate(one, readEntry(entry).update);
  Y.applyUpdate(two, readEntry(after.snapshot ?? new Uint8Array()).update);
  expect(Object.keys(mattersOf(one))).toHaveLength(50);
  expect(mattersOf(two)).toEqual(mattersOf(one));
});
