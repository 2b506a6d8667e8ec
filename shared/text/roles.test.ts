import { describe, expect, test } from "vitest";
import { castLeaders, levelOf, ownLevelOf } from "./roles.ts";
import type { Words } from "./span.ts";

const leader = (words: string): Words => ({ words, span: { from: 0, to: 0 } });
const of = (names: string[], titleLow: string, more: Partial<Parameters<typeof castLeaders>[1]> = {}) => {
  const matter = {
    titleLow,
    verbLow: titleLow,
    location: null,
    hasChair: false,
    isColumn: false,
    ownLevel: 2,
    ...more,
  };
  const cast = castLeaders(names.map(leader), matter);
  return [cast.chair, cast.participants].map((list) => list.map(({ words }) => words).join(" + ")).join(" | ");
};

describe("who chairs", () => {
  test.each([
    ["the one leader of a meeting", ["PCT Hà"], "họp nghe báo cáo", "PCT Hà | "],
    ["the first of several", ["Chủ tịch", "PCT.CN"], "họp góp ý đồ án", "Chủ tịch | PCT.CN"],
    ["all, of what is done side by side", ["Chủ tịch", "PCT.CN"], "thăm, chúc tết", "Chủ tịch + PCT.CN | "],
    ["nobody, of what is attended", ["Chủ tịch"], "dự hội nghị", " | Chủ tịch"],
    ["nobody, at the office", ["Chủ tịch"], "làm việc tại cơ quan", " | Chủ tịch"],
    ["nobody, when a superior body sits", ["Chủ tịch"], "họp thường trực tỉnh ủy", " | Chủ tịch"],
    ["nobody, in a conference of such a body", ["Chủ tịch"], "hội nghị ban thường vụ tỉnh ủy", " | Chủ tịch"],
    [
      "the secretary, when his own committee sits",
      ["đồng chí Bí thư Thành ủy"],
      "họp ban thường vụ thành ủy",
      "đồng chí Bí thư Thành ủy | ",
    ],
    ["not the deputy secretary then", ["Phó Bí thư Thành ủy"], "họp ban thường vụ thành ủy", " | Phó Bí thư Thành ủy"],
    ["the council's chair, when the council sits", ["Chủ tịch HĐND"], "họp thường trực hđnd", "Chủ tịch HĐND | "],
    ["not another chair then", ["Chủ tịch UBND"], "họp thường trực hđnd", " | Chủ tịch UBND"],
    ["nobody before the government", ["Chủ tịch"], "họp chính phủ", " | Chủ tịch"],
    ["nobody when there are no leaders", [], "họp", " | "],
  ])("%s", (_rule, names, title, cast) => {
    expect(of(names, title)).toBe(cast);
  });

  test("a steering committee that meets at a superior's seat is attended, at one's own it is chaired", () => {
    expect(of(["Chủ tịch"], "họp ban chỉ đạo a", { location: "phòng họp UBND tỉnh" })).toBe(" | Chủ tịch");
    expect(of(["Chủ tịch"], "họp ban chỉ đạo a", { location: "Hội trường UBND huyện" })).toBe("Chủ tịch | ");
  });

  test("nobody of the leaders where somebody else is named as chair", () => {
    expect(of(["Các PCT liên quan"], "họp bcđ", { hasChair: true })).toBe(" | Các PCT liên quan");
  });

  test("a leader of the column attends a matter with another subject, and chairs his own", () => {
    const column = { isColumn: true };
    expect(of(["Đ/c Tú PCT"], "ubnd tỉnh tổ chức hội nghị", column)).toBe(" | Đ/c Tú PCT");
    expect(of(["CT Đỗ Dương"], "chủ tịch ubnd tỉnh tiếp công dân", { ...column, verbLow: "tiếp công dân" })).toBe(
      "CT Đỗ Dương | ",
    );
  });
});

test("levels of seats", () => {
  expect(["ubnd xã a", "huyện ủy", "thành phố", "trung ương", "hội trường"].map(levelOf)).toEqual([1, 2, 3, 4, 0]);
  expect(ownLevelOf("ubnd huyện, ubnd huyện, ubnd tỉnh")).toBe(2);
  expect(ownLevelOf("họp")).toBe(0);
});
