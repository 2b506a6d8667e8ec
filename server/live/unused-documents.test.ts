import fc from "fast-check";
import { expect, test } from "vitest";
import { seed } from "../../test/world/seed.ts";
import { UnusedDocuments } from "./unused-documents.ts";

const held = (bytes: Record<string, number>) => new Map(Object.entries(bytes));

test("who was left longest ago goes first, and no more than must", () => {
  const unused = new UnusedDocuments();
  for (const name of ["a", "b", "c"]) unused.left(name);
  expect(unused.surplus(held({ a: 3, b: 3, c: 3 }), 9)).toEqual([]);
  expect(unused.surplus(held({ a: 3, b: 3, c: 3 }), 8)).toEqual(["a"]);
  expect(unused.surplus(held({ a: 3, b: 3, c: 3 }), 5)).toEqual(["a", "b"]);
  unused.left("a");
  expect(unused.surplus(held({ a: 3, b: 3, c: 3 }), 8)).toEqual(["b"]);
});

test("what somebody has open never goes, however large", () => {
  const unused = new UnusedDocuments();
  for (const name of ["a", "b"]) unused.left(name);
  unused.taken("b");
  expect(unused.surplus(held({ a: 1, b: 100, open: 100 }), 10)).toEqual(["a"]);
});

test("after any coming and going exactly the unused may go, and what stays fits or is in use", () => {
  const steps = fc.array(fc.tuple(fc.constantFrom("left", "taken"), fc.constantFrom("a", "b", "c", "d")), {
    maxLength: 40,
  });
  const bytes = fc.record({ a: fc.nat(9), b: fc.nat(9), c: fc.nat(9), d: fc.nat(9) });
  let trimmed = 0;
  fc.assert(
    fc.property(steps, bytes, fc.nat(36), (history, sizes, bytesMax) => {
      const unused = new UnusedDocuments();
      const last = new Map<string, string>();
      for (const [step, name] of history) {
        unused[step](name);
        last.set(name, step);
      }
      const leaving = unused.surplus(held(sizes), bytesMax);
      for (const name of leaving) expect(last.get(name)).toBe("left");
      const stays = [...held(sizes)].filter(([name]) => !leaving.includes(name));
      const isAllInUse = stays.every(([name]) => last.get(name) !== "left");
      const sum = stays.reduce((total, [, each]) => total + each, 0);
      expect(isAllInUse || sum <= bytesMax).toBe(true);
      trimmed += leaving.length;
    }),
    { seed, numRuns: 500 },
  );
  expect(trimmed).toBeGreaterThan(100);
});
