import { describe, expect, test } from "vitest";
import { fold } from "../kit/fold.ts";
import { isFillerTitle } from "./filler.ts";
import { readTextParty } from "./text-party.ts";

describe("a party in words", () => {
  test.each([
    ["PCTTT Nguyễn Văn An", "nguyen van an"],
    ["đ/c Nguyễn Văn An, Phó Chủ tịch", "nguyen van an"],
    ["đồng chí Lê Hồng Khôi, Ủy viên Ban Thường vụ", "le hong khoi"],
    ["PCT Mai Văn Bình", "mai van binh"],
    ["Đỗ Minh Dương", "do minh duong"],
    ["Đ/c Minh", "minh"],
    ["PCT Nguyen Van An", "nguyen van an"],
  ])("%s is one person", (words, key) => {
    expect(readTextParty(words)).toEqual({ key, sort: "person" });
  });

  test("one person under two titles has one key", () => {
    expect(readTextParty("PCTTT Nguyễn Văn An").key).toBe(readTextParty("Ông Nguyễn Văn An").key);
  });

  test.each([
    ["Chủ tịch", "chu tich"],
    ["CT", "chu tich"],
    ["Bí thư Huyện ủy", "bi thu huyen uy"],
    ["PCT. Thường trực", "pho chu tich thuong truc"],
    ["PCT.CN", "pho chu tich cn"],
    ["Trưởng phòng Nội vụ", "truong phong noi vu"],
    ["Giám đốc Sở Y tế", "giam doc so y te"],
    ["Trưởng Ban Tuyên giáo", "truong ban tuyen giao"],
  ])("%s is a post one person holds", (words, key) => {
    expect(readTextParty(words)).toEqual({ key, sort: "post" });
  });

  test.each([
    "lãnh đạo Sở Y tế",
    "các Phó Chủ tịch",
    "đại diện Công an huyện",
    "Sở Xây dựng",
    "Phó Chủ tịch UBND tỉnh",
    "Phó Giám đốc",
    "PCT",
    "UBND xã Đông Phước",
    "phóng viên Báo, Đài",
    "Chủ tịch, các Phó Chủ tịch liên quan",
    "Thành viên Ban Chỉ đạo",
    "UBND tỉnh Thái Bình",
    "Đoàn Thanh niên Thành phố",
  ])("%s may be several", (words) => {
    expect(readTextParty(words).sort).toBe("several");
  });

  test("marks of composed and decomposed writing do not matter", () => {
    expect(readTextParty("Chủ tịch".normalize("NFD")).key).toBe("chu tich");
  });

  test("an honorific alone names nobody", () => {
    expect(readTextParty("đ/c").key).toBe("");
  });
});

describe("fillers yield to everything", () => {
  test.each([
    "làm việc tại cơ quan",
    "Làm việc tại cơ quan",
    "LÀM VIỆC TẠI CƠ QUAN.",
    "Sáng làm việc tại cơ quan",
    "Làm việc tại trụ sở",
    "Làm việc tại nhiệm sở (cả ngày)",
    "Làm việc thường xuyên tại cơ quan",
    "Xử lý công việc tại cơ quan",
    "Giải quyết công việc tại phòng",
    "Làm việc nội bộ",
    "làm việc tại cơ quan".normalize("NFD"),
  ])("%s", (title) => {
    expect(isFillerTitle(title)).toBe(true);
  });

  test("whatever it begins with, with marks in either form or without, in any case", () => {
    const beginnings = "Làm việc,Giải quyết công việc,Xử lý văn bản,Nghiên cứu tài liệu".split(",");
    const times = ["", "Sáng ", "Chiều: ", "Tối ", "Cả ngày ", "Buổi chiều "];
    const titles = times.flatMap((time) => beginnings.map((words) => `${time}${words} tại cơ quan`));
    for (const title of titles)
      for (const form of [title, title.normalize("NFD"), fold(title), title.toUpperCase(), ` ${title}`])
        expect(isFillerTitle(form), form).toBe(true);
  });

  test.each([
    "Làm việc tại cơ quan Bộ Nội vụ",
    "Làm việc với Sở Xây dựng",
    "Họp giao ban tại cơ quan",
    "Làm việc tại xã Đông Phước về xây dựng nông thôn mới",
    "Làm việc tại cơ quan với đoàn kiểm tra",
    "",
  ])("not: %s", (title) => {
    expect(isFillerTitle(title)).toBe(false);
  });
});
