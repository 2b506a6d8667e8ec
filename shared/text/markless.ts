/**
 * A line typed without any marks: "hop giao ban 8h, phong hop 2, dc Ha chu tri". The words by which a line is taken apart get
 * their marks back for the grammars; what is kept of the line stays as it was typed.
 */
import { fold } from "../kit/fold.ts";
import type { Source } from "./source.ts";

/**
 * Longer ones first, so that "tài chính" is no "tại" and "dự án" no "dự". Only words that open, close or name a part of a line:
 * a matter without marks can be read by people alone.
 */
const phrases: readonly string[] = (
  "phó chủ tịch thường trực|phó bí thư thường trực|trung tâm hội nghị|ban thường vụ|ban chấp hành|phòng khánh tiết|phó chủ tịch|phó bí thư|" +
  "phòng tiếp dân|điểm cầu chính|đơn vị chuẩn bị|cơ quan chuẩn bị|chánh văn phòng|ủy viên|đồng chủ trì|thường trực|thành phần|địa điểm|" +
  "phòng họp|phòng chống|hội trường|nhà văn hóa|nhà khách|nhà hát|trụ sở|chủ trì|chủ tịch|bí thư|giám đốc|lãnh đạo|đại diện|đồng chí|" +
  "chuẩn bị|tham dự|cùng dự|cùng đi|kính mời|giấy mời|điểm cầu|văn phòng|thành ủy|đảng ủy|ủy ban|hội đồng|công an|thị trấn|thành phố|" +
  "giao ban|làm việc|kiểm tra|khảo sát|giám sát|tiếp công dân|báo cáo|hội nghị|sáng kiến|chiều dài|cả ngày|nguyên ngày|" +
  "tai nạn|tài chính|tài liệu|tài sản|tài nguyên|tài khoản|tài trợ|tái định cư|dự án|dự thảo|dự toán|dự kiến|dự báo|dự phòng|du lịch|" +
  "số hóa|sở hữu|chủ nhật|thứ hai|thứ ba|thứ tư|thứ năm|thứ sáu|thứ bảy|rưỡi|" +
  "phòng|phường|tầng|họp|mời|tại|dự|sở|xã|huyện|quận|giờ|phút|lúc|ngày|thăm|nghe|các|đ/c|đ.c|đc"
).split("|");
const byFolded = new Map(phrases.map((words) => [fold(words), words]));
const known = new RegExp(
  `(?<![\\p{L}\\d])(?:${[...byFolded.keys()]
    .sort((a, b) => b.length - a.length)
    .map((words) => words.replace(".", "\\."))
    .join("|")})(?![\\p{L}])`,
  "gu",
);
/** A part of the day says so only where a line opens or a part of it: "chuyển sang tuần sau" does not. */
const session = /^(?:[\s*+-]*)(sang|chieu|toi)(?=[\s,:])|(?<=,\s?)(sang|chieu|toi)(?=,|$)/gu;
const sessionMarked = new Map([
  ["sang", "sáng"],
  ["chieu", "chiều"],
  ["toi", "tối"],
]);

/** The source as it is, where a single letter of it has a mark. */
export function withMarks(source: Source): Source {
  if (/[^\p{ASCII}\p{P}\s]/u.test(source.low) || !/[a-z]/.test(source.low)) return source;
  const low = source.low
    .replace(known, (words) => byFolded.get(words) ?? words)
    .replace(session, (words) => words.replace(/[a-z]+/, (word) => sessionMarked.get(word) ?? word));
  return { ...source, low };
}
