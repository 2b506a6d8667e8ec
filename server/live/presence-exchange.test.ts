import { expect, test } from "vitest";
import { Awareness, applyAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { HandClock } from "../../test/world/hand-clock.ts";
import { seed } from "../../test/world/seed.ts";
import { demoPeople } from "../access/demo-people.ts";
import { createDice } from "../demo/dice.ts";
import type { Messenger } from "../store/store.ts";
import { type PresenceState, presenceFrame, readFrame } from "./frame.ts";
import { presenceBeatMs, presenceEveryMs, presenceIdsMax, presenceLeaseMs, presenceSayEveryMs } from "./limits.ts";
import { Presence, type Presenter } from "./presence.ts";
import { encodeWords, readWords } from "./presence-words.ts";
import { Writers } from "./writers.ts";

/** A browser's socket; what it hears goes into a stock awareness, as in a browser. */
class Ear implements Presenter {
  presenceId: number | null = null;
  frames = 0;
  readonly #awareness = new Awareness(new Y.Doc());
  readonly actor;
  constructor(person: string) {
    this.actor = demoPeople.find(({ id }) => id === person) ?? expect.fail(person);
  }
  send(frame: Uint8Array): void {
    const read = readFrame(frame);
    if (read?.kind !== "presence") expect.fail("no presence");
    this.frames++;
    // The frame is the update with its type and its length before it.
    applyAwarenessUpdate(this.#awareness, bodyOf(presenceFrame(read.states)), "test");
  }
  /** What the others have open, by their names. */
  get sees(): Record<string, unknown> {
    const others = [...this.#awareness.getStates()].filter(([, state]) => state.user);
    return Object.fromEntries(others.map(([id, { user, open }]) => [`${user.id} ${id}`, open]));
  }
}

/** Processes that talk over a wire which the test can cut. */
function scene() {
  const clock = new HandClock();
  const ears = new Set<{ node: string; hear: (words: Uint8Array, from: string) => void }>();
  const wire = { isCut: false, words: 0 };
  const dead = new Set<string>();
  const messengerOf = (node: string): Messenger => ({
    say(_topic, words) {
      wire.words++;
      if (wire.isCut || dead.has(node)) return;
      for (const ear of ears) if (ear.node !== node) ear.hear(words, node);
    },
    async listen(_topic, hear) {
      const ear = { node, hear };
      ears.add(ear);
      return () => void ears.delete(ear);
    },
  });
  async function start(node: string, ...people: string[]) {
    const audience = new Set(people.map((person) => new Ear(person)));
    const writers = new Writers();
    const claim = (id: number, actorId: string) => writers.claim(1000 + id, actorId);
    const presence = new Presence<Ear>({ name: "d", messenger: messengerOf(node), clock, audience, claim });
    await presence.connect();
    return {
      ...{ presence, audience, ears: [...audience] },
      says: (ear: Ear | undefined, id: number, open: string, stateClock = 1) => {
        if (ear) presence.take(ear, [{ id, clock: stateClock, json: JSON.stringify({ open }) }]);
      },
      /** kill -9: it says nothing more, and hears nothing. */
      kill() {
        dead.add(node);
        for (const ear of ears) if (ear.node === node) ears.delete(ear);
      },
    };
  }
  return { clock, wire, start, pass: () => clock.pass(presenceSayEveryMs + presenceEveryMs) };
}

test("who is on one process is seen on the other within 200 ms, under the name of their sign-in", async () => {
  const { start, pass } = scene();
  const [east, west] = [await start("east", "huong"), await start("west", "lan")];
  east.says(east.ears[0], 1, "a");
  west.says(west.ears[0], 2, "b");
  pass();
  expect(west.ears[0]?.sees).toEqual({ "huong 1": "a" });
  expect(east.ears[0]?.sees).toEqual({ "lan 2": "b" });
  expect([west.presence.actorIdOf(1), west.presence.actorIdOf(2), west.presence.actorIdOf(3)]).toEqual([
    "huong",
    "lan",
    null,
  ]);
});

test("however many move on the other process, each receiver gets at most ten frames a second", async () => {
  const { start, clock, wire } = scene();
  const [east, west] = [await start("east", "huong", "quang-anh", "thu-ha"), await start("west", "lan")];
  const [before, beforeWords] = [west.ears[0]?.frames ?? 0, wire.words];
  for (let step = 0; step < 100; step++) {
    for (const [index, ear] of east.ears.entries()) east.says(ear, index + 1, `${step}`, step);
    clock.pass(10);
  }
  const frames = (west.ears[0]?.frames ?? 0) - before;
  expect(frames).toBeGreaterThanOrEqual(9);
  expect(frames).toBeLessThanOrEqual(10);
  expect(wire.words - beforeWords).toBeLessThanOrEqual(20);
});

test("gone from the other process as soon as the socket is closed", async () => {
  const { start, pass } = scene();
  const [east, west] = [await start("east", "huong"), await start("west", "lan")];
  east.says(east.ears[0], 1, "a");
  pass();
  if (east.ears[0]) east.presence.leave(east.ears[0]);
  pass();
  expect(west.ears[0]?.sees).toEqual({});
});

test("a process that comes later knows everybody of all processes at once", async () => {
  const { start, pass } = scene();
  const [east, west] = [await start("east", "huong"), await start("west", "lan")];
  east.says(east.ears[0], 1, "a");
  west.says(west.ears[0], 2, "b");
  pass();
  const south = await start("south");
  const guest = new Ear("khach");
  south.audience.add(guest);
  south.presence.greet(guest);
  expect(guest.sees).toEqual({ "huong 1": "a", "lan 2": "b" });
});

test("words that were lost are made good with the next beat: who came, who changed, who left", async () => {
  const { start, pass, wire, clock } = scene();
  const [east, west] = [await start("east", "huong", "quang-anh", "thu-ha"), await start("west", "lan")];
  const [huong, quangAnh, thuHa] = east.ears;
  east.says(huong, 1, "a");
  east.says(quangAnh, 2, "b");
  pass();
  wire.isCut = true;
  if (huong) east.presence.leave(huong);
  east.says(quangAnh, 2, "changed", 2);
  east.says(thuHa, 3, "new");
  pass();
  expect(west.ears[0]?.sees).toEqual({ "huong 1": "a", "quang-anh 2": "b" });
  wire.isCut = false;
  clock.pass(presenceBeatMs);
  pass();
  expect(west.ears[0]?.sees).toEqual({ "quang-anh 2": "changed", "thu-ha 3": "new" });
});

test("who is on a process that was killed is gone when its lease is over, and not before", async () => {
  const { start, pass, clock } = scene();
  const [east, west] = [await start("east", "huong"), await start("west", "lan")];
  east.says(east.ears[0], 1, "a");
  pass();
  east.kill();
  clock.pass(presenceLeaseMs - presenceBeatMs);
  expect(west.ears[0]?.sees).toEqual({ "huong 1": "a" });
  clock.pass(2 * presenceBeatMs);
  pass();
  expect(west.ears[0]?.sees).toEqual({});
});

test("who is on a process that stops is gone at once", async () => {
  const { start, pass } = scene();
  const [east, west] = [await start("east", "huong"), await start("west", "lan")];
  east.says(east.ears[0], 1, "a");
  pass();
  east.presence.stop();
  pass();
  expect(west.ears[0]?.sees).toEqual({});
});

test("a tab that goes on to the other process is there once, and everybody sees what it says there", async () => {
  const { start, pass, clock } = scene();
  const [east, west] = [await start("east", "huong", "khach"), await start("west", "huong", "lan")];
  const [old, guest] = east.ears;
  const [fresh, lan] = west.ears;
  for (let step = 1; step < 9; step++) east.says(old, 1, `${step}`, step);
  pass();
  // The old socket is not known to be dead.
  west.says(fresh, 1, "there", 9);
  pass();
  expect([guest?.sees, lan?.sees]).toEqual([{ "huong 1": "there" }, { "huong 1": "there" }]);
  expect(old?.presenceId).toBeNull();
  if (old) east.presence.leave(old);
  clock.pass(presenceBeatMs);
  pass();
  expect([guest?.sees, lan?.sees]).toEqual([{ "huong 1": "there" }, { "huong 1": "there" }]);
  // And back again, from its own clock.
  if (fresh) west.presence.leave(fresh);
  pass();
  east.says(old, 1, "back", 10);
  pass();
  expect([guest?.sees, lan?.sees]).toEqual([{ "huong 1": "back" }, { "huong 1": "back" }]);
});

test("nobody takes over another's tab from another process", async () => {
  const { start, pass } = scene();
  const [east, west] = [await start("east", "huong", "khach"), await start("west", "lan")];
  east.says(east.ears[0], 1, "a");
  pass();
  west.says(west.ears[0], 1, "stolen", 99);
  pass();
  expect(east.ears[1]?.sees).toEqual({ "huong 1": "a" });
  expect(west.ears[0]?.presenceId).toBeNull();
});

test("[P6] what other processes say costs bounded memory", async () => {
  const { start, clock } = scene();
  const [east, west] = [await start("east", "huong"), await start("west", "lan")];
  for (let id = 1; id < 3 * presenceIdsMax; id++) {
    east.says(east.ears[0], id, "x");
    if (east.ears[0]) east.presence.leave(east.ears[0]);
    if (id % 50 === 0) clock.pass(presenceSayEveryMs);
  }
  const flood = Array.from({ length: 3 * presenceIdsMax }, (_, id): PresenceState & { actorId: string } => ({
    ...{ id, clock: 1, json: "{}", actorId: "huong" },
  }));
  west.presence.hear("south", flood);
  expect(west.presence.rememberedCount).toBeLessThanOrEqual(2 * presenceIdsMax + 200);
  west.presence.keepOnly("south", new Set());
  clock.pass(presenceEveryMs);
  west.presence.hear("south", flood.slice(0, 1));
  expect(west.presence.rememberedCount).toBeLessThanOrEqual(presenceIdsMax + 200);
  east.presence.stop();
  west.presence.stop();
  expect(clock.waitingCount).toBe(0);
});

test("[P6] words of another version, or broken ones, are no words", () => {
  const dice = createDice(`words ${seed}`);
  const states = [{ id: 7, clock: 3, json: '{"open":"a"}', actorId: "huong" }];
  const whole = encodeWords({ kind: "all", states });
  expect(readWords(whole)).toEqual({ kind: "all", states });
  expect(readWords(encodeWords({ kind: "ask" }))).toEqual({ kind: "ask" });
  let refused = 0;
  for (let round = 0; round < 5_000; round++) {
    const bytes = Uint8Array.from(whole.subarray(0, 1 + dice.below(whole.length)));
    for (let harm = dice.below(4); harm > 0; harm--) bytes[dice.below(bytes.length)] = dice.below(256);
    if (readWords(bytes) === null) refused++;
  }
  expect(refused).toBeGreaterThan(1_000);
});

/** Of a frame: what stands behind its type and its length. */
function bodyOf(frame: Uint8Array): Uint8Array {
  const lengthBytes = frame.subarray(1).findIndex((byte) => byte < 128) + 1;
  return frame.subarray(1 + lengthBytes);
}
