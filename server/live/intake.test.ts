import { expect, test } from "vitest";
import { Intake } from "./intake.ts";
import { earlyBytesMax } from "./limits.ts";

function scene() {
  const read: string[] = [];
  const intake = new Intake<string>({ read: (sender, message) => void read.push(`${sender}${message[0]}`) });
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
