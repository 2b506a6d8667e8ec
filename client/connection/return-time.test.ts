import fc from "fast-check";
import { expect, test } from "vitest";
import { closeCode } from "../../shared/protocol/close-code.ts";
import { seed } from "../../test/world/seed.ts";
import { returnMaxMs, returnTimeMs } from "./return-time.ts";

const soonest = (least: number) => least;
const latest = (_least: number, below: number) => below - 1;

test("[P7] after a restart the first return is spread over seconds", () => {
  const loss = { code: closeCode.restarting, attempt: 1 };
  expect(returnTimeMs(loss, soonest)).toBeLessThan(200);
  expect(returnTimeMs(loss, latest)).toBeGreaterThan(3_000);
});

test("[P7] 200 browsers that are sent away in one instant: no quarter of a second sees more than 30 of them", () => {
  let state = 7;
  const chance = (least: number, below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return least + (state % (below - least));
  };
  const returns = Array.from({ length: 200 }, () => returnTimeMs({ code: 1012, attempt: 1 }, chance) ?? 0);
  const most = Math.max(...returns.map((at) => returns.filter((other) => other >= at && other < at + 250).length));
  expect(most).toBeGreaterThan(5);
  expect(most).toBeLessThanOrEqual(30);
  expect(Math.max(...returns)).toBeGreaterThan(3_000);
});

test("a lost line comes back soon, and each failure doubles the longest wait up to ten seconds", () => {
  const waits = [1, 2, 3, 4, 5, 60].map((attempt) => returnTimeMs({ code: 1006, attempt }, latest));
  expect(waits).toEqual([1_499, 2_999, 5_999, 9_999, 9_999, 9_999]);
});

test("who is refused for good does not come back; who is only sent away does", () => {
  const codes = Object.values(closeCode);
  expect(codes.length).toBeGreaterThan(5);
  for (const code of codes) {
    expect(returnTimeMs({ code, attempt: 1 }, soonest) === null).toBe(code >= 4400);
  }
});

test("[P7] whatever the code and however often it failed, who comes back does so neither at once nor after the longest wait", () => {
  let returns = 0;
  const codeArb = fc.oneof(fc.constantFrom(...Object.values(closeCode)), fc.integer({ min: 1_000, max: 4_999 }));
  const attemptArb = fc.oneof(fc.integer({ min: -1, max: 12 }), fc.constantFrom(1_100, 2 ** 31));
  fc.assert(
    fc.property(codeArb, attemptArb, fc.nat({ max: 999 }), (code, attempt, dice) => {
      const chance = (least: number, below: number) => {
        expect(below).toBeGreaterThan(least);
        return least + Math.floor((dice / 1_000) * (below - least));
      };
      const waitMs = returnTimeMs({ code, attempt }, chance);
      expect(waitMs === null).toBe(code >= 4400 && code <= 4499);
      if (waitMs === null) return;
      expect(waitMs >= 100 && waitMs < returnMaxMs).toBe(true);
      returns++;
    }),
    { seed, numRuns: 500 },
  );
  expect(returns).toBeGreaterThan(100);
});

test("each failure may only make the wait longer, also after a restart", () => {
  for (const code of [closeCode.restarting, closeCode.unavailable, 1006]) {
    const longest = Array.from({ length: 12 }, (_, at) => returnTimeMs({ code, attempt: at + 1 }, latest) ?? 0);
    expect(longest).toEqual([...longest].sort((a, b) => a - b));
    expect(longest.at(-1)).toBe(returnMaxMs - 1);
  }
});
