import { describe, expect, test } from "vitest";
import { isActorAt, isPersonAt, readLeaders, readLeadersBeforeColon, splitActors } from "./actors.ts";
import { scopeFor } from "./reading.fixture.ts";
import { findVerb, isAttending, isDuty, isFiller, isJointAct, isMatterNoun } from "./verbs.ts";

const split = (words: string) => splitActors(scopeFor(words), { from: 0, to: words.length }).map((one) => one.words);

describe("a list of actors", () => {
  test.each([
    ["Chủ tịch, các Phó Chủ tịch", ["Chủ tịch", "các Phó Chủ tịch"]],
    ["Chủ tịch và các Phó Chủ tịch", ["Chủ tịch", "các Phó Chủ tịch"]],
    ["Chủ tịch, PCT. Thường trực, PCT.CN", ["Chủ tịch", "PCT. Thường trực", "PCT.CN"]],
    [
      "Phó Chủ tịch Thường trực Trần Cảnh Toàn, Phó Chủ tịch Lê Thu Anh",
      ["Phó Chủ tịch Thường trực Trần Cảnh Toàn", "Phó Chủ tịch Lê Thu Anh"],
    ],
    [
      "đồng chí Bí thư Thành ủy và đồng chí Phó Bí thư Thành ủy",
      ["đồng chí Bí thư Thành ủy", "đồng chí Phó Bí thư Thành ủy"],
    ],
    [
      "đồng chí Lê Khôi, Ủy viên Ban Thường vụ, Trưởng Ban Tuyên giáo và Dân vận",
      ["đồng chí Lê Khôi, Ủy viên Ban Thường vụ, Trưởng Ban Tuyên giáo và Dân vận"],
    ],
    ["các Phó Chủ tịch HĐND, UBND", ["các Phó Chủ tịch HĐND, UBND"]],
    ["Đ/c Thân - PCT UBND", ["Đ/c Thân - PCT UBND"]],
    ["đ/c An, đ/c Bình", ["đ/c An", "đ/c Bình"]],
    ["Trưởng phòng Nội vụ, Giáo dục và Đào tạo", ["Trưởng phòng Nội vụ, Giáo dục và Đào tạo"]],
  ])("%s", (words, actors) => {
    expect(split(words)).toEqual(actors);
  });
});

describe("leaders before a verb", () => {
  const read = (words: string) => {
    const scope = scopeFor(words);
    const found = readLeaders(scope, 0);
    return found && [found.leaders.map((one) => one.words).join(" + "), scope.text.slice(found.next)];
  };
  test.each([
    ["Phó Chủ tịch Lê Thu Anh dự hội thảo", ["Phó Chủ tịch Lê Thu Anh", "dự hội thảo"]],
    ["Thường trực Thành uỷ hội ý đầu tuần", ["Thường trực Thành uỷ", "hội ý đầu tuần"]],
    ["Ban Pháp chế giám sát Sở A", ["Ban Pháp chế", "giám sát Sở A"]],
    ["Đoàn kiểm tra số 3 làm việc với UBND", ["Đoàn kiểm tra số 3", "làm việc với UBND"]],
    ["Trưởng Ban Tổ chức Tỉnh ủy dự họp", ["Trưởng Ban Tổ chức Tỉnh ủy", "dự họp"]],
    ["CHỦ TỊCH UBND TỈNH DỰ HỘI NGHỊ", ["CHỦ TỊCH UBND TỈNH", "DỰ HỘI NGHỊ"]],
    ["Giám đốc Sở dự họp", ["Giám đốc Sở", "dự họp"]],
  ])("%s", (words, leaders) => {
    expect(read(words)).toEqual(leaders);
  });
  test.each([
    "Hội nghị tổng kết",
    "Ban hành kế hoạch họp",
    "Phòng chống dịch họp bàn",
    "Tổ chức họp dân",
    "họp giao ban",
    "Chủ tịch",
  ])("%s names no leader before a verb", (words) => {
    expect(read(words)).toBeNull();
  });
});

describe("leaders before a colon", () => {
  const read = (words: string) => readLeadersBeforeColon(scopeFor(words), 0)?.leaders.map((one) => one.words) ?? null;
  test("are the words up to it", () => {
    expect(read("Chủ tịch, PCT. Thường trực: 8 giờ")).toEqual(["Chủ tịch", "PCT. Thường trực"]);
    expect(read("Chủ tịch UBND xã Nguyễn Văn Lực:")).toEqual(["Chủ tịch UBND xã Nguyễn Văn Lực"]);
    expect(read("Đ/c: Thanh: họp")).toEqual(["Đ/c: Thanh"]);
  });
  test("are not a sentence that happens to have one", () => {
    expect(read("Chủ tịch họp với các Sở: A, B")).toBeNull();
    expect(read("Nội dung: họp")).toBeNull();
  });
});

describe("words that begin an actor", () => {
  test.each(["đ/c An", "Các đồng chí", "PCTTT An", "PCT.KT", "CT", "TT HĐND", "Lãnh đạo Sở", "ông A"])(
    "%s: a person",
    (words) => {
      expect(isPersonAt(scopeFor(words), 0)).toBe(true);
    },
  );
  test.each(["UBND xã", "Sở Xây dựng", "Ban Pháp chế", "Đoàn ĐBQH"])("%s: a body", (words) => {
    expect(isPersonAt(scopeFor(words), 0)).toBe(false);
    expect(isActorAt(scopeFor(words), 0)).toBe(true);
  });
  test.each(["ctv", "Tổ chức", "Ban hành", "ban pháp chế"])("%s: none", (words) => {
    expect(isActorAt(scopeFor(words), 0)).toBe(false);
  });
});

describe("verbs", () => {
  const verbOf = (words: string) => findVerb(scopeFor(words), { from: 0, to: words.length });
  test.each([
    ["phòng họp số 3", null],
    ["Phó Chủ tịch Thường trực", null],
    ["Ban chỉ đạo dự án", null],
    ["dự thảo, dự án, dự kiến", null],
    ["An làm việc", 3],
    ["ngày làm việc thứ hai họp", 22],
  ])("%s", (words, place) => {
    expect(verbOf(words)).toBe(place);
  });
  test("say who leads", () => {
    expect(["dự họp", "tham dự", "cùng đi", "đi cơ sở", "khám sức khỏe", "tiếp tục dự"].every(isAttending)).toBe(true);
    expect(["dự thảo quy chế", "họp", "điều hành"].some(isAttending)).toBe(false);
    expect(["thăm, chúc tết", "kiểm tra", "thực hiện"].every(isJointAct)).toBe(true);
    expect(["làm việc tại cơ quan", "làm việc nội bộ", "xử lý văn bản tại cơ quan"].every(isFiller)).toBe(true);
    expect(isFiller("làm việc với sở a")).toBe(false);
    expect(["trực lãnh đạo", "lãnh đạo trực"].every(isDuty)).toBe(true);
    expect(["trực tuyến", "trực tiếp"].some(isDuty)).toBe(false);
    expect(isMatterNoun("hội nghị tổng kết")).toBe(true);
    expect(isMatterNoun("hội trường")).toBe(false);
  });
});
