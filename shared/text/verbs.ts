/** Verbs of programme items: where the matter begins, and whether the one who acts leads or attends. */
import { isShouted, type Scope } from "./scope.ts";
import type { Span } from "./span.ts";

const verbs = [
  "tiếp tục|sẽ|được|thay mặt|thừa ủy quyền|cùng",
  "dự(?! án| thảo| kiến| toán| báo| phòng| trữ| bị| tính| trù| khuyết)|tham dự|đến dự|về dự|đồng chủ trì|chủ trì|tham gia|đi|theo|tháp tùng|dẫn đầu",
  "họp|hội ý|hội đàm|hội kiến|giao ban|sinh hoạt|làm việc|nghe|cho ý kiến|thông qua|xem xét|thảo luận|bàn|góp ý|thống nhất|trao đổi|đối thoại",
  "tiếp|đón|tiễn|gặp|thăm|chúc|viếng|dâng|trao|tặng|ký|công bố|phát biểu|phát động|khai mạc|bế mạc|khai trương|khai giảng|khởi công|khánh thành|ra quân|ra mắt|tổ chức",
  "kiểm tra|khảo sát|giám sát|thẩm tra|thẩm định|rà soát|thanh tra|đánh giá|nghiệm thu|thị sát|đôn đốc|chỉ đạo|triển khai|thực hiện|quán triệt|sơ kết|tổng kết|báo cáo|trình bày|giải trình|trả lời|chất vấn",
  "giải quyết|xử lý|duyệt|ký duyệt|chấm|học|tập huấn|bồi dưỡng|ôn tập|khám|nghỉ|trực|công tác|nghiên cứu|bầu|bỏ phiếu|lấy phiếu|lấy ý kiến|tiếp xúc|txct|vận động|tuyên truyền|kỷ niệm|thi|nói chuyện|giới thiệu|hướng dẫn|chuẩn bị|soạn|phối hợp|ghi hình|trả|nhận|bàn giao|động viên|tri ân|tưởng niệm|thắp hương|đưa|gặp mặt|gặp gỡ|tọa đàm",
].join("|");
const verb = new RegExp(`(?<![\\p{L}\\d])(?:${verbs})(?![\\p{L}\\d])`, "gu");

/** Verb words inside a noun: "phòng họp", "P.họp", "Ban chỉ đạo", "đoàn giám sát", "cơ quan thẩm định". */
const insideNoun = new RegExp(
  [
    "(?:thường|lịch|tổ|ca) trực",
    "(?:(?:kỳ|phòng|phiên|cuộc|buổi|ph) |p\\.\\s?)họp",
    "(?:ngày|buổi|lịch|chế độ|đoàn|phòng|chương trình|thời gian|nhóm|cuộc|nơi) làm việc",
    "(?:ban|đoàn|tổ|ủy ban|ub|hội đồng|bộ phận|trung tâm|cơ quan|phòng|cục|viện|quỹ|nhóm|hội) (?:kiểm tra|khảo sát|giám sát|thẩm tra|thẩm định|thanh tra|công tác|đánh giá|rà soát|vận động|nghiên cứu|giải quyết|xử lý|chỉ đạo|tổ chức|tuyên truyền|nghiệm thu|tiếp|triển khai|thực hiện|phối hợp|hướng dẫn|thi|bầu|bồi dưỡng)",
  ]
    .map((pair) => `(?:^|[^\\p{L}])${pair}$`)
    .join("|"),
  "u",
);

/** First verb that begins in the span and is written as a verb, not as part of a name or noun; null when there is none. */
export function findVerb(scope: Scope, span: Span): number | null {
  const shouted = isShouted(scope);
  const words = scope.low.slice(0, span.to + 24);
  verb.lastIndex = span.from;
  for (let found = verb.exec(words); found && found.index < span.to; found = verb.exec(words)) {
    const isName = !shouted && scope.text[found.index] !== scope.low[found.index];
    const toVerb = scope.low.slice(Math.max(0, found.index - 14), found.index + found[0].length);
    if (!isName && !insideNoun.test(toVerb)) return found.index;
  }
  return null;
}

const attending =
  /^(?:tiếp tục |sẽ |được |thay mặt \S+ )*(?:(?:đến |về )?dự(?! án| thảo| kiến| toán| báo)|tham dự|tham gia|cùng|đi|theo|tháp tùng|khám|nghỉ|học|tập huấn|bồi dưỡng|(?<!thường )trực|nhận|công tác|ôn tập)(?!\p{L})/u;

/** True for a matter its actor attends rather than leads: "dự …", "tham gia …", "cùng …", "đi …". Low words. */
export function isAttending(low: string): boolean {
  return attending.test(low);
}

const together =
  /^(?:thực hiện|thăm|chúc|trao|tặng|viếng|dâng hương|dâng hoa|kiểm tra|khảo sát|giám sát|thắp hương|động viên|đón|tiễn|gặp|gặp mặt|gặp gỡ|tiếp xúc|tiếp)(?!\p{L})/u;

/** True for a matter that several actors lead side by side; of a meeting the first named is the chair. Low words. */
export function isJointAct(low: string): boolean {
  return together.test(low);
}

const filler =
  /^(?:làm việc (?:tại|ở) (?:cơ quan|văn phòng|trụ sở|phòng làm việc|nhiệm sở)|làm việc (?:nội bộ|thường xuyên|chuyên môn)|(?:xử lý|giải quyết) (?:công việc|văn bản|hồ sơ)(?: (?:thường xuyên|hàng ngày|hằng ngày|hành chính))? (?:tại )?(?:cơ quan|văn phòng)|làm việc cơ quan)/u;

/** True for the filler "làm việc tại cơ quan": it yields to every real item. Low words. */
export function isFiller(low: string): boolean {
  return filler.test(low);
}

const duty = /^(?:(?:lịch )?trực(?! tuyến| tiếp| thuộc| ban tiếp| quan)(?!\p{L})|lãnh đạo trực|phân công trực)/u;

/** True for a duty roster: "Trực lãnh đạo", "Trực cơ quan". Low words. */
export function isDuty(low: string): boolean {
  return duty.test(low);
}

const matterNoun =
  /^(?:các )?(?:hội nghị|hội thảo|cuộc họp|phiên họp|kỳ họp|buổi|lễ|đại hội|tọa đàm|ngày hội|chương trình|khóa|lớp|đoàn|diễn đàn|liên hoan|hội thi|giải|công bố|khai|phiên|tổng duyệt|giao lưu|gặp mặt|hội nghị trực tuyến)(?!\p{L})/u;

/** True for a matter named by a noun: "Hội nghị …", "Lễ …". Low words. */
export function isMatterNoun(low: string): boolean {
  return matterNoun.test(low);
}
