import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { dayArb, wordsArb } from "../../test/world/arbitraries.ts";
import { seed } from "../../test/world/seed.ts";
import { actorSchema } from "../model/actor.ts";
import { officeIds } from "../model/office.ts";
import { sessions } from "../model/when.ts";
import { type Presence, presenceSchema } from "./presence.ts";

const lan = { id: "lan", name: "Nguyễn Thị Lan", office: "party" };
const read = (state: unknown) => v.safeParse(presenceSchema, state);
const isRead = (state: unknown) => read(state).success;

const idArb = fc.stringMatching(/^[\w-]{1,64}$/);
const presenceArb: fc.Arbitrary<Presence> = fc.record(
  {
    user: fc.record({ id: idArb, name: wordsArb(120), office: fc.option(fc.constantFrom(...officeIds)) }),
    open: idArb,
    hand: idArb,
    over: fc
      .tuple(dayArb, fc.constantFrom(...sessions), fc.constantFrom(...officeIds))
      .map((at) => `cell|${at.join("|")}`),
    joint: fc.record({ id: idArb, follows: fc.boolean() }),
    spot: idArb,
  },
  { requiredKeys: ["user"], noNullPrototype: true },
);

describe("what a tab says of itself", () => {
  test("arrives as it was said, with any of its parts and without", () => {
    const said = new Set<string>();
    fc.assert(
      fc.property(presenceArb, (presence) => {
        for (const key of Object.keys(presence)) said.add(key);
        const { success, output } = read(JSON.parse(JSON.stringify(presence)));
        expect(success).toBe(true);
        expect(output).toEqual(presence);
      }),
      { seed },
    );
    expect([...said].sort()).toEqual(["hand", "joint", "open", "over", "spot", "user"]);
  });

  test("may hold what a newer page adds: it is passed over, and the person is still there", () => {
    const newer = { user: { ...lan, face: "🙂" }, open: "a", mood: "tired" };
    expect(read(newer).output).toEqual({ user: lan, open: "a" });
    expect(isRead({ user: lan, joint: { id: "j", follows: true, hand: "up" } })).toBe(true);
  });

  test("names everybody whom a sign-in may name, guests and the longest names among them", () => {
    const longest = { id: "x".repeat(64), name: "ơ".repeat(120), role: "guest", office: null } as const;
    expect(v.is(actorSchema, longest)).toBe(true);
    const { role: _, ...user } = longest;
    expect(isRead({ user })).toBe(true);
  });

  test("a place of the board is far shorter than what is taken as one", () => {
    const over = ["cell|2026-11-24|afternoon|council", "day|2026-11-24", "tray|2026-W48", "x".repeat(80)];
    for (const place of over) expect(isRead({ user: lan, over: place }), place).toBe(true);
    expect(isRead({ user: lan, over: "x".repeat(81) })).toBe(false);
  });
});

test("what is not of this form is no presence: a page that has left, an older one, rubbish", () => {
  const others: Record<string, unknown> = {
    "who has left": null,
    nothing: {},
    "a text": "lan",
    "a list": [lan],
    "nobody's": { open: "a" },
    "somebody without a name": { user: { id: "lan", office: null } },
    "somebody without an office, which is not null": { user: { id: "lan", name: "Lan" } },
    "a number for an id": { user: { ...lan, id: 7 } },
    "null in the hand": { user: lan, hand: null },
    "a list over a place": { user: lan, over: ["day"] },
    "a session without a name": { user: lan, joint: { follows: true } },
    "following in words": { user: lan, joint: { id: "j", follows: "yes" } },
    "a session of any length": { user: lan, joint: { id: "j".repeat(65), follows: true } },
    "a pointer of any length": { user: lan, spot: "s".repeat(65) },
  };
  for (const [what, state] of Object.entries(others)) expect(isRead(state), what).toBe(false);
});

test("a state that names something of every JavaScript object changes no object", () => {
  const state: unknown = JSON.parse(`{"user":${JSON.stringify(lan)},"__proto__":{"polluted":1},"constructor":{"x":1}}`);
  expect(read(state).output).toEqual({ user: lan });
  expect("polluted" in {}).toBe(false);
});
