import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { itemArb } from "../../test/world/arbitraries.ts";
import { seed } from "../../test/world/seed.ts";
import { addDays, type Day } from "../kit/day.ts";
import { isPlaced } from "../model/when.ts";
import { itemsInDays } from "./items-in-days.ts";
import { itemsOf } from "./roots.ts";
import { programmeUpdate } from "./whole-update.ts";

const first = "2026-11-23" as Day;

test("of a year, exactly what stands on one of the days, whole", () => {
  const found = { inside: 0, outside: 0, waiting: 0 };
  const items = fc.uniqueArray(itemArb(), { selector: ({ id }) => id, maxLength: 30 });
  fc.assert(
    fc.property(items, fc.nat({ max: 400 }), (year, length) => {
      const days = { first, last: addDays(first, length) };
      const doc = new Y.Doc();
      Y.applyUpdate(doc, programmeUpdate(year));
      const ids = itemsInDays(doc, days).map(({ id }) => id);
      for (const { id, when } of year) {
        const stands = isPlaced(when) && when.day <= days.last && (when.lastDay ?? when.day) >= days.first;
        found[!isPlaced(when) ? "waiting" : stands ? "inside" : "outside"]++;
        expect(ids.includes(id)).toBe(stands);
      }
    }),
    { seed },
  );
  expect(Math.min(found.inside, found.outside, found.waiting)).toBeGreaterThan(10);
});

test("what is no item hides nothing", () => {
  const doc = new Y.Doc();
  itemsOf(doc).set("broken", new Y.Map());
  expect(itemsInDays(doc, { first, last: first })).toEqual([]);
});
