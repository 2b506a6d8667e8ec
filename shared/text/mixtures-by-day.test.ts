/** Running text by day in the notations offices mix. All offices, people and matters are invented. */
import { describe, expect, test } from "vitest";
import { rowsOf } from "./reading.fixture.ts";
import { readSchedule } from "./schedule-reading.ts";

describe("running text by day, then by hour", () => {
  test("lunar dates, 'Điểm: tại', tasks in brackets, support after the venue, a duty roster at the end", () => {
    const text = `* THỨ BẢY 11/01/2025 (nhằm 12/12 ÂL)
- 08 giờ 00: Chủ tịch UBND, Phó Chủ tịch Trương Hữu Nghĩa làm việc với HTX Bông Sen. Mời: Đồng chí Bí thư Huyện ủy, Đại diện lãnh đạo các đơn vị: Công an, Tài chính - Kế hoạch; Bí thư Đảng ủy, Chủ tịch UBND xã Hòa Lạc; Thành viên Hội đồng quản trị (giao UBND xã Hòa Lạc mời). Điểm: tại phòng họp số 1, UBND huyện. LĐVP: Đ/c Sang
* CHỦ NHẬT 12/01/2025 (nhằm 13/12 ÂL)
15 giờ 00: Chủ tịch UBND, Phó Chủ tịch HĐND dự Phiên họp thứ 2 của Ban Chỉ đạo xóa nhà tạm (giao phòng Nội vụ chuẩn bị nội dung). Điểm: tại HT UBND huyện. LĐVP: Đ/c Sang, CVVP: Đ/c Phú
* THỨ HAI 13/01/2025 (nhằm 14/12 ÂL)
- 08 giờ 00: Chủ tịch UBND, các Phó Chủ tịch HĐND, UBND dự Hội nghị trực tuyến. Điểm: tại Hội trường Huyện ủy. LĐVP
- 13 giờ 30: Chủ tịch UBND, Phó Chủ tịch HĐND họp Ban Thường vụ Huyện ủy. Điểm: tại phòng họp Huyện ủy, sau đó làm việc tại xã Hòa Lạc.
* Trực lãnh đạo: Phó Chủ tịch Trương Hữu Nghĩa`;
    expect(rowsOf(text)).toEqual([
      "2025-01-11 08:00 morning | làm việc với HTX Bông Sen | chair: Chủ tịch UBND | with: Phó Chủ tịch Trương Hữu Nghĩa + Đồng chí Bí thư Huyện ủy, Đại diện lãnh đạo các đơn vị: Công an, Tài chính - Kế hoạch + Bí thư Đảng ủy, Chủ tịch UBND xã Hòa Lạc + Thành viên Hội đồng quản trị | at: phòng họp số 1, UBND huyện | by: UBND xã Hòa Lạc | support: Đ/c Sang",
      "2025-01-12 15:00 afternoon | dự Phiên họp thứ 2 của Ban Chỉ đạo xóa nhà tạm | with: Chủ tịch UBND + Phó Chủ tịch HĐND | at: HT UBND huyện | by: phòng Nội vụ | support: Đ/c Sang + Đ/c Phú",
      "2025-01-13 08:00 morning | dự Hội nghị trực tuyến | with: Chủ tịch UBND + các Phó Chủ tịch HĐND, UBND | at: Hội trường Huyện ủy | support: LĐVP",
      "2025-01-13 13:30 afternoon | họp Ban Thường vụ Huyện ủy | with: Chủ tịch UBND + Phó Chủ tịch HĐND | at: phòng họp Huyện ủy",
      "2025-01-13 ? ? | Trực lãnh đạo | with: Phó Chủ tịch Trương Hữu Nghĩa | kind: duty",
    ]);
  });

  test("a letterhead, sessions on lines of their own, the twelve-hour clock, a range of days, './.' and the recipients", () => {
    const text = `UBND THÀNH PHỐ A
Số: 45/TB-VP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Thành phố A, ngày 13 tháng 11 năm 2026

LỊCH CÔNG TÁC TUẦN 47 NĂM 2026

Thứ Hai, 16/11:
Sáng:
8h00: Đ/c Bí thư chủ trì giao ban Thường trực Thành ủy. Thành phần: các đ/c Phó Bí thư; Chánh Văn phòng. Địa điểm: P. họp 1.
09'00: Đ/c Chủ tịch UBND tiếp Đại sứ. Địa điểm: phòng khánh tiết.
Chiều:
2h30: Đ/c PBT TT làm việc với Ban Tổ chức (tại HT tầng 3).
15h00 - 17h00: Các PCT liên quan họp BCĐ giải phóng mặt bằng; đ/c PCT Hà chủ trì. Chuẩn bị: Sở XD.
Thứ Ba, 17/11:
Cả ngày: Đoàn ĐBQH khảo sát tại huyện Sóc Sơn.
Thứ Tư ngày 18 tháng 11 năm 2026
- Từ 8 giờ 00 đến 11 giờ 30: TT HĐND họp phiên thường kỳ tháng 11 (cơ quan chuẩn bị: Văn phòng HĐND).
- Tối: dự chương trình nghệ thuật, Nhà hát Lớn./.
Từ 19/11 – 20/11: Chủ tịch UBND dự Hội nghị Trung ương tại Hà Nội.
Nơi nhận:
- Như trên;
TL. CHỦ TỊCH`;
    expect(rowsOf(text)).toEqual([
      "2026-11-16 08:00 morning | chủ trì giao ban Thường trực Thành ủy | chair: Đ/c Bí thư | with: các đ/c Phó Bí thư + Chánh Văn phòng | at: P. họp 1",
      "2026-11-16 09:00 morning | tiếp Đại sứ | chair: Đ/c Chủ tịch UBND | at: phòng khánh tiết",
      "2026-11-16 14:30 afternoon | làm việc với Ban Tổ chức | chair: Đ/c PBT TT | at: HT tầng 3",
      "2026-11-16 15:00-17:00 afternoon | họp BCĐ giải phóng mặt bằng | chair: đ/c PCT Hà | with: Các PCT liên quan | by: Sở XD",
      "2026-11-17 ? allday | khảo sát | chair: Đoàn ĐBQH | at: huyện Sóc Sơn",
      "2026-11-18 08:00-11:30 morning | họp phiên thường kỳ tháng 11 | chair: TT HĐND | by: Văn phòng HĐND",
      "2026-11-18 ? evening | dự chương trình nghệ thuật | at: Nhà hát Lớn",
      "2026-11-19..2026-11-20 ? ? | dự Hội nghị Trung ương | with: Chủ tịch UBND | at: Hà Nội",
    ]);
    const { heading, doubts } = readSchedule(text);
    expect(heading).toMatchObject({ week: 47, year: 2026 });
    expect(doubts.filter(({ code }) => code === "hour-unclear").map(({ text: words }) => words)).toEqual(["2h30"]);
  });

  test("hours inside, matters without hour, acts of two leaders at one hour, days without dates, a course of three days", () => {
    const text = `Thứ 2, ngày 11/11/2019
Sáng:
7h30: Thường trực Huyện ủy giao ban với Thường trực HĐND, UBND huyện. (Phòng họp Huyện ủy)
8h30: Đ/c Chủ tịch họp chi bộ; Đ/c PCT Thường trực tiếp công dân (tại Trụ sở TCD).
Chiều:
13h30: Đ/c PCT (VX) làm việc với Trường THPT.
       Thành phần: Phòng GD&ĐT, Phòng Nội vụ
       Địa điểm: tại Trường THPT Ven Sông
14h00: Họp Ban Thường vụ Huyện ủy. Dự: CT, PCT TT.
Thứ 3, ngày 12/11/2019
Sáng: Họp HĐND huyện (cả ngày)
- Đ/c Thân, PCT UBND huyện: dự tập huấn từ ngày 12/11 đến hết ngày 14/11.
Thứ 4: Lãnh đạo UBND huyện làm việc tại cơ quan.
Thứ 7, CN: Trực lãnh đạo: Đ/c Hòa`;
    expect(rowsOf(text)).toEqual([
      "2019-11-11 07:30 morning | giao ban với Thường trực HĐND, UBND huyện | chair: Thường trực Huyện ủy | with: Thường trực HĐND, UBND huyện | at: Phòng họp Huyện ủy",
      "2019-11-11 08:30 morning | họp chi bộ | chair: Đ/c Chủ tịch",
      "2019-11-11 08:30 morning | tiếp công dân | chair: Đ/c PCT Thường trực | at: Trụ sở TCD",
      "2019-11-11 13:30 afternoon | làm việc với Trường THPT | chair: Đ/c PCT (VX) | with: Phòng GD&ĐT, Phòng Nội vụ | at: Trường THPT Ven Sông",
      "2019-11-11 14:00 afternoon | Họp Ban Thường vụ Huyện ủy | with: CT, PCT TT",
      "2019-11-12 ? allday | Họp HĐND huyện",
      "2019-11-12..2019-11-14 ? morning | dự tập huấn từ ngày 12/11 đến hết ngày 14/11 | with: Đ/c Thân, PCT UBND huyện",
      "2019-11-13 ? ? | làm việc tại cơ quan | with: Lãnh đạo UBND huyện | kind: office",
      "2019-11-16..2019-11-17 ? ? | Trực lãnh đạo | with: Đ/c Hòa | kind: duty",
    ]);
  });

  test("numbered days and sessions, labels under an item, assembly before a visit, a proxy, who goes after a colon", () => {
    const text = `1. Thứ Hai (ngày 07/10/2024)
1.1. Buổi sáng
- Từ 07h30: Chủ tịch UBND tỉnh dự Lễ chào cờ.
- Từ 08h00 - 11h00: Chủ tịch UBND tỉnh chủ trì Phiên họp thường kỳ tháng 9 (có Giấy mời).
+ Thành phần: Thành viên UBND tỉnh, Giám đốc các Sở: Y tế, Giáo dục.
+ Địa điểm: Phòng họp số 1, UBND tỉnh.
+ Chuẩn bị: Sở Kế hoạch và Đầu tư.
1.2. Buổi chiều
- 14h00: Phó Chủ tịch UBND tỉnh Trần Văn Nam kiểm tra thực tế dự án; cùng dự có lãnh đạo Sở Giao thông; tập trung tại trụ sở UBND tỉnh lúc 13h45.
- 15h30: Ủy quyền Giám đốc Sở Tài chính họp với Đoàn kiểm toán.
2. Thứ Ba (ngày 08/10/2024)
2.1. Buổi sáng
- Đi công tác Hà Nội đến hết ngày 10/10: Chủ tịch UBND tỉnh.`;
    expect(rowsOf(text)).toEqual([
      "2024-10-07 07:30 morning | dự Lễ chào cờ | with: Chủ tịch UBND tỉnh",
      "2024-10-07 08:00-11:00 morning | chủ trì Phiên họp thường kỳ tháng 9 | chair: Chủ tịch UBND tỉnh | with: Thành viên UBND tỉnh, Giám đốc các Sở: Y tế, Giáo dục | at: Phòng họp số 1, UBND tỉnh | by: Sở Kế hoạch và Đầu tư",
      "2024-10-07 14:00 afternoon | kiểm tra thực tế dự án | chair: Phó Chủ tịch UBND tỉnh Trần Văn Nam | with: lãnh đạo Sở Giao thông | at: trụ sở UBND tỉnh",
      "2024-10-07 15:30 afternoon | họp với Đoàn kiểm toán | chair: Giám đốc Sở Tài chính",
      "2024-10-08..2024-10-10 ? morning | Đi công tác Hà Nội đến hết ngày 10/10 | with: Chủ tịch UBND tỉnh",
    ]);
    const [, , visit, proxy] = readSchedule(text).items;
    expect(visit?.assembly).toBe("trụ sở UBND tỉnh");
    expect(proxy?.proxy).toBe(true);
  });

  test("a schedule of one day names it in its heading; rooms stand before the matter", () => {
    const text = `LỊCH HỌP NGÀY 20/11/2026
8h00 P. họp 1: Họp giao ban
9h30 P. họp 2: UBND Thành phố làm việc với Bộ Xây dựng
14h00 Hội trường: Hội nghị tổng kết, Chủ tịch dự`;
    expect(rowsOf(text)).toEqual([
      "2026-11-20 08:00 morning | Họp giao ban | at: P. họp 1",
      "2026-11-20 09:30 morning | làm việc với Bộ Xây dựng | chair: UBND Thành phố | at: P. họp 2",
      "2026-11-20 14:00 afternoon | Hội nghị tổng kết | with: Chủ tịch | at: Hội trường",
    ]);
  });

  test("a month by days; what is placed by week only is told, not guessed", () => {
    const text = `CHƯƠNG TRÌNH CÔNG TÁC THÁNG 11/2026
Ngày 3/11: Họp Thường trực Thành ủy.
Ngày 5-6/11: Giám sát tại huyện Ba Vì.
Ngày 10/11 (thứ Ba): Sáng: Tiếp công dân; Chiều: Họp UBND.
Tuần 3: Kiểm tra công tác PCCC.`;
    expect(rowsOf(text)).toEqual([
      "2026-11-03 ? ? | Họp Thường trực Thành ủy",
      "2026-11-05..2026-11-06 ? ? | Giám sát | at: huyện Ba Vì",
      "2026-11-10 ? morning | Tiếp công dân",
      "2026-11-10 ? afternoon | Họp UBND",
    ]);
    expect(readSchedule(text).doubts.map(({ code, line }) => [code, line])).toEqual([["unread-line", 5]]);
  });

  test("day and hour inside each line, in four orders", () => {
    const text = `- Sáng thứ Hai 16/11: Thường trực HĐND hội ý; PCT HĐND Nguyễn Văn Dũng tiếp công dân.
- Chiều thứ Hai 16/11/2026, 14h00, Ban Pháp chế thẩm tra báo cáo (Ban PC chuẩn bị), tại phòng họp tầng 4.
- 8h30 ngày 17/11: Họp liên tịch chuẩn bị kỳ họp. Chủ trì: Chủ tịch HĐND. Địa điểm: HT.
* Thứ 4: 8h00 - Họp Đảng ủy.
19/11/2026 - 08:00 - Hội nghị tổng kết - Hội trường A`;
    expect(rowsOf(text)).toEqual([
      "2026-11-16 ? morning | hội ý | chair: Thường trực HĐND",
      "2026-11-16 ? morning | tiếp công dân | chair: PCT HĐND Nguyễn Văn Dũng",
      "2026-11-16 14:00 afternoon | thẩm tra báo cáo | chair: Ban Pháp chế | at: phòng họp tầng 4 | by: Ban PC",
      "2026-11-17 08:30 morning | Họp liên tịch chuẩn bị kỳ họp | chair: Chủ tịch HĐND | at: HT",
      "2026-11-18 08:00 morning | Họp Đảng ủy",
      "2026-11-19 08:00 morning | Hội nghị tổng kết | at: Hội trường A",
    ]);
  });
});
