import { describe, expect, test } from "vitest";
import { findAmbiguous, meaningsOf } from "./abbreviations.ts";
import { hasHonorific, nameKeys, roomKey, withoutHonorific } from "./name-key.ts";
import { readSchedule } from "./schedule-reading.ts";

describe("ambiguous abbreviations", () => {
  test.each([
    ["TT HĐND họp", "thường trực"],
    ["PCT TT dự", "thường trực"],
    ["TT Hội nghị Quốc gia", "trung tâm"],
    ["BCH Quân sự tỉnh", "bộ chỉ huy"],
    ["BCH Đảng bộ Thành phố", "ban chấp hành"],
    ["phòng KT-TC", "kinh tế"],
    ["Ban PC HĐND", "pháp chế"],
    ["PC thiên tai", "phòng chống"],
    ["Sở TC", "tài chính"],
    ["KN, TC", "tố cáo"],
    ["theo CV số 12", "công văn"],
    ["CV Phòng Văn hóa", "chuyên viên"],
  ])("%s: the neighbour decides", (words, meaning) => {
    expect(findAmbiguous(words)).toEqual([]);
    const [word = ""] = /(?:TT|BCH|KT|PC|TC|CV)(?!\p{L})/u.exec(words) ?? [];
    const at = words.indexOf(word);
    expect(meaningsOf(word, words.slice(0, at), words.slice(at + word.length))).toEqual([meaning]);
  });

  test("without such a neighbour a person is asked, with the meanings", () => {
    expect(findAmbiguous("họp với TT Ngã Sáu")).toEqual([
      { word: "TT", at: 8, meanings: ["thường trực", "trung tâm", "thông tin"] },
    ]);
    const { doubts } = readSchedule("Thứ Hai 16/11/2026\n8h: họp BCH");
    expect(doubts).toMatchObject([
      { code: "ambiguous-abbreviation", text: "BCH", candidates: ["bộ chỉ huy", "ban chấp hành"] },
    ]);
  });

  test("small letters, parts of words and numbers of documents are no abbreviations", () => {
    for (const words of ["tt", "TTHC", "24-CT/TU", "PCT.KT", "CTV", "KTNS"]) expect(findAmbiguous(words)).toEqual([]);
  });

  test("what nobody knows has no meaning", () => {
    expect(meaningsOf("XYZ")).toEqual([]);
    expect(meaningsOf("PCTTT")).toEqual(["phó chủ tịch thường trực"]);
  });
});

describe("keys of names", () => {
  test.each([
    ["đồng chí Lê Thu Hà", "Le Thu Ha"],
    ["PCT.KT", "Phó Chủ tịch Kinh tế"],
    ["TT HĐND", "thường trực hội đồng nhân dân"],
    ["Sở XD", "SỞ XÂY DỰNG"],
    ["UBND TP. Hà Nội", "Ủy ban nhân dân Thành phố Hà Nội"],
    ["P. Nội vụ", "Phòng Nội vụ"],
  ])("%s and %s are one", (a, b) => {
    expect(nameKeys(a)).toEqual(nameKeys(b));
  });

  test("an abbreviation with several meanings has several keys", () => {
    expect(nameKeys("BCH")).toEqual(["bo chi huy", "ban chap hanh"]);
    expect(nameKeys("TT TT TT TT").length).toBeLessThanOrEqual(8);
    expect(nameKeys("?!")).toEqual([]);
  });

  test("honorifics", () => {
    expect(withoutHonorific("Đ/c: Thanh")).toBe("thanh");
    expect([hasHonorific("ông An"), hasHonorific("Ôn An"), hasHonorific("An")]).toEqual([true, false, false]);
  });

  test.each([
    ["P. họp 2", "Phòng họp số 2"],
    ["PH 2", "phòng họp 02"],
    ["HT II", "Hội trường 2"],
    ["TT Hội nghị", "Trung tâm Hội nghị"],
  ])("rooms: %s and %s are one", (a, b) => {
    expect(roomKey(a)).toBe(roomKey(b));
  });
  test("different rooms stay different", () => {
    expect(roomKey("Hội trường A")).not.toBe(roomKey("Hội trường B"));
    expect(roomKey("P. họp 2")).not.toBe(roomKey("P. họp 2 tầng 3"));
  });
});
