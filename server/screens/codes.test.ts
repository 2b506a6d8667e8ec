import { expect, test } from "vitest";
import { machineChance } from "../observe/chance.ts";
import { newCode, readCode, shownCode } from "./codes.ts";

test("a code has six consonants, each as likely as any other, and no letter that is read as another", () => {
  const counts = new Map<string, number>();
  for (let draw = 0; draw < 4_000; draw++) {
    const code = newCode(machineChance);
    expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{6}$/);
    for (const letter of code) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  expect(counts.size).toBe(20);
  // 1,200 of each are expected; a draw by the remainder alone would give the first sixteen 8 % more than the last four.
  for (const count of counts.values()) expect(Math.abs(count - 1_200)).toBeLessThan(250);
});

test("bytes that would favour some letters are drawn again", () => {
  const bytes = [255, 254, 250, 240, 0, 1, 2, 3, 4, 5];
  const chance = (into: Uint8Array) => into.map(() => bytes.shift() ?? 19) as Uint8Array<ArrayBuffer>;
  expect(newCode(chance)).toBe("BCDFGH");
});

test("it is read however somebody types it, and nothing else is taken for one", () => {
  expect(shownCode("BCDFGH")).toBe("BCD-FGH");
  for (const typed of ["BCDFGH", "bcd-fgh", " BCD – FGH ", "b c d f g h"]) expect(readCode(typed)).toBe("BCDFGH");
  for (const typed of ["", "BCDFG", "BCDFGHJ", "BCDFGA", "BCD_FGH", "B".repeat(10_000), `${"-".repeat(40)}BCDFGH`])
    expect(readCode(typed)).toBeNull();
});
