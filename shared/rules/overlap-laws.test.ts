import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Edit, editArbitrary, itemArbitrary } from "../../test/world/random-items.ts";
import { ruledCity as city } from "../../test/world/ruled-city.ts";
import { item } from "../../test/world/small-city.ts";
import type { Item } from "../model/item.ts";
import { type Overlap, type OverlapKind, overlapKinds, sidesOf } from "../model/overlap.ts";
import { createBookings } from "./booking.ts";
import { createOverlapIndex, type OverlapIndex } from "./overlap-index.ts";
import { createRuleSet, createRuleWorld } from "./rule-set.ts";

const seed = 20261123;

function apply(index: OverlapIndex, items: Map<string, Item>, edit: Edit): ReadonlySet<string> {
  if ("put" in edit) {
    items.set(edit.put.id, edit.put);
    return index.upsert(edit.put).items;
  }
  items.delete(edit.remove);
  return index.remove(edit.remove).items;
}

function fromScratch(items: Iterable<Item>): OverlapIndex {
  const index = createOverlapIndex(city);
  index.build(items);
  return index;
}

/** Equal as text: thousands of comparisons a second; the slow and well told one only when they differ. */
function expectSame(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) expect(actual).toEqual(expected);
}

const picture = (index: OverlapIndex) => [...index.all()].sort((a, b) => (a.key < b.key ? -1 : 1));
const listed = (index: OverlapIndex, ids: Iterable<string>) =>
  new Map([...ids].map((id) => [id, index.of(id)] as const));

/**
 * Sequences that once could have gone wrong, kept by name: what an overlap tells beside its fingerprint has to follow an edit
 * that leaves the fingerprint as it is.
 */
const keptSequences: [Edit[]][] = [
  // A registration is approved: the hours stay, but now the other item gives way.
  [
    [
      { put: item("a", "08:00", { parties: { "person:an": "chair" }, status: "registered" }) },
      { put: item("b", "08:00", { parties: { "person:an": "chair" }, status: "registered" }) },
      { put: item("a", "08:00", { parties: { "person:an": "chair" }, status: "approved" }) },
    ],
  ],
  // A reception becomes a periodic one by its title alone: from then on nobody may stand in.
  [
    [
      { put: item("a", "08:00", { parties: { "person:an": "chair" }, kind: "reception", title: "Tiếp công dân" }) },
      { put: item("b", "08:00", { parties: { "person:an": "chair" } }) },
      {
        put: item("a", "08:00", {
          parties: { "person:an": "chair" },
          kind: "reception",
          title: "Tiếp công dân định kỳ",
        }),
      },
    ],
  ],
  // Another item comes to hold the same member: the share is the same, the list of items is not.
  [
    [
      { put: item("a", "08:00", { body: "body:btv" }) },
      { put: item("b", "08:00", { parties: { "person:an": "chair" } }) },
      { put: item("c", "08:00", { parties: { "person:an": "chair" } }) },
      { remove: "b" },
    ],
  ],
];

describe("laws of the overlap index", () => {
  test("edit by edit, over 100,000 edits, it answers what it would answer from scratch, in any order of items", () => {
    let overlaps = 0;
    let steps = 0;
    const kinds = new Set<OverlapKind>();
    fc.assert(
      fc.property(fc.array(editArbitrary, { minLength: 95, maxLength: 110 }), (edits) => {
        const items = new Map<string, Item>();
        const index = createOverlapIndex(city);
        for (const edit of edits) apply(index, items, edit);
        steps += edits.length;
        const scratch = fromScratch([...items.values()].reverse());
        expectSame(picture(index), picture(scratch));
        expectSame(index.counts(), scratch.counts());
        for (const id of items.keys()) expectSame(index.of(id), scratch.of(id));
        overlaps += picture(index).length;
        for (const { kind } of index.all()) kinds.add(kind);
      }),
      { seed, numRuns: 1_000, examples: keptSequences },
    );
    expect(steps).toBeGreaterThanOrEqual(100_000);
    expect(overlaps, "the random programmes clash at all").toBeGreaterThan(5_000);
    expect([...kinds].sort(), "and over everything they can clash over").toEqual([...overlapKinds].sort());
  });

  test("an edit names exactly the items whose list became another", () => {
    const ids = [..."abcdefghijklmnop"];
    fc.assert(
      fc.property(fc.array(editArbitrary, { minLength: 20, maxLength: 40 }), (edits) => {
        const items = new Map<string, Item>();
        const index = createOverlapIndex(city);
        for (const edit of edits) {
          const before = listed(index, ids);
          const changed = apply(index, items, edit);
          const differing = ids.filter((id) => JSON.stringify(before.get(id)) !== JSON.stringify(index.of(id)));
          expect([...changed].sort()).toEqual(differing);
        }
      }),
      { seed, numRuns: 100 },
    );
  });

  test("[P8] an overlap stands on both its items, the lesser id first, under a key of its own", () => {
    fc.assert(
      fc.property(fc.array(itemArbitrary, { minLength: 16, maxLength: 40 }), (items) => {
        const index = createOverlapIndex(city);
        for (const item of items) index.upsert(item);
        const seen = new Set<string>();
        let sidesSeen = 0;
        for (const overlap of index.all()) {
          if (overlap.b) expect(overlap.a.item < overlap.b.item).toBe(true);
          for (const side of sidesOf(overlap)) {
            expect(index.of(side.item)).toContain(overlap);
            sidesSeen += 1;
          }
          expect(seen.has(overlap.key)).toBe(false);
          seen.add(overlap.key);
        }
        const sides = [..."abcdefghijklmnop"].reduce((sum, id) => sum + index.of(id).length, 0);
        expect(sides).toBe(sidesSeen);
      }),
      { seed, numRuns: 300 },
    );
  });

  test("a probe sees what an edit would bring and leaves no trace", () => {
    fc.assert(
      fc.property(fc.array(itemArbitrary, { minLength: 10, maxLength: 30 }), itemArbitrary, (items, candidate) => {
        const index = fromScratch(items);
        const before = picture(index);
        const probed = index.probe(candidate);
        expectSame(picture(index), before);
        index.upsert(candidate);
        expectSame(index.of(candidate.id), probed);
      }),
      { seed, numRuns: 500 },
    );
  });

  test("a what-if tells exactly what comes and goes, and leaves no trace", () => {
    let told = 0;
    fc.assert(
      fc.property(
        fc.array(itemArbitrary, { minLength: 10, maxLength: 30 }),
        fc.array(itemArbitrary, { minLength: 1, maxLength: 3 }),
        (items, edits) => {
          const index = fromScratch(items);
          const before = picture(index);
          const { gone, created } = index.whatIf(edits);
          expectSame(picture(index), before);
          for (const item of edits) index.upsert(item);
          const after = picture(index);
          const keys = (list: readonly Overlap[]) => new Set(list.map(({ key }) => key));
          const [was, is] = [keys(before), keys(after)];
          expect(keys(gone)).toEqual(new Set([...was].filter((key) => !is.has(key))));
          for (const key of is) if (!was.has(key)) expect(keys(created).has(key)).toBe(true);
          told += gone.length + created.length;
        },
      ),
      { seed, numRuns: 300 },
    );
    expect(told).toBeGreaterThan(1_000);
  });

  test("no clash is missed: the index finds what comparing every two items finds", () => {
    fc.assert(
      fc.property(fc.array(itemArbitrary, { minLength: 16, maxLength: 40 }), (list) => {
        const items = new Map(list.map((item) => [item.id, item]));
        const world = createRuleWorld(city, null);
        const { pairs, far } = createRuleSet(world);
        const bookings = createBookings(world.index);
        const all = [...items.values()].map((item) => bookings.of(item)).sort((a, b) => (a.id < b.id ? -1 : 1));
        const found = all.flatMap((a, at) =>
          all.slice(at + 1).flatMap((b) => [...pairs, ...far].flatMap((rule) => rule.between(a, b))),
        );
        expectSame(
          picture(fromScratch(items.values())).filter(({ b }) => b !== null),
          found.sort((a, b) => (a.key < b.key ? -1 : 1)),
        );
      }),
      { seed, numRuns: 500 },
    );
  });

  test("taking everything out leaves nothing, whatever the order", () => {
    fc.assert(
      fc.property(fc.array(itemArbitrary, { minLength: 10, maxLength: 30 }), (items) => {
        const index = fromScratch(items);
        for (const { id } of items) index.remove(id);
        expect(picture(index)).toEqual([]);
        expect(Object.values(index.counts()).every((count) => count === 0)).toBe(true);
      }),
      { seed, numRuns: 200 },
    );
  });

  test("the same directory in another order gives the same overlaps, and a new one is judged anew", () => {
    const turned = Object.fromEntries(
      Object.entries(city).map(([kind, list]) => [kind, [...list].reverse()]),
    ) as unknown as typeof city;
    fc.assert(
      fc.property(fc.array(itemArbitrary, { minLength: 10, maxLength: 30 }), (items) => {
        const index = fromScratch(items);
        const before: Overlap[] = picture(index);
        expect(index.setDirectory(turned).items.size).toBe(0);
        expectSame(picture(index), before);
        index.setDirectory({ ...city, posts: [], bodies: [] });
        index.setDirectory(city);
        expectSame(picture(index), before);
      }),
      { seed, numRuns: 100 },
    );
  });
});
