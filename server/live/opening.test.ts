import { brotliDecompressSync } from "node:zlib";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { mattersOf, writeBulk, writeMatter } from "../../test/world/matters.ts";
import { emptyAnswer, roomName, roomsScene, updatesOf } from "../../test/world/rooms-scene.ts";
import { companionToBytes } from "./companion.ts";
import { markerFrame, stepOneFrame, updateFrame } from "./frame.ts";
import { buildAfterMs, heldBytesMax, idleMs } from "./limits.ts";
import { packEntry } from "./log-entry.ts";
import { packUpdate } from "./packing.ts";

const scene = roomsScene();

/** The room has a year of some hundred KiB from the store, by Hương, with a snapshot and an entry after it. */
async function aLargeYear(): Promise<Y.Doc> {
  const doc = new Y.Doc();
  writeBulk(doc, "big", 200 * 1024);
  const update = Y.encodeStateAsUpdate(doc);
  const notes = { bound: new Map([[doc.clientID, "huong"]]), refused: new Map() };
  const bytes = packEntry({ update, notes });
  const { epoch } = await scene.store.append(roomName, [bytes], null);
  const stateVector = Y.encodeStateVector(doc);
  const deletions = Y.encodeStateAsUpdate(doc, stateVector);
  const companion = companionToBytes({ stateVector, deletions, packed: packUpdate(update) });
  await scene.store.snapshot(roomName, { bytes, upto: 1, epoch, companion });
  writeMatter(doc, "late", "1");
  await scene.store.append(roomName, [Y.encodeStateAsUpdate(doc, stateVector)], epoch);
  return doc;
}

test("a large document is opened for many without being built and with one reading; the first edit builds it", async () => {
  const doc = await aLargeYear();
  const load = scene.store.load;
  let loads = 0;
  scene.store.load = (document) => {
    loads++;
    return load(document);
  };
  const joiners = await Promise.all(Array.from({ length: 20 }, () => scene.enter()));
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
  expect(await scene.rooms.glance(roomName, "any", () => "built")).toBeNull();

  const [writer, reader] = joiners;
  const known = Y.encodeStateVector(doc);
  writeMatter(doc, "late", "2");
  const news = Y.encodeStateAsUpdate(doc, known);
  writer?.socket.send(updateFrame(news));
  await reader?.until("update", 2);
  expect(await scene.rooms.glance(roomName, "any", (built) => mattersOf(built).late)).toBe("2");
});

test("what people look at is built a moment later, ahead of their first edit; what nobody has open is not", async () => {
  await aLargeYear();
  await scene.rooms.packed(roomName);
  scene.clock.pass(buildAfterMs);
  expect(await scene.rooms.glance(roomName, "any", () => "built")).toBeNull();
  scene.clock.pass(idleMs);
  expect(scene.rooms.openCount).toBe(0);
  const { until } = await scene.enter();
  await until("step-1");
  scene.clock.pass(buildAfterMs);
  expect(await scene.rooms.glance(roomName, "any", () => "built")).toBe("built");
});

test("[LV37] what is held is built without anybody asking, and stays when nobody has it open", async () => {
  await aLargeYear();
  const stop = scene.rooms.hold(roomName);
  while ((await scene.rooms.glance(roomName, "any", () => "built")) === null)
    await new Promise<void>((resolve) => setImmediate(resolve));
  scene.clock.pass(2 * idleMs);
  expect(await scene.rooms.glance(roomName, "any", () => "built")).toBe("built");
  stop();
  scene.clock.pass(idleMs);
  expect(scene.rooms.openCount).toBe(0);
});

test("what is stored and does not fit together closes the document when it is built, and nobody is blamed", async () => {
  const doc = await aLargeYear();
  // It stands on a writer that the log has never heard of.
  const stray = new Uint8Array([1, 1, 1, 0, 0x84, 99, 7, 1, 97, 0]);
  const { epoch } = await scene.store.load(roomName);
  await scene.store.append(roomName, [stray], epoch);
  const { socket, until, closed } = await scene.enter();
  await until("step-1");
  socket.send(emptyAnswer);
  writeMatter(doc, "late", "2");
  socket.send(updateFrame(Y.encodeStateAsUpdate(doc)));
  expect(await closed).toBe(1013);
  expect(scene.rooms.openCount).toBe(0);
});

test("documents that nobody has open leave longest unused first when all together hold too much", async () => {
  const doc = new Y.Doc();
  doc.getMap("titles").set("big", "x".repeat(3 * 1024 * 1024));
  const bytes = Y.encodeStateAsUpdate(doc);
  const yearOf = (index: number) => `hanoi/program/${2030 + index}`;
  const fitting = Math.floor(heldBytesMax / (14 * bytes.byteLength));
  for (let index = 0; index <= fitting; index++) await scene.store.append(yearOf(index), [bytes], null);
  const isHeld = async (index: number) => {
    let loads = 0;
    const load = scene.store.load;
    scene.store.load = (document) => {
      loads++;
      return load(document);
    };
    await scene.rooms.glance(yearOf(index), "size", (built) => built.getMap("titles").size);
    scene.store.load = load;
    return loads === 0;
  };
  for (let index = 0; index < fitting; index++) expect(await isHeld(index)).toBe(false);
  expect(scene.rooms.openCount).toBe(fitting);
  expect(await isHeld(0)).toBe(true);
  // One more than fits: the second is now the one that was left longest ago.
  expect(await isHeld(fitting)).toBe(false);
  expect(scene.rooms.openCount).toBe(fitting);
  expect(await isHeld(0)).toBe(true);
  expect(await isHeld(1)).toBe(false);
});

test("a document is handed out for download as of its last snapshot; the first one is made on asking", async () => {
  const { socket, until } = await scene.enter();
  await until("step-1");
  socket.send(emptyAnswer);
  const doc = new Y.Doc();
  writeBulk(doc, "big", 200 * 1024);
  expect(await scene.rooms.packed(roomName)).toBeNull();
  socket.send(updateFrame(Y.encodeStateAsUpdate(doc)));
  socket.send(markerFrame(1));
  await until("marker");
  const packed = await scene.rooms.packed(roomName);
  const copy = new Y.Doc();
  Y.applyUpdateV2(copy, brotliDecompressSync(packed?.bytes ?? new Uint8Array()));
  expect(mattersOf(copy)).toEqual(mattersOf(doc));
  expect(await scene.store.load(roomName)).toMatchObject({ entries: [], position: packed?.upto, epoch: packed?.epoch });
});

test("[P2] what is seen of a document without a socket is told only once it is durable", async () => {
  const { socket, until } = await scene.enter();
  await until("step-1");
  socket.send(emptyAnswer);
  const [update = new Uint8Array()] = updatesOf(1);
  scene.store.hold();
  socket.send(updateFrame(update));
  while (scene.store.appendCount === 0) await new Promise<void>((resolve) => setImmediate(resolve));
  let told: unknown = "nothing";
  const telling = scene.rooms
    .glance(roomName, "k0", (doc) => mattersOf(doc).k0)
    .then((value) => {
      told = value;
    });
  expect(await scene.rooms.packed(roomName)).toBeNull();
  expect(told).toBe("nothing");
  scene.store.letGo();
  await telling;
  expect(told).toBe("0");
});
