import { describe, expect, test } from "vitest";
import { messageType } from "../../shared/protocol/message.ts";
import { markerFrame, presenceFrame, stepTwoFrame, updateFrame } from "./frame.ts";
import { bytesRate, caughtUpBytesMax, messageRate, pauseMinMs, presenceEveryMs } from "./limits.ts";
import { Traffic } from "./traffic.ts";

const edit = updateFrame(new Uint8Array(60));
const word = presenceFrame([{ id: 1, clock: 1, json: '{"open":"item"}' }]);

/** Sends each message at its time; answers how many were dropped, and how long the socket rested. */
function sendAll(messages: readonly { readonly atMs: number; readonly bytes: Uint8Array }[]) {
  const traffic = new Traffic(0);
  let dropped = 0;
  let restedMs = 0;
  for (const { atMs, bytes } of messages) {
    const { isTaken, pauseMs } = traffic.weigh(bytes, atMs);
    if (!isTaken) dropped++;
    restedMs += pauseMs;
  }
  return { dropped, restedMs };
}

const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));

describe("honest work never waits, and nothing of it is dropped", () => {
  test("an hour of typing twenty letters a second, with a marker and a word of presence each, and the echo of others", () => {
    const letters = times(20 * 3600, (index) => ({ atMs: index * 50, messages: [edit, markerFrame(index), word] }));
    const echoes = times(10 * 3600, (index) => ({ atMs: index * presenceEveryMs, messages: [word] }));
    const sent = [...letters, ...echoes].sort((one, other) => one.atMs - other.atMs);
    const messages = sent.flatMap(({ atMs, messages }) => messages.map((bytes) => ({ atMs, bytes })));
    expect(sendAll(messages)).toEqual({ dropped: 0, restedMs: 0 });
  });

  test("a pasted week of 300 items, each an edit and a marker, in one instant", () => {
    const items = times(300, (index) => [updateFrame(new Uint8Array(400)), markerFrame(index)]).flat();
    expect(sendAll(items.map((bytes) => ({ atMs: 0, bytes })))).toEqual({ dropped: 0, restedMs: 0 });
  });

  test("the longest answer of somebody who was away, and their markers behind it", () => {
    const answer = stepTwoFrame(new Uint8Array(caughtUpBytesMax));
    const sent = [answer, ...times(100, markerFrame)].map((bytes) => ({ atMs: 0, bytes }));
    expect(sendAll(sent)).toEqual({ dropped: 0, restedMs: 0 });
  });
});

describe("a flood", () => {
  test("of messages rests until it comes down to the rate; nothing of it is dropped", () => {
    const traffic = new Traffic(0);
    const count = messageRate.burst + 5 * messageRate.perSecond;
    let last = { isTaken: true, pauseMs: 0 };
    for (let sent = 0; sent < count; sent++) {
      last = traffic.weigh(edit, 0);
      expect(last.isTaken).toBe(true);
    }
    expect(last.pauseMs).toBe(5_000);
  });

  test("of bytes rests as long as they are worth", () => {
    const traffic = new Traffic(0);
    traffic.weigh(new Uint8Array(bytesRate.burst), 0);
    expect(traffic.weigh(updateFrame(new Uint8Array(bytesRate.perSecond)), 0).pauseMs).toBeGreaterThanOrEqual(1000);
  });

  test("just above the rate rests for a moment worth stopping for", () => {
    const traffic = new Traffic(0);
    for (let sent = 0; sent < messageRate.burst; sent++) traffic.weigh(edit, 0);
    expect(traffic.weigh(edit, 0).pauseMs).toBe(pauseMinMs);
  });

  test("of presence is dropped while edits between it are taken, and taken again a second later", () => {
    const traffic = new Traffic(0);
    const answers = times(200, () => traffic.weigh(word, 0).isTaken);
    expect(answers.filter((isTaken) => isTaken)).toHaveLength(60);
    expect(traffic.weigh(edit, 0)).toEqual({ isTaken: true, pauseMs: 0 });
    expect(traffic.weigh(word, 1000).isTaken).toBe(true);
  });

  test("of empty messages counts as any other", () => {
    const traffic = new Traffic(0);
    for (let sent = 0; sent <= messageRate.burst; sent++) traffic.weigh(new Uint8Array(), 0);
    expect(traffic.weigh(new Uint8Array([messageType.sync]), 0).pauseMs).toBeGreaterThan(0);
  });
});
