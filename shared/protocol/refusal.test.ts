import * as v from "valibot";
import { expect, test } from "vitest";
import { type Refusal, refusalsMax, refusedMessage, refusedMessageSchema, refusedValueMax } from "./refusal.ts";

const refusal = (value: string | null): Refusal => ({
  why: "decided",
  root: "items",
  entry: "a",
  field: "title",
  value,
});

test("[P4] what was refused is told with its place and its words", () => {
  const message = refusedMessage([refusal("Họp giao ban")]);
  expect(message).toEqual({ refusals: [refusal("Họp giao ban")], more: 0 });
  expect(v.is(refusedMessageSchema, message)).toBe(true);
});

test("a flood of refusals is counted, not told one by one", () => {
  const message = refusedMessage(Array.from({ length: refusalsMax + 7 }, () => refusal(null)));
  expect(message.refusals).toHaveLength(refusalsMax);
  expect(message.more).toBe(7);
  expect(v.is(refusedMessageSchema, message)).toBe(true);
});

test("a long text is cut, never through a letter of two units", () => {
  const [told] = refusedMessage([refusal(`${"x".repeat(refusedValueMax - 1)}😀`)]).refusals;
  expect(told?.value?.length).toBe(refusedValueMax);
  expect(told?.value?.isWellFormed()).toBe(true);
});
