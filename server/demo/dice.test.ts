import { describe, expect, test } from "vitest";
import { newId } from "../../shared/kit/id.ts";
import { createDice } from "./dice.ts";

describe("dice of the demo world", () => {
  test("the same seed throws the same row, another seed another", () => {
    const row = (seed: string) => {
      const dice = createDice(seed);
      return Array.from({ length: 50 }, () => dice.below(1_000_000));
    };
    expect(row("7/2026-W47")).toEqual(row("7/2026-W47"));
    expect(row("7/2026-W47")).not.toEqual(row("7/2026-W48"));
  });

  test("throws stay below the limit and fall about evenly", () => {
    const dice = createDice("even");
    const counts = [0, 0, 0, 0, 0, 0];
    for (let at = 0; at < 60_000; at++) {
      const side = dice.below(6);
      counts[side] = (counts[side] ?? Number.NaN) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });

  test("what happens never or always does so", () => {
    const dice = createDice("percent");
    const throws = Array.from({ length: 500 }, () => [dice.happens(0), dice.happens(100)]);
    expect(throws.every(([never, always]) => !never && always)).toBe(true);
  });

  test("a shuffled list keeps its members and leaves the given one alone", () => {
    const list = Object.freeze([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const shuffled = createDice("cards").shuffle(list);
    expect(shuffled).not.toEqual(list);
    expect([...shuffled].sort()).toEqual(list);
  });

  test("picking from nothing is our bug", () => {
    expect(() => createDice("none").pick([])).toThrow("nothing to pick");
  });

  test("a year of ids never repeats one", () => {
    const dice = createDice("ids");
    const ids = new Set(Array.from({ length: 20_000 }, () => newId(dice.bytes)));
    expect(ids.size).toBe(20_000);
  });
});
