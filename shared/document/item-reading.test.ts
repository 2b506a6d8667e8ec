import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { itemArb } from "../../test/world/arbitraries.ts";
import { seed } from "../../test/world/seed.ts";
import { type Item, itemSchema } from "../model/item.ts";
import { partyKindOf, partyKinds } from "../model/ref.ts";
import { horizons } from "../model/when.ts";
import { addItem } from "./item-commands.ts";
import { readItem, readStanding } from "./item-reading.ts";
import { type ItemMap, itemsOf } from "./roots.ts";

/** The document as another browser gets it: through bytes. */
function sent(doc: Y.Doc): Y.Doc {
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  return other;
}

function mapOf(doc: Y.Doc, id: string): ItemMap {
  const map = itemsOf(doc).get(id);
  if (!map) throw new Error(`no item ${id}`);
  return map;
}

function readBack(item: Item): Item | null {
  const doc = new Y.Doc();
  addItem(doc, item);
  return readItem(item.id, mapOf(sent(doc), item.id));
}

const plain: Item = {
  id: "i1",
  title: "Giao ban tuần",
  office: "people",
  kind: "meeting",
  status: "registered",
  when: { horizon: "week", period: "2026-W48" },
  parties: { "post:ct": { role: "chair" } },
};

/** The plain item with raw values written over it, as a faulty or newer client might. */
function readWith(values: Readonly<Record<string, unknown>>, id = "i1"): Item | null {
  const doc = new Y.Doc();
  addItem(doc, plain);
  const map = mapOf(doc, "i1");
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined) map.delete(key);
    else map.set(key, value);
  }
  return readItem(id, map);
}

describe("an item comes back from the document as it went in", () => {
  test("whatever it holds: every horizon, every kind of party, any text", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(itemArb(), (item) => {
        expect(readBack(item)).toEqual(item);
        seen.add(item.when.horizon);
        for (const ref of Object.keys(item.parties)) seen.add(partyKindOf(ref as `person:${string}`));
        for (const part of Object.keys(item.venue ?? {})) seen.add(part);
      }),
      { seed, numRuns: 400 },
    );
    expect([...seen].sort()).toEqual(
      [...horizons, ...partyKinds, "room", "text", "assembly", "seats", "online"].sort().filter(isFirst),
    );
  });

  test("a text with half a surrogate pair is the same for its writer as for everybody else", () => {
    const doc = new Y.Doc();
    addItem(doc, { ...plain, title: "a\ud83db", notes: "\ude00" });
    expect(readItem("i1", mapOf(doc, "i1"))).toEqual(readItem("i1", mapOf(sent(doc), "i1")));
  });

  test("without notes there is none, and no empty one", () => {
    expect(readBack(plain)).not.toHaveProperty("notes");
    expect(readWith({ notes: new Y.Text("") })).not.toHaveProperty("notes");
    expect(readWith({ notes: new Y.Text("Mang hồ sơ") })?.notes).toBe("Mang hồ sơ");
  });
});

describe("one bad value never hides an item", () => {
  test("a wrong optional field is left out", () => {
    const wrong = {
      venue: { room: "no such id!" },
      due: "tomorrow",
      body: "btv",
      ref: "",
      parent: 7,
      series: ["x"],
      unexpected: "yes",
    };
    expect(readWith(wrong)).toEqual(plain);
  });

  test("a right one beside it stays", () => {
    expect(readWith({ venue: 5, due: "2026-11-20" })).toEqual({ ...plain, due: "2026-11-20" });
  });

  test("a wrong party is left out, the others stay", () => {
    const read = readWith({
      "@person:an": { role: "boss" },
      "@person:binh": "chair",
      "@person:chi": { role: "attend", phone: "0912" },
      "@an": { role: "attend" },
      "@": { role: "attend" },
      "@person:dung": { role: "attend", for: "person:em" },
    });
    expect(read?.parties).toEqual({
      "post:ct": { role: "chair" },
      "person:dung": { role: "attend", for: "person:em" },
    });
  });

  test("keys that this version does not know are passed over", () => {
    expect(readWith({ colour: "red", "§1": 1, "": "x" })).toEqual(plain);
  });

  test("a title or notes that are no text read as none", () => {
    expect(readWith({ title: "just words", notes: 5 })).toEqual({ ...plain, title: "" });
    expect(readWith({ title: undefined })).toEqual({ ...plain, title: "" });
    expect(readWith({ title: new Y.Map() })).toEqual({ ...plain, title: "" });
  });

  test("values of the document that are no plain data are left out", () => {
    expect(readWith({ venue: new Y.Map([["room", "r1"]]), due: new Y.Text("2026-11-20") })).toEqual(plain);
    expect(readWith({ "@person:an": new Y.Map([["role", "chair"]]) })).toEqual(plain);
  });
});

describe("what cannot be an item is none", () => {
  test("a field that every item has is missing or wrong", () => {
    for (const name of ["office", "kind", "status", "when"]) {
      expect(readWith({ [name]: undefined }), `${name} missing`).toBeNull();
      expect(readWith({ [name]: "?" }), `${name} wrong`).toBeNull();
      expect(readWith({ [name]: null }), `${name} null`).toBeNull();
    }
    expect(readWith({ when: { horizon: "time", day: "2026-11-24", startMin: 900, endMin: 800 } })).toBeNull();
  });

  test("an empty map", () => {
    const doc = new Y.Doc();
    itemsOf(doc).set("i1", new Y.Map());
    expect(readItem("i1", mapOf(doc, "i1"))).toBeNull();
  });

  test("it lies under an id that no item may have", () => {
    for (const id of ["", "two words", "__proto__", "constructor", "a".repeat(65)])
      expect(readWith({}, id), id).toBeNull();
  });
});

describe("names of JavaScript's own are no parties and no fields", () => {
  test("as refs", () => {
    const part = { role: "attend" };
    const read = readWith({ "@person:__proto__": part, "@__proto__": part, "@body:constructor": part });
    expect(read?.parties).toEqual(plain.parties);
    expect(Object.getPrototypeOf(read?.parties)).toBe(Object.prototype);
  });

  test("as fields", () => {
    const read = readWith({
      __proto__hidden: 1,
      constructor: "x",
      toString: "y",
      ["__proto__"]: { venue: { room: "r" } },
    });
    expect(read).toEqual(plain);
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(read?.venue).toBeUndefined();
  });
});

test("whatever lies in the document, what is read satisfies the schema", () => {
  const key = fc.oneof(
    fc.constantFrom("office", "kind", "status", "when", "venue", "due", "body", "ref", "parent", "unexpected", "notes"),
    fc.constantFrom("@person:an", "@text:x", "@", "@group:constructor", "title"),
    fc.string(),
  );
  const value = fc.oneof(
    fc.jsonValue(),
    itemArb().chain((item) => fc.constantFrom(...Object.values(item))),
  ) as fc.Arbitrary<unknown>;
  let read = 0;
  fc.assert(
    fc.property(itemArb(), fc.array(fc.tuple(key, value), { maxLength: 4 }), (item, writes) => {
      const doc = new Y.Doc();
      addItem(doc, item);
      for (const [name, written] of writes) mapOf(doc, item.id).set(name, written);
      const map = mapOf(sent(doc), item.id);
      const result = readItem(item.id, map);
      if (!result) return;
      read++;
      expect(readStanding(map)).toEqual({ when: result.when, office: result.office });
      expect(v.safeParse(itemSchema, result).issues).toBeUndefined();
    }),
    { seed, numRuns: 500 },
  );
  expect(read).toBeGreaterThan(100);
});

test("where an item stands is read without the rest of it, and not at all when it stands nowhere", () => {
  const doc = new Y.Doc();
  addItem(doc, plain);
  const map = mapOf(doc, "i1");
  map.delete("status");
  expect(readStanding(map)).toEqual({ when: plain.when, office: "people" });
  map.set("when", { horizon: "week", period: "2025-W53" });
  expect(readStanding(map)).toBeNull();
  map.delete("when");
  expect(readStanding(map)).toBeNull();
});

function isFirst(word: string, index: number, words: readonly string[]): boolean {
  return words.indexOf(word) === index;
}
