import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { directorySchema } from "../../shared/model/directory.ts";
import { partyRefSchema } from "../../shared/model/ref.ts";
import { createMatcher } from "../../shared/text/directory-match.ts";
import { choiceKey, clip, createResolver, textRef } from "./word-resolution.ts";

const directory = v.parse(directorySchema, {
  persons: [
    { id: "an", name: "Hoàng Minh An", office: "party" },
    { id: "ha", name: "Lê Thu Hà", office: "people" },
    { id: "ha-2", name: "Trần Việt Hà", office: "people" },
  ],
  posts: [
    { id: "ct", name: "Chủ tịch UBND Thành phố", aliases: ["Chủ tịch"], office: "people", holders: [{ person: "ha" }] },
    { id: "ct-hdnd", name: "Chủ tịch HĐND Thành phố", aliases: ["Chủ tịch"], office: "council" },
  ],
  units: [
    { id: "sxd", name: "Sở Xây dựng", aliases: ["SXD"] },
    { id: "stc", name: "Sở Tài chính", aliases: ["STC"] },
  ],
  rooms: [
    { id: "p1", name: "Phòng họp 1 UBND", aliases: ["P. họp 1"], building: "Trụ sở UBND" },
    { id: "p1-tu", name: "Phòng họp 1 Thành ủy", aliases: ["P. họp 1"] },
    { id: "ht", name: "Hội trường lớn", aliases: ["HT lớn"] },
  ],
});
const matcher = createMatcher(directory);
const resolver = createResolver(matcher, "people", new Map());
const refs = (words: string) => resolver.parties(words, null).map((party) => party.refs.join(" "));

describe("who is meant", () => {
  test("a known name is certain; a post alone is the post of the schedule's office", () => {
    expect(resolver.parties("đ/c Hoàng Minh An", null)).toMatchObject([{ refs: ["person:an"], state: "certain" }]);
    expect(refs("Chủ tịch")).toEqual(["post:ct"]);
    expect(createResolver(matcher, "council", new Map()).parties("Chủ tịch", null)[0]?.refs).toEqual(["post:ct-hdnd"]);
  });

  test("where several may be meant the words stay until a person chooses", () => {
    const [party] = resolver.parties("đ/c Hà", null);
    expect(party).toMatchObject({ refs: ["text:đ/c Hà"], state: "doubtful" });
    expect(party?.candidates.toSorted()).toEqual(["person:ha", "person:ha-2"]);
  });

  test("a choice holds for every row with the same words, however they are spaced or marked", () => {
    const choices = new Map([[choiceKey("party", "đ/c Hà"), "person:ha-2"]]);
    const chosen = createResolver(matcher, "people", choices);
    expect(chosen.parties("Đ/c  Hà", null)).toMatchObject([{ refs: ["person:ha-2"], state: "chosen" }]);
  });

  test("a person may also choose to leave the words as they are", () => {
    const choices = new Map([[choiceKey("party", "đ/c Hà"), null]]);
    expect(createResolver(matcher, "people", choices).parties("đ/c Hà", null)).toMatchObject([
      { refs: ["text:đ/c Hà"], state: "chosen" },
    ]);
  });

  test("unknown words stay words", () => {
    expect(resolver.parties("phóng viên Báo", null)).toMatchObject([
      { refs: ["text:phóng viên Báo"], state: "unresolved" },
    ]);
  });
});

describe("printed lists", () => {
  test("a comma list is parted where the directory knows one of its parts", () => {
    expect(refs("Sở Xây dựng, Sở Tài chính, Công ty Thoát nước")).toEqual([
      "unit:sxd",
      "unit:stc",
      "text:Công ty Thoát nước",
    ]);
  });

  test("the heading of a list goes to each of its parts", () => {
    expect(refs("lãnh đạo các Sở: Xây dựng, Tài chính")).toEqual(["unit:sxd", "unit:stc"]);
    expect(refs("Đại diện lãnh đạo: Sở Xây dựng, UBND phường Láng")).toEqual(["unit:sxd", "text:UBND phường Láng"]);
  });

  test("a list of which nothing is known stays whole", () => {
    expect(refs("Trưởng phòng Nội vụ, Giáo dục và Đào tạo")).toEqual(["text:Trưởng phòng Nội vụ, Giáo dục và Đào tạo"]);
  });

  test("one person with several posts is one person", () => {
    expect(refs("đồng chí Hoàng Minh An, Ủy viên Ban Thường vụ, Trưởng Ban Tuyên giáo")).toEqual(["person:an"]);
    expect(refs("đồng chí Lê Hồng Khôi, Ủy viên Ban Thường vụ, Sở Xây dựng")).toHaveLength(1);
  });

  test("nobody is left out because he stands behind another: known, one of several, a unit, one of a list", () => {
    expect(refs("đ/c Hoàng Minh An, đ/c Hà")).toEqual(["person:an", "text:đ/c Hà"]);
    expect(refs("đ/c Lê Thu Hà, Trưởng Ban Tuyên giáo và đ/c Hoàng Minh An")).toEqual(["person:ha", "person:an"]);
    expect(refs("đ/c Hà, Sở Xây dựng, Sở Tài chính").join(" ")).toBe("text:đ/c Hà unit:sxd unit:stc");
    expect(refs("đ/c Hoàng Minh An, Sở Xây dựng, ABC")).toEqual(["person:an", "unit:sxd", "text:ABC"]);
    expect(refs("các đ/c Hoàng Minh An, Lê Thu Hà")).toEqual(["person:an", "person:ha"]);
    expect(refs("các đồng chí Lê Hồng Khôi, Trưởng Ban Tổ chức")).toHaveLength(1);
  });
});

describe("rooms", () => {
  test("known, one of several, unknown", () => {
    expect(resolver.room("HT lớn")).toMatchObject({ room: "ht", state: "certain" });
    expect(resolver.room("P. họp 1")).toMatchObject({ room: null, state: "doubtful", candidates: ["p1", "p1-tu"] });
    expect(resolver.room("Nhà hát Lớn")).toMatchObject({ room: null, state: "unresolved", candidates: [] });
  });

  test("chosen", () => {
    const choices = new Map([[choiceKey("room", "P. họp 1"), "p1"]]);
    expect(createResolver(matcher, "people", choices).room("p. họp 1")).toMatchObject({ room: "p1", state: "chosen" });
  });
});

describe("words as a party", () => {
  test("whatever the words, the document takes them", () => {
    for (const words of ["a".repeat(1000), "x\ty\u0000z", " ", "\n", "😀".repeat(200), "Sở A"])
      expect(v.is(partyRefSchema, textRef(words)), JSON.stringify(words.slice(0, 20))).toBe(true);
  });

  test("a cut never halves a character", () => {
    expect(clip("😀😀😀", 4)).toBe("😀…");
    expect(clip("abc", 3)).toBe("abc");
    expect(clip("abcd", 3)).toBe("ab…");
  });
});
