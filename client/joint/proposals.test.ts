import * as v from "valibot";
import { expect, test } from "vitest";
import type { Day } from "../../shared/kit/day.ts";
import type { Item } from "../../shared/model/item.ts";
import { offerSchema, offersMax } from "../../shared/model/joint-session.ts";
import type { WayOut, WayOutKind } from "../../shared/model/slot.ts";
import { createOverlapIndex } from "../../shared/rules/overlap-index.ts";
import { waysOut } from "../../shared/rules/ways-out.ts";
import { an, city, item } from "../../test/world/small-city.ts";
import { editsOfVerdict, itemsOfTopic, proposalsOf } from "./proposals.ts";

const monday = "2026-11-23" as Day;
const friday = "2026-11-27" as Day;

function boardWith(...items: readonly Item[]) {
  const index = createOverlapIndex(city, { today: monday });
  index.build(items);
  const byId = new Map(items.map((one) => [one.id, one]));
  return { index, item: (id: string) => byId.get(id) };
}

test("the offers of an overlap are plain data that a document takes, and say what each way would change", () => {
  const board = boardWith(
    item("a", "08:00", { end: "10:00", room: "p1", parties: { [an]: "chair" }, status: "registered" }),
    item("b", "09:00", { end: "11:00", room: "p1", parties: { [an]: "chair" }, status: "registered" }),
  );
  const [overlap] = board.index.of("a");
  if (!overlap) throw new Error("nothing clashes");
  const found = proposalsOf(waysOut(overlap, { ...board, from: monday, to: friday }), () => false);
  expect(found.length).toBeGreaterThan(2);
  for (const { offer, edits } of found) {
    expect(v.safeParse(offerSchema, offer).issues).toBeUndefined();
    // Accepting changes nothing; everything else does.
    expect(edits.length > 0).toBe(offer.kind !== "accept");
  }
  const move = found.find(({ offer }) => offer.kind === "move");
  expect(move?.offer.when).toEqual(move?.edits[0]?.set?.when);
  expect(move?.offer.free?.of).toBeGreaterThan(0);
});

test("nine offers hold the best of every kind before the second of any; what may not be taken comes last", () => {
  const way = (kind: WayOutKind, at: number): WayOut => ({
    kind,
    item: `i${at}`,
    edits: [{ id: `i${at}`, set: { status: "postponed" } }],
    after: { gone: [], created: [], eased: [], displaced: [] },
    party: null,
    standIn: null,
    slot: null,
    room: null,
  });
  const kinds: WayOutKind[] = [
    "move",
    "move",
    "move",
    "move",
    "proxy",
    "proxy",
    "shorten",
    "merge",
    "swap",
    "other-room",
  ];
  const ways = kinds.map(way);
  const kindsOf = (found: ReturnType<typeof proposalsOf>) => found.map(({ offer }) => offer.kind);
  const free = proposalsOf(ways, () => false);
  expect(free).toHaveLength(offersMax);
  const firsts = ["move", "proxy", "shorten", "merge", "swap", "other-room"];
  expect(kindsOf(free)).toEqual([...firsts, "move", "proxy", "move"]);
  expect(free[0]?.offer.item).toBe("i0");
  const barred = proposalsOf(ways, ({ kind }) => kind === "move");
  expect(kindsOf(barred)).toEqual([...firsts.slice(1), "proxy", "move", "move", "move"]);
});

test("postponing, cancelling and giving back change the status, and nothing where it is that already", () => {
  const asked = item("a", "08:00", { status: "registered" });
  expect(editsOfVerdict("postpone", asked)).toEqual([{ id: "a", set: { status: "postponed" } }]);
  expect(editsOfVerdict("cancel", asked)).toEqual([{ id: "a", set: { status: "cancelled" } }]);
  expect(editsOfVerdict("return", asked)).toEqual([]);
  expect(editsOfVerdict("return", item("b", "08:00", { status: "approved" }))).toEqual([
    { id: "b", set: { status: "registered" } },
  ]);
});

test("a topic names the items it is about, a difficulty the one it was written about", () => {
  const about = { key: "k", kind: "room", resource: "room:p1", a: "a", b: "b" } as const;
  expect(itemsOfTopic({ of: "overlap", order: 0, about, severity: "error" }, undefined)).toEqual(["a", "b"]);
  expect(itemsOfTopic({ of: "late", order: 0, item: "c" }, undefined)).toEqual(["c"]);
  expect(itemsOfTopic({ of: "difficulty", order: 0, difficulty: "d" }, undefined)).toEqual([]);
  expect(itemsOfTopic({ of: "difficulty", order: 0, difficulty: "d" }, { item: "e" })).toEqual(["e"]);
});
