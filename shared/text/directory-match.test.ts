import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { parseDay } from "../kit/day.ts";
import { directorySchema } from "../model/directory.ts";
import { createMatcher } from "./directory-match.ts";

const directory = v.parse(directorySchema, {
  persons: [
    { id: "ha", name: "Lê Thu Hà", office: "people" },
    { id: "an", name: "Nguyễn Văn An", office: "people" },
    { id: "binh", name: "Trần Quốc Bình", office: "party" },
    { id: "lan", name: "Phạm Thị Lan", office: "council" },
    { id: "lan2", name: "Đỗ Ngọc Lan", office: "people" },
    { id: "than", name: "Hoàng Đức Thân", aliases: ["Bảy Thân"], office: "people" },
  ],
  posts: [
    {
      id: "ct",
      name: "Chủ tịch UBND Thành phố",
      short: "Chủ tịch",
      aliases: ["Chủ tịch UBND"],
      office: "people",
      holders: [{ person: "an" }],
    },
    {
      ...{
        id: "pct-tt",
        name: "Phó Chủ tịch Thường trực UBND Thành phố",
        short: "PCT TT",
        aliases: ["Phó Chủ tịch Thường trực"],
      },
      ...{
        office: "people",
        holders: [
          { person: "ha", from: "2026-03-01" },
          { person: "lan2", to: "2026-02-28" },
        ],
      },
    },
    { id: "pct-kt", name: "Phó Chủ tịch Kinh tế", short: "PCT.KT", office: "people", holders: [{ person: "than" }] },
    {
      id: "ct-hdnd",
      name: "Chủ tịch HĐND Thành phố",
      short: "Chủ tịch",
      aliases: ["Chủ tịch HĐND"],
      office: "council",
      holders: [{ person: "lan" }],
    },
    { id: "bt", name: "Bí thư Thành ủy", short: "Bí thư", office: "party", holders: [{ person: "binh" }] },
    { id: "pbt", name: "Phó Bí thư Thường trực Thành ủy", short: "PBT TT", office: "party" },
  ],
  bodies: [
    { id: "tttu", name: "Thường trực Thành ủy", office: "party" },
    { id: "btv", name: "Ban Thường vụ Thành ủy", aliases: ["Ban Thường vụ"], office: "party" },
    { id: "tt-hdnd", name: "Thường trực HĐND Thành phố", aliases: ["Thường trực HĐND"], office: "council" },
  ],
  units: [
    { id: "sxd", name: "Sở Xây dựng" },
    { id: "snv", name: "Sở Nội vụ" },
  ],
  groups: [{ id: "lead", name: "Lãnh đạo UBND", office: "people" }],
  rooms: [
    { id: "r2", name: "Phòng họp số 2", building: "UBND Thành phố" },
    { id: "r3u", name: "Phòng họp 3", building: "UBND Thành phố" },
    { id: "r3t", name: "Phòng họp số 3", building: "Thành ủy" },
    { id: "hall", name: "Hội trường A", aliases: ["Hội trường lớn"] },
    { id: "hall2", name: "Hội trường II" },
  ],
});
const matcher = createMatcher(directory);
const party = matcher.party;

describe("one fitting entry is certain", () => {
  test.each([
    ["Lê Thu Hà", "person:ha"],
    ["đồng chí Lê Thu Hà", "person:ha"],
    ["LÊ THU HÀ", "person:ha"],
    ["le thu ha", "person:ha"],
    ["đ/c An", "person:an"],
    ["Đ/c: Thu Hà", "person:ha"],
    ["ông Bảy Thân", "person:than"],
    ["TTTU", "body:tttu"],
    ["Thường trực Thành uỷ", "body:tttu"],
    ["BTV", "body:btv"],
    ["BTV Thành ủy", "body:btv"],
    ["TT HĐND", "body:tt-hdnd"],
    ["Sở XD", "unit:sxd"],
    ["SNV", "unit:snv"],
    ["PCTTT", "post:pct-tt"],
    ["PCT TT", "post:pct-tt"],
    ["PCT. Thường trực", "post:pct-tt"],
    ["PCT.KT", "post:pct-kt"],
    ["Bí thư", "post:bt"],
    ["đồng chí Bí thư Thành ủy", "post:bt"],
    ["Chủ tịch UBND", "post:ct"],
    ["Lãnh đạo UBND", "group:lead"],
  ])("%s", (words, ref) => {
    expect(party(words)).toEqual({ certain: ref });
  });

  test("a post and a name are the person, and the post is confirmed", () => {
    expect(party("PCTTT Lê Thu Hà")).toEqual({ certain: "person:ha", post: "post:pct-tt" });
    expect(party("Phó Chủ tịch Lê Thu Hà")).toEqual({ certain: "person:ha", post: "post:pct-tt" });
    expect(party("Đ/c Thân - PCT")).toEqual({ certain: "person:than", post: "post:pct-kt" });
    expect(party("Đ/c Hà PCT TT")).toEqual({ certain: "person:ha", post: "post:pct-tt" });
  });

  test("a full name beside a post somebody else holds is still that person, without the post", () => {
    expect(party("Bí thư Lê Thu Hà")).toEqual({ certain: "person:ha" });
  });

  test("the office of the schedule decides between equal posts", () => {
    expect(party("Chủ tịch", { office: "people" })).toEqual({ certain: "post:ct" });
    expect(party("Chủ tịch", { office: "council" })).toEqual({ certain: "post:ct-hdnd" });
  });

  test("the day decides who held the post", () => {
    const day = parseDay("2026-02-10");
    expect(party("PCT Lan", { day: day! })).toEqual({ certain: "person:lan2", post: "post:pct-tt" });
  });
});

describe("several fitting entries are candidates, never a guess", () => {
  test("a post that two offices have", () => {
    expect(party("Chủ tịch")).toEqual({ candidates: ["post:ct", "post:ct-hdnd"] });
  });
  test("a given name two people bear", () => {
    expect(party("đ/c Lan")).toEqual({ candidates: ["person:lan", "person:lan2"] });
  });
  test("a bare given name without honorific is only a candidate", () => {
    expect(party("An")).toEqual({ candidates: ["person:an"] });
  });
  test("a given name beside a post its bearer does not hold", () => {
    expect(party("Bí thư Hà")).toEqual({ candidates: ["person:ha"] });
  });
  test("a title several posts begin with", () => {
    expect(party("Phó Chủ tịch")).toEqual({ candidates: ["post:pct-tt", "post:pct-kt"] });
  });
  test("a room number two buildings have", () => {
    expect(matcher.room("P. họp 3")).toEqual({ candidates: ["r3u", "r3t"] });
  });
});

describe("several parties in one expression", () => {
  test("all of them", () => {
    expect(party("Chủ tịch và các Phó Chủ tịch", { office: "people" })).toEqual({
      all: ["post:ct", "post:pct-tt", "post:pct-kt"],
      isConditional: false,
    });
  });
  test("some of them, not said which", () => {
    expect(party("các PCT liên quan", { office: "people" })).toEqual({
      all: ["post:pct-tt", "post:pct-kt"],
      isConditional: true,
    });
  });
});

describe("rooms", () => {
  test.each([
    ["P. họp 2", "r2"],
    ["Phòng họp số 2", "r2"],
    ["PH 2", "r2"],
    ["PH2", "r2"],
    ["phòng họp số 02", "r2"],
    ["phòng họp số 3 Thành ủy", "r3t"],
    ["Phòng họp 3, UBND thành phố", "r3u"],
    ["HT A", "hall"],
    ["Hội trường lớn", "hall"],
    ["HT II", "hall2"],
    ["Hội trường 2", "hall2"],
  ])("%s", (words, id) => {
    expect(matcher.room(words)).toEqual({ certain: id });
  });
  test("a room of a building nobody knows is at most a candidate", () => {
    expect(matcher.room("phòng họp số 2 Tỉnh ủy")).toEqual({ candidates: ["r2"] });
  });
  test("a place outside is no room", () => {
    expect(matcher.room("cảng Hậu Giang")).toEqual({ none: true });
  });
});

test("words the directory does not know, and empty words, match nothing", () => {
  for (const words of ["Hội Nông dân", "", "  ", "đ/c", "???"]) expect(party(words)).toEqual({ none: true });
});
