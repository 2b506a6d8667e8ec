import { describe, expect, test } from "vitest";
import { scopeFor } from "./reading.fixture.ts";
import { scopeOf } from "./scope.ts";
import { bracketsOf, partsOf, sentencesOf } from "./sentence.ts";
import { readSource } from "./source.ts";

const whole = (words: string) => ({ from: 0, to: scopeFor(words).text.length });
const sliced = (words: string, spans: readonly { from: number; to: number }[]) =>
  spans.map(({ from, to }) => scopeFor(words).text.slice(from, to).trim());

describe("sentences", () => {
  test.each([
    ["Điểm tại Hội trường UBND tỉnh. Đ/c Minh; NCTH", ["Điểm tại Hội trường UBND tỉnh.", "Đ/c Minh; NCTH"]],
    ["P. họp 5 tầng 2", ["P. họp 5 tầng 2"]],
    ["họp với UBND TP. Hà Nội. NC", ["họp với UBND TP. Hà Nội.", "NC"]],
    ["PCT. Thường trực, PCT.CN dự. Q. 1", ["PCT. Thường trực, PCT.CN dự.", "Q. 1"]],
    ["tổng số 1.454 đơn. Hết", ["tổng số 1.454 đơn.", "Hết"]],
    ["Nhà hát Lớn./.", ["Nhà hát Lớn."]],
    ["...", []],
  ])("%s", (words, sentences) => {
    expect(sliced(words, sentencesOf(scopeFor(words), whole(words)))).toEqual(sentences);
  });
});

describe("brackets", () => {
  test.each([
    ["a (b) c (d)", ["(b)", "(d)"]],
    ["a (b (c) d) e", ["(b (c) d)"]],
    ["a ) b ( c", []],
    ["a (b", []],
    ["((a)", ["(a)"]],
  ])("%s", (words, brackets) => {
    expect(sliced(words, bracketsOf(scopeFor(words), whole(words)))).toEqual(brackets);
  });
});

describe("parts of a list", () => {
  test("at semicolons, not at commas", () => {
    const words = "các Sở: A, B; UBND; báo";
    expect(sliced(words, partsOf(scopeFor(words), whole(words)))).toEqual(["các Sở: A, B", "UBND", "báo"]);
  });

  test("and at bullets that open a line", () => {
    const source = readSource("Thành phần:\n- Sở A\n- Sở B");
    const scope = scopeOf(source, [{ from: 0, to: source.text.length }]);
    const parts = partsOf(scope, { from: 0, to: scope.text.length });
    expect(parts.map(({ from, to }) => scope.text.slice(from, to).trim())).toEqual(["Thành phần:", "- Sở A", "- Sở B"]);
  });
});
