import * as encoding from "lib0/encoding";
import { expect, test } from "vitest";
import { Awareness, applyAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { HandClock } from "../../test/world/hand-clock.ts";
import { demoPeople } from "../access/demo-people.ts";
import { type PresenceState, readFrame } from "./frame.ts";
import { presenceBytesMax, presenceClockMax, presenceEveryMs, presenceIdsMax } from "./limits.ts";
import { Presence, type Presenter } from "./presence.ts";
import { Writers } from "./writers.ts";

class Ear implements Presenter {
  presenceId: number | null = null;
  readonly heard: PresenceState[][] = [];
  readonly actor;
  constructor(person: string) {
    this.actor = demoPeople.find(({ id }) => id === person) ?? expect.fail(person);
  }
  send(frame: Uint8Array): void {
    const read = readFrame(frame);
    this.heard.push(read?.kind === "presence" ? [...read.states] : expect.fail("no presence"));
  }
}

function scene(...people: string[]) {
  const clock = new HandClock();
  const ears = people.map((person) => new Ear(person));
  const audience = new Set(ears);
  const writers = new Writers();
  // The ids of these tests are small numbers, and 1 is nobody's.
  const claim = (id: number, actorId: string) => writers.claim(1000 + id, actorId);
  const messenger = { say: () => {}, listen: async () => () => {} };
  const presence = new Presence({ name: "d", messenger, clock, audience, claim });
  const says = (ear: Ear | undefined, id: number, state: unknown, stateClock = 1) => {
    if (ear) presence.take(ear, [{ id, clock: stateClock, json: JSON.stringify(state) }]);
  };
  return { clock, ears, audience, presence, says, pass: () => clock.pass(presenceEveryMs) };
}

test("what many do within a tenth of a second is one frame to each, without the receiver's own state", () => {
  const { ears, says, pass } = scene("huong", "lan", "quang-anh", "khach");
  const [huong, lan, quangAnh, guest] = ears;
  says(huong, 1, { open: "a" });
  for (let step = 0; step < 50; step++) says(lan, 2, { hand: `${step}` }, step);
  pass();
  expect(ears.map(({ heard }) => heard.map((states) => states.map(({ id }) => id)))).toEqual([
    [[2]],
    [[1]],
    [[1, 2]],
    [[1, 2]],
  ]);
  expect(JSON.parse(quangAnh?.heard[0]?.[1]?.json ?? "")).toMatchObject({ hand: "49" });
  expect(guest?.presenceId).toBeNull();
  pass();
  expect(quangAnh?.heard).toHaveLength(1);
});

test("a hundred who move sixty times a second are told in ten frames a second to each", () => {
  const { ears, says, clock } = scene(...Array.from({ length: 100 }, () => "huong"));
  const seconds = 5;
  for (let frame = 0; frame < seconds * 60; frame++) {
    for (const [at, ear] of ears.entries()) says(ear, 100 + at, { hand: `${frame}` }, frame + 1);
    clock.pass(1000 / 60);
  }
  for (const { heard } of ears) {
    expect(heard.length).toBeLessThanOrEqual(seconds * 10);
    expect(heard.length).toBeGreaterThan(seconds * 8);
    expect(heard.at(-1)).toHaveLength(99);
  }
});

test("the name is the sign-in's", () => {
  const { ears, says, pass } = scene("huong", "lan");
  says(ears[0], 1, { user: { id: "lan", name: "Lan", office: "council" }, open: "a" });
  pass();
  expect(JSON.parse(ears[1]?.heard[0]?.[0]?.json ?? "")).toEqual({
    user: { id: "huong", name: "Trần Thị Hương", office: "party" },
    open: "a",
  });
});

test("a socket speaks for one id, and not for one that another holds", () => {
  const { ears, says, pass } = scene("huong", "lan", "khach");
  const [huong, lan, guest] = ears;
  says(huong, 1, { open: "a" });
  says(huong, 5, { open: "second" });
  says(lan, 1, { open: "stolen" }, 99);
  pass();
  expect(guest?.heard.flat().map(({ id, json }) => [id, JSON.parse(json).open])).toEqual([[1, "a"]]);
  expect(lan?.presenceId).toBeNull();
});

test("an echo of somebody who left does not bring them back; their own tab does, with a newer clock", () => {
  const { ears, presence, says, pass } = scene("huong", "lan", "khach");
  const [huong, lan, guest] = ears;
  says(huong, 1, { open: "a" }, 7);
  pass();
  if (huong) presence.leave(huong);
  pass();
  says(lan, 1, { open: "a" }, 7);
  pass();
  expect(guest?.heard.flat().map(({ json }) => json !== "null")).toEqual([true, false]);
  says(huong, 1, { open: "a" }, 7);
  pass();
  const clocks = guest?.heard.flat().map((state) => state.clock) ?? [];
  expect(clocks).toEqual([...clocks].sort((one, other) => one - other));
  expect(new Set(clocks).size).toBe(3);
});

test("the stock awareness of a browser follows: here, gone, here again", () => {
  const { ears, presence, says, pass } = scene("huong", "khach");
  const [huong, guest] = ears;
  const awareness = new Awareness(new Y.Doc());
  const hear = () => {
    pass();
    const bytes = guest?.heard.splice(0).flat() ?? [];
    for (const state of bytes) applyAwarenessUpdate(awareness, encoded(state), "test");
    return awareness.getStates().get(1)?.open;
  };
  says(huong, 1, { open: "a" }, 3);
  expect(hear()).toBe("a");
  if (huong) presence.leave(huong);
  expect(hear()).toBeUndefined();
  says(huong, 1, { open: "b" }, 3);
  expect(hear()).toBe("b");
  awareness.destroy();
});

test("the same person's new socket takes over the id; the old one's end changes nothing", () => {
  const { ears, presence, says, pass } = scene("huong", "huong", "khach");
  const [old, fresh, guest] = ears;
  says(old, 1, { open: "a" });
  says(fresh, 1, { open: "b" });
  if (old) presence.leave(old);
  pass();
  expect(guest?.heard.flat().map(({ json }) => JSON.parse(json).open)).toEqual(["b"]);
});

test("who comes is told who is there", () => {
  const { ears, audience, presence, says, pass } = scene("huong", "lan");
  says(ears[0], 1, { open: "a" });
  pass();
  const guest = new Ear("khach");
  audience.add(guest);
  presence.greet(guest);
  expect(guest.heard.map((states) => states.map(({ id }) => id))).toEqual([[1]]);
});

test.each([
  ["no JSON", "{", 1],
  ["no object", "[1]", 1],
  ["too long", JSON.stringify({ open: "x".repeat(presenceBytesMax) }), 1],
  ["a clock from the far future", "{}", presenceClockMax + 1],
])("%s is dropped", (_what, json, stateClock) => {
  const { ears, presence, pass } = scene("huong", "lan");
  if (ears[0]) presence.take(ears[0], [{ id: 1, clock: stateClock, json }]);
  pass();
  expect(ears[1]?.heard).toEqual([]);
});

test("[P6] a socket that comes and goes under ever new ids costs bounded memory, and time stops with the room", () => {
  const { ears, presence, says, pass, clock } = scene("huong", "lan");
  for (let id = 1; id < 3 * presenceIdsMax; id++) {
    says(ears[0], id, { open: "x" });
    if (ears[0]) presence.leave(ears[0]);
    if (id % 100 === 0) pass();
  }
  expect(presence.rememberedCount).toBeLessThanOrEqual(presenceIdsMax + 200);
  says(ears[0], 1, { open: "x" });
  presence.stop();
  expect(clock.waitingCount).toBe(0);
});

function encoded({ id, clock, json }: PresenceState): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, id);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, json);
  });
}
