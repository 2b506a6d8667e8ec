import { brotliDecompressSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { seed } from "../../test/world/seed.ts";
import { StoreDamaged } from "../store/store.ts";
import { recognisedBytesMax } from "./limits.ts";
import { packUpdate } from "./packing.ts";
import { StoredDocument } from "./stored-document.ts";

/** A small history: `writers` take turns at the keys of one map and at one text; each turn is an entry of the log. */
type Turn = { readonly writer: number; readonly key: number; readonly act: "set" | "delete" | "type" };

const turns = fc.array(
  fc.record({
    writer: fc.nat({ max: 2 }),
    key: fc.nat({ max: 5 }),
    act: fc.constantFrom<Turn["act"][]>("set", "set", "delete", "type"),
  }),
  { minLength: 2, maxLength: 40 },
);

function log(history: readonly Turn[]): { readonly entries: Uint8Array[]; readonly doc: Y.Doc } {
  const doc = new Y.Doc();
  const entries: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => entries.push(update));
  for (const [index, { writer, key, act }] of history.entries()) {
    doc.clientID = writer + 1;
    if (act === "set") doc.getMap("items").set(`k${key}`, index);
    else if (act === "delete") doc.getMap("items").delete(`k${key}`);
    else doc.getText("note").insert(0, `${key}`);
  }
  return { entries, doc };
}

function built(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

/** As the store would have it, with a snapshot of the first `upto` entries. */
function stored(entries: readonly Uint8Array[], upto: number): StoredDocument {
  const doc = built(entries.slice(0, upto));
  const stateVector = Y.encodeStateVector(doc);
  const deletions = Y.encodeStateAsUpdate(doc, stateVector);
  const companion = { stateVector, deletions, packed: new Uint8Array() };
  return new StoredDocument({
    name: "d",
    snapshot: Y.encodeStateAsUpdate(doc),
    companion,
    entries: entries.slice(upto),
  });
}

const stateOf = (doc: Y.Doc) => [doc.getMap("items").toJSON(), doc.getText("note").toString()];

describe("a document that was not built", () => {
  test("says what it has, and sends to each who lacks something what they lack, or says that it cannot tell", () => {
    const seen = { all: 0, rest: 0, unknown: 0 };
    fc.assert(
      fc.property(turns, fc.nat(), fc.nat(), (history, cut, visit) => {
        const { entries, doc } = log(history);
        const upto = cut % (entries.length + 1);
        const document = stored(entries, upto);
        expect(Y.decodeStateVector(document.stateVector())).toEqual(Y.decodeStateVector(Y.encodeStateVector(doc)));
        expect(stateOf(built(document.updates))).toEqual(stateOf(doc));

        const visitor = built(entries.slice(0, visit % (entries.length + 1)));
        const pieces = document.piecesSince(Y.encodeStateVector(visitor));
        seen[pieces === null ? "unknown" : visitor.store.clients.size === 0 ? "all" : "rest"]++;
        if (visit % (entries.length + 1) >= upto) expect(pieces).not.toBeNull();
        if (!pieces) return;
        for (const piece of pieces) Y.applyUpdate(visitor, piece);
        expect(stateOf(visitor)).toEqual(stateOf(doc));
        expect([visitor.store.pendingStructs, visitor.store.pendingDs]).toEqual([null, null]);
      }),
      { seed, numRuns: 400 },
    );
    expect(Math.min(seen.all, seen.rest, seen.unknown)).toBeGreaterThan(3);
  });

  test("recognises what brings nothing, and never takes for that what brings something", () => {
    let [known, fresh] = [0, 0];
    fc.assert(
      fc.property(turns, turns, fc.nat(), (history, more, cut) => {
        const { entries, doc } = log(history);
        const document = stored(entries, cut % (entries.length + 1));
        // As every browser answers step 1: all that was deleted, and nothing new.
        expect(document.holds(Y.encodeStateAsUpdate(doc, document.stateVector()))).toBe(true);
        for (const entry of entries) expect(document.holds(entry)).toBe(true);
        const late: Uint8Array[] = [];
        doc.on("update", (update: Uint8Array) => late.push(update));
        for (const { key, act } of more) {
          if (act === "delete") doc.getMap("items").delete(`k${key}`);
          else doc.getMap("items").set(`k${key}`, "later");
        }
        for (const update of late) {
          const before = Y.encodeStateAsUpdate(built(document.updates));
          const after = Y.encodeStateAsUpdate(built([...document.updates, update]));
          const isSame = Buffer.compare(before, after) === 0;
          if (isSame) known++;
          else fresh++;
          if (!isSame) expect(document.holds(update)).toBe(false);
        }
      }),
      { seed, numRuns: 200 },
    );
    expect(fresh).toBeGreaterThan(100);
    expect(known).toBe(0);
  });

  test("an entry that comes later counts with the rest", () => {
    const { entries, doc } = log([
      { writer: 0, key: 1, act: "set" },
      { writer: 1, key: 1, act: "set" },
      { writer: 0, key: 1, act: "delete" },
    ]);
    const document = stored(entries.slice(0, 2), 1);
    const visitor = built(entries.slice(0, 2));
    expect(document.piecesSince(Y.encodeStateVector(visitor))).toHaveLength(1);
    document.hear(entries[2] ?? new Uint8Array());
    for (const piece of document.piecesSince(Y.encodeStateVector(visitor)) ?? []) Y.applyUpdate(visitor, piece);
    expect(stateOf(visitor)).toEqual(stateOf(doc));
    expect(document.holds(entries[2] ?? new Uint8Array())).toBe(true);
  });

  test("many who come at once get the same bytes, merged once", () => {
    const { entries } = log(Array.from({ length: 9 }, (_, key) => ({ writer: 0, key: key % 3, act: "set" as const })));
    const document = stored(entries, 4);
    const [nobody, holder] = [new Uint8Array([0]), Y.encodeStateVector(built(entries.slice(0, 4)))];
    const [first, second] = [document.piecesSince(nobody), document.piecesSince(nobody)];
    expect(first?.[0]).toBe(second?.[0]);
    expect(first?.[1]).toBe(second?.[1]);
    expect(document.piecesSince(holder)?.[0]).toBe(first?.[1]);
  });

  test("entries that leave a gap are damage", () => {
    const { entries } = log([1, 2, 3, 4].map((key) => ({ writer: 0, key, act: "set" as const })));
    const [one = new Uint8Array(), , three = new Uint8Array()] = entries;
    expect(() => stored([one, three], 1)).toThrow(StoreDamaged);
    expect(() => stored(entries, 1)).not.toThrow();
  });

  test("[P6] what is no state vector or no update is left to the built document, and harms nothing", () => {
    const { entries } = log([{ writer: 0, key: 1, act: "set" }]);
    const document = stored(entries, 1);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        document.piecesSince(bytes);
        document.holds(bytes);
      }),
      { seed, numRuns: 2000 },
    );
    expect(document.piecesSince(new Uint8Array([9]))).toBeNull();
    expect(document.holds(new Uint8Array([9, 9]))).toBe(false);
    expect(document.holds(new Uint8Array(recognisedBytesMax + 1))).toBe(false);
  });
});

test("a packed document is the document", () => {
  const { doc } = log([
    { writer: 0, key: 1, act: "set" },
    { writer: 1, key: 2, act: "type" },
    { writer: 0, key: 1, act: "delete" },
  ]);
  const copy = new Y.Doc();
  Y.applyUpdateV2(copy, brotliDecompressSync(packUpdate(Y.encodeStateAsUpdate(doc))));
  expect(Y.encodeStateAsUpdate(copy)).toEqual(Y.encodeStateAsUpdate(doc));
});
