/** The columns of schedules laid out as tables, told by their headings, in any order. */
import type { ClauseKind } from "./clause-kind.ts";
import type { Words } from "./span.ts";

/** What a column holds. `moment` is a column of hours or of sessions; `leaders` names who chairs or attends; a column of a `leader` holds his matters. */
export type ColumnKind =
  | { readonly kind: "index" | "day" | "weekday" | "moment" | "end" | "matter" | "leaders" | "other" }
  | { readonly kind: "session"; readonly heading: string }
  | { readonly kind: "leader"; readonly who: readonly Words[] }
  | { readonly kind: "clause"; readonly clause: Exclude<ClauseKind, "title"> };

const clause = (kind: Exclude<ClauseKind, "title">): ColumnKind => ({ kind: "clause", clause: kind });

/** The first that fits wins. Patterns match the whole heading, in low letters, without signs at its ends. */
const headings: readonly (readonly [RegExp, ColumnKind])[] = [
  [/^(?:tt|stt|số tt|số thứ tự|#)$/, { kind: "index" }],
  [/^(?:thứ)$/, { kind: "weekday" }],
  [/^(?:thứ|ngày|thời gian ngày|lịch ngày)[\s,/(-]*(?:thứ|ngày|tháng|năm|[\s,/()-])*$/, { kind: "day" }],
  [/^(?:buổi )?(?:sáng|chiều|tối)$/, { kind: "session", heading: "" }],
  [/^(?:giờ )?(?:kết thúc|đến)(?: giờ)?$/, { kind: "end" }],
  [
    /^(?:buổi|giờ|thời gian|thời điểm|buổi[\s,/-]+giờ|giờ[\s,/-]+buổi|từ giờ|giờ bắt đầu|bắt đầu|giờ họp|từ)(?: họp)?$/,
    { kind: "moment" },
  ],
  [
    /^(?:(?:nội dung|công việc|công tác|tên|sự kiện|cuộc họp|lịch|hoạt động|việc|chương trình|chi tiết|tóm tắt|nd)[\s,/-]*)+(?:.{0,24})$/,
    { kind: "matter" },
  ],
  [/^buổi[\s,]*\(?giờ\)?[\s,]*nội dung.*$/, { kind: "matter" }],
  [
    /^(?:cơ quan|đơn vị|bộ phận|phòng|nơi)?[\s,]*(?:chủ trì |tham mưu )?(?:chuẩn bị|tham mưu|soạn thảo|chủ trì tham mưu)(?:.{0,24})$/,
    clause("preparing"),
  ],
  [/^(?:cơ quan|đơn vị) chủ trì$/, clause("preparing")],
  [
    /^(?:cán bộ|chuyên viên|đơn vị|người|các đơn vị)[\s,]*(?:(?:cùng|tham|được mời) )?dự(?: họp)?$/,
    clause("participants"),
  ],
  [
    /^(?:lđvp|lãnh đạo vp|lãnh đạo văn phòng|chuyên viên|cv|cvvp|đơn vị phục vụ|phục vụ|cán bộ|thư ký|phòng)(?:.{0,40})$/,
    clause("support"),
  ],
  [/^(?:(?:lãnh đạo|đồng chí|người|đ\/c|cán bộ)[\s,/]*)?(?:chủ trì|chủ tọa)$/, clause("chair")],
  [
    /^(?:lãnh đạo|thường trực|chủ tịch|chủ trì|đồng chí|lđ|người chủ trì|tập thể|ban thường vụ)(?:.{0,80})$/,
    { kind: "leaders" },
  ],
  [
    /^(?:thành phần|tham dự|dự|cùng dự|đại biểu|mời|người dự|người tham dự|tham gia|đối tượng|khách mời|tp)(?:.{0,40})$/,
    clause("participants"),
  ],
  [/^(?:địa điểm|nơi họp|phòng họp|địa chỉ|nơi|điểm)(?:.{0,24})$/, clause("venue")],
  [/^(?:thời hạn|hạn|ngày trình)(?:.{0,24})$/, { kind: "day" }],
  [
    /^(?:cơ quan |đơn vị )?(?:phối hợp|thẩm tra|thẩm định)$|^cấp trình$|^hình thức trình$|^tình trạng$/,
    { kind: "other" },
  ],
  [/^(?:giấy mời|gm|số gm|giấy mời số|số giấy mời|văn bản|vb)(?:.{0,16})$/, clause("ref")],
  [/^(?:ghi chú|gc|lưu ý|xe|phương tiện|hình thức|kết quả)(?:.{0,24})$/, clause("note")],
];

const headingCharsMax = 90;

/** Tells a column from its heading, in low letters; null when the heading is none of the known. */
export function columnOf(heading: string): ColumnKind | null {
  if (heading.length > headingCharsMax) return null;
  const low = heading.replace(/[\s*_:|]+/g, " ").trim();
  if (low === "") return null;
  const found = headings.find(([pattern]) => pattern.test(low));
  if (!found) return null;
  return found[1].kind === "session" ? { kind: "session", heading: low } : found[1];
}

/** A row is a heading when most of its cells are headings and one of them is a day, a time or the matter; "Sáng" alone is a value. Low letters. */
export function headerOf(cells: readonly string[]): ColumnKind[] | null {
  const columns = cells.map(columnOf);
  const known = columns.filter((column) => column !== null);
  const sessions = known.filter(({ kind }) => kind === "session").length;
  const isAnchored = sessions > 1 || known.some(({ kind }) => ["day", "weekday", "moment", "matter"].includes(kind));
  if (known.length < 2 || !isAnchored || known.length * 3 < cells.length * 2) return null;
  return columns.map((column) => column ?? { kind: "other" });
}
