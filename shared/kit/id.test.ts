import { expect, test } from "vitest";
import { type Chance, newId } from "./id.ts";

/** Chance that counts: the n-th byte is n. */
const counting =
  (first: number): Chance =>
  (bytes) =>
    bytes.map((_, index) => (first + index) & 255);

test("an id is 16 signs that no address or key has to escape", () => {
  for (let first = 0; first < 256; first++) expect(newId(counting(first))).toMatch(/^[\w-]{16}$/);
});

test("all 64 signs are used, each for four bytes: no id is likelier than another", () => {
  const uses = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) {
    const sign = newId((bytes) => bytes.fill(byte))[0] ?? "";
    uses.set(sign, (uses.get(sign) ?? 0) + 1);
  }
  expect(uses.size).toBe(64);
  expect(new Set(uses.values())).toEqual(new Set([4]));
});

test("chance comes in by the door: the same chance gives the same id", () => {
  expect(newId(counting(7))).toBe(newId(counting(7)));
  expect(newId(counting(7))).not.toBe(newId(counting(8)));
});

test("it asks for 96 bits", () => {
  let asked = 0;
  newId((bytes) => {
    asked = bytes.length * 6;
    return bytes;
  });
  expect(asked).toBe(96);
});
