import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { seed } from "../../test/world/seed.ts";
import { an } from "../../test/world/small-city.ts";
import { attendedBy, chairedBy, indexOf } from "../../test/world/told-overlaps.ts";
import type { Day } from "../kit/day.ts";
import type { Overlap } from "../model/overlap.ts";
import { type Decision, settlementIdPattern, stepsMax } from "../model/settlement.ts";
import { aboutOf, settlementIdOf, stateOf } from "../rules/settling.ts";
import {
  decide,
  observeSettlements,
  readSettlement,
  readSettlements,
  removeSettlement,
  settlementsOf,
} from "./settlements.ts";

const huong = { id: "huong", name: "Trần Thị Hương" };
const [overlap] = indexOf(chairedBy("a", "14:00", an), chairedBy("b", "14:30", an)).of("a") as [Overlap];
const id = settlementIdOf(overlap);
const settled = (rest: object = {}): Decision =>
  ({ state: "settled", how: "accepted", print: overlap.fingerprint, by: huong, atMs: 1_000, ...rest }) as Decision;
const stepId = (number: number) => `step${String(number).padStart(8, "0")}`;

function write(doc: Y.Doc, decision: Decision, number = 1): void {
  doc.transact(() => decide(doc, { id, about: aboutOf(overlap), decision, stepId: stepId(number) }));
}

function sync(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)));
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)));
}

describe("a settlement in the document", () => {
  test("says what it is about, what holds, and the steps that led there", () => {
    const doc = new Y.Doc();
    write(doc, { state: "discussed", print: overlap.fingerprint, by: huong, atMs: 500 }, 1);
    write(doc, settled({ how: "proxy", why: "đ/c Chi dự thay", until: "2026-11-30" }), 2);
    const read = readSettlements(doc).get(id);
    expect(read?.about).toEqual({ key: overlap.key, kind: "person", resource: an, a: "a", b: "b" });
    expect(read?.decision).toMatchObject({ state: "settled", how: "proxy", why: "đ/c Chi dự thay", by: huong });
    expect(read?.steps.map(({ state }) => state)).toEqual(["discussed", "settled"]);
  });

  test("steps made at once by two people are both kept, and one decision stands whole on both sides", () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()];
    write(one, { state: "discussed", print: overlap.fingerprint, by: huong, atMs: 1 });
    sync(one, two);
    write(one, settled({ how: "accepted", why: "để như vậy", atMs: 2 }), 2);
    write(two, settled({ how: "proxy", atMs: 3, by: { id: "nam", name: "Lê Nam" } }), 3);
    sync(one, two);
    const read = readSettlements(one).get(id);
    expect(read).toEqual(readSettlements(two).get(id));
    expect(read?.steps.map(({ atMs }) => atMs)).toEqual([1, 2, 3]);
    expect(read?.steps).toContainEqual(read?.decision);
  });

  test("a history is bounded: the oldest steps go", () => {
    const doc = new Y.Doc();
    for (let at = 0; at < stepsMax + 15; at++) write(doc, settled({ atMs: at }), at);
    const steps = readSettlements(doc).get(id)?.steps ?? [];
    expect(steps).toHaveLength(stepsMax);
    expect(steps[0]?.atMs).toBe(15);
    expect(settlementsOf(doc).get(id)?.size).toBe(stepsMax + 2);
  });

  test("who listens hears the id once for a transaction; taking it away is heard too", () => {
    const doc = new Y.Doc();
    const heard: string[][] = [];
    const stop = observeSettlements(doc, (ids) => heard.push([...ids]));
    write(doc, settled());
    write(doc, settled({ atMs: 2 }), 2);
    removeSettlement(doc, id);
    stop();
    write(doc, settled());
    expect(heard).toEqual([[id], [id], [id]]);
  });

  test("what is no settlement is passed over, whatever lies there", () => {
    const doc = new Y.Doc();
    write(doc, settled());
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (key, value) => {
        const map = settlementsOf(doc).get(id);
        const before = readSettlement(id, map);
        if (!map || key === "about" || key === "decision") return;
        const was = map.get(key);
        map.set(key, value);
        expect(readSettlement(id, map)).toEqual(before);
        if (was === undefined) map.delete(key);
        else map.set(key, was);
      }),
      { seed, numRuns: 200 },
    );
    expect(readSettlement("no id!", settlementsOf(doc).get(id))).toBeNull();
    expect(readSettlement(id, { about: 1 })).toBeNull();
    settlementsOf(doc).get(id)?.set("decision", { state: "settled" });
    expect(readSettlements(doc).size).toBe(0);
  });
});

describe("how far an overlap has come", () => {
  const settlement = (decision: Decision) => ({ about: aboutOf(overlap), decision });
  const today = "2026-11-23" as Day;

  test("open, being discussed, settled; over when its time is over", () => {
    expect(stateOf(overlap, null, today)).toBe("open");
    expect(stateOf(overlap, settlement({ ...settled(), state: "open" } as Decision), today)).toBe("open");
    const discussed: Decision = { state: "discussed", print: overlap.fingerprint, by: huong, atMs: 1 };
    expect(stateOf(overlap, settlement(discussed), today)).toBe("discussed");
    expect(stateOf(overlap, settlement(settled()), today)).toBe("settled");
    expect(stateOf(overlap, settlement(settled({ until: today })), today)).toBe("settled");
    expect(stateOf(overlap, settlement(settled({ until: "2026-11-22" })), today)).toBe("reopened");
    expect(stateOf(overlap, settlement(settled({ until: "2026-11-22" })), null)).toBe("settled");
  });

  test("open again when either side changes the overlap, not on unrelated edits", () => {
    const now = (a: object, b: object) => {
      const index = indexOf(chairedBy("a", "14:00", an, a), { ...chairedBy("b", "14:30", an), ...b });
      const [found] = index.of("a") as [Overlap];
      return stateOf(found, settlement(settled()), today);
    };
    expect(now({ title: "Tên khác" }, { notes: "ghi chú", office: "council", status: "registered" })).toBe("settled");
    expect(now({ end: "15:10" }, {})).toBe("reopened");
    const [moved] = indexOf(chairedBy("a", "14:00", an), chairedBy("b", "14:15", an)).of("a") as [Overlap];
    expect(stateOf(moved, settlement(settled()), today)).toBe("reopened");
    const [attending] = indexOf(chairedBy("a", "14:00", an), attendedBy("b", "14:30", an)).of("a") as [Overlap];
    expect(stateOf(attending, settlement(settled()), today)).toBe("reopened");
  });

  test("ids are safe, stable, and different for thousands of overlaps", () => {
    expect(id).toMatch(settlementIdPattern);
    const ids = new Set<string>();
    for (let at = 0; at < 20_000; at++)
      ids.add(settlementIdOf({ kind: "room", key: `room room:p${at % 15} i${at} i${at + 1}` }));
    expect(ids.size).toBe(20_000);
    for (const each of ids) expect(each).toMatch(settlementIdPattern);
  });
});
