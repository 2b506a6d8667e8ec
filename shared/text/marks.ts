/** The signs by which one clause of an item ends and another begins: "Điểm tại", ", mời", "(X chuẩn bị)", "LĐVP:", labels. */
import { classifyPart } from "./bracket-part.ts";
import type { ClauseKind } from "./clause-kind.ts";
import { anyWordPattern, breaksWithin, type Scope, skipMarks } from "./scope.ts";
import { bracketsOf, partsOf } from "./sentence.ts";
import type { Span } from "./span.ts";
import { isPlaceAt } from "./venue.ts";

export interface Mark {
  readonly kind: ClauseKind;
  /** Where the clause before it ends. */
  readonly from: number;
  /** The sign itself, for the few that tell something alone ("LĐVP"). */
  readonly sign: Span;
  /** Its own words; those of an open clause run on to the next mark. */
  readonly inner: Span;
  /** Closed clauses stand in brackets. */
  readonly end: number | null;
}

interface Sign {
  readonly kind: ClauseKind;
  readonly words: string;
  /** "colon": a colon must follow. "stop": it opens a sentence or follows punctuation. */
  readonly needs: "colon" | "stop" | "nothing";
}

/** "giao ban", "giao lưu", "Giao thông": words that only begin like handing over a task. */
const notHandingOver =
  "(?! (?:ban|lưu|thông|dịch|nhận|quân|thừa|ước|nhiệm|chỉ tiêu|kế hoạch|hữu|mùa|diện|tiếp|đất|hưởng)(?!\\p{L}))";

/** Who may follow "CT:" where it is "chủ trì": before a matter it is the Chủ tịch. */
const somebody = "đ/c|đ\\.c|đc|đồng chí|ông|bà|các|p?ct|p?bt|phó|chủ tịch|bí thư|p?gđ|giám đốc";

/** The first that fits wins, so the longer forms stand first. */
const signs: readonly Sign[] = [
  { kind: "assembly", words: "(?:địa điểm|điểm|nơi) (?:tập trung|tập kết|đón|xuất phát)(?: tại)?", needs: "nothing" },
  { kind: "assembly", words: "(?:tập trung|xuất phát)(?: lúc)?(?= tại)", needs: "stop" },
  { kind: "time", words: "thời gian(?:,| và| -)? địa điểm", needs: "colon" },
  { kind: "time", words: "thời gian(?: tổ chức| họp| làm việc)?", needs: "colon" },
  { kind: "time", words: "(?:bắt đầu )?(?:vào )?lúc(?= \\d)", needs: "nothing" },
  { kind: "points", words: "(?:các )?điểm cầu (?:thành phần|trực tuyến|cấp xã|các)[^:.;]{0,40}", needs: "colon" },
  { kind: "venue", words: "điểm cầu (?:chính|trung tâm|trung ương|thành phố|tỉnh)[^:.;]{0,40}", needs: "colon" },
  { kind: "venue", words: "địa điểm(?: tổ chức| họp| làm việc)?|nơi họp|điểm họp", needs: "colon" },
  { kind: "venue", words: "địa điểm(?: tổ chức| họp)?", needs: "stop" },
  { kind: "venue", words: "điểm(?=:? (?:tại|ở)[ :])|tại điểm(?= tại)", needs: "nothing" },
  { kind: "venue", words: "điểm|tại", needs: "colon" },
  { kind: "venue", words: "điểm(?! cầu(?!\\p{L}))", needs: "stop" },
  { kind: "venue", words: "đđ(?=\\s?:)", needs: "stop" },
  { kind: "points", words: "thành phần (?:họp )?trực tuyến(?: tại)?", needs: "stop" },
  { kind: "participants", words: "thành viên(?: tham dự| tham gia)?", needs: "colon" },
  {
    kind: "participants",
    words:
      "(?:thành phần)(?: (?:tham dự|tham gia|mời|mời dự|dự|dự họp|mời họp|họp|cùng dự|làm việc))*(?: gồm(?: có)?)?",
    needs: "stop",
  },
  { kind: "participants", words: "(?:kính )?mời(?: (?:dự|họp|tham dự|cùng dự))*(?=:| )", needs: "stop" },
  {
    kind: "participants",
    words:
      "(?:cùng dự|cùng đi|cùng tham dự|tham dự|dự|dự họp|cùng làm việc|khách mời|đại biểu|đb|tham gia)(?: gồm| có)?",
    needs: "colon",
  },
  { kind: "participants", words: "(?:cùng dự|cùng đi|cùng tham dự|tham dự|dự họp)(?: gồm)? có", needs: "stop" },
  { kind: "participants", words: "tp(?=\\s?:)", needs: "stop" },
  { kind: "chair", words: `ct(?=\\s?:\\s?(?:${somebody}))`, needs: "stop" },
  { kind: "chair", words: "(?:người |lãnh đạo |đồng chí )?(?:đồng )?chủ trì(?: họp| hội nghị)?", needs: "colon" },
  {
    kind: "preparing",
    words:
      "(?:cơ quan|đơn vị|bộ phận|phòng)(?: chủ trì)?,?(?: tham mưu,?)? chuẩn bị(?: nội dung| tài liệu| báo cáo|,| và)*|chuẩn bị(?: nội dung| tài liệu)?|đơn vị chủ trì(?: nội dung)?",
    needs: "colon",
  },
  { kind: "preparing", words: "(?:đvcb|cqcb|cb)(?=\\s?:)", needs: "stop" },
  { kind: "preparing", words: `giao${notHandingOver}`, needs: "stop" },
  {
    kind: "support",
    words: "lđvp|ldvp|lãnh đạo vp|cvvp|cv vp|(?:lđvp|cvvp|chuyên viên|đơn vị|phòng) (?:theo dõi|phục vụ)",
    needs: "stop",
  },
  { kind: "support", words: "phục vụ|theo dõi|thư ký|cv|chuyên viên|xe|lái xe", needs: "colon" },
  { kind: "ref", words: "(?:có |theo )?(?:giấy mời|thư mời|gm)(?: số)?(?=:? \\d)", needs: "stop" },
  { kind: "note", words: "(?:ghi chú|lưu ý|hình thức(?: tổ chức| họp)?)", needs: "colon" },
  { kind: "title", words: "(?:tên cuộc họp|nội dung(?: họp| làm việc| công việc| cuộc họp)?)", needs: "colon" },
];

const anySign = anyWordPattern(
  signs.map(({ words, needs }) => `((?:${words})${needs === "colon" ? "(?=\\s?:)" : ""})`).join("|"),
);

/** All marks of a stretch, in order. Signs inside brackets count only for their bracket. */
export function findMarks(scope: Scope, span: Span): Mark[] {
  const closed = bracketsOf(scope, span).map(({ from, to, inner }) => ({
    from,
    to,
    marks: readBracket(scope, from, to, inner),
  }));
  const open: Mark[] = [];
  let bracket = 0;
  anySign.lastIndex = span.from;
  for (let found = anySign.exec(scope.low); found && found.index < span.to; found = anySign.exec(scope.low)) {
    while (bracket < closed.length && (closed[bracket]?.to ?? 0) <= found.index) bracket += 1;
    if ((closed[bracket]?.from ?? Number.POSITIVE_INFINITY) < found.index) continue;
    const mark = readSign(scope, found);
    if (mark) open.push(mark);
  }
  return [...closed.flatMap(({ marks }) => marks), ...open].sort((a, b) => a.from - b.from);
}

function readSign(scope: Scope, found: RegExpExecArray): Mark | null {
  const sign = signs[found.slice(1).findIndex((group) => group !== undefined)];
  const to = found.index + found[0].length;
  if (!sign || !isAllowed(scope, sign, { from: found.index, to })) return null;
  const inner = { from: skipMarks(scope, to), to: scope.low.length };
  return { kind: sign.kind, from: found.index, sign: { from: found.index, to }, inner, end: null };
}

/** "thí điểm tại", "trọng điểm", "giấy mời": the sign is then the tail of another word. */
const tailOf = /(?:thí|trọng|thời|quan|cao|bưu|các|những|tiêu|ưu|nhược|số|là|giấy|(?<!bí )thư|một|được|làm)\s$/u;

function isAllowed(scope: Scope, sign: Sign, { from, to }: Span): boolean {
  const before = scope.low.slice(Math.max(0, from - 8), from);
  if (tailOf.test(before)) return false;
  switch (sign.needs) {
    case "colon":
    case "nothing":
      return true;
    case "stop":
      return opensClause(scope, from, before) && (!sign.words.startsWith("điểm(?! cầu") || isPlaceAfter(scope, to));
  }
}

/** After punctuation, at the start of the item or of a paragraph, or written with a capital as the first word of a sentence is. */
function opensClause(scope: Scope, from: number, before: string): boolean {
  if (/(?:^|[.,;:)(\]"'/+-])\s*$/u.test(before)) return true;
  if (breaksWithin(scope, { from: from - 1, to: from }).length > 0) return true;
  return scope.text[from] !== scope.low[from] && scope.text[from + 1] === scope.low[from + 1];
}

function isPlaceAfter(scope: Scope, at: number): boolean {
  return isPlaceAt(scope, skipMarks(scope, at));
}

/** The clauses of a bracket: all of its parts when the first is known, none otherwise. People whose bracket the sentence goes
 * on after explain a word of it. */
function readBracket(scope: Scope, from: number, to: number, inner: Span): Mark[] {
  const parts = partsOf(scope, inner);
  const first = parts[0] ? classifyPart(scope, parts[0]) : null;
  if (!first || (first.kind === "leaders" && !/^\s*(?:$|[.,;:)(-])/u.test(scope.low.slice(to, to + 3)))) return [];
  return parts.map((part, index) => {
    const known = index === 0 ? first : classifyPart(scope, part);
    const own = known?.inner ?? part;
    const kind = known && (index === 0 || known.kind !== "leaders") ? known.kind : "participants";
    return { kind, from, sign: own, inner: own, end: to };
  });
}
