import { describe, expect, test } from "vitest";
import { readDirectory } from "./lenient-directory.ts";
import { partyKey } from "./party-key.ts";
import { splitParties } from "./party-pieces.ts";
import { createPartyReader } from "./party-reader.ts";

const district = readDirectory({
  persons: [
    { id: "khoi", name: "Lê Hồng Khôi" },
    { id: "lam", name: "Đỗ Văn Lâm" },
    { id: "bao", name: "Trần Quốc Bảo" },
  ],
  posts: [
    { id: "ct", name: "Chủ tịch UBND huyện" },
    { id: "pcttt", name: "Phó Chủ tịch Thường trực UBND huyện", holders: ["lam"] },
    { id: "pct-cn", name: "PCT.CN" },
    { id: "bt", name: "Bí thư Huyện ủy" },
    { id: "cthd", name: "Chủ tịch HĐND huyện" },
    { id: "tpnv", name: "Trưởng phòng Nội vụ" },
  ],
  bodies: [
    { id: "tthu", name: "Thường trực Huyện ủy", members: ["post:bt"] },
    { id: "btv", name: "Ban Thường vụ Huyện ủy", members: ["post:bt", "person:khoi"] },
    { id: "ubnd", name: "UBND huyện", members: ["post:ct", "post:pcttt"] },
  ],
  units: [
    { id: "nv", name: "Phòng Nội vụ", head: "post:tpnv" },
    { id: "gd", name: "Phòng Giáo dục và Đào tạo" },
    { id: "kt", name: "Phòng Kinh tế và Hạ tầng" },
    { id: "tc", name: "Phòng Tài chính - Kế hoạch" },
    { id: "dp", name: "UBND xã Đông Phước", head: "text:Chủ tịch UBND xã Đông Phước" },
  ],
});

function read(words: string, seen: readonly string[] = []): string[] {
  const reader = createPartyReader(district, seen);
  const groups = () => new Map(reader.directory().groups.map((group) => [`group:${group.id}`, group]));
  return reader.read(words).map((ref) => {
    const group = groups().get(ref);
    return group ? `${group.conditional ? "some" : "all"} of ${group.members.join(" ")}` : ref;
  });
}

describe("two spellings of one party have one key", () => {
  test.each([
    ["đồng chí Phó Chủ tịch Thường trực UBND xã", "PCTTT Ủy ban nhân dân xã"],
    ["PCT. Thường trực", "Phó Chủ tịch Thường trực"],
    ["TT HĐND", "Thường trực Hội đồng nhân dân"],
    ["TT. Thành uỷ", "Thường trực Thành ủy"],
    ["BTVTU", "BTV TU"],
    ["Ủy ban MTTQ Việt Nam xã", "UBMTTQVN xã"],
    ["Phòng Tài chính – Kế hoạch", "Phòng TC-KH"],
    ["Đ/c: Bí thư", "BT"],
    ["Bí thư".normalize("NFD"), "Bí thư"],
  ])("%s = %s", (a, b) => {
    expect(partyKey(a)).toBe(partyKey(b));
  });

  test("two parties do not", () => {
    expect(partyKey("Phó Chủ tịch")).not.toBe(partyKey("Chủ tịch"));
    expect(partyKey("Thường trực HĐND")).not.toBe(partyKey("Trung tâm HĐND"));
    expect(partyKey("Thường trực Tỉnh ủy")).not.toBe(partyKey("Thường trực Thành ủy"));
  });
});

describe("a list is cut where a new party begins", () => {
  const cut = (words: string) =>
    splitParties(words, (part) => /Khôi/.test(part)).map(({ words: own, sense }) => `${sense} ${own}`);

  test("at commas, and at “và” before a title, but not inside a name", () => {
    expect(cut("Chủ tịch và các Phó Chủ tịch")).toEqual(["self Chủ tịch", "all Phó Chủ tịch"]);
    expect(cut("Sở Kế hoạch và Đầu tư, Sở Xây dựng")).toEqual(["self Sở Kế hoạch và Đầu tư", "self Sở Xây dựng"]);
    expect(cut("PCT. Thường trực")).toEqual(["self PCT. Thường trực"]);
    expect(cut("Trung tâm Phục vụ hành chính công. Văn phòng UBND xã")).toHaveLength(2);
  });

  test("the titles behind a name are his own", () => {
    expect(cut("đồng chí Lê Hồng Khôi, Ủy viên Ban Thường vụ, Trưởng Ban Tuyên giáo; Bí thư")).toHaveLength(1 + 0);
    expect(cut("đồng chí Lê Hồng Khôi, Sở Xây dựng")).toHaveLength(2);
  });

  test("a word for the whole list goes with every piece, until a party of its own", () => {
    expect(cut("Trưởng phòng Nội vụ, Giáo dục và Đào tạo")).toEqual(["head Nội vụ", "head Giáo dục và Đào tạo"]);
    expect(cut("đại diện lãnh đạo: Kinh tế và Hạ tầng, Nội vụ, UBND xã Đông Phú")).toEqual([
      "some Kinh tế và Hạ tầng",
      "some Nội vụ",
      "self UBND xã Đông Phú",
    ]);
    expect(cut("lãnh đạo các Sở: Giao thông vận tải, Xây dựng")).toEqual(["some Giao thông vận tải", "some Xây dựng"]);
    expect(cut("Ủy viên Ban Thường vụ Thành ủy")).toEqual(["member Ban Thường vụ Thành ủy"]);
  });

  test("“liên quan” leaves open who", () => {
    expect(splitParties("Các Phó Chủ tịch liên quan", () => false)).toMatchObject([
      { sense: "all", conditional: true, key: "pct" },
    ]);
  });

  test("nothing comes of nothing", () => {
    expect(cut("")).toEqual([]);
    expect(cut(" ; , : ")).toEqual([]);
  });
});

describe("what the directory knows is found", () => {
  test.each([
    ["Chủ tịch", ["post:ct"]],
    ["Chủ tịch UBND huyện", ["post:ct"]],
    ["PCT. Thường trực", ["post:pcttt"]],
    ["PCT.CN", ["post:pct-cn"]],
    ["đồng chí Bí thư", ["post:bt"]],
    ["Phó Chủ tịch Thường trực Đỗ Văn Lâm", ["person:lam"]],
    ["đồng chí Lê Hồng Khôi, Ủy viên Ban Thường vụ, Trưởng Ban Tuyên giáo", ["person:khoi"]],
    ["CVP Bảo", ["person:bao"]],
    ["Đ/c Bảo", ["person:bao"]],
    ["Thường trực Huyện uỷ", ["body:tthu"]],
    ["Ủy viên Ban Thường vụ Huyện ủy", ["body:btv"]],
    ["Ban Thường vụ", ["body:btv"]],
    ["Trưởng phòng Nội vụ, Giáo dục và Đào tạo", ["post:tpnv", "text:Trưởng phòng Giáo dục và Đào tạo"]],
    ["đại diện lãnh đạo: Kinh tế và Hạ tầng, Tài chính - Kế hoạch", ["unit:kt", "unit:tc"]],
    ["Chủ tịch, PCT. Thường trực, PCT.CN", ["post:ct", "post:pcttt", "post:pct-cn"]],
    ["Chủ tịch UBND xã Đông Phước", ["text:Chủ tịch UBND xã Đông Phước"]],
  ])("%s", (words, refs) => {
    expect(read(words)).toEqual(refs);
  });

  test("somebody of another level is somebody else", () => {
    expect(read("Phó Chủ tịch Thường trực UBND tỉnh")).toEqual(["text:Phó Chủ tịch Thường trực UBND tỉnh"]);
    expect(read("Chủ tịch UBND tỉnh")).toEqual(["text:Chủ tịch UBND tỉnh"]);
    expect(read("Thường trực Tỉnh ủy")).toEqual(["text:Thường trực Tỉnh ủy"]);
  });

  test("several under one name become a group", () => {
    expect(read("các Phó Chủ tịch")).toEqual(["all of post:pcttt post:pct-cn"]);
    expect(read("Các Phó Chủ tịch liên quan")).toEqual(["some of post:pcttt post:pct-cn"]);
    expect(read("các phòng chuyên môn thuộc UBND huyện")).toEqual(["some of unit:nv unit:gd unit:kt unit:tc"]);
    expect(read("lãnh đạo UBND huyện")).toEqual(["some of body:ubnd"]);
  });

  test("what nobody knows stays in words", () => {
    expect(read("phóng viên Báo, Đài")).toEqual(["text:phóng viên Báo", "text:Đài"]);
    expect(read("   ")).toEqual([]);
  });
});

describe("a schedule tells who bears a title", () => {
  test("a title with a name elsewhere is that person", () => {
    const reader = createPartyReader(readDirectory({}), ["Chủ tịch UBND xã Nguyễn Văn Lực", "Chủ tịch"]);
    expect(reader.read("Chủ tịch")).toEqual(["text:Chủ tịch UBND xã Nguyễn Văn Lực"]);
  });

  test("two bearers of one title leave it in words, and together are “các”", () => {
    const reader = createPartyReader(readDirectory({}), ["PCT Mai Văn Bình", "PCT Đặng Thanh Cường"]);
    expect(reader.read("PCT")).toEqual(["text:PCT"]);
    const [group] = reader.read("các Phó Chủ tịch liên quan");
    expect(reader.directory().groups.find(({ id }) => `group:${id}` === group)).toMatchObject({
      conditional: true,
      members: ["text:PCT Mai Văn Bình", "text:PCT Đặng Thanh Cường"],
    });
  });

  test("somebody of the province says nothing about the district's own", () => {
    const reader = createPartyReader(readDirectory({}), ["Chủ tịch UBND tỉnh Đỗ Minh Dương"]);
    expect(reader.read("Chủ tịch")).toEqual(["text:Chủ tịch"]);
  });
});
