import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { itemArb } from "../../test/world/arbitraries.ts";
import { seed } from "../../test/world/seed.ts";
import { type Item, itemSchema, notesLengthMax, partiesOf, partiesWithRole, titleLengthMax } from "./item.ts";

const base = {
  id: "i1",
  title: "Giao ban tuần",
  office: "people",
  kind: "meeting",
  status: "registered",
  when: { horizon: "day", day: "2026-11-24" },
  parties: {},
};
const isItem = (more: object) => v.is(itemSchema, { ...base, ...more });

describe("what is an item", () => {
  test("the least: an office, a kind, a status and a when", () => {
    expect(isItem({})).toBe(true);
    expect(isItem({ title: "" })).toBe(true);
    for (const name of ["id", "title", "office", "kind", "status", "when", "parties"])
      expect(isItem({ [name]: undefined }), name).toBe(false);
  });

  test("who accepted a proxy is a person, or somebody in words", () => {
    const sent = (agreed: unknown) =>
      isItem({ parties: { "person:ha": { role: "attend", for: "person:an", agreed } } });
    for (const agreed of ["person:binh", "text:Chánh Văn phòng, qua điện thoại", undefined])
      expect(sent(agreed)).toBe(true);
    for (const agreed of ["unit:nv", "body:btv", "Bình", "text:", 7, null])
      expect(sent(agreed), String(agreed)).toBe(false);
  });

  test("a day of invitation stands beside the day people were invited to", () => {
    expect(isItem({ announced: { on: "2026-11-20", of: "2026-11-23" } })).toBe(true);
    for (const announced of [
      { on: "2026-11-20" },
      { on: "20/11", of: "23/11" },
      { on: "2026-02-30", of: "2026-03-02" },
      "2026-11-20",
      null,
    ])
      expect(isItem({ announced }), JSON.stringify(announced)).toBe(false);
  });

  test("whatever the generator makes", () => {
    fc.assert(
      fc.property(itemArb(), (item) => {
        expect(v.safeParse(itemSchema, item).issues).toBeUndefined();
      }),
      { seed, numRuns: 300 },
    );
  });

  test("only the words of the list", () => {
    expect(isItem({ office: "army" })).toBe(false);
    expect(isItem({ kind: "party" })).toBe(false);
    expect(isItem({ status: "done" })).toBe(false);
    expect(isItem({ colour: "red" })).toBe(false);
  });

  test("texts have a length", () => {
    expect(isItem({ title: "x".repeat(titleLengthMax) })).toBe(true);
    expect(isItem({ title: "x".repeat(titleLengthMax + 1) })).toBe(false);
    expect(isItem({ notes: "x".repeat(notesLengthMax + 1) })).toBe(false);
  });

  test("a party has a role, and may stand in for another", () => {
    expect(isItem({ parties: { "person:an": { role: "attend", for: "post:chu-tich", order: 2 } } })).toBe(true);
    expect(isItem({ parties: { "person:an": { role: "boss" } } })).toBe(false);
    expect(isItem({ parties: { "person:an": {} } })).toBe(false);
    expect(isItem({ parties: { an: { role: "attend" } } })).toBe(false);
    expect(isItem({ parties: { "person:an": { role: "attend", order: -1 } } })).toBe(false);
  });
});

describe("the parties of an item", () => {
  const item: Pick<Item, "parties"> = {
    parties: {
      "unit:so-xd": { role: "prepare", order: 2 },
      "person:binh": { role: "attend" },
      "person:an": { role: "attend" },
      "post:ct": { role: "chair", order: 0 },
      "post:pct": { role: "chair", order: 1 },
    },
  };

  test("come in written order, those without a place behind, the same on every screen", () => {
    const refs = ["post:ct", "post:pct", "unit:so-xd", "person:an", "person:binh"];
    expect(partiesOf(item).map(([ref]) => ref)).toEqual(refs);
    const turned = { parties: Object.fromEntries(Object.entries(item.parties).reverse()) };
    expect(partiesOf(turned)).toEqual(partiesOf(item));
  });

  test("the same place twice is settled by the ref", () => {
    const tie: Pick<Item, "parties"> = {
      parties: { "person:b": { role: "attend", order: 3 }, "person:a": { role: "attend", order: 3 } },
    };
    expect(partiesOf(tie).map(([ref]) => ref)).toEqual(["person:a", "person:b"]);
  });

  test("are found by one role or several", () => {
    expect(partiesWithRole(item, "chair")).toEqual(["post:ct", "post:pct"]);
    expect(partiesWithRole(item, "prepare", "chair")).toEqual(["post:ct", "post:pct", "unit:so-xd"]);
    expect(partiesWithRole(item, "serve")).toEqual([]);
    expect(partiesWithRole(item)).toEqual([]);
  });

  test("asking leaves the item as it was", () => {
    const before = structuredClone(item);
    partiesOf(item);
    expect(item).toEqual(before);
  });
});
