import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { readItem } from "../../shared/document/item-reading.ts";
import { goToStep, jointSessionsOf, openJointSession, readJointSession } from "../../shared/document/joint-sessions.ts";
import { itemsOf } from "../../shared/document/roots.ts";
import { encodeRaw, type RawId, type RawStruct, raw } from "../../test/attack/raw-update.ts";
import { court, head, officer, tab } from "../../test/world/inspect-scene.ts";
import { plainItem } from "../../test/world/matters.ts";
import { seed } from "../../test/world/seed.ts";
import { lastAfter } from "./key-order.ts";

const client = 5;

/** A struct's id, and what a server holds of item "a". */
function scene() {
  const server = court(plainItem("a"));
  const map = itemsOf(server.doc).get("a") ?? expect.fail("no item");
  const idOf = (key: string): RawId => {
    const found = key === "" ? map._item : map._map.get(key);
    return found ? { client: found.id.client, clock: found.id.clock } : expect.fail(key);
  };
  const take = (structs: readonly RawStruct[], deletes: readonly RawId[] = []) =>
    server.take(
      encodeRaw({ runs: [{ client, clock: 0, structs }], deletes: deletes.map((id) => ({ ...id, length: 1 })) }),
      officer,
    );
  const isThere = () => readItem("a", itemsOf(server.doc).get("a") ?? expect.fail("gone")) !== null;
  return { server, idOf, take, isThere };
}

const visit = raw.any("visit");
const own = (clock: number): RawId => ({ client, clock });

describe("[P5] what every entry has is never left without a value", () => {
  test("by a value put left of the one that it takes away", () => {
    const { idOf, take, isThere } = scene();
    const left = { content: visit, rightOrigin: idOf("kind"), parent: idOf(""), sub: "kind" };
    expect(take([left], [idOf("kind")])).toMatchObject({ refusals: [{ why: "not-valid", field: "kind" }] });
    expect(isThere()).toBe(true);
  });

  test("by a dead value put right of a living one, on whatever it stands", () => {
    for (const other of [own(0), null]) {
      const { idOf, take, isThere } = scene();
      const structs = [
        { content: visit, origin: idOf("kind") },
        { content: raw.deleted(1), origin: other ?? idOf("kind") },
      ];
      const found = take(structs);
      // Of two on one, written by one hand, the later comes to stand left: there it does no harm.
      expect(found).toMatchObject({ refusals: other ? [{ why: "not-valid" }] : [] });
      expect(isThere()).toBe(true);
    }
  });

  test("by a new entry whose last word about it is dead", () => {
    const server = court();
    const begin = tab(client);
    begin.doc.transact(() =>
      openJointSession(begin.doc, {
        ...{ id: "s", scope: { horizon: "week", period: "2026-W48" }, topics: [] },
        opened: { by: { id: officer.id, name: officer.name }, atMs: 1 },
      }),
    );
    const lead = jointSessionsOf(begin.doc).get("s")?._map.get("lead") ?? expect.fail("no lead");
    begin.doc.transact(() => jointSessionsOf(begin.doc).get("s")?.delete("lead"));
    expect(lead.deleted).toBe(true);
    for (const update of begin.updates) server.take(update, officer);
    expect(readJointSession("s", jointSessionsOf(server.doc).get("s"))).not.toBeNull();
  });

  test("and a value written twice before it was sent is taken as it is", () => {
    const { idOf, take, server } = scene();
    const structs = [
      { content: visit, origin: idOf("kind") },
      { content: raw.any("trip"), origin: own(0) },
    ];
    expect(take(structs, [idOf("kind"), own(0)])).toMatchObject({ refusals: [] });
    expect(server.items().a).toMatchObject({ kind: "trip" });
  });
});

test("a value that names what is right of it is no editor's", () => {
  const { idOf, take, isThere } = scene();
  const odd = { content: visit, origin: idOf("kind"), rightOrigin: idOf("status") };
  expect(take([odd])).toMatchObject({ refusals: [{ why: "not-valid", field: "kind" }] });
  expect(isThere()).toBe(true);
});

test("what will hold a key is what Yjs makes hold it, wherever values are put", () => {
  const counts = { new: 0, old: 0, dead: 0 };
  fc.assert(
    fc.property(fc.array(shotArb, { minLength: 1, maxLength: 12 }), fc.nat(11), (shots, known) => {
      const doc = new Y.Doc();
      const map = doc.getMap("root");
      const ids: RawId[] = [];
      const clocks = new Map<number, number>();
      const updates = shots.map(({ client: who, left, isDead, length }) => {
        const clock = clocks.get(who) ?? 0;
        const origin = left === null ? undefined : ids[left % Math.max(1, ids.length)];
        const content = isDead ? raw.deleted(length) : raw.any(clock);
        const struct = {
          ...{ content, parent: "root", sub: "key" },
          ...(origin && { origin }),
        };
        for (let more = 0; more < content.length; more++) ids.push({ client: who, clock: clock + more });
        clocks.set(who, clock + content.length);
        return encodeRaw({ runs: [{ client: who, clock, structs: [struct] }], deletes: [] });
      });
      for (const update of updates.slice(0, known)) Y.applyUpdate(doc, update);
      const rest = updates.slice(known);
      if (rest.length === 0) return;
      const now = map._map.get("key");
      const fresh = Y.decodeUpdate(Y.mergeUpdates(rest)).structs.filter((one) => one instanceof Y.Item);
      const writes = fresh.map((item) => ({ item, field: "key", holder: item }));
      const last = lastAfter(writes, now);
      const [isNew, lastId] = [last !== now, last?.lastId];
      for (const update of rest) Y.applyUpdate(doc, update);
      expect(map._map.get("key")?.lastId).toEqual(lastId);
      counts[isNew ? "new" : "old"]++;
      if (map._map.get("key")?.deleted) counts.dead++;
    }),
    { seed, numRuns: 2_000 },
  );
  expect(Math.min(counts.new, counts.old, counts.dead)).toBeGreaterThan(100);
});

const shotArb = fc.record({
  client: fc.integer({ min: 1, max: 4 }),
  left: fc.option(fc.nat(30)),
  isDead: fc.boolean(),
  length: fc.integer({ min: 1, max: 3 }),
});

test("[P4] a lead that does not come to hold gives nobody the step", () => {
  const [server, begin] = [court(), tab(client + 1)];
  const named = ({ id, name }: typeof officer) => ({ id, name });
  const scope = { horizon: "week", period: "2026-W48" } as const;
  begin.doc.transact(() => {
    openJointSession(begin.doc, { id: "s", scope, opened: { by: named(officer), atMs: 1 }, topics: [] });
    goToStep(begin.doc, "s", { topic: null, offers: [], by: named(officer), atMs: 1 });
  });
  server.take(begin.last(), officer);
  const map = jointSessionsOf(server.doc).get("s") ?? expect.fail("none");
  const idOf = (item = map._item) => ({ client: item?.id.client ?? 0, clock: item?.id.clock ?? 0 });
  const step = map._map.get("step");
  const taken = { person: named(head), by: named(head), atMs: 2 };
  const structs = [
    // Beside the lead that holds, by the hand of a lesser client: it stands left of it.
    { content: raw.any(taken), parent: idOf(), sub: "lead" },
    { content: raw.any({ topic: null, offers: [], by: named(head), atMs: 3 }), origin: idOf(step) },
  ];
  const found = server.take(encodeRaw({ runs: [{ client, clock: 0, structs }], deletes: [] }), head);
  expect(found).toMatchObject({ refusals: [{ why: "no-right", field: "step" }] });
  expect(readJointSession("s", map)).toMatchObject({ lead: { person: { id: officer.id } }, step: { atMs: 1 } });
});
