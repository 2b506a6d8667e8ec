import { expect, test } from "vitest";
import { seed } from "../../../test/world/seed.ts";
import { createDice } from "../../demo/dice.ts";
import { DocumentLost, EpochChanged, type WatchedEntry } from "../store.ts";
import type { ReadDocument } from "./documents.ts";
import { Watcher } from "./watcher.ts";

/** A watcher over a log that the test holds; entry n is the byte n. */
function scene(after: number, from: string | null = "e") {
  const log = { epoch: from, entries: after, upto: 0, reads: 0, isDown: false };
  const told: WatchedEntry[] = [];
  const losses: Error[] = [];
  let begun = 0;
  let open = Promise.resolve();
  const read = async (asked: number): Promise<ReadDocument> => {
    log.reads++;
    await open;
    if (log.isDown) throw new Error("down");
    const upto = Math.max(asked, log.upto);
    const entries = Array.from({ length: Math.max(0, log.entries - upto) }, (_, index) => {
      const position = upto + 1 + index;
      return { position, bytes: new Uint8Array([position]), node: position % 2 ? "me" : "you" };
    });
    const snapshot = log.upto > asked ? new Uint8Array([0, log.upto]) : null;
    const { epoch, entries: end } = log;
    return { epoch, position: end, snapshot, companion: null, upto, entries, end };
  };
  const watcher = new Watcher({
    node: "me",
    from: { position: after, epoch: from },
    read,
    tell: (entry) => told.push(entry),
    lost: (why) => losses.push(why),
    began: () => {
      begun++;
    },
  });
  return {
    ...{ log, told, losses, watcher },
    begunCount: () => begun,
    positions: () => told.map(({ position }) => position),
    hold() {
      let letGo = () => {};
      open = new Promise((resolve) => {
        letGo = resolve;
      });
      return letGo;
    },
    ring: (position: number, { node = "you", bytes = String.fromCharCode(position), epoch = "e" } = {}) => {
      const words = `${position} ${node} ${epoch}`;
      watcher.ring(Buffer.from(bytes === "" ? words : `${words} ${bytes}`, "latin1"));
    },
  };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

test("a bell with the next entry is told at once, without asking the log", () => {
  const { ring, told, log } = scene(4);
  ring(5, { node: "me", bytes: "\x00 \xff" });
  ring(6, { bytes: "b c" });
  expect(told.map(({ position, bytes, own }) => [position, [...bytes], own])).toEqual([
    [5, [0, 32, 255], true],
    [6, [98, 32, 99], false],
  ]);
  expect(log.reads).toBe(0);
});

test("a bell that overtakes a reading tells more than the reading knows: nothing is lost", async () => {
  const { hold, ring, positions, losses, watcher } = scene(4);
  const letGo = hold();
  const reached = watcher.reach();
  ring(5);
  letGo();
  await reached;
  expect(losses).toEqual([]);
  ring(6);
  expect(positions()).toEqual([5, 6]);
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
  ring(5, { bytes: "" });
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

test("whatever bells get lost, come twice or out of order, every entry is told once, in order", async () => {
  const dice = createDice(`bells ${seed}`);
  let lostBells = 0;
  for (let round = 0; round < 200; round++) {
    const { ring, positions, told, log, watcher } = scene(0);
    const bells: number[] = [];
    while (log.entries < 60) {
      bells.push(++log.entries);
      while (bells.length > 0 && dice.happens(60)) {
        const [position = 0] = bells.splice(dice.below(bells.length), 1);
        if (dice.happens(20)) lostBells++;
        else ring(position, dice.happens(10) ? { bytes: "" } : {});
        if (dice.happens(20)) ring(position);
        if (dice.happens(50)) await settled();
      }
    }
    await watcher.catchUp();
    await settled();
    expect(positions(), `seed ${seed}, round ${round}`).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    expect(told.map(({ bytes }) => bytes[0])).toEqual(positions());
  }
  expect(lostBells).toBeGreaterThan(200);
});

test("the first bell of a document that had no epoch gives it one; that is told once", () => {
  const { ring, told, log, begunCount } = scene(0, null);
  ring(1);
  ring(2);
  expect(told.map(({ epoch }) => epoch)).toEqual(["e", "e"]);
  expect([begunCount(), log.reads]).toEqual([1, 0]);
});

test.each([
  ["is gone", { epoch: null, entries: 0 }, DocumentLost],
  ["was given back by somebody else", { epoch: "e+1", entries: 1 }, DocumentLost],
  ["was given back and is longer than before", { epoch: "e+1", entries: 9 }, DocumentLost],
  ["lost its last entries", { epoch: "e", entries: 3 }, DocumentLost],
  ["is of another life", { epoch: "f", entries: 9 }, EpochChanged],
])("a log that %s is told as lost, once, and nothing after it", async (_what, held, loss) => {
  const { watcher, ring, log, losses, told } = scene(4);
  Object.assign(log, held);
  await watcher.catchUp();
  await watcher.catchUp();
  ring(5);
  expect(losses).toHaveLength(1);
  expect(losses[0]).toBeInstanceOf(loss);
  expect(told).toEqual([]);
});

test("a bell of another turn is looked into, however low its position; an old one that comes late changes nothing", async () => {
  const { ring, log, losses } = scene(4);
  ring(1, { epoch: "d" });
  await settled();
  expect([log.reads, losses.length]).toEqual([1, 0]);
  Object.assign(log, { epoch: "e+1", entries: 1 });
  ring(1, { epoch: "e+1" });
  await settled();
  expect(losses).toHaveLength(1);
});
