/**
 * What it costs to open a large year: `node test/load/opening.bench.ts`. A year of 10,000 items after 20,000 edits as the
 * server keeps it (a snapshot every 500 edits, 400 behind the last), served by a process of its own; its processor time,
 * all threads, is what the system counted for it. Then what stays in memory of documents that were opened and closed.
 */
import { readdirSync, readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { startBoardServer } from "../../server/board-server.ts";
import { demoYear } from "../../server/demo/year.ts";
import { companionToBytes } from "../../server/live/companion.ts";
import { readFrame, stepOneFrame, stepTwoFrame } from "../../server/live/frame.ts";
import { buildAfterMs, idleMs } from "../../server/live/limits.ts";
import { packUpdate } from "../../server/live/packing.ts";
import { machineChance } from "../../server/observe/chance.ts";
import { machineClock, pause } from "../../server/observe/clock.ts";
import { silentLog } from "../../server/observe/log.ts";
import { openStore } from "../../server/store/open-store.ts";
import { patchItem } from "../../shared/document/item-commands.ts";
import { directoryUpdate, programmeUpdate } from "../../shared/document/whole-update.ts";
import type { Day } from "../../shared/kit/day.ts";
import { programmeYearOf } from "../../shared/model/when.ts";
import { HandClock } from "../world/hand-clock.ts";
import { boardAt, temporaryDir } from "../world/live-board.ts";
import { type ServerProcess, startServer } from "../world/server-process.ts";
import { benchDirectory, benchItems } from "./bench-programme.ts";

const year = "hanoi/program/2026";
const size = { items: 10_000, edits: 20_000, writers: 20, snapshotEvery: 500, tail: 400 };
const rounds = 5;
const joinerCount = 200;
const memory = { years: 100, items: 200, openings: 1_000, warmUp: 1_000 };
const kib = 1024;

function print(label: string, value: string, target = "—"): void {
  console.log(`${label.padEnd(58)} ${value.padEnd(44)} target ${target}`);
}

const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const spread = (values: readonly number[]) =>
  `p50 ${middle(values).toFixed(1)} · max ${Math.max(...values).toFixed(1)} ms (${values.length})`;

/** Processor time of every thread of a process so far. */
function workedMs({ pid }: ServerProcess): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  const nanoseconds = threads.map((id) =>
    Number(readFileSync(`/proc/${pid}/task/${id}/schedstat`, "utf8").split(" ")[0]),
  );
  return nanoseconds.reduce((sum, each) => sum + each, 0) / 1e6;
}

type Edited = { readonly doc: Y.Doc; readonly entries: readonly Uint8Array[]; readonly snapshot: Y.Doc };

/** The edits as entries of the log, and the document as it was when the last snapshot was taken. */
function editedYear(): Edited {
  const items = demoYear("2026-11-24" as Day, 1, { items: size.items, peakWeek: 300 }).filter(
    ({ when }) => programmeYearOf(when) === 2026,
  );
  const doc = new Y.Doc();
  Y.applyUpdate(doc, programmeUpdate(items));
  const entries: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => entries.push(update));
  const snapshot = new Y.Doc();
  const isUnexpected = new Map(items.map(({ id, unexpected = false }) => [id, unexpected]));
  for (let edit = 0; edit < size.edits; edit++) {
    if (edit === size.edits - size.tail) Y.applyUpdate(snapshot, Y.encodeStateAsUpdate(doc));
    doc.clientID = 1 + (edit % size.writers);
    const { id = "" } = items[(edit * 7919) % items.length] ?? {};
    // What is there already would be no edit.
    const isNow = isUnexpected.get(id) ?? false;
    isUnexpected.set(id, !isNow);
    doc.transact(() => patchItem(doc, id, { unexpected: !isNow }));
  }
  return { doc, entries, snapshot };
}

async function fill(dataDir: string, { entries, snapshot }: Edited): Promise<void> {
  const store = await openStore(configOf(dataDir), { clock: machineClock, chance: machineChance, log: silentLog });
  await store.append("hanoi/directory", [directoryUpdate(benchDirectory())], null);
  const { epoch } = await store.append(year, [new Uint8Array([0, 0])], null);
  for (let from = 0; from < entries.length; from += size.snapshotEvery) {
    await store.append(year, entries.slice(from, from + size.snapshotEvery), epoch);
  }
  const bytes = Y.encodeStateAsUpdate(snapshot);
  const stateVector = Y.encodeStateVector(snapshot);
  const deletions = Y.encodeStateAsUpdate(snapshot, stateVector);
  const companion = companionToBytes({ stateVector, deletions, packed: packUpdate(bytes) });
  await store.snapshot(year, { bytes, upto: 1 + size.edits - size.tail, epoch, companion });
  await store.close();
}

const configOf = (dataDir: string) => ({
  ...{ port: 0, host: "127.0.0.1", dataDir, redisUrl: null, board: "hanoi", demo: true },
});

type Asking = { readonly name?: string; readonly stateVector?: Uint8Array };
const nothing: Uint8Array = new Uint8Array([0]);

/** A socket that asks for what is missing to `stateVector`, and answers as one who has nothing new. Resolves with the bytes it took. */
function opened(url: string, cookie: string, { name = year, stateVector = nothing }: Asking = {}) {
  const socket = new WebSocket(`${url.replace("http", "ws")}/sync/${name}`, { headers: { cookie } });
  let bytes = 0;
  const isOpen = new Promise<number>((resolve, reject) => {
    socket.on("error", reject);
    socket.on("close", (code) => reject(new Error(`closed with ${code}`)));
    socket.on("open", () => socket.send(stepOneFrame(stateVector)));
    socket.on("message", (data: Buffer) => {
      bytes += data.byteLength;
      // Type, step: the year itself is not decoded here.
      if (data[0] === 0 && data[1] === 1) resolve(bytes);
      else if (data.byteLength < 4_096 && readFrame(data)?.kind === "step-1") {
        socket.send(stepTwoFrame(new Uint8Array([0, 0])));
      }
    });
  });
  return { socket, isOpen };
}

async function withServer<T>(dataDir: string, act: (server: ServerProcess, cookie: string) => Promise<T>): Promise<T> {
  const server = await startServer({ DATA_DIR: dataDir });
  try {
    const cookie = await server.signIn("lan");
    // The first socket of a process also loads and compiles what all of them use.
    for (let warm = 0; warm < 3; warm++) {
      const { socket, isOpen } = opened(server.url, cookie, { name: "hanoi/directory" });
      await isOpen;
      socket.terminate();
    }
    return await act(server, cookie);
  } finally {
    await server.end("SIGKILL");
  }
}

async function benchColdOpen(dataDir: string): Promise<void> {
  const opening: number[] = [];
  const building: number[] = [];
  let bytes = 0;
  for (let round = 0; round < rounds; round++) {
    await withServer(dataDir, async (server, cookie) => {
      const before = workedMs(server);
      const { socket, isOpen } = opened(server.url, cookie);
      bytes = await isOpen;
      const after = workedMs(server);
      opening.push(after - before);
      await pause(machineClock, buildAfterMs + 1_500);
      building.push(workedMs(server) - after);
      socket.terminate();
    });
  }
  print("server's processor time until a socket has the year", spread(opening), "≤ 60 ms");
  print("  moved by the socket alone", `${(bytes / kib).toFixed(0)} KiB`);
  print("  building it afterwards, when nobody comes", spread(building));
}

async function benchDownload(dataDir: string, { doc, snapshot }: Edited): Promise<void> {
  const worked: number[] = [];
  await withServer(dataDir, async (server, cookie) => {
    for (const coding of ["br", "gzip"]) {
      const before = workedMs(server);
      const answer = await fetch(`${server.url}/api/documents/${year}`, {
        headers: { cookie, "accept-encoding": coding },
      });
      // fetch unpacks it; the length on the wire is in the header.
      await answer.arrayBuffer();
      const moved = Number(answer.headers.get("content-length"));
      worked.push(workedMs(server) - before);
      print(`first open as a download, ${coding}`, `${(moved / kib).toFixed(0)} KiB`, "≤ 600 KiB");
    }
    print("  server's processor time (gzip is packed once, on asking)", worked.map((ms) => ms.toFixed(1)).join(" · "));
    const after = opened(server.url, cookie, { stateVector: Y.encodeStateVector(snapshot) });
    print(
      "  then by the socket, the 400 edits since",
      `${((await after.isOpen) / kib).toFixed(1)} KiB`,
      "only what is new",
    );
    const later = opened(server.url, cookie, { stateVector: Y.encodeStateVector(doc) });
    print("  opened again with all of it", `${((await later.isOpen) / kib).toFixed(1)} KiB`, "only what is new");
    after.socket.terminate();
    later.socket.terminate();
  });
}

async function benchJoiners(dataDir: string): Promise<void> {
  await withServer(dataDir, async (server) => {
    // One person may have 80 sockets.
    const people = ["huong", "lan", "quang-anh", "thanh-binh", "minh-duc"];
    const cookies = await Promise.all(people.map((id) => server.signIn(id)));
    const before = workedMs(server);
    const joiners = Array.from({ length: joinerCount }, (_, index) =>
      opened(server.url, cookies[index % cookies.length] ?? ""),
    );
    const bytes = await Promise.all(joiners.map(({ isOpen }) => isOpen));
    const perJoiner = (workedMs(server) - before) / joinerCount;
    print(
      `${joinerCount} sockets at once, server's processor time of each`,
      `${perJoiner.toFixed(1)} ms, each ${((bytes[0] ?? 0) / kib).toFixed(0)} KiB`,
    );
    for (const { socket } of joiners) socket.terminate();
  });
}

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

/** Heap and buffers once all that can be let go of is. */
async function settledMiB(): Promise<number> {
  for (let round = 0; round < 4; round++) {
    collectGarbage();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, arrayBuffers, external } = process.memoryUsage();
  return (heapUsed + Math.max(arrayBuffers, external)) / kib / kib;
}

/** In this process, on a clock moved by hand: a minute without anybody passes at once. */
async function benchMemory(): Promise<void> {
  const dir = temporaryDir();
  const clock = new HandClock(machineClock.now());
  const store = await openStore(configOf(dir.path), { clock, chance: machineChance, log: silentLog });
  const update = programmeUpdate(benchItems({ count: memory.items, years: 1, planned: true }));
  const nameOf = (index: number) => `hanoi/program/${2000 + (index % memory.years)}`;
  for (let index = 0; index < memory.years; index++) await store.append(nameOf(index), [update], null);
  const parts = { store, clock, chance: machineChance, log: silentLog };
  const server = await startBoardServer({ ...parts, config: configOf(dir.path), clientDir: dir.path, version: "0" });
  const cookie = await boardAt(server.url).signIn("lan");
  let count = 0;
  const openAndClose = async (openings: number) => {
    for (let opening = 0; opening < openings; opening += 20) {
      const sockets = Array.from({ length: 20 }, () => opened(server.url, cookie, { name: nameOf(count++) }));
      await Promise.all(sockets.map(({ isOpen }) => isOpen));
      const gone = sockets.map(({ socket, isOpen }) => {
        isOpen.catch(() => {});
        socket.removeAllListeners("close");
        return new Promise((resolve) => socket.once("close", resolve));
      });
      for (const { socket } of sockets) socket.close();
      await Promise.all(gone);
      clock.pass(idleMs);
    }
    // The server hears of the last ones a moment later than they do.
    await new Promise((resolve) => setImmediate(resolve));
    clock.pass(idleMs);
  };
  await openAndClose(memory.warmUp);
  const before = await settledMiB();
  await openAndClose(memory.openings);
  const after = await settledMiB();
  const change = (100 * (after - before)) / before;
  print(
    `memory after ${memory.openings} documents opened and closed`,
    `${before.toFixed(1)} → ${after.toFixed(1)} MiB (${change.toFixed(1)} %)`,
    "± 5 %",
  );
  const stopping = server.stop();
  clock.pass(10_000);
  await stopping;
  dir.remove();
}

// First: what the other figures need would hide what stays.
await benchMemory();
const dir = temporaryDir();
const edited = editedYear();
await fill(dir.path, edited);
print("the year as Yjs writes it", `${(Y.encodeStateAsUpdate(edited.doc).byteLength / kib).toFixed(0)} KiB`);
await benchColdOpen(dir.path);
await benchDownload(dir.path, edited);
await benchJoiners(dir.path);
dir.remove();
// Providers and timers of documents would keep the process alive.
process.exit(0);
