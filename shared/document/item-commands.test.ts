import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { itemArb, itemFieldsArb } from "../../test/world/arbitraries.ts";
import { seed } from "../../test/world/seed.ts";
import { parseDay } from "../kit/day.ts";
import type { Item } from "../model/item.ts";
import { addItem, patchItem, removeItem, setParty, writeText } from "./item-commands.ts";
import { readItem } from "./item-reading.ts";
import { itemsOf } from "./roots.ts";

const day = parseDay("2026-11-24") ?? expect.fail("a day");
const item: Item = {
  id: "i1",
  title: "Họp giao ban",
  office: "people",
  kind: "meeting",
  status: "registered",
  when: { horizon: "day", day },
  venue: { room: "r1", online: { points: 3, delegates: 90 } },
  ref: "12/GM",
  parties: { "post:ct": { role: "chair", order: 0 } },
};

function docWith(...items: Item[]): Y.Doc {
  const doc = new Y.Doc();
  for (const one of items) addItem(doc, one);
  return doc;
}

function read(doc: Y.Doc, id = "i1"): Item | null {
  const map = itemsOf(doc).get(id);
  return map ? readItem(id, map) : null;
}

/** How many updates `work` sends over the wire. */
function updatesOf(doc: Y.Doc, work: () => void): number {
  let count = 0;
  const note = () => count++;
  doc.on("update", note);
  work();
  doc.off("update", note);
  return count;
}

/** Two browsers with the same document; `meet` brings each what the other did. */
function pairWith(one: Item) {
  const ann = docWith(one);
  const binh = new Y.Doc();
  const meet = () => {
    const fromAnn = Y.encodeStateAsUpdate(ann, Y.encodeStateVector(binh));
    Y.applyUpdate(ann, Y.encodeStateAsUpdate(binh, Y.encodeStateVector(ann)));
    Y.applyUpdate(binh, fromAnn);
    expect(read(binh)).toEqual(read(ann));
  };
  meet();
  return { ann, binh, meet };
}

describe("adding and taking away", () => {
  test("an item is created once", () => {
    const doc = docWith(item);
    expect(() => addItem(doc, item)).toThrow("item i1 is created once");
  });

  test("adding leaves the given item as it was", () => {
    fc.assert(
      fc.property(itemArb(), (one) => {
        const before = structuredClone(one);
        docWith(one);
        expect(one).toEqual(before);
      }),
      { seed },
    );
  });

  test("what is gone can be taken away again, and mended by nobody", () => {
    const doc = docWith(item);
    removeItem(doc, "i1");
    const updates = updatesOf(doc, () => {
      removeItem(doc, "i1");
      patchItem(doc, "i1", { status: "held" });
      setParty(doc, "i1", { ref: "person:an", as: { role: "attend" } });
      writeText(doc, "i1", { field: "title", text: "x" });
    });
    expect(read(doc)).toBeNull();
    expect(updates).toBe(0);
  });
});

describe("mending single values", () => {
  test("sets what the patch names and leaves the rest", () => {
    fc.assert(
      fc.property(itemArb(fc.constant("i1")), itemFieldsArb, (one, patch) => {
        const doc = docWith(one);
        doc.transact(() => patchItem(doc, "i1", patch));
        expect(read(doc)).toEqual({ ...one, ...patch });
      }),
      { seed, numRuns: 200 },
    );
  });

  test("undefined takes an optional field away", () => {
    const doc = docWith(item);
    patchItem(doc, "i1", { venue: undefined, ref: undefined });
    expect(read(doc)).toEqual({ ...item, venue: undefined, ref: undefined });
    expect(read(doc)).not.toHaveProperty("venue");
  });

  test("a field that every item has cannot be taken away: the item would be gone from every screen", () => {
    const doc = docWith(item);
    for (const name of ["office", "kind", "status", "when"])
      expect(() => patchItem(doc, "i1", { [name]: undefined }), name).toThrow(`${name} belongs to every item`);
    expect(read(doc)).toEqual(item);
  });

  test("an idle form writes nothing, in whatever order it built its values", () => {
    const doc = docWith(item);
    const updates = updatesOf(doc, () => {
      patchItem(doc, "i1", { ...structuredClone(item) });
      patchItem(doc, "i1", {
        venue: { online: { delegates: 90, points: 3 }, room: "r1" },
        when: { day, horizon: "day" },
      });
      patchItem(doc, "i1", { parent: undefined });
      setParty(doc, "i1", { ref: "post:ct", as: { order: 0, role: "chair" } });
      setParty(doc, "i1", { ref: "person:an", as: null });
      writeText(doc, "i1", { field: "title", text: item.title });
      writeText(doc, "i1", { field: "notes", text: "" });
    });
    expect(updates).toBe(0);
  });

  test("two people who move one item never mix half of each", () => {
    const { ann, binh, meet } = pairWith(item);
    const morning = { horizon: "session", day, session: "morning" } as const;
    const week = { horizon: "week", period: "2026-W50" } as const;
    patchItem(ann, "i1", { when: morning });
    patchItem(binh, "i1", { when: week });
    meet();
    expect([morning, week]).toContainEqual(read(ann)?.when);
  });

  test("two people who mend different fields both succeed", () => {
    const { ann, binh, meet } = pairWith(item);
    patchItem(ann, "i1", { status: "approved" });
    patchItem(binh, "i1", { venue: { room: "r2" } });
    meet();
    expect(read(ann)).toMatchObject({ status: "approved", venue: { room: "r2" } });
  });

  test("who takes an item away wins over who mends it", () => {
    const { ann, binh, meet } = pairWith(item);
    removeItem(ann, "i1");
    patchItem(binh, "i1", { status: "approved" });
    writeText(binh, "i1", { field: "title", text: "Họp khác" });
    meet();
    expect(read(binh)).toBeNull();
  });
});

describe("parties", () => {
  test("come, change their role and go", () => {
    const doc = docWith(item);
    setParty(doc, "i1", { ref: "person:an", as: { role: "attend" } });
    expect(read(doc)?.parties["person:an"]).toEqual({ role: "attend" });
    setParty(doc, "i1", { ref: "person:an", as: { role: "chair", for: "post:ct" } });
    expect(read(doc)?.parties["person:an"]).toEqual({ role: "chair", for: "post:ct" });
    setParty(doc, "i1", { ref: "person:an", as: null });
    expect(read(doc)).toEqual(item);
  });

  test("two people who add two at once add both", () => {
    const { ann, binh, meet } = pairWith(item);
    setParty(ann, "i1", { ref: "person:an", as: { role: "attend" } });
    setParty(binh, "i1", { ref: "unit:so-xd", as: { role: "prepare" } });
    meet();
    expect(Object.keys(read(ann)?.parties ?? {}).sort()).toEqual(["person:an", "post:ct", "unit:so-xd"]);
  });
});

describe("typing", () => {
  test("two people typing in one title at once both survive", () => {
    const { ann, binh, meet } = pairWith(item);
    writeText(ann, "i1", { field: "title", text: "Họp giao ban tháng 11" });
    writeText(binh, "i1", { field: "title", text: "Sáng: Họp giao ban" });
    meet();
    expect(read(ann)?.title).toBe("Sáng: Họp giao ban tháng 11");
  });

  test("also sign by sign, in each other's words, across a meeting", () => {
    const { ann, binh, meet } = pairWith({ ...item, title: "" });
    for (const sign of "Họp") writeText(ann, "i1", { field: "title", text: (read(ann)?.title ?? "") + sign });
    for (const sign of "Thăm") writeText(binh, "i1", { field: "title", text: (read(binh)?.title ?? "") + sign });
    meet();
    expect(["HọpThăm", "ThămHọp"]).toContain(read(ann)?.title);
  });

  test("whoever writes what, wherever: each sees what both wrote", () => {
    const word = (letters: string) => fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(word("XY😀"), word("ZW😁"), fc.nat(12), fc.nat(12), (mine, theirs, mineAt, theirsAt) => {
        const { ann, binh, meet } = pairWith(item);
        const { title } = item;
        writeText(ann, "i1", { field: "title", text: title.slice(0, mineAt) + mine + title.slice(mineAt) });
        writeText(binh, "i1", { field: "title", text: title.slice(0, theirsAt) + theirs + title.slice(theirsAt) });
        meet();
        expect(read(ann)?.title).toContain(mine);
        expect(read(ann)?.title).toContain(theirs);
        expect(read(ann)?.title).toHaveLength(title.length + mine.length + theirs.length);
      }),
      { seed },
    );
  });

  test("notes appear with their first words and may be emptied", () => {
    const doc = docWith(item);
    writeText(doc, "i1", { field: "notes", text: "Mang hồ sơ" });
    expect(read(doc)?.notes).toBe("Mang hồ sơ");
    writeText(doc, "i1", { field: "notes", text: "" });
    expect(read(doc)).not.toHaveProperty("notes");
  });

  test("of the very first notes two people begin at once, all keep the same ones", () => {
    const { ann, binh, meet } = pairWith(item);
    writeText(ann, "i1", { field: "notes", text: "của An" });
    writeText(binh, "i1", { field: "notes", text: "của Bình" });
    meet();
    expect(["của An", "của Bình"]).toContain(read(ann)?.notes);
  });

  test("half a surrogate pair becomes the sign for it, here as everywhere", () => {
    const { ann, meet } = pairWith(item);
    writeText(ann, "i1", { field: "title", text: "Họp \ud83d" });
    writeText(ann, "i1", { field: "notes", text: "\ude00!" });
    meet();
    expect(read(ann)).toMatchObject({ title: "Họp \ufffd", notes: "\ufffd!" });
  });
});
