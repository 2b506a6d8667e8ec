/** One item as written: what each clause tells, in whatever order they stand. */
import { describe, expect, test } from "vitest";
import { readClause } from "./clause.ts";
import type { ClauseReading } from "./clause-reading.ts";
import { scopeFor } from "./reading.fixture.ts";
import type { Words } from "./span.ts";

const read = (words: string, options = {}) => readClause(scopeFor(words), 0, options);
const list = (words: readonly Words[]) => words.map((one) => one.words);

describe("the venue", () => {
  test.each([
    ["họp. Điểm tại phòng họp số 3 Tỉnh ủy.", "phòng họp số 3 Tỉnh ủy"],
    ["họp, điểm tại cảng Hậu Giang", "cảng Hậu Giang"],
    ["họp, điểm Hội trường II - UBND huyện (LĐVP: Đ/c A)", "Hội trường II - UBND huyện"],
    ["họp. Điểm: tại HT tầng 3", "HT tầng 3"],
    ["họp. Địa điểm: tại Trường THPT.", "Trường THPT"],
    ["họp Địa điểm: Hội trường", "Hội trường"],
    ["họp (Tại Phòng họp A)", "Phòng họp A"],
    ["họp (Hội trường II)", "Hội trường II"],
    ["họp. Hội trường UBND xã", "Hội trường UBND xã"],
    ["họp - PH B", "PH B"],
    ["giám sát chi ngân sách tại UBND xã Yên Sơn", "UBND xã Yên Sơn"],
    ["họp. Điểm tại Hội trường; sau đó làm việc tại xã A", "Hội trường"],
  ])("%s", (words, location) => {
    const reading = read(words);
    expect(reading.location?.words).toBe(location);
    expect(reading.title?.words).toMatch(/^(?:họp|giám sát chi ngân sách)$/);
  });

  test.each([
    "khảo sát địa điểm xây dựng trụ sở",
    "thí điểm tại ba xã, tại đó có chợ, về việc chung",
    "họp bàn nhà ở xã hội",
    "làm việc tại cơ quan",
    "nghe báo cáo tiến độ tại Nhà khách về việc sửa chữa",
  ])("%s names none", (words) => {
    expect(read(words).location).toBeNull();
    expect(read(words).title?.words).toBe(words);
  });

  test("an assembly point is told, and is the venue where no other is", () => {
    const reading = read("khảo sát sạt lở, điểm tập trung tại Huyện ủy (cả ngày).");
    expect(reading.assembly?.words).toBe("Huyện ủy");
    expect(reading.location?.words).toBe("Huyện ủy");
    expect(reading.session?.value).toBe("allday");
  });

  test("the place stays in the title where a column tells the venue", () => {
    expect(read("Họp tại Nhà khách", { keepsPlace: true }).title?.words).toBe("Họp tại Nhà khách");
  });
});

describe("who comes, who prepares, who serves", () => {
  const lists = ({ participants, preparing, support, chair }: ClauseReading) =>
    [participants, preparing, support, chair].map((words) => list(words).join(" + ")).join(" | ");
  test.each([
    ["họp, mời Sở A, Sở B cùng dự", "Sở A, Sở B |  |  | "],
    ["họp. Mời: A; B và C; D.", "A + B và C + D |  |  | "],
    [
      "họp. Thành phần tham dự: Đại diện A. Văn phòng UBND xã (CVP Bảo, CV Hân).",
      "Đại diện A |  | CVP Bảo + CV Hân | ",
    ],
    ["họp; cùng dự có lãnh đạo Sở A", "lãnh đạo Sở A |  |  | "],
    ["họp (Sở A chuẩn bị nội dung và thư mời)", " | Sở A |  | "],
    ["họp (giao Văn phòng HĐND và UBND chuẩn bị); (LĐVP).", " | Văn phòng HĐND và UBND | LĐVP | "],
    ["họp. (Giao Văn phòng đảm bảo các điều kiện cần thiết)", " | Văn phòng |  | "],
    ["họp (Phòng NN sắp xếp lịch trình)", " | Phòng NN |  | "],
    ["họp. Cơ quan chuẩn bị: Sở A; Sở B", " | Sở A + Sở B |  | "],
    ["họp. Điểm tại HT. Đ/c Minh; NCTH", " |  | Đ/c Minh + NCTH | "],
    ["họp. Điểm: tại HT. LĐVP: Đ/c Sử, CVVP: Đ/c Phong", " |  | Đ/c Sử + Đ/c Phong | "],
    ["họp (LĐ và công chức VP)", " |  | LĐ và công chức VP | "],
    ["họp. Chủ trì: Chủ tịch, PCT Hà. Thành phần: Sở A", "Sở A |  |  | Chủ tịch + PCT Hà"],
    ["họp; đ/c PCT Hà chủ trì", " |  |  | đ/c PCT Hà"],
    ["họp giao ban, giao lưu", " |  |  | "],
    [
      "họp. Mời lãnh đạo các Sở: Giao thông vận tải, Tài chính",
      "lãnh đạo các Sở: Giao thông vận tải, Tài chính |  |  | ",
    ],
    ["họp (ngày; dự: đ/c Triệu)", "đ/c Triệu |  |  | "],
  ])("%s", (words, told) => {
    expect(lists(read(words))).toBe(told);
  });
});

describe("the head", () => {
  test("leaders go before the verb, the verb stays", () => {
    const reading = read("Chủ tịch, các Phó Chủ tịch dự lễ");
    expect(list(reading.leaders)).toEqual(["Chủ tịch", "các Phó Chủ tịch"]);
    expect(reading.title?.words).toBe("dự lễ");
  });

  test("a subject stays where a column names the leaders, and its verb is still known", () => {
    const reading = read("Chủ tịch UBND tỉnh tiếp công dân định kỳ", { keepsSubject: true });
    expect(reading.title?.words).toBe("Chủ tịch UBND tỉnh tiếp công dân định kỳ");
    expect(reading.verbLow).toBe("tiếp công dân định kỳ");
  });

  test("who stands in for somebody", () => {
    const reading = read("Ủy quyền đồng chí Lê Khôi, Trưởng Ban Tuyên giáo dự lễ");
    expect(reading.proxy).toBe(true);
    expect(list(reading.leaders)).toEqual(["đồng chí Lê Khôi, Trưởng Ban Tuyên giáo"]);
  });

  test("with whom", () => {
    const reading = read("cùng Thường trực Huyện ủy làm việc với Chi cục Thuế");
    expect(list(reading.companions)).toEqual(["Thường trực Huyện ủy"]);
    expect(reading.title?.words).toBe("cùng Thường trực Huyện ủy làm việc với Chi cục Thuế");
  });

  test("invitations and marks go, other brackets stay", () => {
    expect(read("dự kỳ họp thứ Sáu (kỳ họp chuyên đề) HĐND xã (Giấy mời riêng)").title?.words).toBe(
      "dự kỳ họp thứ Sáu (kỳ họp chuyên đề) HĐND xã",
    );
    expect(list(read("họp (thay thư mời)").notes)).toEqual(["thay thư mời"]);
    expect(read("họp, GM số 90-GM/ĐU").ref?.words).toBe("90-GM/ĐU");
  });

  test("a duty roster is a title and who is on duty", () => {
    const reading = read("Trực lãnh đạo: PCT Lê Hà; PCT Trần Nam");
    expect(reading.title?.words).toBe("Trực lãnh đạo");
    expect(list(reading.participants)).toEqual(["PCT Lê Hà", "PCT Trần Nam"]);
  });

  test("hour, repetition and venue under one label", () => {
    const reading = read(
      "Thời gian, địa điểm: 07 giờ 00’ đến 08 giờ 00’ tất cả các ngày làm việc trong tuần tại phòng Tiếp công dân xã.",
    );
    expect(reading.hour?.value).toMatchObject({ startMin: 420, endMin: 480 });
    expect(reading.everyWorkingDay).toBe(true);
    expect(reading.location?.words).toBe("phòng Tiếp công dân xã");
    expect(reading.title).toBeNull();
  });

  test("words no rule knows are kept and named", () => {
    const reading = read("họp. Điểm tại HT. Nhớ mang theo máy tính");
    expect(list(reading.notes)).toEqual(["Nhớ mang theo máy tính"]);
    expect(list(reading.unread)).toEqual(["Nhớ mang theo máy tính"]);
  });
});
