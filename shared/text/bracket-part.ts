/** What a bracket or a sentence after the venue tells: "(Sở A chuẩn bị nội dung)", "(LĐVP: Đ/c B)", "(cả ngày)", "Đ/c C; NC". */
import { isPersonAt } from "./actors.ts";
import type { ClauseKind } from "./clause-kind.ts";
import { matchAt, type Scope, skipMarks, trimmed } from "./scope.ts";
import { sessionOfWord } from "./session-words.ts";
import type { Span } from "./span.ts";
import { isRoomAt } from "./venue.ts";
import { findVerb } from "./verbs.ts";

export interface Part {
  readonly kind: ClauseKind;
  readonly inner: Span;
}

interface Opening {
  readonly kind: ClauseKind;
  readonly pattern: RegExp;
  /** The opening words belong to the value ("CVP Bảo"). */
  readonly keeps?: true;
}

const openings: readonly Opening[] = [
  {
    kind: "support",
    pattern: /(?:lđvp|ldvp|lãnh đạo văn phòng|lãnh đạo vp|cvvp|cv vp|cv theo dõi|lđvp theo dõi)\s?:/uy,
  },
  { kind: "support", pattern: /(?:lđvp|ldvp|lđ|cvvp|cvp|pcvp|cv|chuyên viên)(?![\p{L}\d])(?!\s?số)/uy, keeps: true },
  {
    kind: "note",
    pattern:
      /(?:(?:có\s)?(?:giấy|thư) mời (?:riêng|sau)|gm riêng|có (?:giấy|thư) mời|thay (?:cho )?(?:thư|giấy) mời|theo lịch|trực tuyến|họp trực tuyến|lịch)(?!\p{L})/uy,
    keeps: true,
  },
  {
    kind: "ref",
    pattern:
      /(?:theo\s|có\s)?(?:giấy mời|thư mời|gm|công văn|cv|thông báo|tb|kế hoạch|kh|quyết định|qđ|điện mật|công điện)(?:\s?số)?[\s:]*(?=\d)/uy,
  },
  { kind: "ref", pattern: /\d{1,5}-?\s?[/-]?(?:gm|cv|tb)(?![\p{L}\d])/uy, keeps: true },
  {
    kind: "note",
    pattern: /theo (?:giấy mời|thư mời|công văn|kế hoạch|thông báo|quyết định|chương trình|lịch|chỉ đạo)(?!\p{L})/uy,
    keeps: true,
  },
  {
    kind: "preparing",
    pattern:
      /(?:giao(?! (?:ban|lưu|thông|dịch|nhận|quân|thừa|ước|nhiệm|chỉ tiêu|hữu)(?!\p{L}))|phân công)\s(?:cho\s)?/uy,
  },
  { kind: "preparing", pattern: /(?:cơ quan|đơn vị) chuẩn bị\s?:/uy },
  { kind: "chair", pattern: /(?:đồng )?chủ trì\s?:/uy },
  { kind: "participants", pattern: /(?:thành phần|cùng dự|tham dự|dự|cùng đi|mời|thành phần mời)(?:\s?:| có )/uy },
  { kind: "participants", pattern: /mời\s/uy },
  { kind: "assembly", pattern: /(?:điểm |địa điểm )?tập trung (?:tại|ở)\s/uy },
  { kind: "venue", pattern: /(?:(?:địa )?điểm\s?:?\s)?(?:tại|ở)\s/uy },
  { kind: "venue", pattern: /(?:địa điểm|điểm)\s?:/uy },
];

const roomCharsMax = 60;
const peopleCharsMax = 120;

/** "(CT, các PCT)", "(Đ/c Hà dự)": who goes; with "dự" it is said that they attend. */
function peopleOf(scope: Scope, inner: Span, low: string): Part | null {
  const isNamed = low.length <= peopleCharsMax && isPersonAt(scope, inner.from);
  if (!isNamed || /^(?:lđ|lđvp|cv|cvp|pcvp|đại diện|lãnh đạo|thành viên|các thành viên|ông|bà)(?!\p{L})|:/u.test(low))
    return null;
  const attends = / (?:(?:cùng|tham) )?dự$/u.exec(low);
  const span = { from: inner.from, to: inner.to - (attends?.[0].length ?? 0) };
  if (findVerb(scope, span) !== null) return null;
  return { kind: attends ? "participants" : "leaders", inner: span };
}

/** What a unit does before an item: the unit stands before these words. */
const doing =
  /\s(?:chủ trì$|(?:chủ trì,?\s)?(?:tham mưu|chuẩn bị|chuẩn báo cáo|đảm bảo|bảo đảm|sắp xếp|bố trí|phục vụ|mời|gửi|in ấn|phối hợp chuẩn bị)|chịu trách nhiệm)(?!\p{L})/u;

/** Tells what a bracket's part or a stray sentence is; null when it is none of the known. */
export function classifyPart(scope: Scope, part: Span): Part | null {
  const inner = trimmed(scope, part);
  const low = scope.low.slice(inner.from, inner.to);
  if (low === "") return null;
  if (sessionOfWord(low)) return { kind: "session", inner };
  const people = peopleOf(scope, inner, low);
  if (people) return people;
  if (low.length <= roomCharsMax && isRoomAt(scope, inner.from)) return { kind: "venue", inner };
  const chair = /^(?!giao\s)(?:.*\s)?(?:đồng )?chủ trì$/u.exec(low);
  if (chair) return { kind: "chair", inner: { from: inner.from, to: inner.to - "chủ trì".length } };
  for (const { kind, pattern, keeps } of openings) {
    const found = matchAt(scope, pattern, inner.from);
    if (!found) continue;
    const from = keeps ? inner.from : skipMarks(scope, inner.from + found[0].length);
    return { kind, inner: kind === "preparing" ? unitOf(scope, { from, to: inner.to }) : { from, to: inner.to } };
  }
  return low.length <= 400 && doing.test(low) && !/^(?:để|và|cần)/u.test(low)
    ? { kind: "preparing", inner: unitOf(scope, inner) }
    : null;
}

/** "do Sở A chuẩn bị nội dung" → "Sở A". */
function unitOf(scope: Scope, span: Span): Span {
  const from = span.from + (matchAt(scope, /(?:do|giao)\s(?:cho\s)?/uy, span.from)?.[0].length ?? 0);
  const verb = doing.exec(scope.low.slice(from, span.to));
  return { from, to: verb ? from + verb.index : span.to };
}
