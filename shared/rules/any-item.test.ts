import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { dayArb, directoryArb, itemArb } from "../../test/world/arbitraries.ts";
import { itemArbitrary } from "../../test/world/random-items.ts";
import { ruledCity } from "../../test/world/ruled-city.ts";
import type { Day } from "../kit/day.ts";
import type { Item } from "../model/item.ts";
import { isPlaced, sessions, whenSchema } from "../model/when.ts";
import { fitByDay } from "./day-fit.ts";
import { landAt, type Target } from "./landing.ts";
import { createOverlapIndex, type OverlapIndex } from "./overlap-index.ts";
import { searchSlots } from "./slot-search.ts";
import { spanOf } from "./span.ts";
import { waysOut } from "./ways-out.ts";

/** Whatever the schemas let through, whole and odd: what is asked of it has an answer. */

const seed = 20261130;
const today = "2026-11-23" as Day;
const ids = fc.constantFrom(..."abcdef");
const somewhereArb = itemArb(ids);

const picture = (index: OverlapIndex) => JSON.stringify([...index.all()].sort((a, b) => (a.key < b.key ? -1 : 1)));

function held(items: readonly Item[]): OverlapIndex {
  const index = createOverlapIndex(ruledCity);
  index.build(items);
  return index;
}

describe("any item that a document can hold", () => {
  test("is taken in, moved and taken out under any directory without a throw, and leaves nothing", () => {
    fc.assert(
      fc.property(directoryArb, fc.array(somewhereArb, { maxLength: 8 }), dayArb, (directory, items, onDay) => {
        const index = createOverlapIndex(directory, { today: onDay });
        for (const item of items) index.upsert(item);
        for (const item of items) index.probe({ ...item, when: { horizon: "day", day: onDay } });
        for (const { id } of items) index.remove(id);
        expect([...index.all()]).toEqual([]);
      }),
      { seed, numRuns: 300 },
    );
  });

  test("goes again as if it had never come, and comes back as it was", () => {
    let changed = 0;
    fc.assert(
      fc.property(fc.array(itemArbitrary, { minLength: 8, maxLength: 20 }), itemArbitrary, (items, guest) => {
        const index = held(items.filter(({ id }) => id !== guest.id));
        const before = picture(index);
        index.upsert(guest);
        const after = picture(index);
        index.remove(guest.id);
        expect(picture(index)).toBe(before);
        index.upsert(guest);
        expect(picture(index)).toBe(after);
        if (after !== before) changed += 1;
      }),
      { seed, numRuns: 200 },
    );
    expect(changed, "some guest clashed").toBeGreaterThan(50);
  });

  test("holds its people in stretches that follow each other, none of them empty, none before its first day", () => {
    let several = 0;
    fc.assert(
      fc.property(fc.oneof(somewhereArb, itemArbitrary), (item) => {
        const { stretches } = spanOf(item, []);
        if (stretches.length > 1) several += 1;
        for (const [at, { fromMin, toMin }] of stretches.entries()) {
          expect(fromMin).toBeLessThan(toMin);
          expect(stretches[at - 1]?.toMin ?? fromMin).toBeLessThanOrEqual(fromMin);
        }
      }),
      { seed, numRuns: 2_000 },
    );
    expect(several, "of several days").toBeGreaterThan(100);
  });

  test("let go anywhere it stands at a time that a document takes, for as many days as before", () => {
    const targetArb: fc.Arbitrary<Target> = fc.oneof(
      fc.record({
        kind: fc.constant("cell" as const),
        day: dayArb,
        session: fc.constantFrom(...sessions),
        office: fc.constant("party" as const),
      }),
      fc.record({ kind: fc.constant("day" as const), day: dayArb }),
    );
    fc.assert(
      fc.property(somewhereArb, targetArb, (item, target) => {
        const { when } = landAt(item, target);
        expect(v.safeParse(whenSchema, when).issues).toBeUndefined();
        expect("lastDay" in when && when.lastDay !== undefined).toBe(
          "lastDay" in item.when && item.when.lastDay !== undefined,
        );
      }),
      { seed, numRuns: 1_000 },
    );
  });

  test("is offered times and ways out that a document takes", () => {
    let offered = 0;
    fc.assert(
      fc.property(fc.array(itemArbitrary, { minLength: 6, maxLength: 12 }), itemArbitrary, (items, item) => {
        const byId = new Map([...items, item].map((each) => [each.id, each]));
        const index = held([...byId.values()]);
        const day = isPlaced(item.when) ? item.when.day : today;
        const whens = [
          ...searchSlots(index, { item, from: day, to: day }).slots.map(({ when }) => when),
          ...index
            .of(item.id)
            .slice(0, 2)
            .flatMap((overlap) => waysOut(overlap, { index, item: (id) => byId.get(id), from: day, to: day }))
            .flatMap(({ edits }) => edits.flatMap(({ set }) => set?.when ?? [])),
        ];
        for (const when of whens) expect(v.safeParse(whenSchema, when).issues, JSON.stringify(when)).toBeUndefined();
        expect(fitByDay(index, item, [day])).toHaveLength(3);
        offered += whens.length;
      }),
      { seed, numRuns: 60 },
    );
    expect(offered, "times were offered").toBeGreaterThan(100);
  });
});
