/** Schedules in sections, of departments and of council bodies. All offices, people and matters are invented. */
import { describe, expect, test } from "vitest";
import { rowsOf } from "./reading.fixture.ts";
import { readSchedule } from "./schedule-reading.ts";

describe("schedules in sections", () => {
  test("headings of sections are no items; people in brackets inside a sentence explain a word of it", () => {
    const text = `THƯỜNG TRỰC HĐND THÀNH PHỐ
LỊCH CÔNG TÁC TUẦN THỨ 15 (Từ ngày 08/4 đến 12/4/2024)
I. THƯỜNG TRỰC HĐND
Thứ Hai, 08/4
- 08h00: Chủ tịch HĐND dự giao ban Thường trực Thành ủy (P. họp Thành ủy).
- 14h00: Các Phó Chủ tịch HĐND họp với các Ban HĐND; thành phần: Trưởng, Phó các Ban; CVP.
II. CÁC BAN HĐND
Thứ Ba, 09/4
- Cả ngày: Ban KTNS khảo sát đầu tư công tại các quận: Ba Đình, Đống Đa.
- 8h30: Đoàn giám sát số 2 (đ/c PCT Nguyễn Hoa làm Trưởng đoàn) làm việc với UBND quận Hà Đông.
Thứ Tư, 10/4 (mùng 2/3 ÂL)
- Nghỉ lễ.
Thứ Năm, 11/4:
07g45: Viếng nghĩa trang (tập trung tại cổng trụ sở UBND quận lúc 7g30). 09g00: Họp báo.`;
    expect(rowsOf(text)).toEqual([
      "2024-04-08 08:00 morning | dự giao ban Thường trực Thành ủy | with: Chủ tịch HĐND | at: P. họp Thành ủy",
      "2024-04-08 14:00 afternoon | họp với các Ban HĐND | chair: Các Phó Chủ tịch HĐND | with: Trưởng, Phó các Ban + CVP",
      "2024-04-09 ? allday | khảo sát đầu tư công tại các quận: Ba Đình, Đống Đa | chair: Ban KTNS",
      "2024-04-09 08:30 morning | làm việc với UBND quận Hà Đông | chair: Đoàn giám sát số 2 (đ/c PCT Nguyễn Hoa làm Trưởng đoàn)",
      "2024-04-10 ? ? | Nghỉ lễ",
      "2024-04-11 07:45 morning | Viếng nghĩa trang | at: cổng trụ sở UBND quận",
      "2024-04-11 09:00 morning | Họp báo",
    ]);
    expect(readSchedule(text).doubts).toEqual([]);
  });

  test("a department: several leaders at one time, 'Ngày:' for the whole day, fields parted by dashes", () => {
    const text = `Lịch làm việc của Lãnh đạo Sở

Thứ hai (ngày 23/9/2024):
Sáng: GĐ Nguyễn Văn Tài họp UBND tỉnh (phòng họp số 1); PGĐ Lê Văn Sáu làm việc tại cơ quan; PGĐ Trần Thị Bảy nghỉ phép.
Chiều:
+ 14h00, GĐ Nguyễn Văn Tài, PGĐ Lê Văn Sáu tiếp Đoàn công tác Bộ Xây dựng tại Hội trường Sở. Thành phần: Chánh Văn phòng. Chuẩn bị: Văn phòng.
Thứ ba (ngày 24/9/2024):
Ngày: GĐ Nguyễn Văn Tài đi công tác Hà Nội.
8h00 - PGĐ Lê Văn Sáu dự Đại hội Công đoàn - Hội trường tầng 2 - Chủ tịch Công đoàn chuẩn bị.
Từ 25/9 đến 27/9/2024: Thanh tra tỉnh làm việc tại Sở.`;
    expect(rowsOf(text)).toEqual([
      "2024-09-23 ? morning | họp UBND tỉnh | chair: GĐ Nguyễn Văn Tài | at: phòng họp số 1",
      "2024-09-23 ? morning | làm việc tại cơ quan | with: PGĐ Lê Văn Sáu | kind: office",
      "2024-09-23 ? morning | nghỉ phép | with: PGĐ Trần Thị Bảy",
      "2024-09-23 14:00 afternoon | tiếp Đoàn công tác Bộ Xây dựng | chair: GĐ Nguyễn Văn Tài + PGĐ Lê Văn Sáu | with: Chánh Văn phòng | at: Hội trường Sở | by: Văn phòng",
      "2024-09-24 ? allday | đi công tác Hà Nội | with: GĐ Nguyễn Văn Tài",
      "2024-09-24 08:00 morning | dự Đại hội Công đoàn | with: PGĐ Lê Văn Sáu | at: Hội trường tầng 2 | by: Chủ tịch Công đoàn",
      "2024-09-25..2024-09-27 ? ? | làm việc | chair: Thanh tra tỉnh | at: Sở",
    ]);
  });
});
