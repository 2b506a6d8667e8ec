import { describe, expect, test } from "vitest";
import { createSearch, isSameWording } from "./search-ranking.ts";

const people = [
  { id: "an", names: ["Hoàng Minh An"], extra: ["Bí thư", "Bí thư Thành ủy"] },
  { id: "anh", names: ["Tống Duy Anh"], extra: ["PCVP"] },
  { id: "ha", names: ["Lê Thu Hà"], extra: ["PCT", "Phó Chủ tịch UBND"] },
  { id: "cuong", names: ["Hà Mạnh Cường"], extra: ["Trưởng Ban"] },
  { id: "hai", names: ["Nguyễn Hải Đăng"], extra: ["PCT TT", "PCTTT"] },
  { id: "btv", names: ["Ban Thường vụ Thành ủy", "BTV", "Thường vụ"] },
  { id: "stc", names: ["Sở Tài chính", "STC"] },
  { id: "ph1", names: ["Phòng họp 1 Thành ủy", "P. họp 1 Thành ủy", "PH1 Thành ủy"] },
  { id: "ph10", names: ["Phòng họp 10", "PH10"] },
];
const search = createSearch(people);
const ids = (query: string, limit = 5) => search(query, limit).map(({ id }) => id);

describe("finding somebody as officers type", () => {
  test("marks and case are not needed", () => {
    expect(ids("hoang minh an")).toEqual(["an"]);
    expect(ids("HOÀNG")).toEqual(["an"]);
  });

  test("đ is a d", () => {
    expect(ids("dang")).toEqual(["hai"]);
    expect(ids("đăng")).toEqual(["hai"]);
  });

  test("initials name a person", () => {
    expect(ids("HMA")[0]).toBe("an");
    expect(ids("lth")[0]).toBe("ha");
  });

  test("an alias names a body", () => {
    expect(ids("btv")[0]).toBe("btv");
    expect(ids("thuong vu")[0]).toBe("btv");
  });

  test("a post with a given name finds who holds it", () => {
    expect(ids("pct ha")[0]).toBe("ha");
    expect(ids("PCT Hà")[0]).toBe("ha");
    expect(ids("bi thu an")[0]).toBe("an");
  });

  test("a whole word goes before the beginning of one: Hà before Hải", () => {
    expect(ids("pct ha")).toEqual(["ha", "hai"]);
  });

  test("a given name goes before a family name and before a longer word", () => {
    expect(ids("ha")).toEqual(["ha", "cuong", "hai"]);
    expect(ids("an").slice(0, 2)).toEqual(["an", "anh"]);
  });

  test("typed marks are a wish: who is written so comes first, the others stay", () => {
    expect(ids("hải")[0]).toBe("hai");
    expect(ids("hà").slice(0, 2)).toEqual(["ha", "cuong"]);
  });

  test("beginnings of words in any order", () => {
    expect(ids("an hoang")).toEqual(["an"]);
    expect(ids("tai ch")).toEqual(["stc"]);
  });

  test("one word is not counted for two tokens", () => {
    expect(ids("le le")).toEqual([]);
  });

  test("honorifics are passed over", () => {
    expect(ids("đ/c An")[0]).toBe("an");
    expect(ids("đồng chí Lê Thu Hà")[0]).toBe("ha");
  });

  test("rooms are found by any of their spellings", () => {
    expect(ids("ph1")[0]).toBe("ph1");
    expect(ids("p hop 1")[0]).toBe("ph1");
    expect(ids("phop1")[0]).toBe("ph1");
    expect(ids("phòng họp 10")[0]).toBe("ph10");
  });

  test("nothing asked answers the beginning, nothing found answers nothing", () => {
    expect(ids("", 2)).toEqual(["an", "anh"]);
    expect(ids("  ", 1)).toEqual(["an"]);
    expect(ids("zzz")).toEqual([]);
    expect(ids("...", 1)).toEqual(["an"]);
  });

  test("no more than asked for", () => {
    expect(ids("h", 2)).toHaveLength(2);
  });

  test("an exact name is first even when others begin with it", () => {
    const rooms = createSearch([{ names: ["Hội trường lớn"] }, { names: ["Hội trường"] }]);
    expect(rooms("hoi truong", 2)[0]?.names[0]).toBe("Hội trường");
  });
});

describe("the same wording", () => {
  test("marks, case, spaces and punctuation aside", () => {
    expect(isSameWording("P. họp 1", "p họp  1")).toBe(true);
    expect(isSameWording("Phòng khánh tiết", "PHONG KHANH TIET")).toBe(true);
    expect(isSameWording("Phòng 1", "Phòng 11")).toBe(false);
  });
});
