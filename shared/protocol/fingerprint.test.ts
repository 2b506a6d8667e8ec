import { expect, test } from "vitest";
import { closeCode } from "./close-code.ts";
import { epochHeader } from "./download.ts";
import { messageType, wireVersion } from "./message.ts";
import { type Presence, presenceSchema } from "./presence.ts";
import { type RefusedMessage, refusalReasons, refusalSchema, refusedMessageSchema } from "./refusal.ts";

/** What both sides must have the same of. When this fails, raise `wireVersion` and change it here, in one commit. */
const wire = {
  wireVersion: 4,
  messageType: { sync: 0, awareness: 1, queryAwareness: 3, saved: 102, refused: 103, epoch: 104 },
  closeCode: {
    restarting: 1012,
    unavailable: 1013,
    malformed: 4400,
    signInNeeded: 4401,
    forbidden: 4403,
    unknownDocument: 4404,
    staleEpoch: 4409,
    tooMany: 4429,
  },
  epochHeader: "Document-Epoch",
  refusalReasons: ["no-right", "decided", "not-valid", "made-twice", "unknown-place", "no-ground"],
};

test("the wire changes only together with its version", () => {
  expect({ wireVersion, messageType, closeCode, epochHeader, refusalReasons }).toEqual(wire);
});

test("no two messages have one type, and ours lie where the stock provider knows none", () => {
  const types = Object.values(messageType);
  expect(new Set(types).size).toBe(types.length);
  const { sync, awareness, queryAwareness, ...ours } = messageType;
  expect([sync, awareness, queryAwareness]).toEqual([0, 1, 3]);
  // One byte as a varuint, so that a frame's type is its first byte.
  for (const type of Object.values(ours)) expect(type > 100 && type < 128).toBe(true);
});

test("the JSON of a refusal is what it was when its version was written down", () => {
  const message: Required<RefusedMessage> = {
    refusals: [{ why: "decided", root: "items", entry: "a", field: "title", value: "Họp" }],
    more: 2,
  };
  expect(JSON.stringify(message)).toBe(
    '{"refusals":[{"why":"decided","root":"items","entry":"a","field":"title","value":"Họp"}],"more":2}',
  );
  expect(Object.keys(refusedMessageSchema.entries)).toEqual(Object.keys(message));
  expect(Object.keys(refusalSchema.entries)).toEqual(Object.keys(message.refusals[0] ?? {}));
});

test("the JSON of a presence is what it was when its version was written down", () => {
  const presence: Required<Presence> = {
    user: { id: "lan", name: "Lan", office: null },
    open: "a",
    hand: "b",
    over: "day|2026-11-24",
    joint: { id: "j", follows: true },
    spot: "c",
  };
  expect(JSON.stringify(presence)).toBe(
    '{"user":{"id":"lan","name":"Lan","office":null},"open":"a","hand":"b","over":"day|2026-11-24","joint":{"id":"j","follows":true},"spot":"c"}',
  );
  expect(Object.keys(presenceSchema.entries)).toEqual(Object.keys(presence));
});
