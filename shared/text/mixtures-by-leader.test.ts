/** Running text by leader, by council body and in lists and notices. All offices, people and matters are invented. */
import { describe, expect, test } from "vitest";
import { rowsOf } from "./reading.fixture.ts";
import { readSchedule } from "./schedule-reading.ts";

describe("running text by day, then by leader", () => {
  test("several items a leader, sessions without hours, an undated year told by weekday and by the years spoken of", () => {
    const text = `THỨ NĂM, NGÀY 05/3:

- Chủ tịch: 7 giờ 30’, dự họp tỉnh nghe báo cáo đấu thầu qua mạng năm 2019, nhiệm vụ năm 2020, mời Trưởng phòng Tài chính cùng dự (Phòng Tài chính chuẩn báo cáo của huyện), điểm tại phòng họp số 1 UBND tỉnh. 13 giờ 30’, họp Đảng ủy Quân sự huyện, điểm tại Hội trường Ban Chỉ huy Quân sự huyện.

- PCT. Thường trực: 13 giờ 30’, kiểm tra trường đạt chuẩn xã Đồng Sen, mời đại diện lãnh đạo: Giáo dục và Đào tạo, UBND xã Đồng Sen cùng đi, điểm tập trung tại UBND xã Đồng Sen.

- PCT.CN: Sáng làm việc tại cơ quan. 13 giờ 30’, họp Đoàn Công tác liên ngành (Giấy mời riêng), điểm tại Hội trường II - UBND huyện (LĐVP: Đ/c Tịnh).`;
    expect(rowsOf(text)).toEqual([
      "2020-03-05 07:30 morning | dự họp tỉnh nghe báo cáo đấu thầu qua mạng năm 2019, nhiệm vụ năm 2020 | with: Chủ tịch + Trưởng phòng Tài chính | at: phòng họp số 1 UBND tỉnh | by: Phòng Tài chính",
      "2020-03-05 13:30 afternoon | họp Đảng ủy Quân sự huyện | with: Chủ tịch | at: Hội trường Ban Chỉ huy Quân sự huyện",
      "2020-03-05 13:30 afternoon | kiểm tra trường đạt chuẩn xã Đồng Sen | chair: PCT. Thường trực | with: đại diện lãnh đạo: Giáo dục và Đào tạo, UBND xã Đồng Sen | at: UBND xã Đồng Sen",
      "2020-03-05 ? morning | làm việc tại cơ quan | with: PCT.CN | kind: office",
      "2020-03-05 13:30 afternoon | họp Đoàn Công tác liên ngành | chair: PCT.CN | at: Hội trường II - UBND huyện | support: Đ/c Tịnh",
    ]);
    expect(readSchedule(text).doubts.find(({ code }) => code === "year-assumed")?.candidates).toEqual([
      "2015",
      "2020",
      "2026",
    ]);
  });

  test("a leader on a line of its own holds for the hours under it", () => {
    const text = `THỨ HAI (16/11/2026)
1. Chủ tịch UBND xã Nguyễn Văn Lực:
08 giờ 00’: Thăm gia đình chính sách.
09 giờ 00’: Dự trao Huy hiệu Đảng. Địa điểm: tại Hội trường Đảng ủy xã.
2. Phó Chủ tịch Lê Thị Sen:
14 giờ 00’: Họp chợ phiên (Phòng Kinh tế chuẩn bị nội dung).`;
    expect(rowsOf(text)).toEqual([
      "2026-11-16 08:00 morning | Thăm gia đình chính sách | chair: Chủ tịch UBND xã Nguyễn Văn Lực",
      "2026-11-16 09:00 morning | Dự trao Huy hiệu Đảng | with: Chủ tịch UBND xã Nguyễn Văn Lực | at: Hội trường Đảng ủy xã",
      "2026-11-16 14:00 afternoon | Họp chợ phiên | chair: Phó Chủ tịch Lê Thị Sen | by: Phòng Kinh tế",
    ]);
  });

  test("a council's week: sessions and who attends in brackets, bodies that act, 'tại' at the end", () => {
    const text = `Lịch làm việc tuần 21 của Thường trực, các Ban (từ ngày 21/5/2018 đến ngày 28/5/2018)

Thứ hai

21/5

Thường trực HĐND tỉnh đi thăm các cơ sở tôn giáo (ngày; đ/c Tuyên).

Thứ ba

22/5

+ Thường trực HĐND tỉnh tham dự Đoàn giám sát về đô thị đối với Thành ủy tại Văn phòng Thành ủy (sáng; dự: đ/c Tuyên).

+ Ban Pháp chế giám sát Sở Tài nguyên về cải cách hành chính (ngày).

- Ban VHXH khảo sát chính sách đối với lao động nữ tại Công ty May Hoa Hồng (chiều).`;
    expect(rowsOf(text)).toEqual([
      "2018-05-21 ? allday | đi thăm các cơ sở tôn giáo | with: Thường trực HĐND tỉnh + đ/c Tuyên",
      "2018-05-22 ? morning | tham dự Đoàn giám sát về đô thị đối với Thành ủy | with: Thường trực HĐND tỉnh + đ/c Tuyên | at: Văn phòng Thành ủy",
      "2018-05-22 ? allday | giám sát Sở Tài nguyên về cải cách hành chính | chair: Ban Pháp chế",
      "2018-05-22 ? afternoon | khảo sát chính sách đối với lao động nữ | chair: Ban VHXH | at: Công ty May Hoa Hồng",
    ]);
  });

  test("items run together on one line by dashes", () => {
    const text = `Ngày 18/02/2020
- 14 giờ, Phó Chủ tịch Nguyễn Thanh Tâm làm việc với Ban Giám đốc Sở (Theo lịch của UBND tỉnh) . Thành phần: Ban Giám đốc, Trưởng các phòng Địa điểm: Hội trường - 14 giờ, PGĐ Nguyễn Chí Hùng dự họp Ban Chỉ đạo. Địa điểm: Phòng họp A - UBND tỉnh - 13 giờ 30, PGĐ Lê Mẫn dự Hội nghị tổng kết (theo Công văn số 679-CV/ĐUK ngày 18/02/2020). Địa điểm: Trung tâm Hội nghị, đường Bờ Kè.`;
    expect(rowsOf(text)).toEqual([
      "2020-02-18 14:00 afternoon | làm việc với Ban Giám đốc Sở | chair: Phó Chủ tịch Nguyễn Thanh Tâm | with: Ban Giám đốc, Trưởng các phòng | at: Hội trường",
      "2020-02-18 14:00 afternoon | dự họp Ban Chỉ đạo | with: PGĐ Nguyễn Chí Hùng | at: Phòng họp A - UBND tỉnh",
      "2020-02-18 13:30 afternoon | dự Hội nghị tổng kết | with: PGĐ Lê Mẫn | at: Trung tâm Hội nghị, đường Bờ Kè | ref: 679-CV/ĐUK",
    ]);
    expect(readSchedule(text).items.map(({ line, item }) => [line, item])).toEqual([
      [2, 1],
      [2, 2],
      [2, 3],
    ]);
  });
});

describe("who and where in every place a writer finds for it", () => {
  test("in brackets, before the matter, after dashes, on lines of their own; a closing remark is no part of an item", () => {
    const text = `Thứ Hai 16/11/2026
- 8h00: Họp giao ban (CT, các PCT)
- 9h: Hội nghị tổng kết (Đ/c Hà dự), tại HT A
- 10h (HT B): Họp chi bộ
- 13h30: Họp BCĐ - Chủ trì: PCT Sen - Thành phần: Sở Y tế, Sở Nội vụ - Địa điểm: PH 1
- 14h: Họp tổ biên tập
Đ/c Bí thư chủ trì
Tại phòng họp A
- Sáng: Họp thẩm định giá (Đ/c Tân)
* Ghi chú: Lịch này thay giấy mời.`;
    expect(rowsOf(text)).toEqual([
      "2026-11-16 08:00 morning | Họp giao ban | chair: CT | with: các PCT",
      "2026-11-16 09:00 morning | Hội nghị tổng kết | with: Đ/c Hà | at: HT A",
      "2026-11-16 10:00 morning | Họp chi bộ | at: HT B",
      "2026-11-16 13:30 afternoon | Họp BCĐ | chair: PCT Sen | with: Sở Y tế, Sở Nội vụ | at: PH 1",
      "2026-11-16 14:00 afternoon | Họp tổ biên tập | chair: Đ/c Bí thư | at: phòng họp A",
      "2026-11-16 ? morning | Họp thẩm định giá | chair: Đ/c Tân",
    ]);
    expect(readSchedule(text).items.every(({ note }) => note === undefined)).toBe(true);
  });
});

describe("lists and notices", () => {
  test("meetings with voters: the venue before who comes, and hour and day inside a sentence", () => {
    const text = `Lịch tiếp xúc cử tri trước kỳ họp giữa năm 2024
- Vào lúc 8 giờ 00, ngày 21/5/2024 (thứ ba), tại hội trường BCH Quân sự thành phố, gồm phường Hoa Mai (30 cử tri); phường Hoa Cúc.
- 19h30’ ngày 08/7/2024 tiếp xúc cử tri khu phố Đình Làng
Các đại biểu đơn vị 1 tiếp xúc cử tri quận 1 vào lúc 14 giờ ngày 26-6-2024 tại Bảo tàng thành phố (số 5 đường Ven Hồ).`;
    expect(rowsOf(text)).toEqual([
      "2024-05-21 08:00 morning | tiếp xúc cử tri trước kỳ họp giữa năm 2024 | with: phường Hoa Mai (30 cử tri) + phường Hoa Cúc | at: hội trường BCH Quân sự thành phố",
      "2024-07-08 19:30 evening | tiếp xúc cử tri khu phố Đình Làng",
      "2024-06-26 14:00 afternoon | tiếp xúc cử tri quận 1 | chair: Các đại biểu đơn vị 1 | at: Bảo tàng thành phố (số 5 đường Ven Hồ)",
    ]);
  });

  test("notices with labels, one after the other", () => {
    const text = `THÔNG BÁO LỊCH HỌP
1. Nội dung: Họp thẩm định đề án nhà ở xã hội
Thời gian: 14h00 ngày 18/11/2026 (thứ Tư)
Địa điểm: Phòng họp số 2, tầng 3
Chủ trì: Phó Chủ tịch Lê Thu Hà
Thành phần: Lãnh đạo Sở Xây dựng, Sở Tài chính; UBND các quận: Ba Đình, Tây Hồ
Cơ quan chuẩn bị: Sở Xây dựng
2. Nội dung: Hội nghị sơ kết ba văn phòng
Thời gian: 08h30, thứ Năm, ngày 19/11/2026
Địa điểm: Hội trường A
Chủ trì: Chánh Văn phòng Thành ủy`;
    expect(rowsOf(text)).toEqual([
      "2026-11-18 14:00 afternoon | Họp thẩm định đề án nhà ở xã hội | chair: Phó Chủ tịch Lê Thu Hà | with: Lãnh đạo Sở Xây dựng, Sở Tài chính + UBND các quận: Ba Đình, Tây Hồ | at: Phòng họp số 2, tầng 3 | by: Sở Xây dựng",
      "2026-11-19 08:30 morning | Hội nghị sơ kết ba văn phòng | chair: Chánh Văn phòng Thành ủy | at: Hội trường A",
    ]);
  });

  test("Markdown, and the same matter twice, which is told", () => {
    const text = `**LỊCH CÔNG TÁC TUẦN (từ 16/11 - 20/11/2026)**

## Thứ Hai (16/11/2026)
* **Sáng:**
  - 8h30-11h00: **PCT Hà** chủ trì họp BCĐ 35; thành phần: thành viên BCĐ. Địa điểm: PH B
  - 8h30-11h00: PCT Hà chủ trì họp BCĐ 35; thành phần: thành viên BCĐ. Địa điểm: PH B
* **Chiều:**
  - 14h Đ/c Thân - PCT UBND dự lễ trao giải tại Nhà văn hóa Thiếu nhi
  - Tập thể lđ UBND họp xem xét nhân sự (Hội trường II)
  - 16h45' Chủ tịch cùng Bí thư Thành ủy thăm Trường THPT Hoa Phượng; điểm tập trung tại cổng trụ sở lúc 16h30'`;
    expect(rowsOf(text)).toEqual([
      "2026-11-16 08:30-11:00 morning | chủ trì họp BCĐ 35 | chair: PCT Hà | with: thành viên BCĐ | at: PH B",
      "2026-11-16 08:30-11:00 morning | chủ trì họp BCĐ 35 | chair: PCT Hà | with: thành viên BCĐ | at: PH B",
      "2026-11-16 14:00 afternoon | dự lễ trao giải | with: Đ/c Thân - PCT UBND | at: Nhà văn hóa Thiếu nhi",
      "2026-11-16 ? afternoon | họp xem xét nhân sự | chair: Tập thể lđ UBND | at: Hội trường II",
      "2026-11-16 16:45 afternoon | cùng Bí thư Thành ủy thăm Trường THPT Hoa Phượng | with: Chủ tịch + Bí thư Thành ủy | at: cổng trụ sở",
    ]);
    expect(readSchedule(text).doubts.map(({ code, line }) => [code, line])).toEqual([["duplicate-item", 6]]);
  });
});
