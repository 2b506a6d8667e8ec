import { expect, test } from "vitest";
import { TokenBucket } from "./token-bucket.ts";

const rate = { perSecond: 10, burst: 5 };

test("gives a burst at once, then so much a second, and never saves up more than a burst", () => {
  const bucket = new TokenBucket(rate, 0);
  expect(bucket.has(5, 0)).toBe(true);
  bucket.take(5, 0);
  expect(bucket.has(1, 99)).toBe(false);
  expect(bucket.has(1, 100)).toBe(true);
  expect(bucket.has(6, 3_600_000)).toBe(false);
  expect(bucket.has(5, 3_600_000)).toBe(true);
});

test("may be overdrawn, and says how long to wait until nothing is owed", () => {
  const bucket = new TokenBucket(rate, 0);
  bucket.take(5, 0);
  expect(bucket.owedMs(0)).toBe(0);
  bucket.take(20, 0);
  expect(bucket.owedMs(0)).toBe(2000);
  expect(bucket.owedMs(1500)).toBe(500);
  expect(bucket.owedMs(2000)).toBe(0);
});

test("a clock that is set back gives nothing, and costs no more than that", () => {
  const bucket = new TokenBucket(rate, 10_000);
  bucket.take(6, 10_000);
  expect(bucket.owedMs(0)).toBe(100);
  expect(bucket.owedMs(100)).toBe(0);
});
