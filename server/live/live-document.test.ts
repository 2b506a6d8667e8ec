import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { Actor } from "../../shared/model/actor.ts";
import { temporaryDir } from "../../test/world/live-board.ts";
import { mattersOf, writeBulk, writeMatter } from "../../test/world/matters.ts";
import { seed } from "../../test/world/seed.ts";
import { machineChance } from "../observe/chance.ts";
import { machineClock } from "../observe/clock.ts";
import { openEmbeddedStore } from "../store/embedded/embedded-store.ts";
import { type Store, StoreDamaged } from "../store/store.ts";
import { companionToBytes } from "./companion.ts";
import { LiveDocument } from "./live-document.ts";
import { packEntry } from "./log-entry.ts";

const officer: Actor = { id: "huong", name: "Trần Thị Hương", role: "officer", office: "party" };

const taking = { actor: officer, caps: { structs: 10_000, ranges: 10_000 }, when: "sure" } as const;
const newDocument = () => new LiveDocument("programme");

function written(act: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  act(doc);
  return Y.encodeStateAsUpdate(doc);
}

describe("taking an update", () => {
  test("only what is new goes to the log, however much the sender repeats", () => {
    const [document, doc] = [newDocument(), new Y.Doc()];
    writeBulk(doc, "long", 100_000);
    document.take(Y.encodeStateAsUpdate(doc), taking);
    writeMatter(doc, "long-0", "y");
    const taken = document.take(Y.encodeStateAsUpdate(doc), taking);
    expect(taken.verdict).toBe("taken");
    expect(taken.verdict === "taken" && taken.news?.byteLength).toBeLessThan(100);
  });

  test("the news alone rebuild the document", () => {
    const [document, copy, doc] = [newDocument(), new Y.Doc(), new Y.Doc()];
    for (let index = 0; index < 20; index++) {
      writeMatter(doc, `k${index % 7}`, `${index}`);
      const taken = document.take(Y.encodeStateAsUpdate(doc), taking);
      if (taken.verdict === "taken" && taken.news) Y.applyUpdate(copy, taken.news);
    }
    expect(Object.keys(mattersOf(copy))).toHaveLength(7);
    expect(mattersOf(copy)).toEqual(mattersOf(doc));
    expect(document.encode()).toEqual(Y.encodeStateAsUpdate(copy));
  });

  test("two structs that wait for each other are refused, not kept waiting", () => {
    // Writers 1 and 2 each write "a" right of the other's.
    const circle = new Uint8Array([2, 1, 2, 0, 0x84, 1, 0, 1, 97, 1, 1, 0, 0x84, 2, 0, 1, 97, 0]);
    expect(newDocument().take(circle, taking).verdict).toBe("refuse");
  });

  test("[P6] tampered bytes never make it throw, and what is taken never waits", () => {
    const base = written((doc) => {
      writeMatter(doc, "a", "Giao ban tuần");
      writeMatter(doc, "a", "Giao tuần");
      writeMatter(doc, "b", "Họp");
    });
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 4 }), (faults) => {
        const document = newDocument();
        const bytes = base.slice();
        for (const [place, value] of faults) bytes[place % bytes.length] = value;
        const { verdict } = document.take(bytes, taking);
        seen.add(verdict);
        if (verdict !== "taken") return;
        const fresh = new Y.Doc();
        Y.applyUpdate(fresh, document.encode());
        expect([fresh.store.pendingStructs, fresh.store.pendingDs]).toEqual([null, null]);
      }),
      { seed, numRuns: 3000 },
    );
    expect(seen).toContain("taken");
    expect(seen).toContain("refuse");
  });
});

describe("encoding", () => {
  test("many who join an unchanged document get the same bytes, encoded once", () => {
    const document = newDocument();
    document.take(
      written((doc) => writeMatter(doc, "a", "1")),
      taking,
    );
    expect(document.encodeSince(new Uint8Array([0]))).toBe(document.encodeSince(new Uint8Array([0])));
    const before = document.encode();
    document.hear(written((doc) => writeMatter(doc, "b", "2")));
    expect(document.encode()).not.toBe(before);
  });

  test("who has a part gets the rest", () => {
    const [document, doc] = [newDocument(), new Y.Doc()];
    writeMatter(doc, "a", "x".repeat(1000));
    const known = Y.encodeStateVector(doc);
    writeMatter(doc, "a", `${"x".repeat(1000)}y`);
    document.hear(Y.encodeStateAsUpdate(doc));
    expect(document.encodeSince(known)?.byteLength).toBeLessThan(60);
    expect(document.encodeSince(new Uint8Array([9]))).toBeNull();
  });
});

describe("loading", () => {
  let dir: ReturnType<typeof temporaryDir>;
  let store: Store;
  beforeEach(async () => {
    dir = temporaryDir();
    store = await openEmbeddedStore({ dataDir: dir.path, clock: machineClock, chance: machineChance });
  });
  afterEach(async () => {
    await store.close();
    dir.remove();
  });

  test("snapshot and entries make the document, and the length of the log is told", async () => {
    const doc = new Y.Doc();
    writeMatter(doc, "a", "1");
    const first = Y.encodeStateAsUpdate(doc);
    const known = Y.encodeStateVector(doc);
    writeMatter(doc, "b", "2");
    const second = Y.encodeStateAsUpdate(doc, known);
    const { epoch } = await store.append("d", [first, second], null);
    await store.snapshot("d", { bytes: first, upto: 1, epoch });
    const document = newDocument();
    const log = { position: 2, logEntries: 1, logBytes: second.byteLength };
    expect(await document.load(store, "d")).toEqual({ epoch, ...log, packed: null });
    expect(document.encode()).toEqual(Y.encodeStateAsUpdate(doc));
  });

  test("with its companion it is read without being built, and is then the same document", async () => {
    const doc = new Y.Doc();
    writeMatter(doc, "a", "1");
    const update = Y.encodeStateAsUpdate(doc);
    const notes = { bound: new Map([[doc.clientID, officer.id]]), refused: new Map() };
    const bytes = packEntry({ update, notes });
    const stateVector = Y.encodeStateVector(doc);
    const outline = { stateVector, deletions: Y.encodeStateAsUpdate(doc, stateVector) };
    const { epoch } = await store.append("d", [bytes], null);
    const companion = companionToBytes({ ...outline, packed: new Uint8Array([7]) });
    await store.snapshot("d", { bytes, upto: 1, epoch, companion });
    const document = newDocument();
    expect(await document.load(store, "d")).toMatchObject({
      packed: { epoch, upto: 1, bytes: new Uint8Array([7]) },
      position: 1,
    });
    writeMatter(doc, "a", "2");
    document.hear(Y.encodeStateAsUpdate(doc, stateVector));
    expect(document.stateVector()).toEqual(Y.encodeStateVector(doc));
    expect(document.piecesSince(new Uint8Array([0]))).toHaveLength(2);
    expect(document.take(Y.encodeStateAsUpdate(doc), taking)).toEqual({ verdict: "nothing", retold: null });
    const heldUnbuilt = document.heldBytes;
    expect(document.isBuilt).toBe(false);
    writeMatter(doc, "b", "3");
    expect(document.take(Y.encodeStateAsUpdate(doc), taking).verdict).toBe("taken");
    expect(document.isBuilt).toBe(true);
    expect(document.encode()).toEqual(Y.encodeStateAsUpdate(doc));
    expect(document.heldBytes).toBeGreaterThan(10 * heldUnbuilt);
  });

  test("a log that leaves a gap is damaged: better no document than a part of it", async () => {
    const doc = new Y.Doc();
    writeMatter(doc, "a", "1");
    const known = Y.encodeStateVector(doc);
    writeMatter(doc, "b", "2");
    await store.append("d", [Y.encodeStateAsUpdate(doc, known)], null);
    await expect(newDocument().load(store, "d")).rejects.toThrow(StoreDamaged);
  });
});
