import { describe, expect, test } from "vitest";
import { readLines } from "./lines.ts";
import { scopeFor } from "./reading.fixture.ts";
import { breaksWithin, scopeOf, trimmed, wordsAt } from "./scope.ts";
import { lowText, readSource } from "./source.ts";

describe("the tidy form of a text", () => {
  test.each([
    ["decomposed letters are composed", "Thu\u031b\u0301", "Thứ"],
    ["runs of blanks are one", "a \u00a0\u2003 b", "a b"],
    ["tabs stay, they part cells", "a\t\tb", "a\t\tb"],
    ["every line end is one", "a\r\nb\rc\u2028d", "a\nb\nc\nd"],
    ["invisible characters go", "họ\u200bp\ufeff", "họp"],
    ["bold signs go, bullets stay", "* **Sáng**", "* Sáng"],
  ])("%s", (_rule, original, text) => {
    expect(readSource(original).text).toBe(text);
  });

  test("text and low have the same length, whatever the letters", () => {
    const source = readSource("İstanbul ẞ “Đ/c” – Thành uỷ ﬁ 😀");
    expect(source.low).toHaveLength(source.text.length);
  });

  test("a stretch leads back to the letters as they came", () => {
    const original = `a ${"Thứ Hai".normalize("NFD")}  \u200bb`;
    const source = readSource(original);
    const from = source.text.indexOf("Thứ");
    const span = source.toOriginal({ from, to: from + "Thứ Hai".length });
    expect(original.slice(span.from, span.to).normalize("NFC")).toBe("Thứ Hai");
    expect(source.toOriginal({ from, to: from })).toEqual({ from: 2, to: 2 });
  });
});

describe("the matching form", () => {
  test.each([
    ["Thành uỷ", "thành ủy"],
    ["Hoà, khoẻ, thuỷ", "hòa, khỏe, thủy"],
    ["quý, hoàn, thuyết", "quý, hoàn, thuyết"],
    ["“A” – ’", '"a" - \''],
  ])("%s", (words, low) => {
    expect(lowText(words)).toBe(low);
  });
});

describe("lines", () => {
  test("are numbered as in the text given; a note on the origin and comments are left out", () => {
    const source = readSource("https://example.org\n# note\n---\nA\n\n \n# note\n## Thứ Hai\n> B");
    const lines = readLines(source).map(({ number, kind, from, to }) => [number, kind, source.text.slice(from, to)]);
    expect(lines).toEqual([
      [4, "text", "A"],
      [5, "empty", ""],
      [6, "blank", " "],
      [8, "text", "Thứ Hai"],
      [9, "text", "B"],
    ]);
  });

  test("a rule of dashes without a note above it cuts nothing off", () => {
    expect(readLines(readSource("Tuần 47\n---\nA"))).toHaveLength(3);
  });
});

describe("a scope", () => {
  test("joins pieces by one space and knows the joints", () => {
    const source = readSource("Hội nghị\n\nThường trực\tTỉnh ủy");
    const scope = scopeOf(source, [{ from: 0, to: source.text.length }]);
    expect(scope.text).toBe("Hội nghị Thường trực Tỉnh ủy");
    expect(scope.breaks).toEqual([8]);
    expect(breaksWithin(scope, { from: 0, to: 8 })).toEqual([]);
    expect(scope.toOriginal({ from: 9, to: 20 })).toEqual({ from: 10, to: 21 });
  });

  test.each([
    [" , Hội trường A. ", "Hội trường A"],
    ["- (mở rộng) lần 5.", "(mở rộng) lần 5"],
    ["(Đ/c Tân", "Đ/c Tân"],
    ["họp giao ban)./.", "họp giao ban"],
    ["“Buổi sáng với Nhân dân”.", "“Buổi sáng với Nhân dân”"],
    [" ... ", null],
  ])("words without the signs at their ends: %s", (text, words) => {
    const scope = scopeFor(text);
    expect(wordsAt(scope, { from: 0, to: scope.text.length })?.words ?? null).toBe(words);
  });

  test("nothing is left of signs alone", () => {
    const inner = trimmed(scopeFor("-.-"), { from: 0, to: 3 });
    expect(inner.to).toBeLessThanOrEqual(inner.from);
  });
});
