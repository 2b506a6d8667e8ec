import { expect, test } from "vitest";
import { an, binh, item } from "../../test/world/small-city.ts";
import type { Item } from "../model/item.ts";
import type { Verdict } from "../model/joint-session.ts";
import type { ItemEdit } from "../model/slot.ts";
import { withEdit } from "./item-edit.ts";
import { changesOf } from "./resolving.ts";
import { editsBack } from "./taking-back.ts";

const before: Item = {
  ...item("a", "08:00", { end: "10:00", room: "p1", status: "registered" }),
  parties: { [an]: { role: "chair", order: 2 }, [binh]: { role: "attend", order: 3 } },
};
const { when } = item("x", "14:00", { end: "16:00" });

/** Decides, lets the item be changed since, and takes back: what it is then; null where it cannot be. */
function around(
  edit: Omit<ItemEdit, "id">,
  { since = {}, verdict = "move" }: { since?: object; verdict?: Verdict } = {},
) {
  const changes = changesOf([{ id: "a", ...edit }], () => before);
  expect(changes.length).toBeGreaterThan(0);
  const now = { ...withEdit(before, { id: "a", ...edit }), ...since };
  const back = editsBack({ verdict, changes }, () => now);
  return back?.reduce(withEdit, now) ?? null;
}

test.each<[string, Omit<ItemEdit, "id">]>([
  ["another hour and room", { set: { when, venue: { room: "p2" } } }],
  ["a room that is taken away", { set: { venue: undefined } }],
  ["put off", { set: { status: "postponed" } }],
  ["a proxy in a leader's place", { parties: { [an]: null, "person:chi": { role: "chair", for: an, order: 2 } } }],
  ["who may stay away", { parties: { [binh]: { role: "optional", order: 3 } } }],
  ["a chair of its own", { parties: { [binh]: { role: "chair", order: 3 } } }],
])("%s is taken back to the letter", (_what, edit) => {
  expect(around(edit)).toEqual(before);
});

test("what somebody else changed of it stays: then nothing is taken back; what the decision did not touch does not matter", () => {
  expect(around({ set: { when } }, { since: { when: before.when } })).toBeNull();
  expect(around({ set: { when } }, { since: { venue: { room: "p3" }, title: "Khác" } })).toEqual({
    ...before,
    venue: { room: "p3" },
    title: "Khác",
  });
  const parties = { [binh]: { role: "invited", order: 3 } } as const;
  expect(around({ parties: { [binh]: { role: "optional", order: 3 } } }, { since: { parties } })).toBeNull();
  const changes = changesOf([{ id: "a", set: { when } }], () => before);
  expect(editsBack({ verdict: "move", changes }, () => undefined)).toBeNull();
  expect(editsBack({ verdict: "accept", changes: [] }, () => undefined)).toEqual([]);
});

test("where a line does not tell all of it, nothing is taken back: a merge, a line that is full, who agreed to a proxy", () => {
  expect(around({ set: { when } }, { verdict: "merge" })).toBeNull();
  const [change] = changesOf([{ id: "a", set: { when } }], () => before);
  const full = Array.from({ length: 64 }, () => change ?? expect.fail("no change"));
  expect(editsBack({ verdict: "move", changes: full }, () => ({ ...before, when }))).toBeNull();
  const proxy = { role: "chair", for: an, order: 2 } as const;
  const agreed = { [binh]: before.parties[binh], "person:chi": { ...proxy, agreed: "person:em" } };
  expect(around({ parties: { [an]: null, "person:chi": proxy } }, { since: { parties: agreed } })).toBeNull();
});
