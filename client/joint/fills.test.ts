import * as v from "valibot";
import { expect, test } from "vitest";
import type { Day } from "../../shared/kit/day.ts";
import type { Item } from "../../shared/model/item.ts";
import { offerSchema } from "../../shared/model/joint-session.ts";
import { withEdit } from "../../shared/rules/item-edit.ts";
import { lackingsOf } from "../../shared/rules/lacking.ts";
import { createOverlapIndex } from "../../shared/rules/overlap-index.ts";
import { an, binh, item, led } from "../../test/world/small-city.ts";
import { fillsFor } from "./fills.ts";

const monday = "2026-11-23" as Day;
const friday = "2026-11-27" as Day;
const search = { from: monday, to: friday };

function boardWith(...items: readonly Item[]) {
  const index = createOverlapIndex(led, { today: monday });
  index.build(items);
  return { index };
}

test("an item without an hour is offered hours of its own day first, that nobody needed has taken", () => {
  const without = item("a", null, { day: "2026-11-25", room: "p1", parties: { [an]: "chair" }, status: "registered" });
  const busy = item("b", "08:00", { day: "2026-11-25", end: "09:30", parties: { [an]: "chair" } });
  const { index } = boardWith(without, busy);
  const found = fillsFor(without, ["hour"], { index, from: monday, to: friday });
  expect(found.length).toBeGreaterThan(2);
  const [first] = found;
  expect(first?.offer).toMatchObject({ kind: "fill", item: "a", when: { horizon: "time", day: "2026-11-25" } });
  expect(first?.offer.room).toBeUndefined();
  expect(first?.offer.clash).toBeUndefined();
  const starts = found.map(({ offer }) => JSON.stringify(offer.when));
  expect(new Set(starts).size).toBe(found.length);
  for (const { offer, edits } of found) expect(edits).toEqual([{ id: "a", set: { when: offer.when } }]);
});

test("where a room is missing, free rooms are offered; where both are, each hour comes with a room that is free then", () => {
  const noRoom = item("a", "08:00", { end: "09:00", status: "registered", parties: { [an]: "chair" } });
  const taken = item("b", "08:30", { end: "10:00", room: "p1" });
  const { index } = boardWith(noRoom, taken);
  const rooms = fillsFor(noRoom, ["room"], { index, from: monday, to: friday });
  expect(rooms.map(({ offer }) => offer.room).sort()).toEqual(["p2", "p3"]);
  expect(rooms[0]?.edits).toEqual([{ id: "a", set: { venue: { room: rooms[0]?.offer.room } } }]);

  const neither = item("c", null, { status: "registered", parties: { [an]: "chair" } });
  const both = fillsFor(neither, ["hour", "room"], { index, from: monday, to: friday });
  expect(both.length).toBeGreaterThan(0);
  for (const { offer, edits } of both) {
    expect(offer.when?.horizon).toBe("time");
    expect(offer.room).toBeDefined();
    expect(edits[0]?.set?.venue).toEqual({ room: offer.room });
  }
});

test("where nobody chairs, the heads and deputies of its office who are free then are offered, one number each", () => {
  const asked = item("a", "08:00", { end: "09:00", room: "p1", status: "registered" });
  const both = boardWith(asked);
  const found = fillsFor(asked, ["chair"], { ...both, ...search });
  expect(found.map(({ offer }) => offer)).toEqual([
    { kind: "fill", item: "a", party: an },
    { kind: "fill", item: "a", party: binh },
  ]);
  for (const { offer, edits } of found) {
    expect(v.safeParse(offerSchema, offer).issues).toBeUndefined();
    expect(edits).toEqual([{ id: "a", parties: { [offer.party ?? ""]: { role: "chair", order: 0 } } }]);
  }
  const busy = boardWith(asked, item("b", "08:30", { end: "10:00", room: "p2", parties: { [an]: "chair" } }));
  expect(fillsFor(asked, ["chair"], { ...busy, ...search }).map(({ offer }) => offer.party)).toEqual([binh]);
});

test("one number leaves nothing missing: an hour or a room comes with a chair who is free then", () => {
  const asked = item("a", null, { session: "morning", status: "registered" });
  const taken = item("b", "07:00", { end: "12:00", room: "p1", parties: { [an]: "chair" } });
  const all = fillsFor(asked, lackingsOf(asked), { ...boardWith(asked, taken), ...search });
  expect(all.length).toBeGreaterThan(2);
  for (const { offer, edits } of all) {
    const [edit] = edits;
    expect(edit && lackingsOf(withEdit(asked, edit))).toEqual([]);
    expect(offer.party).toBe(offer.when && "day" in offer.when && offer.when.day === monday ? binh : an);
  }
  const timed = item("a", "08:00", { end: "09:00", status: "registered" });
  const rooms = fillsFor(timed, lackingsOf(timed), { ...boardWith(timed, taken), ...search });
  expect(rooms.map(({ offer }) => [offer.room, offer.party])).toEqual([
    ["p2", binh],
    ["p3", binh],
  ]);
});

test("where no room is free the chair is offered alone", () => {
  const timed = item("a", "08:00", { end: "09:00", status: "registered" });
  const full = ["p1", "p2", "p3"].map((room) => item(room, "08:00", { room, end: "09:00" }));
  const found = fillsFor(timed, lackingsOf(timed), { ...boardWith(timed, ...full), ...search });
  expect(found.map(({ offer }) => [offer.room, offer.party])).toEqual([
    [undefined, an],
    [undefined, binh],
  ]);
});
