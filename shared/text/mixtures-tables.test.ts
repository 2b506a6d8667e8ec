/** Schedules laid out as tables, however they were pasted. All offices, people and matters are invented. */
import { describe, expect, test } from "vitest";
import { rowsOf } from "./reading.fixture.ts";
import { readSchedule } from "./schedule-reading.ts";

/** One paragraph a cell, empty lines between, a lone blank for an empty cell: as a page's text comes out. */
const paragraphs = (...cells: string[]) => cells.map((cell) => (cell === "" ? " " : cell)).join("\n\n");
const tabs = (...rows: string[][]) => rows.map((cells) => cells.join("\t")).join("\n");

describe("tables pasted with tabs", () => {
  test("merged day and session cells, an hour range, an empty hour, the invitation and a car among the notes", () => {
    const text = `LỊCH CÔNG TÁC TUẦN 47
(Từ ngày 16/11/2026 đến ngày 22/11/2026)
${tabs(
  ["Thứ, ngày", "Buổi", "Giờ", "Nội dung", "Chủ trì", "Thành phần", "Địa điểm", "Ghi chú"],
  [
    "Thứ Hai 16/11",
    "Sáng",
    "8h00",
    "Giao ban Thường trực",
    "Chủ tịch",
    "Các Phó Chủ tịch; CVP, các PCVP",
    "P. họp 1",
    "",
  ],
  [
    "",
    "",
    "9h30",
    "Họp nghe báo cáo tiến độ Vành đai 4",
    "PCT Lê Thu Hà",
    "Lãnh đạo các Sở: Xây dựng, Tài chính; UBND quận Ba Đình",
    "P. họp 2",
    "GM số 44/GM-UBND",
  ],
  ["", "Chiều", "14h00-16h30", "Dự Hội nghị trực tuyến Chính phủ", "Chủ tịch", "", "Điểm cầu UBND Thành phố", ""],
  ["Thứ Ba 17/11", "Sáng", "", "Làm việc tại cơ quan", "PCT Lê Thu Hà", "", "", ""],
  ["", "Tối", "19h30", "Khai mạc Liên hoan nghệ thuật", "PCT Trần Văn Bình", "Sở VHTT", "Nhà hát Lớn", ""],
  [
    "Thứ Tư 18/11",
    "Cả ngày",
    "",
    "Kiểm tra phòng cháy tại các chợ",
    "PCT Trần Văn Bình",
    "Công an TP",
    "Địa bàn quận Hoàn Kiếm",
    "Xe 0170",
  ],
)}`;
    expect(rowsOf(text)).toEqual([
      "2026-11-16 08:00 morning | Giao ban Thường trực | chair: Chủ tịch | with: Các Phó Chủ tịch + CVP, các PCVP | at: P. họp 1",
      "2026-11-16 09:30 morning | Họp nghe báo cáo tiến độ Vành đai 4 | chair: PCT Lê Thu Hà | with: Lãnh đạo các Sở: Xây dựng, Tài chính + UBND quận Ba Đình | at: P. họp 2 | ref: 44/GM-UBND",
      "2026-11-16 14:00-16:30 afternoon | Dự Hội nghị trực tuyến Chính phủ | with: Chủ tịch | at: Điểm cầu UBND Thành phố",
      "2026-11-17 ? morning | Làm việc tại cơ quan | with: PCT Lê Thu Hà | kind: office",
      "2026-11-17 19:30 evening | Khai mạc Liên hoan nghệ thuật | chair: PCT Trần Văn Bình | with: Sở VHTT | at: Nhà hát Lớn",
      "2026-11-18 ? allday | Kiểm tra phòng cháy tại các chợ | chair: PCT Trần Văn Bình | with: Công an TP | at: Địa bàn quận Hoàn Kiếm",
    ]);
    expect(readSchedule(text).items.at(-1)?.note).toBe("Xe 0170");
  });

  test("a wall board: the day above each small table, halls in brackets and after a dash", () => {
    const text = `Ngày 16/01/2026
${tabs(["Thời gian", "Nội dung", "Ghi chú"], ["08:00", "Họp giao ban (HT tầng 3)", "0170"], ["09'00", "Làm việc với đoàn kiểm tra - PH B", ""], ["14h00-16h30", "Làm việc nội bộ", ""])}
Ngày 17/01/2026
${tabs(["Thời gian", "Nội dung", "Ghi chú"], ["07h30", "Dự Tết trồng cây tại Công viên Thống Nhất", "0170, 0256"])}`;
    expect(rowsOf(text)).toEqual([
      "2026-01-16 08:00 morning | Họp giao ban | at: HT tầng 3",
      "2026-01-16 09:00 morning | Làm việc với đoàn kiểm tra | at: PH B",
      "2026-01-16 14:00-16:30 afternoon | Làm việc nội bộ | kind: office",
      "2026-01-17 07:30 morning | Dự Tết trồng cây | at: Công viên Thống Nhất",
    ]);
  });

  test("Excel's cells of several lines between quotation marks, weekdays without 'Thứ', a column for each session", () => {
    const text = tabs(
      ["Thứ", "Ngày", "Buổi sáng", "Buổi chiều"],
      ["Hai", "16/11/2026", '"- 8h: Họp tổ một\n- 9h: Họp tổ hai tại HT"', '"14h: Giao ban\nĐ/c An chủ trì"'],
      ["Ba", "17/11/2026", "", "Họp tổ ba"],
    );
    expect(rowsOf(text)).toEqual([
      "2026-11-16 08:00 morning | Họp tổ một",
      "2026-11-16 09:00 morning | Họp tổ hai | at: HT",
      "2026-11-16 14:00 afternoon | Giao ban | chair: Đ/c An",
      "2026-11-17 ? afternoon | Họp tổ ba",
    ]);
  });

  test("rows without headings under a day and a session", () => {
    const text = `LỊCH CÔNG TÁC TUẦN 12 NĂM 2024
THỨ HAI (18/3)
SÁNG
08h00	Đ/c Bí thư, các đ/c Phó Bí thư	Hội ý Thường trực	P. Họp số 1
09h30	Đ/c Phó Bí thư TT	Dự Hội nghị tổng kết Hội Nông dân	Hội trường Thành ủy
THỨ BA (19/3)
07h30	Thường trực Thành ủy	Dự khai mạc kỳ họp HĐND	Hội trường lớn`;
    expect(rowsOf(text)).toEqual([
      "2024-03-18 08:00 morning | Hội ý Thường trực | chair: Đ/c Bí thư | with: các đ/c Phó Bí thư | at: P. Họp số 1",
      "2024-03-18 09:30 morning | Dự Hội nghị tổng kết Hội Nông dân | with: Đ/c Phó Bí thư TT | at: Hội trường Thành ủy",
      "2024-03-19 07:30 morning | Dự khai mạc kỳ họp HĐND | with: Thường trực Thành ủy | at: Hội trường lớn",
    ]);
  });

  test("a column for each day, several items in a cell", () => {
    const text = `LỊCH LÀM VIỆC TUẦN 48 NĂM 2026
${tabs(
  ["", "Thứ 2 (23/11)", "Thứ 3 (24/11)", "Thứ 4 (25/11)"],
  [
    "Sáng",
    "8h00: Họp UBND thường kỳ, P. họp 1. 10h30: Tiếp khách quốc tế",
    "Nghỉ lễ",
    "7h30 Dự Hội nghị BCH Đảng bộ tại Trung tâm Hội nghị",
  ],
  ["Chiều", "14h: Kiểm tra dự án", "", ""],
)}`;
    expect(rowsOf(text)).toEqual([
      "2026-11-23 08:00 morning | Họp UBND thường kỳ | at: P. họp 1",
      "2026-11-23 10:30 morning | Tiếp khách quốc tế",
      "2026-11-24 ? morning | Nghỉ lễ",
      "2026-11-25 07:30 morning | Dự Hội nghị BCH Đảng bộ | at: Trung tâm Hội nghị",
      "2026-11-23 14:00 afternoon | Kiểm tra dự án",
    ]);
  });

  test("a duty roster, and a programme of dossiers with due dates", () => {
    const roster = `LỊCH TRỰC LÃNH ĐẠO
${tabs(["Ngày", "Lãnh đạo trực", "Chuyên viên"], ["Thứ Tư 02/9/2026", "PCT Lê Thu Hà", "CV Dũng"])}`;
    expect(rowsOf(roster)).toEqual([
      "2026-09-02 ? ? | TRỰC LÃNH ĐẠO | with: PCT Lê Thu Hà | support: CV Dũng | kind: duty",
    ]);
    const dossiers = tabs(
      ["TT", "Nội dung", "Cơ quan chủ trì", "Phối hợp", "Cấp trình", "Thời hạn", "Ghi chú"],
      ["I", "Tháng 4", "", "", "", "", ""],
      ["1", "Đề án phát triển nhà ở xã hội", "Sở Xây dựng", "Sở Tài chính", "UBND", "15/4/2026", ""],
    );
    expect(rowsOf(dossiers)).toEqual(["2026-04-15 ? ? | Đề án phát triển nhà ở xã hội | by: Sở Xây dựng"]);
  });
});

describe("tables with bars", () => {
  test("merged days leave their cells out, a cell wrapped over two lines, leaders who go to somebody else's meeting", () => {
    const text = `Thứ ngày | Giờ | Nội dung | Chủ trì, tham gia | Địa điểm |
T. Hai 02/9 | 7:30 (Cả ngày) | Đồng chí Lê Tuấn, Chủ tịch UBND thành phố trực tại Khu tưởng niệm | Đ/c Tuấn CT | Khu tưởng niệm |
T. Ba 03/9 | 7:30 | Giao ban Chủ tịch, các PCT UBND TP | Đ/c Tuấn CT | PH2 |
9:45 | UB Kinh tế của Quốc hội làm việc với UBND tỉnh về đường cao tốc | Đ/c Tùng PCT P. QLĐT | PH tầng 2, UBND tỉnh |
| | | |
T. Tư 04/9 | 7:30 | Hội nghị sơ kết 5 năm tín dụng chính sách
| Đ/c Nga PCT TT | Thành ủy |
8:00 | Chủ tịch UBND tỉnh họp nghe Sở TNMT báo cáo | Đ/c Tùng PCT | PH tầng 3, UBND tỉnh |`;
    expect(rowsOf(text, 2019)).toEqual([
      "2019-09-02 07:30 allday | Đồng chí Lê Tuấn, Chủ tịch UBND thành phố trực tại Khu tưởng niệm | with: Đ/c Tuấn CT | at: Khu tưởng niệm",
      "2019-09-03 07:30 morning | Giao ban Chủ tịch, các PCT UBND TP | chair: Đ/c Tuấn CT | at: PH2",
      "2019-09-03 09:45 morning | UB Kinh tế của Quốc hội làm việc với UBND tỉnh về đường cao tốc | with: Đ/c Tùng PCT P. QLĐT | at: PH tầng 2, UBND tỉnh",
      "2019-09-04 07:30 morning | Hội nghị sơ kết 5 năm tín dụng chính sách | chair: Đ/c Nga PCT TT | at: Thành ủy",
      "2019-09-04 08:00 morning | Chủ tịch UBND tỉnh họp nghe Sở TNMT báo cáo | with: Đ/c Tùng PCT | at: PH tầng 3, UBND tỉnh",
    ]);
  });

  test("Markdown with eight columns, '(Chủ trì)' beside one of several leaders, days without a cell of their own", () => {
    const text = `| Ngày | Thời gian | Nội dung | Lãnh đạo chủ trì/tham dự | Địa điểm | Thành phần | LĐVP và phòng theo dõi | Ghi chú |
|---|---|---|---|---|---|---|---|
| Thứ 2 (11/11/2019) | 07g30 | Họp giao ban đầu tuần | Chủ tịch Nguyễn Văn Hòa (Chủ trì); các Phó Chủ tịch | Phòng họp A | Lãnh đạo VP, các phòng | LĐVP: Đ/c Hải; P. TH | |
| | 14g00 | Dự hội nghị tổng kết của Tỉnh ủy | Chủ tịch | HT tầng 3 Tỉnh ủy | | | Theo GM 90-GM/TU |
| Thứ 3 (12/11/2019) | Sáng | Tiếp công dân định kỳ | Chủ tịch | Trụ sở Tiếp công dân | Ban TCD | | |
| | (cả ngày) | Dự lớp bồi dưỡng | PCT Trần Thị Cúc | Trường Chính trị | | | |`;
    expect(rowsOf(text)).toEqual([
      "2019-11-11 07:30 morning | Họp giao ban đầu tuần | chair: Chủ tịch Nguyễn Văn Hòa | with: các Phó Chủ tịch + Lãnh đạo VP, các phòng | at: Phòng họp A | support: Đ/c Hải + P. TH",
      "2019-11-11 14:00 afternoon | Dự hội nghị tổng kết của Tỉnh ủy | with: Chủ tịch | at: HT tầng 3 Tỉnh ủy | ref: 90-GM/TU",
      "2019-11-12 ? morning | Tiếp công dân định kỳ | chair: Chủ tịch | with: Ban TCD | at: Trụ sở Tiếp công dân",
      "2019-11-12 ? allday | Dự lớp bồi dưỡng | with: PCT Trần Thị Cúc | at: Trường Chính trị",
    ]);
  });

  test("a day on a line of its own between the rows", () => {
    const text = `Thời gian | Nội dung | Ghi chú
Ngày 16/01/2026
8h30 | Họp chi bộ Văn phòng (HT II) | Xe 0170
Ngày 17/01/2026
Sáng | Đ/c Bảo đi kiểm tra kho lưu trữ | LĐVP`;
    expect(rowsOf(text)).toEqual([
      "2026-01-16 08:30 morning | Họp chi bộ Văn phòng | at: HT II",
      "2026-01-17 ? morning | đi kiểm tra kho lưu trữ | with: Đ/c Bảo | support: LĐVP",
    ]);
  });
});

describe("tables whose cells came out as paragraphs", () => {
  test("eight columns, an hour in a cell of its own, cells split over two paragraphs, empty cells", () => {
    const text = `Tuần 46 (Từ ngày 11/11 đến ngày 17/11/2019)

${paragraphs("Ngày", "Thời gian", "Nội dung", "Lãnh đạo chủ trì/tham dự", "Địa điểm", "Thành phần", "LĐVP và phòng theo dõi", "Ghi chú")}

${paragraphs("Thứ 2 (11/11/2019)", "7h30", "Giao ban Thường trực Huyện ủy", "CT, các PCT", "P. họp Huyện ủy", "", "", "")}

${paragraphs("", "8h30", "Nghe báo cáo phương án giải quyết khiếu nại", "đất đai của công dân", "CT Nguyễn Văn Hòa", "(Chủ trì)", "PH B", "Thanh tra; Phòng TNMT; UBND xã Đồng Sen", "Đ/c Minh;", "P. NC", "")}

${paragraphs("", "14h00-16h30", "Dự hội nghị trực tuyến của UBND tỉnh", "PCT Lê Thị Mai", "HT tầng 3", "Các phòng, ban liên quan", "Đ/c Tú", "Xe 0170")}

${paragraphs("Thứ 3 (12/11/2019)", "Cả ngày", "Kiểm tra công tác nông thôn mới", "PCT Trần Đình Khoa", "Xã Đồng Sen", "Phòng NN&PTNT", "CV Dũng", "")}`;
    expect(rowsOf(text)).toEqual([
      "2019-11-11 07:30 morning | Giao ban Thường trực Huyện ủy | with: CT + các PCT | at: P. họp Huyện ủy",
      "2019-11-11 08:30 morning | Nghe báo cáo phương án giải quyết khiếu nại đất đai của công dân | chair: CT Nguyễn Văn Hòa | with: Thanh tra + Phòng TNMT + UBND xã Đồng Sen | at: PH B | support: Đ/c Minh + P. NC",
      "2019-11-11 14:00-16:30 afternoon | Dự hội nghị trực tuyến của UBND tỉnh | with: PCT Lê Thị Mai + Các phòng, ban liên quan | at: HT tầng 3 | support: Đ/c Tú",
      "2019-11-12 ? allday | Kiểm tra công tác nông thôn mới | chair: PCT Trần Đình Khoa | with: Phòng NN&PTNT | at: Xã Đồng Sen | support: CV Dũng",
    ]);
  });

  test("a session without items, bodies split after a comma, three hours in one session", () => {
    const text = `Từ ngày 26/01/2026 đến ngày 01/02/2026

${paragraphs("Ngày", "Thời gian", "Nội dung", "công việc", "Địa điểm", "Thường trực UBND tỉnh")}

${paragraphs("Thứ 2", "26/01", "Sáng", "", "", "", "", "Chiều", "(14h) Kiểm tra tiến độ đường ven sông", "Phường Hoa Mai", "PCTTT Mai Văn Liên")}

${paragraphs("", "", "(14h) Họp Hội đồng thẩm định giá đất", "P họp 2 tầng 3", "PCT Lê Quang Hưng")}

${paragraphs("Thứ 3", "27/01", "Sáng", "Hội nghị Thường trực,", "Ban Thường vụ Tỉnh ủy", "P. họp BTV", "Chủ tịch,", "các Phó Chủ tịch liên quan")}`;
    expect(rowsOf(text)).toEqual([
      "2026-01-26 14:00 afternoon | Kiểm tra tiến độ đường ven sông | chair: PCTTT Mai Văn Liên | at: Phường Hoa Mai",
      "2026-01-26 14:00 afternoon | Họp Hội đồng thẩm định giá đất | chair: PCT Lê Quang Hưng | at: P họp 2 tầng 3",
      "2026-01-27 ? morning | Hội nghị Thường trực, Ban Thường vụ Tỉnh ủy | with: Chủ tịch + các Phó Chủ tịch liên quan | at: P. họp BTV",
    ]);
  });
});
