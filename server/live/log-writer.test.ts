import { expect, test } from "vitest";
import * as Y from "yjs";
import { HandClock } from "../../test/world/hand-clock.ts";
import { mattersOf, writeMatter } from "../../test/world/matters.ts";
import { silentLog } from "../observe/log.ts";
import { noMeters } from "../observe/meters.ts";
import { type Appended, DocumentLost, type DocumentStore, EpochChanged, StoreUnavailable } from "../store/store.ts";
import { appendEveryMs, queuedBytesMax, retryFirstMs } from "./limits.ts";
import { readEntry } from "./log-entry.ts";
import { type Batch, LogWriter } from "./log-writer.ts";
import { noNotes } from "./writers.ts";

type Waiting = { entries: readonly Uint8Array[]; resolve(appended: Appended): void; reject(error: Error): void };

/** A writer whose store answers when the test says so. */
function scene() {
  const clock = new HandClock();
  const waiting: Waiting[] = [];
  const told: Batch<string>[] = [];
  const refused: unknown[] = [];
  const pressures: string[] = [];
  let position = 0;
  const store: DocumentStore = {
    load: () => Promise.reject(new Error("not asked")),
    snapshot: () => Promise.reject(new Error("not asked")),
    restore: () => Promise.reject(new Error("not asked")),
    watch: () => Promise.reject(new Error("not asked")),
    append: (_name, entries) => new Promise((resolve, reject) => waiting.push({ entries, resolve, reject })),
  };
  const writer = new LogWriter<string>({
    name: "hanoi/program/2026",
    store,
    clock,
    log: silentLog,
    meters: noMeters,
    onDurable: (batch) => told.push(batch),
    onRefused: (error) => refused.push(error),
    onPressure: (pressure) => pressures.push(pressure),
  });
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    ...{ clock, waiting, told, refused, pressures, writer, settled },
    /** The store answers; then so much time passes that the next append may begin. */
    async accept({ afterMs = appendEveryMs } = {}) {
      waiting.shift()?.resolve({ epoch: "e", position: ++position, began: false });
      await settled();
      clock.pass(afterMs);
      await settled();
    },
    async reject(error: Error) {
      waiting.shift()?.reject(error);
      await settled();
    },
  };
}

const doc = new Y.Doc();
const updates: Uint8Array[] = [];
doc.on("update", (update: Uint8Array) => updates.push(update));
for (let index = 0; index < 10; index++) writeMatter(doc, `k${index}`, `${index}`);
const push = (writer: LogWriter<string>, update: Uint8Array, sender: string) =>
  writer.push({ update, senders: [sender], notes: noNotes });
const update = (index: number) => updates[index] ?? new Uint8Array();

test("nothing is told before it is durable", async () => {
  const { writer, waiting, told, accept } = scene();
  push(writer, update(0), "huong");
  expect([waiting.length, told.length, writer.isIdle]).toEqual([1, 0, false]);
  await accept();
  expect(told).toMatchObject([{ update: update(0), senders: new Set(["huong"]) }]);
  expect([writer.pushed, writer.durable, writer.isIdle]).toEqual([1, 1, true]);
});

test("what comes meanwhile is one entry, in order, with all its senders", async () => {
  const { writer, waiting, told, accept } = scene();
  push(writer, update(0), "huong");
  for (let index = 1; index < 10; index++) push(writer, update(index), index % 2 ? "lan" : "huong");
  await accept();
  expect(waiting).toHaveLength(1);
  await accept();
  expect(told).toHaveLength(2);
  expect(told[1]?.senders).toEqual(new Set(["huong", "lan"]));
  const copy = new Y.Doc();
  for (const batch of told) Y.applyUpdate(copy, batch.update);
  expect(mattersOf(copy)).toEqual(mattersOf(doc));
});

test("an edit after a pause goes out at once; behind it one append begins every 22 ms, with all that came", async () => {
  const { writer, waiting, told, clock, accept, settled } = scene();
  push(writer, update(0), "huong");
  expect(waiting).toHaveLength(1);
  await accept({ afterMs: 1 });
  push(writer, update(1), "huong");
  clock.pass(appendEveryMs - 2);
  push(writer, update(2), "lan");
  await settled();
  expect(waiting).toHaveLength(0);
  clock.pass(1);
  await settled();
  expect(waiting).toHaveLength(1);
  await accept();
  expect(told.map(({ senders }) => [...senders])).toEqual([["huong"], ["huong", "lan"]]);
  push(writer, update(3), "lan");
  expect(waiting).toHaveLength(1);
});

test("who asks for the next turn is called when it comes, and what they hand in then is one append", async () => {
  const { writer, waiting, told, clock, accept, settled } = scene();
  expect(writer.atNextTurn(() => expect.unreachable())).toBe(false);
  push(writer, update(0), "huong");
  await accept({ afterMs: 1 });
  const act = () => {
    for (const at of [1, 2]) push(writer, update(at), "lan");
  };
  expect(writer.atNextTurn(act)).toBe(true);
  clock.pass(appendEveryMs - 2);
  await settled();
  expect([writer.pushed, waiting.length]).toEqual([1, 0]);
  clock.pass(1);
  await settled();
  expect([writer.pushed, waiting.length]).toEqual([3, 1]);
  await accept();
  expect(told).toHaveLength(2);
});

test("a turn in which nothing is handed in appends nothing; a stopped writer has none", async () => {
  const { writer, waiting, clock, accept, settled } = scene();
  push(writer, update(0), "huong");
  await accept({ afterMs: 0 });
  writer.atNextTurn(() => {});
  clock.pass(appendEveryMs);
  push(writer, update(1), "huong");
  await accept({ afterMs: 0 });
  writer.atNextTurn(() => expect.unreachable());
  writer.stop();
  clock.pass(60_000);
  await settled();
  expect([waiting.length, clock.waitingCount]).toEqual([0, 0]);
});

test("an append that took longer than that is followed at once", async () => {
  const { writer, waiting, clock, accept } = scene();
  push(writer, update(0), "huong");
  push(writer, update(1), "lan");
  clock.pass(appendEveryMs);
  await accept({ afterMs: 0 });
  expect(waiting).toHaveLength(1);
});

test("a machine whose clock is set back holds nothing longer than one turn", async () => {
  const { writer, waiting, clock, accept, settled } = scene();
  push(writer, update(0), "huong");
  await accept({ afterMs: 0 });
  clock.setBack(3_600_000);
  push(writer, update(1), "huong");
  clock.pass(appendEveryMs);
  await settled();
  expect(waiting).toHaveLength(1);
});

test("an unavailable store is tried again, later and later, with what comes behind kept in order", async () => {
  const { writer, waiting, told, clock, accept, reject, settled } = scene();
  push(writer, update(0), "huong");
  push(writer, update(1), "lan");
  for (let waitMs = retryFirstMs; waitMs <= 4 * retryFirstMs; waitMs *= 2) {
    await reject(new StoreUnavailable("down"));
    clock.pass(waitMs - 1);
    await settled();
    expect(waiting).toHaveLength(0);
    clock.pass(1);
    await settled();
    expect(waiting[0]?.entries).toEqual([update(0)]);
  }
  await accept();
  await accept();
  expect(told.map(({ senders }) => [...senders])).toEqual([["huong"], ["lan"]]);
});

test.each([
  ["another life of the document", new EpochChanged("x")],
  ["a document that the store lost", new DocumentLost("x")],
])("%s ends it: nothing is tried again", async (_what, error) => {
  const { writer, waiting, refused, reject } = scene();
  push(writer, update(0), "huong");
  await reject(error);
  push(writer, update(1), "huong");
  expect(refused).toEqual([error]);
  expect(waiting).toHaveLength(0);
});

test("senders are held when too much waits, and let go on when half is written", async () => {
  const { writer, pressures, accept } = scene();
  for (let index = 0; index < 10; index++) push(writer, Y.encodeStateAsUpdate(longDoc(index)), "huong");
  expect(pressures).toEqual(["high"]);
  for (let index = 0; index < 10; index++) await accept();
  expect(pressures).toEqual(["high", "low"]);
  expect(writer.isIdle).toBe(true);
});

test("stopped while it gathers, it begins no append and leaves no timer", async () => {
  const { writer, waiting, clock, accept, settled } = scene();
  push(writer, update(0), "huong");
  await accept({ afterMs: 1 });
  push(writer, update(1), "huong");
  expect(clock.waitingCount).toBe(1);
  writer.stop();
  expect(clock.waitingCount).toBe(0);
  clock.pass(60_000);
  await settled();
  expect(waiting).toHaveLength(0);
});

test("what the log keeps of writers goes into the entry, and not to the others", async () => {
  const { writer, waiting, told, accept } = scene();
  push(writer, update(0), "huong");
  for (const client of [7, 8]) {
    const notes = { bound: new Map([[client, "lan"]]), refused: new Map() };
    writer.push({ update: update(client), senders: ["lan"], notes });
  }
  await accept();
  const [entry = new Uint8Array()] = waiting[0]?.entries ?? [];
  const read = readEntry(entry);
  expect([...read.notes.bound]).toEqual([
    [7, "lan"],
    [8, "lan"],
  ]);
  await accept();
  expect(told[1]?.update).toEqual(read.update);
});

test("stopped, it tries nothing again", async () => {
  const { writer, waiting, clock, reject, settled } = scene();
  push(writer, update(0), "huong");
  writer.stop();
  await reject(new StoreUnavailable("down"));
  clock.pass(60_000);
  await settled();
  expect([waiting.length, clock.waitingCount]).toEqual([0, 0]);
});

function longDoc(index: number): Y.Doc {
  const long = new Y.Doc();
  long.getText("note").insert(0, `${index}`.repeat(queuedBytesMax / 9));
  return long;
}
