import { expect, test } from "vitest";
import type { ItemKind } from "../../shared/model/item.ts";
import { guessKind } from "./kind-guess.ts";

const cases: readonly (readonly [ItemKind, ...string[]])[] = [
  [
    "meeting",
    "họp Thường trực Tỉnh ủy",
    "Dự họp Chi bộ",
    "Giao ban Chủ tịch, các PCT",
    "nghe báo cáo tiến độ",
    "LÀM VIỆC với Sở Y tế",
  ],
  ["conference", "Hội nghị Ban Thường vụ", "dự hội thảo góp ý", "Dự Đại hội Đảng bộ", "tham dự tọa đàm"],
  ["session", "Phiên họp UBND thường kỳ tháng 11", "dự kỳ họp thứ 20 HĐND"],
  [
    "visit",
    "kiểm tra công tác phòng cháy",
    "Thăm, chúc tết Trường THPT",
    "giám sát tại xã",
    "tiếp xúc cử tri sau kỳ họp",
    "khám sức khỏe định kỳ",
  ],
  ["reception", "tiếp công dân định kỳ", "Tiếp Đoàn công tác tỉnh bạn", "đón tiếp đoàn đại biểu"],
  ["ceremony", "dự lễ kỷ niệm ngày thành lập", "Dự trao Huy hiệu Đảng", "Khai mạc hội chợ", "dâng hương nghĩa trang"],
  ["trip", "đi công tác tại Nhật Bản"],
  ["other", "Thực hiện mô hình “Buổi sáng với Nhân dân”", "dự án đường vành đai", ""],
];

for (const [kind, ...titles] of cases)
  test(`the words of a matter tell its kind: ${kind}`, () => {
    for (const title of titles) expect(guessKind(title), title).toBe(kind);
  });
