import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import * as Y from "yjs";
import { type GatedStore, gateStore } from "../../test/world/gated-store.ts";
import { HandClock } from "../../test/world/hand-clock.ts";
import { temporaryDir } from "../../test/world/live-board.ts";
import { mattersOf, writeBulk, writeMatter } from "../../test/world/matters.ts";
import { demoPeople } from "../access/demo-people.ts";
import { machineChance } from "../observe/chance.ts";
import { silentLog } from "../observe/log.ts";
import { noMeters } from "../observe/meters.ts";
import { openEmbeddedStore } from "../store/embedded/embedded-store.ts";
import { StoreDamaged } from "../store/store.ts";
import { companionToBytes } from "./companion.ts";
import { type Frame, markerFrame, readFrame, stepOneFrame, stepTwoFrame, updateFrame } from "./frame.ts";
import {
  appendEveryMs,
  buildAfterMs,
  earlyBytesMax,
  heartbeatMs,
  heldBytesMax,
  idleMs,
  recheckMs,
  silenceMaxMs,
  snapshotEntries,
  snapshotQuietMs,
} from "./limits.ts";
import { packEntry, readEntry } from "./log-entry.ts";
import { packUpdate } from "./packing.ts";
import { Rooms } from "./rooms.ts";

const name = "hanoi/program/2026";
const [huong] = demoPeople;

let dir: ReturnType<typeof temporaryDir>;
let clock: HandClock;
let store: GatedStore;
let door: WebSocketServer;
let rooms: Rooms;
let signedIn: Set<string>;

beforeEach(async () => {
  dir = temporaryDir();
  clock = new HandClock();
  store = gateStore(await openEmbeddedStore({ dataDir: dir.path, clock, chance: machineChance }));
  signedIn = new Set(["ticket"]);
  const isSignedIn = async (ticket: string) => signedIn.has(ticket);
  rooms = new Rooms({
    store,
    clock,
    log: silentLog,
    meters: noMeters,
    pack: async (update) => packUpdate(update),
    isSignedIn,
  });
  door = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  door.on("connection", (socket) => {
    if (huong) rooms.enter(name, socket, { actor: huong, ticket: "ticket", epoch: null });
  });
  await once(door, "listening");
});
afterEach(async () => {
  store.letGo();
  const closing = rooms.close(1000);
  clock.pass(2000);
  await closing;
  for (const socket of door.clients) socket.terminate();
  door.close();
  await store.close();
  dir.remove();
});

/** A socket in the room, with what it heard. */
async function enter(options: { autoPong?: boolean } = {}) {
  const socket = new WebSocket(`ws://127.0.0.1:${(door.address() as AddressInfo).port}`, options);
  const heard: (Frame | null)[] = [];
  let wake = () => {};
  socket.on("message", (data: Buffer) => {
    heard.push(readFrame(data));
    wake();
  });
  const closed = once(socket, "close").then(([code]) => Number(code));
  await once(socket, "open");
  const until = async (kind: Frame["kind"], count = 1) => {
    while (heard.filter((frame) => frame?.kind === kind).length < count) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  return { socket, heard, closed, until };
}

/** Lets one beat pass, the `count`th, and waits until the server has heard the socket's pong. */
async function beatOnce({ socket, until }: Awaited<ReturnType<typeof enter>>, count: number): Promise<void> {
  const pinged = once(socket, "ping");
  clock.pass(heartbeatMs);
  await pinged;
  // Its pong is on the way; a message behind it tells when it has arrived.
  socket.send(markerFrame(count));
  socket.send(emptyAnswer);
  await until("marker", count);
}

const emptyAnswer = stepTwoFrame(new Uint8Array([0, 0]));

function updatesOf(count: number): Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (let index = 0; index < count; index++) writeMatter(doc, `k${index % 50}`, `${index}`);
  return updates;
}

test("a document nobody has open leaves memory after a while, and comes back from the store", async () => {
  const { socket, until, closed } = await enter();
  await until("step-1");
  const [update = new Uint8Array()] = updatesOf(1);
  socket.send(emptyAnswer);
  socket.send(updateFrame(update));
  socket.send(markerFrame(1));
  await until("marker");
  socket.close();
  await Promise.all([closed, once(door.clients.values().next().value ?? socket, "close")]);
  expect(rooms.openCount).toBe(1);
  clock.pass(idleMs);
  expect(rooms.openCount).toBe(0);
  const later = await enter();
  later.socket.send(stepOneFrame(new Uint8Array([0])));
  await later.until("step-2");
  expect(later.heard.find((frame) => frame?.kind === "step-2")).toEqual({ kind: "step-2", update });
});

test("who comes back in time finds the document still open", async () => {
  const first = await enter();
  await first.until("step-1");
  const leaving = once(door.clients.values().next().value ?? first.socket, "close");
  first.socket.close();
  await leaving;
  clock.pass(idleMs - 1);
  const second = await enter();
  await second.until("step-1");
  clock.pass(1);
  expect(rooms.openCount).toBe(1);
});

test("a silent connection hears a message at each beat: the stock provider would cut it after 30 s", async () => {
  const { heard, until } = await enter();
  await until("step-1");
  clock.pass(heartbeatMs);
  await until("presence");
  expect(heard.at(-1)).toEqual({ kind: "presence", states: [] });
});

test("a socket that answers nothing is cut; one that answers pings stays", async () => {
  const [dead, alive] = await Promise.all([enter({ autoPong: false }), enter()]);
  await Promise.all([dead.until("step-1"), alive.until("step-1")]);
  for (let beat = 1; beat * heartbeatMs <= silenceMaxMs + heartbeatMs; beat++) {
    await beatOnce(alive, beat);
  }
  expect(await dead.closed).toBe(1006);
  expect(alive.socket.readyState).toBe(WebSocket.OPEN);
});

test("a sign-in that ended, wherever, ends its open sockets within a minute", async () => {
  const one = await enter();
  await one.until("step-1");
  signedIn.clear();
  for (let beat = 1; beat * heartbeatMs < recheckMs; beat++) await beatOnce(one, beat);
  clock.pass(heartbeatMs);
  expect(await one.closed).toBe(4401);
});

test("what a socket sends before the document is read waits for it, up to a bound", async () => {
  const load = store.load;
  let letLoad = () => {};
  store.load = (document) => new Promise<void>((resolve) => (letLoad = resolve)).then(() => load(document));
  const [early, flood] = [await enter(), await enter()];
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
  expect(store.appendCount).toBe(1);
});

test("a document that cannot be read lets nobody in, and is read again for the next who comes", async () => {
  const load = store.load;
  store.load = () => Promise.reject(new StoreDamaged("a part is missing"));
  const first = await enter();
  expect(await first.closed).toBe(1013);
  expect(store.appendCount).toBe(0);
  store.load = load;
  const second = await enter();
  await second.until("step-1");
});

test("a long log becomes a snapshot, and the document is the same after it", async () => {
  const { socket, until } = await enter();
  await until("step-1");
  socket.send(emptyAnswer);
  for (const [index, update] of updatesOf(snapshotEntries).entries()) {
    // One append each: a batch would be one entry.
    clock.pass(appendEveryMs);
    socket.send(updateFrame(update));
    socket.send(markerFrame(index));
    await until("marker", index + 1);
  }
  const before = await store.load(name);
  expect(before).toMatchObject({ snapshot: null, position: snapshotEntries });
  const snapshot = store.snapshot;
  const kept = new Promise<string>((resolve) => {
    store.snapshot = async (document, bytes) => {
      const answer = await snapshot(document, bytes);
      resolve(answer);
      return answer;
    };
  });
  clock.pass(snapshotQuietMs);
  expect(await kept).toBe("kept");
  const after = await store.load(name);
  expect(after).toMatchObject({ entries: [], position: snapshotEntries });
  const [one, two] = [new Y.Doc(), new Y.Doc()];
  for (const entry of before.entries) Y.applyUpdate(one, readEntry(entry).update);
  Y.applyUpdate(two, readEntry(after.snapshot ?? new Uint8Array()).update);
  expect(Object.keys(mattersOf(one))).toHaveLength(50);
  expect(mattersOf(two)).toEqual(mattersOf(one));
});

/** The room has a year of some hundred KiB from the store, by Hương, with a snapshot and an entry after it. */
async function aLargeYear(): Promise<Y.Doc> {
  const doc = new Y.Doc();
  writeBulk(doc, "big", 200 * 1024);
  const update = Y.encodeStateAsUpdate(doc);
  const notes = { bound: new Map([[doc.clientID, "huong"]]), refused: new Map() };
  const bytes = packEntry({ update, notes });
  const { epoch } = await store.append(name, [bytes], null);
  const stateVector = Y.encodeStateVector(doc);
  const deletions = Y.encodeStateAsUpdate(doc, stateVector);
  const companion = companionToBytes({ stateVector, deletions, packed: packUpdate(update) });
  await store.snapshot(name, { bytes, upto: 1, epoch, companion });
  writeMatter(doc, "late", "1");
  await store.append(name, [Y.encodeStateAsUpdate(doc, stateVector)], epoch);
  return doc;
}

test("a large document is opened for many without being built and with one reading; the first edit builds it", async () => {
  const doc = await aLargeYear();
  const load = store.load;
  let loads = 0;
  store.load = (document) => {
    loads++;
    return load(document);
  };
  const joiners = await Promise.all(Array.from({ length: 20 }, () => enter()));
  for (const { socket, until, heard } of joiners) {
    await until("step-1");
    socket.send(stepOneFrame(new Uint8Array([0])));
    socket.send(emptyAnswer);
    await until("step-2");
    const copy = new Y.Doc();
    for (const frame of heard)
      if (frame?.kind === "update" || frame?.kind === "step-2") Y.applyUpdate(copy, frame.update);
    expect(mattersOf(copy)).toEqual(mattersOf(doc));
  }
  expect(loads).toBe(1);
  expect(await rooms.glance(name, "any", () => "built")).toBeNull();

  const [writer, reader] = joiners;
  const known = Y.encodeStateVector(doc);
  writeMatter(doc, "late", "2");
  const news = Y.encodeStateAsUpdate(doc, known);
  writer?.socket.send(updateFrame(news));
  await reader?.until("update", 2);
  expect(await rooms.glance(name, "any", (built) => mattersOf(built).late)).toBe("2");
});

test("what people look at is built a moment later, ahead of their first edit; what nobody has open is not", async () => {
  await aLargeYear();
  await rooms.packed(name);
  clock.pass(buildAfterMs);
  expect(await rooms.glance(name, "any", () => "built")).toBeNull();
  clock.pass(idleMs);
  expect(rooms.openCount).toBe(0);
  const { until } = await enter();
  await until("step-1");
  clock.pass(buildAfterMs);
  expect(await rooms.glance(name, "any", () => "built")).toBe("built");
});

test("what is stored and does not fit together closes the document when it is built, and nobody is blamed", async () => {
  const doc = await aLargeYear();
  // It stands on a writer that the log has never heard of.
  const stray = new Uint8Array([1, 1, 1, 0, 0x84, 99, 7, 1, 97, 0]);
  const { epoch } = await store.load(name);
  await store.append(name, [stray], epoch);
  const { socket, until, closed } = await enter();
  await until("step-1");
  socket.send(emptyAnswer);
  writeMatter(doc, "late", "2");
  socket.send(updateFrame(Y.encodeStateAsUpdate(doc)));
  expect(await closed).toBe(1013);
  expect(rooms.openCount).toBe(0);
});

test("documents that nobody has open leave longest unused first when all together hold too much", async () => {
  const doc = new Y.Doc();
  doc.getMap("titles").set("big", "x".repeat(3 * 1024 * 1024));
  const bytes = Y.encodeStateAsUpdate(doc);
  const yearOf = (index: number) => `hanoi/program/${2030 + index}`;
  const fitting = Math.floor(heldBytesMax / (14 * bytes.byteLength));
  for (let index = 0; index <= fitting; index++) await store.append(yearOf(index), [bytes], null);
  const isHeld = async (index: number) => {
    let loads = 0;
    const load = store.load;
    store.load = (document) => {
      loads++;
      return load(document);
    };
    await rooms.glance(yearOf(index), "size", (built) => built.getMap("titles").size);
    store.load = load;
    return loads === 0;
  };
  for (let index = 0; index < fitting; index++) expect(await isHeld(index)).toBe(false);
  expect(rooms.openCount).toBe(fitting);
  expect(await isHeld(0)).toBe(true);
  // One more than fits: the second is now the one that was left longest ago.
  expect(await isHeld(fitting)).toBe(false);
  expect(rooms.openCount).toBe(fitting);
  expect(await isHeld(0)).toBe(true);
  expect(await isHeld(1)).toBe(false);
});

test("a document is handed out for download as of its last snapshot; the first one is made on asking", async () => {
  const { socket, until } = await enter();
  await until("step-1");
  socket.send(emptyAnswer);
  const doc = new Y.Doc();
  writeBulk(doc, "big", 200 * 1024);
  expect(await rooms.packed(name)).toBeNull();
  socket.send(updateFrame(Y.encodeStateAsUpdate(doc)));
  socket.send(markerFrame(1));
  await until("marker");
  const packed = await rooms.packed(name);
  const copy = new Y.Doc();
  Y.applyUpdateV2(copy, brotliDecompressSync(packed?.bytes ?? new Uint8Array()));
  expect(mattersOf(copy)).toEqual(mattersOf(doc));
  expect(await store.load(name)).toMatchObject({ entries: [], position: packed?.upto, epoch: packed?.epoch });
});

test("[P2] what is seen of a document without a socket is told only once it is durable", async () => {
  const { socket, until } = await enter();
  await until("step-1");
  socket.send(emptyAnswer);
  const [update = new Uint8Array()] = updatesOf(1);
  store.hold();
  socket.send(updateFrame(update));
  while (store.appendCount === 0) await new Promise<void>((resolve) => setImmediate(resolve));
  let told: unknown = "nothing";
  const telling = rooms
    .glance(name, "k0", (doc) => mattersOf(doc).k0)
    .then((value) => {
      told = value;
    });
  expect(await rooms.packed(name)).toBeNull();
  expect(told).toBe("nothing");
  store.letGo();
  await telling;
  expect(told).toBe("0");
});
