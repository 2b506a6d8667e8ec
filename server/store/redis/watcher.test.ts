import { expect, test } from "vitest";
import type { WatchedEntry } from "../store.ts";
import type { ReadDocument } from "./documents.ts";
import { Watcher } from "./watcher.ts";

/** A watcher over a log that the test holds; entry n is the byte n. */
function scene(after: number) {
  const log = { entries: 0, upto: 0, reads: 0, isDown: false };
  const told: WatchedEntry[] = [];
  let open = Promise.resolve();
  const read = async (from: number): Promise<ReadDocument> => {
    log.reads++;
    await open;
    if (log.isDown) throw new Error("down");
    const upto = Math.max(from, log.upto);
    const entries = Array.from({ length: log.entries - upto }, (_, index) => {
      const position = upto + 1 + index;
      return { position, bytes: new Uint8Array([position]), node: position % 2 ? "me" : "you" };
    });
    const snapshot = log.upto > from ? new Uint8Array([0, log.upto]) : null;
    return { epoch: "e", position: log.entries, snapshot, companion: null, upto: log.upto, entries };
  };
  const watcher = new Watcher({ node: "me", after, read, tell: (entry) => told.push(entry) });
  return {
    ...{ log, told, watcher },
    positions: () => told.map(({ position }) => position),
    hold() {
      let letGo = () => {};
      open = new Promise((resolve) => {
        letGo = resolve;
      });
      return letGo;
    },
    ring: (position: number, node = "you", bytes = String.fromCharCode(position)) =>
      watcher.ring(Buffer.from(bytes === "" ? `${position} ${node}` : `${position} ${node} ${bytes}`, "latin1")),
  };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

test("a bell with the next entry is told at once, without asking the log", () => {
  const { ring, told, log } = scene(4);
  ring(5, "me", "\x00 \xff");
  ring(6, "you", "b c");
  expect(told.map(({ position, bytes, own }) => [position, [...bytes], own])).toEqual([
    [5, [0, 32, 255], true],
    [6, [98, 32, 99], false],
  ]);
  expect(log.reads).toBe(0);
});

test("a bell that comes twice, or late, is told once", () => {
  const { ring, positions, log } = scene(0);
  for (const position of [1, 1, 2, 1, 2]) ring(position);
  expect(positions()).toEqual([1, 2]);
  expect(log.reads).toBe(0);
});

test("a hole, or a bell without bytes, is filled from the log, in order", async () => {
  const { ring, positions, log } = scene(1);
  log.entries = 4;
  ring(4);
  await settled();
  expect(positions()).toEqual([2, 3, 4]);
  log.entries = 5;
  ring(5, "you", "");
  await settled();
  expect(positions()).toEqual([2, 3, 4, 5]);
});

test("bells during a repair wait for it, and nothing is told twice", async () => {
  const { ring, positions, log, hold } = scene(0);
  const letGo = hold();
  log.entries = 3;
  ring(3);
  log.entries = 5;
  for (const position of [1, 4, 5]) ring(position);
  expect(positions()).toEqual([]);
  letGo();
  await settled();
  expect(positions()).toEqual([1, 2, 3, 4, 5]);
  ring(6);
  expect(positions().at(-1)).toBe(6);
});

test("entries that a snapshot swallowed are told as that snapshot", async () => {
  const { watcher, told, log } = scene(2);
  Object.assign(log, { entries: 7, upto: 5 });
  await watcher.catchUp();
  expect(told.map(({ position, bytes }) => [position, [...bytes]])).toEqual([
    [5, [0, 5]],
    [6, [6]],
    [7, [7]],
  ]);
});

test("a log that cannot be read is asked again at the next bell", async () => {
  const { ring, positions, log } = scene(0);
  Object.assign(log, { entries: 2, isDown: true });
  ring(2);
  await settled();
  expect(positions()).toEqual([]);
  Object.assign(log, { entries: 3, isDown: false });
  ring(3);
  await settled();
  expect(positions()).toEqual([1, 2, 3]);
});

test("stopped, it tells nothing, not even what it was just reading", async () => {
  const { ring, watcher, positions, log, hold } = scene(0);
  const letGo = hold();
  log.entries = 2;
  ring(2);
  watcher.stop();
  letGo();
  await settled();
  ring(1);
  expect(positions()).toEqual([]);
});
