import * as v from "valibot";
import { expect, test } from "vitest";
import type { Day } from "../../shared/kit/day.ts";
import type { Item } from "../../shared/model/item.ts";
import { offerSchema, offersMax } from "../../shared/model/joint-session.ts";
import { createOverlapIndex } from "../../shared/rules/overlap-index.ts";
import { an, binh, item, led } from "../../test/world/small-city.ts";
import { waysForAdded } from "./added-ways.ts";

const scope = { horizon: "week", period: "2026-W48" } as const;
const next = { horizon: "week", period: "2026-W49" } as const;
const monday = "2026-11-23" as Day;

function ways(of: "late" | "unexpected", asked: Item, ...others: readonly Item[]) {
  const index = createOverlapIndex(led, { today: monday });
  index.build([asked, ...others]);
  const found = waysForAdded(asked, { of, index, scope });
  expect(found.length).toBeLessThanOrEqual(offersMax);
  for (const { offer } of found) expect(v.safeParse(offerSchema, offer).issues).toBeUndefined();
  return found;
}

const asked = item("a", "08:00", { end: "09:00", room: "p1", status: "registered", parties: { [an]: "chair" } });

test("what was registered late stays, goes into next week at a free hour or without a day, or is put off", () => {
  const found = ways("late", asked);
  expect(found.map(({ offer }) => offer.kind)).toEqual(["accept", "move", "move", "move", "postpone"]);
  const [stays, hour, , withoutDay, putOff] = found;
  expect(stays).toEqual({ offer: { kind: "accept", item: "a" }, edits: [] });
  expect(hour?.offer).toMatchObject({ when: { day: "2026-11-30", startMin: 480 }, free: { free: 1, of: 1 } });
  expect(hour?.edits).toEqual([{ id: "a", set: { when: hour?.offer.when } }]);
  expect(withoutDay).toEqual({
    offer: { kind: "move", item: "a", when: next },
    edits: [{ id: "a", set: { when: next } }],
  });
  expect(putOff?.edits).toEqual([{ id: "a", set: { status: "postponed" } }]);
});

test("hours at which somebody needed is taken are not offered; that it stays says what it would go on clashing with", () => {
  const nextMonday = item("b", "07:30", { day: "2026-11-30", end: "12:00", room: "p2", parties: { [an]: "chair" } });
  const now = item("c", "08:30", { end: "10:00", room: "p1" });
  const [stays, ...rest] = ways("late", asked, nextMonday, now);
  expect(stays?.offer.clash).toEqual({ kind: "room", item: "c", count: 1 });
  const hours = rest.flatMap(({ offer }) => (offer.when?.horizon === "time" ? [offer.when] : []));
  expect(hours).toHaveLength(2);
  for (const { day, startMin } of hours) expect(day === "2026-11-30" && startMin < 720).toBe(false);
});

test("to what came unexpectedly a leader's deputy may go, if free then; nobody goes to a periodic reception in his place", () => {
  const found = ways("unexpected", { ...asked, unexpected: true });
  const proxy = found.find(({ offer }) => offer.kind === "proxy");
  expect(proxy?.offer).toMatchObject({ party: an, standIn: binh });
  expect(proxy?.edits).toEqual([{ id: "a", parties: { [an]: null, [binh]: { role: "chair", for: an } } }]);
  expect(found.at(0)?.offer.kind).toBe("accept");
  const kindsOf = (given: Item, ...others: readonly Item[]) =>
    ways("unexpected", given, ...others).map(({ offer }) => offer.kind);
  const busy = item("b", "08:00", { end: "09:00", room: "p3", parties: { [binh]: "chair" } });
  expect(kindsOf(asked, busy)).not.toContain("proxy");
  expect(kindsOf({ ...asked, kind: "reception", title: "Tiếp công dân định kỳ" })).not.toContain("proxy");
  expect(ways("late", asked).map(({ offer }) => offer.kind)).not.toContain("proxy");
});

test("what has no hour keeps its session on the same weekday of next week; what has no day only changes its week", () => {
  const morning = item("a", null, { day: "2026-11-25", session: "morning", status: "registered" });
  const moved = ways("late", morning).filter(({ offer }) => offer.kind === "move");
  expect(moved.map(({ offer }) => offer.when)).toEqual([
    { horizon: "session", day: "2026-12-02", session: "morning" },
    next,
  ]);
  const vague: Item = { ...morning, when: scope };
  expect(ways("late", vague).map(({ offer }) => offer.kind)).toEqual(["accept", "move", "postpone"]);
});
