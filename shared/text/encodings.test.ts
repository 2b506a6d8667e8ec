/** The same words however they were typed, copied or encoded. */
import { describe, expect, test } from "vitest";
import { rowsOf } from "./reading.fixture.ts";
import { readSchedule } from "./schedule-reading.ts";

const plain = `Thứ Hai, 16/11/2026
- 7g30: Đ/c An dự họp giao ban (Hội trường A)
- 13g30: PCT Bình họp với Sở Nội vụ. Điểm tại phòng họp số 2 Thành ủy./.`;
const rows = [
  "2026-11-16 07:30 morning | dự họp giao ban | with: Đ/c An | at: Hội trường A",
  "2026-11-16 13:30 afternoon | họp với Sở Nội vụ | chair: PCT Bình | at: phòng họp số 2 Thành ủy",
];

describe("one text, many encodings", () => {
  test.each([
    ["as typed", plain],
    ["decomposed letters, as a Mac copies them", plain.normalize("NFD")],
    ["Windows line ends", plain.replaceAll("\n", "\r\n")],
    ["old Mac line ends", plain.replaceAll("\n", "\r")],
    ["no-break spaces", plain.replaceAll(" ", "\u00a0")],
    ["runs of blanks", plain.replaceAll(" ", "   ")],
    ["zero-width characters", plain.replaceAll("họp", "họ\u200bp").replaceAll("giao", "\ufeffgiao")],
    ["typographic quotes and dashes", plain.replaceAll("- ", "– ").replaceAll("7g30", "7g30’")],
    ["new style of tones", plain.replaceAll("Thành ủy", "Thành uỷ")],
    ["empty lines between", plain.replaceAll("\n", "\n\n")],
    ["a byte order mark", `\ufeff${plain}`],
  ])("%s", (_name, text) => {
    expect(rowsOf(text).map((row) => row.replace("uỷ", "ủy"))).toEqual(rows);
  });

  test("all capitals: names and verbs are told apart without the help of case", () => {
    const text = `THỨ HAI, NGÀY 16/11/2026
8 GIỜ 00: CHỦ TỊCH UBND TỈNH DỰ HỘI NGHỊ VỀ CHUYỂN ĐỔI SỐ. ĐIỂM TẠI: HỘI TRƯỜNG UBND TỈNH.
14 GIỜ 00: PHÓ CHỦ TỊCH NGUYỄN VĂN HÙNG HỌP NGHE BÁO CÁO, MỜI SỞ XÂY DỰNG CÙNG DỰ. ĐIỂM TẠI: PHÒNG HỌP SỐ 2.`;
    expect(rowsOf(text)).toEqual([
      "2026-11-16 08:00 morning | DỰ HỘI NGHỊ VỀ CHUYỂN ĐỔI SỐ | with: CHỦ TỊCH UBND TỈNH | at: HỘI TRƯỜNG UBND TỈNH",
      "2026-11-16 14:00 afternoon | HỌP NGHE BÁO CÁO | chair: PHÓ CHỦ TỊCH NGUYỄN VĂN HÙNG | with: SỞ XÂY DỰNG | at: PHÒNG HỌP SỐ 2",
    ]);
  });

  test("results are NFC with single spaces, and spans lead back to the letters as they came", () => {
    const text = plain.normalize("NFD").replaceAll(" ", "\u00a0 ");
    const [first] = readSchedule(text).items;
    const span = first?.spans.title?.[0];
    expect(first?.title).toBe("dự họp giao ban");
    expect(span && text.slice(span.from, span.to)).toBe("dự\u00a0 họp\u00a0 giao\u00a0 ban".normalize("NFD"));
  });
});
