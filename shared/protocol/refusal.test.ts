import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { wordsArb } from "../../test/world/arbitraries.ts";
import { seed } from "../../test/world/seed.ts";
import { entryKinds } from "../model/directory.ts";
import {
  type Refusal,
  refusalReasons,
  refusalsMax,
  refusedMessage,
  refusedMessageSchema,
  refusedNameMax,
  refusedValueMax,
} from "./refusal.ts";

const refusal = (rest: Partial<Refusal> = {}): Refusal => ({
  why: "decided",
  root: "items",
  entry: "a",
  field: "title",
  value: "Họp",
  ...rest,
});
const isMessage = (input: unknown) => v.is(refusedMessageSchema, input);
/** As it is on the other side: what JSON makes of it. */
const overTheWire = (message: unknown): unknown => JSON.parse(JSON.stringify(message));

/** About as long as allowed, or a little more, and in places with letters of two units. */
const nearArb = (lengthMax: number) =>
  fc
    .tuple(fc.integer({ min: -3, max: 3 }), fc.constantFrom("ơ", "😀"))
    .map(([more, letter]) => `x${letter.repeat(lengthMax)}`.slice(0, lengthMax + more).toWellFormed());
const short = { weight: 6, arbitrary: fc.oneof(wordsArb(80), fc.string({ unit: "binary", maxLength: 40 })) };
const nameArb = fc.oneof(short, { weight: 1, arbitrary: nearArb(refusedNameMax) });
const refusalArb: fc.Arbitrary<Refusal> = fc.record({
  why: fc.constantFrom(...refusalReasons),
  root: nameArb,
  entry: fc.option(nameArb),
  field: fc.option(nameArb),
  value: fc.option(fc.oneof(short, { weight: 1, arbitrary: nearArb(refusedValueMax) })),
});

describe("what is told", () => {
  test("[P4] names the place and the words that were refused", () => {
    const message = refusedMessage([refusal({ value: "Họp giao ban" })]);
    expect(message).toEqual({ refusals: [refusal({ value: "Họp giao ban" })], more: 0 });
    expect(isMessage(message)).toBe(true);
  });

  test("is cut to its limits and no further, whatever was refused, and arrives as it was sent", () => {
    let [cut, whole] = [0, 0];
    fc.assert(
      fc.property(fc.array(refusalArb, { minLength: 1, maxLength: 3 }), (refusals) => {
        const message = refusedMessage(refusals);
        expect(isMessage(overTheWire(message))).toBe(true);
        expect(overTheWire(message)).toEqual(message);
        const isShort = refusals.every(
          ({ root, entry, field, value }) =>
            Math.max(root.length, entry?.length ?? 0, field?.length ?? 0) <= refusedNameMax &&
            (value?.length ?? 0) <= refusedValueMax,
        );
        if (isShort) expect(message).toEqual({ refusals, more: 0 });
        else expect(message).not.toEqual({ refusals, more: 0 });
        if (isShort) whole++;
        else cut++;
      }),
      { seed },
    );
    expect(Math.min(cut, whole)).toBeGreaterThan(10);
  });

  test("a flood is counted, not told one by one; just as many as fit are all told", () => {
    const counts = [1, refusalsMax - 1, refusalsMax, refusalsMax + 1, refusalsMax + 7].map((length) => {
      const { refusals, more } = refusedMessage(Array.from({ length }, () => refusal()));
      return [refusals.length, more];
    });
    expect(counts).toEqual([
      [1, 0],
      [refusalsMax - 1, 0],
      [refusalsMax, 0],
      [refusalsMax, 1],
      [refusalsMax, 7],
    ]);
  });

  test("the first are told, in the order in which they were refused", () => {
    const many = Array.from({ length: refusalsMax + 2 }, (_, at) => refusal({ entry: `e${at}` }));
    const told = refusedMessage(many).refusals.map(({ entry }) => entry);
    expect(told).toEqual(many.slice(0, refusalsMax).map(({ entry }) => entry));
  });

  test("a long text is cut, never through a letter of two units", () => {
    const before = "x".repeat(refusedValueMax - 1);
    const [told] = refusedMessage([refusal({ value: `${before}😀` })]).refusals;
    expect(told?.value?.length).toBe(refusedValueMax);
    expect(told?.value?.isWellFormed()).toBe(true);
    const [fits] = refusedMessage([refusal({ value: `${before.slice(1)}😀` })]).refusals;
    expect(fits?.value?.endsWith("😀")).toBe(true);
  });

  test("[P6] names that a hostile browser made up do not make it long: neither the frame nor what the log keeps", () => {
    const huge = "r".repeat(250_000);
    const made = refusal({ why: "unknown-place", root: huge, entry: huge, field: huge, value: huge });
    const message = refusedMessage(Array.from({ length: 100 }, () => made));
    expect(isMessage(message)).toBe(true);
    expect(JSON.stringify(message).length).toBeLessThan(refusalsMax * (3 * refusedNameMax + refusedValueMax + 200));
  });

  test("every name that a document may have is told whole: the longest party among them", () => {
    const longest = `@text:${"😀".repeat(300)}`;
    expect(longest.length).toBeLessThanOrEqual(refusedNameMax);
    expect(Math.max(...entryKinds.map((kind) => kind.length))).toBeLessThanOrEqual(refusedNameMax);
    expect(refusedMessage([refusal({ field: longest })]).refusals[0]?.field).toBe(longest);
  });
});

describe("what is heard", () => {
  test("a refusal may be of a whole entry, of a whole root, or of a deletion", () => {
    for (const rest of [{ field: null }, { entry: null, field: null }, { value: null }, { value: "" }])
      expect(isMessage(overTheWire({ refusals: [refusal(rest)], more: 0 }))).toBe(true);
  });

  test("a message that is not wholly of our form is none: nothing is half understood", () => {
    const whole = refusal();
    const { why, root, entry, field, value } = whole;
    const others: Record<string, unknown> = {
      nothing: null,
      text: "refused",
      "a list": [whole],
      "no refusals": { refusals: [], more: 3 },
      "no count": { refusals: [whole] },
      "a count below zero": { refusals: [whole], more: -1 },
      "half a refusal": { refusals: [whole], more: 0.5 },
      "a count in words": { refusals: [whole], more: "2" },
      "a field too many": { refusals: [whole], more: 0, title: "x" },
      "one too many": { refusals: Array.from({ length: refusalsMax + 1 }, () => whole), more: 0 },
      "an unknown reason": { refusals: [{ ...whole, why: "because" }], more: 0 },
      "a reason of every object": { refusals: [{ ...whole, why: "constructor" }], more: 0 },
      "no root": { refusals: [{ why, entry, field, value }], more: 0 },
      "no value, which is not null": { refusals: [{ why, root, entry, field }], more: 0 },
      "a value that is no text": { refusals: [{ ...whole, value: 7 }], more: 0 },
      "a value too long": { refusals: [{ ...whole, value: "x".repeat(refusedValueMax + 1) }], more: 0 },
      "a name too long": { refusals: [{ ...whole, root: "x".repeat(refusedNameMax + 1) }], more: 0 },
      "a refusal with more to it": { refusals: [{ ...whole, who: "lan" }], more: 0 },
      "one good, one bad": { refusals: [whole, { ...whole, root: null }], more: 0 },
    };
    for (const [what, input] of Object.entries(others)) expect(isMessage(input), what).toBe(false);
  });
});
