import { describe, expect, test } from "vitest";
import { readQuickLine } from "./quick-line.ts";

/** What a line says, in a line: "14:00–16:00 | họp | @ PH 2 | chủ trì đ/c An | dự … | chuẩn bị …". What it does not say is left out. */
function told(line: string): string {
  const { start, end, session, title, location, chair, participants, preparing, assembly, note } = readQuickLine(line);
  const hour = start === null ? (session ?? "") : `${start}${end === null ? "" : `–${end}`}`;
  const list = (label: string, words: readonly string[]) => (words.length > 0 ? [`${label} ${words.join(" + ")}`] : []);
  return [
    hour,
    title,
    ...list("@", location === null ? [] : [location]),
    ...list("chair", chair),
    ...list("with", participants),
    ...list("by", preparing),
    ...list("from", assembly === null ? [] : [assembly]),
    ...list("note", note === null ? [] : [note]),
  ].join(" | ");
}

describe("lines as officers type them", () => {
  describe("the hour stands where it came to mind", () => {
    test.each([
      [
        "Bà Lê Thu Hà tiếp Đại sứ Nhật Bản, 15h, phòng khách",
        "15:00 | tiếp Đại sứ Nhật Bản | @ phòng khách | chair Bà Lê Thu Hà",
      ],
      ["Chào cờ, 7h30", "07:30 | Chào cờ"],
      ["họp 8h30 tại P.họp 2", "08:30 | họp | @ P.họp 2"],
      ["Họp giao ban 8h-10h tại PH 2", "08:00–10:00 | Họp giao ban | @ PH 2"],
      ["họp giao ban từ 8h đến 10h, P.họp 2", "08:00–10:00 | họp giao ban | @ P.họp 2"],
      ["Họp BTV lúc 14h, đ/c Bí thư chủ trì", "14:00 | Họp BTV | chair đ/c Bí thư"],
      ["Họp BTV vào lúc 14 giờ 30 phút", "14:30 | Họp BTV"],
      ["8h30pm họp", "20:30 | họp"],
    ])("%s", (line, said) => expect(told(line)).toBe(said));
  });

  describe("of two hours, of a length, of a deadline none is taken for the beginning", () => {
    test.each([
      ["Họp A 8h, họp B 10h", "| Họp A 8h, họp B 10h"],
      ["Giao ban trước 10h", "| Giao ban trước 10h"],
      ["Ứng trực 24/24h", "| Ứng trực 24/24h"],
      ["Họp trong 2 giờ", "| Họp trong 2 giờ"],
      ["Họp 2 giờ", "| Họp 2 giờ"],
      ["8h5 họp giao ban", "| 8h5 họp giao ban"],
      ["8h60 họp giao ban", "| 8h60 họp giao ban"],
      ["họp (nghỉ 10h)", "| họp (nghỉ 10h)"],
      ["8h họp, 10h đi Ba Vì", "08:00 | họp, 10h đi Ba Vì"],
    ])("%s", (line, said) => expect(told(line)).toBe(said.replace(/^\|/, " |")));
  });

  describe("labels, dashes and lists", () => {
    test.each([
      [
        "14h Họp BCĐ; ĐĐ: Phòng họp 1; CT: đ/c Bình; TP: Sở NNMT, BCH Quân sự TP; CB: Sở NNMT",
        "14:00 | Họp BCĐ | @ Phòng họp 1 | chair đ/c Bình | with Sở NNMT, BCH Quân sự TP | by Sở NNMT",
      ],
      [
        "9h họp về GPMB – đoạn qua huyện Thường Tín – P.họp 2",
        "09:00 | họp về GPMB – đoạn qua huyện Thường Tín | @ P.họp 2",
      ],
      ["14h Họp — PH 2 — đ/c Hà chủ trì — Sở XD chuẩn bị", "14:00 | Họp | @ PH 2 | chair đ/c Hà | by Sở XD"],
      ["14h Họp; chủ trì: Chủ tịch; đ/c Hà cùng dự; tại PH 2", "14:00 | Họp | @ PH 2 | chair Chủ tịch | with đ/c Hà"],
      ["8h họp, mời: Sở XD; đ/c An chủ trì; tại PH 2", "08:00 | họp | @ PH 2 | chair đ/c An | with Sở XD"],
      ["8h họp, mời: Sở XD; Nhà khách UBND", "08:00 | họp | with Sở XD + Nhà khách UBND"],
      ["CT: họp nghe báo cáo", " | họp nghe báo cáo | chair CT"],
    ])("%s", (line, said) => expect(told(line)).toBe(said));
  });

  describe("places", () => {
    test.each([
      [
        "sáng: kiểm tra PCCC tại phường Láng, đ/c An, đ/c Hà",
        "morning | kiểm tra PCCC | @ phường Láng | with đ/c An + đ/c Hà",
      ],
      ["8h dự họp Chính phủ, điểm cầu Hà Nội", "08:00 | dự họp Chính phủ | @ điểm cầu Hà Nội"],
      [
        "14h Thăm và làm việc tại Bệnh viện Bạch Mai. Tập trung tại Trụ sở UBND lúc 13h15",
        "14:00 | Thăm và làm việc | @ Bệnh viện Bạch Mai | from Trụ sở UBND",
      ],
      [
        "6h30 đi Ba Vì. Tập trung tại Trụ sở UBND. Địa điểm: UBND xã Suối Hai",
        "06:30 | đi Ba Vì | @ UBND xã Suối Hai | from Trụ sở UBND",
      ],
      ["6h30 đi Ba Vì, tập trung tại Trụ sở UBND", "06:30 | đi Ba Vì | @ Trụ sở UBND | from Trụ sở UBND"],
    ])("%s", (line, said) => expect(told(line)).toBe(said));
  });

  describe("without marks; what is kept stays as it was typed", () => {
    test.each([
      [
        "8h hop giao ban, phong hop 2, dc Ha chu tri, moi So Xay dung",
        "08:00 | hop giao ban | @ phong hop 2 | chair dc Ha | with So Xay dung",
      ],
      [
        "chieu 14h lam viec voi So Tai chinh, hoi truong lon, Chu tich chu tri",
        "14:00 | lam viec voi So Tai chinh | @ hoi truong lon | chair Chu tich",
      ],
      ["sang kiem tra GPMB tai xa Dong Anh", "morning | kiem tra GPMB | @ xa Dong Anh"],
      ["14 gio 30 phut hop ve tai chinh du an", "14:30 | hop ve tai chinh du an"],
      ["8h chuyen sang tuan sau", "08:00 | chuyen sang tuan sau"],
    ])("%s", (line, said) => expect(told(line)).toBe(said));
  });

  describe("as Word and a Mac leave it", () => {
    const plain = "14h30 Họp, Phòng họp 2, đ/c An chủ trì, mời Sở Xây dựng";
    test.each([
      ["letters and marks apart", plain.normalize("NFD")],
      ["spaces that do not break", plain.replaceAll(" ", "\u00a0")],
      ["spaces doubled", plain.replaceAll(" ", "  ")],
      ["a mark of invisible joining", plain.replaceAll(",", "\u200b,")],
    ])("%s", (_, line) => expect(told(line)).toBe(told(plain)));
    expect(told(plain)).toBe("14:30 | Họp | @ Phòng họp 2 | chair đ/c An | with Sở Xây dựng");
  });
});
