import { describe, expect, test } from "vitest";
import { Intake } from "./intake.ts";
import { earlyBytesMax, gatheredBytesMax } from "./limits.ts";

/** Everything is read as it comes. */
const inNoTurn = { readRun: () => 0, canWait: () => false, atNextTurn: () => false };

function scene() {
  const read: string[] = [];
  const intake = new Intake<string>({
    read: (sender, message) => void read.push(`${sender}${message[0]}`),
    ...inNoTurn,
  });
  const receive = (sender: string, ...bytes: number[]) =>
    bytes.map((byte) => intake.receive(sender, new Uint8Array([byte])));
  return { read, intake, receive };
}

test("what comes before the document is there is read after it, each sender's in order", () => {
  const { read, intake, receive } = scene();
  receive("a", 1);
  receive("b", 1);
  receive("a", 2);
  expect(read).toEqual([]);
  intake.open();
  receive("a", 3);
  expect(read).toEqual(["a1", "a2", "b1", "a3"]);
});

test("a suspended sender waits, the others do not; what it sent follows in order", async () => {
  const { read, intake, receive } = scene();
  intake.open();
  const { promise, resolve } = Promise.withResolvers<void>();
  const over = intake.suspend("a", () => promise);
  receive("a", 1, 2);
  receive("b", 1);
  expect(read).toEqual(["b1"]);
  resolve();
  await over;
  receive("a", 3);
  expect(read).toEqual(["b1", "a1", "a2", "a3"]);
});

test("who is suspended again by what waited goes on waiting from there", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const read: number[] = [];
  let second: Promise<void> | null = null;
  const intake = new Intake<string>({
    read: (sender, message) => {
      read.push(message[0] ?? 0);
      if (message[0] === 1) second = intake.suspend(sender, () => promise);
    },
    ...inNoTurn,
  });
  for (const byte of [1, 2, 3]) intake.receive("a", new Uint8Array([byte]));
  intake.open();
  expect(read).toEqual([1]);
  resolve();
  await second;
  expect(read).toEqual([1, 2, 3]);
});

test("[P6] more than a bound is not kept, of each sender for itself; who is gone leaves nothing", () => {
  const { read, intake } = scene();
  expect(intake.receive("a", new Uint8Array(earlyBytesMax))).toBe(true);
  expect(intake.receive("a", new Uint8Array(1))).toBe(false);
  expect(intake.receive("b", new Uint8Array(1))).toBe(true);
  intake.forget("a");
  intake.open();
  expect(read).toEqual(["b0"]);
});

describe("what can wait for the next turn", () => {
  /** Messages under 100 can wait; a run takes up to three that are even. */
  function turns() {
    const [read, runs]: [string[], string[]] = [[], []];
    let turn: (() => void) | null = null;
    const words = (sender: string, message: Uint8Array) => `${sender}${message[0]}`;
    const intake = new Intake<string>({
      read: (sender, message) => void read.push(words(sender, message)),
      readRun(messages, from) {
        const rest = messages.slice(from, from + 3);
        const odd = rest.findIndex(({ message }) => (message[0] ?? 0) % 2 === 1);
        const taken = odd === -1 ? rest : rest.slice(0, odd);
        if (taken.length > 0) runs.push(taken.map(({ sender, message }) => words(sender, message)).join(" "));
        return taken.length;
      },
      canWait: (message) => (message[0] ?? 0) < 100,
      atNextTurn(act) {
        turn = act;
        return true;
      },
    });
    intake.open();
    const receive = (sender: string, byte: number) => intake.receive(sender, new Uint8Array([byte]));
    return { read, runs, intake, receive, take: () => turn?.() };
  }

  test("is read then, as much of it together as may be, in order", () => {
    const { read, runs, intake, receive, take } = turns();
    for (const [sender, byte] of [
      ["a", 2],
      ["b", 4],
      ["a", 5],
      ["b", 6],
    ] as const)
      receive(sender, byte);
    expect([read, runs, intake.isRead]).toEqual([[], [], false]);
    take();
    expect([read, runs, intake.isRead]).toEqual([["a5"], ["a2 b4", "b6"], true]);
  });

  test("what follows it of the same sender waits too, what others ask does not", () => {
    const { read, runs, receive, take } = turns();
    receive("a", 2);
    receive("a", 101);
    receive("b", 103);
    expect(read).toEqual(["b103"]);
    take();
    expect([read, runs]).toEqual([["b103", "a101"], ["a2"]]);
  });

  test("is read before its time when somebody goes, or there is too much of it", () => {
    const { read, runs, intake, receive } = turns();
    receive("a", 2);
    intake.readGathered();
    expect(runs).toEqual(["a2"]);
    receive("a", 4);
    intake.receive("a", new Uint8Array(gatheredBytesMax).fill(3));
    expect([read, runs, intake.isRead]).toEqual([["a3"], ["a2", "a4"], true]);
  });

  test("of a suspended sender waits for its end, in order", async () => {
    const { read, runs, intake, receive, take } = turns();
    const { promise, resolve } = Promise.withResolvers<void>();
    receive("a", 2);
    const over = intake.suspend("a", () => promise);
    receive("b", 4);
    take();
    expect([read, runs]).toEqual([["b4"], []]);
    receive("a", 6);
    resolve();
    await over;
    expect(read).toEqual(["b4", "a2", "a6"]);
  });
});
