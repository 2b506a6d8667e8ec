import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wordsArb } from "../../test/world/arbitraries.ts";
import { seed } from "../../test/world/seed.ts";
import { type TextEdit, textEdit } from "./text-edit.ts";

function applied(text: string, { at, remove, insert }: TextEdit): string {
  return text.slice(0, at) + insert + text.slice(at + remove);
}

/** Texts that differ in few places, as two states of one field do; few letters, so that equal places abound. */
const nearArb = fc
  .tuple(fc.string({ unit: fc.constantFrom("a", "b", "😀", "😁", "𠮷"), maxLength: 8 }), fc.nat(8), fc.nat(3))
  .chain(([before, at, remove]) =>
    fc.string({ unit: fc.constantFrom("a", "b", "😀", "😂"), maxLength: 3 }).map((insert) => {
      const signs = [...before];
      signs.splice(at, remove, insert);
      return { before, after: signs.join("") };
    }),
  );

const anyArb = fc.record({ before: wordsArb(40), after: wordsArb(40) });

describe("the edit between two states of a text", () => {
  test("leads from the one to the other, wherever the caret stood", () => {
    fc.assert(
      fc.property(fc.oneof(nearArb, anyArb), fc.integer({ min: -2, max: 60 }), ({ before, after }, caret) => {
        expect(applied(before, textEdit(before, after, caret))).toBe(after);
        expect(applied(before, textEdit(before, after))).toBe(after);
      }),
      { seed, numRuns: 2_000 },
    );
  });

  test("never cuts a surrogate pair", () => {
    fc.assert(
      fc.property(nearArb, fc.nat(20), ({ before, after }, caret) => {
        const { at, remove, insert } = textEdit(before, after, caret);
        for (const part of [before.slice(0, at), before.slice(at, at + remove), before.slice(at + remove), insert])
          expect(part.isWellFormed(), JSON.stringify({ before, after, part })).toBe(true);
      }),
      {
        seed,
        numRuns: 2_000,
        examples: [
          [{ before: "😀", after: "😁" }, 2],
          [{ before: "😀😀", after: "😀" }, 2],
        ],
      },
    );
  });

  test("is nothing where nothing changed", () => {
    fc.assert(
      fc.property(wordsArb(40), fc.nat(50), (text, caret) => {
        expect(textEdit(text, text, caret)).toMatchObject({ remove: 0, insert: "" });
      }),
      { seed },
    );
  });

  test("is the smallest: it begins and ends with a difference", () => {
    fc.assert(
      fc.property(
        nearArb.filter(({ before, after }) => !/[^ab]/.test(before + after)),
        ({ before, after }) => {
          const { at, remove, insert } = textEdit(before, after);
          const removed = before.slice(at, at + remove);
          if (removed === "" || insert === "") return;
          expect(removed[0]).not.toBe(insert[0]);
          expect(removed.at(-1)).not.toBe(insert.at(-1));
        },
      ),
      { seed, numRuns: 1_000 },
    );
  });

  test("of two equal places, the caret tells which: “aa” → “aaa”", () => {
    expect(textEdit("aa", "aaa", 1)).toEqual({ at: 0, remove: 0, insert: "a" });
    expect(textEdit("aa", "aaa", 2)).toEqual({ at: 1, remove: 0, insert: "a" });
    expect(textEdit("aa", "aaa", 3)).toEqual({ at: 2, remove: 0, insert: "a" });
    expect(textEdit("họp họp", "họp họp họp", 4)).toEqual({ at: 0, remove: 0, insert: "họp " });
  });

  test("also what was taken away lies behind the caret", () => {
    expect(textEdit("aaa", "aa", 0)).toEqual({ at: 0, remove: 1, insert: "" });
    expect(textEdit("aaa", "aa", 1)).toEqual({ at: 1, remove: 1, insert: "" });
    expect(textEdit("aaa", "aa", 2)).toEqual({ at: 2, remove: 1, insert: "" });
  });

  test("a word typed over a marked one is one edit", () => {
    expect(textEdit("Họp sáng thứ hai", "Họp chiều thứ hai", 9)).toEqual({ at: 4, remove: 4, insert: "chiều" });
  });
});
