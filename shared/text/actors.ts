/**
 * Who acts, as offices write it: by post ("Phó Chủ tịch Thường trực", "PCT.CN"), post and name ("PCT Mai Văn Bình"),
 * honorific ("đồng chí Bí thư", "Đ/c An"), body ("TT HĐND", "Ban Pháp chế") or group ("các Phó Chủ tịch liên quan").
 */
import { matchAt, type Scope, skipBlanks, trimmed, wordPattern, wordsAt } from "./scope.ts";
import type { Span, Words } from "./span.ts";
import { findVerb } from "./verbs.ts";

const honorific = wordPattern("(?:tập thể\\s)?(?:các\\s)?(?:đồng chí|đ/c|đc|đ\\.c)|các ông|các bà|ông|bà|ngài");
const post = wordPattern(
  [
    "(?:các\\s)?(?:phó\\s)?(?:chủ tịch|bí thư|chủ nhiệm|tổng giám đốc|giám đốc|chánh văn phòng|chánh thanh tra|hiệu trưởng|viện trưởng|cục trưởng|vụ trưởng|thủ tướng|tổng bí thư|trưởng đoàn|đoàn trưởng|chỉ huy trưởng|chính ủy)",
    "(?:các\\s)?(?:phó\\s)?(?:chánh|trưởng|tổ trưởng|trưởng ban|trưởng phòng)",
    "(?:bộ|thứ|chi cục|tổ|nhóm) trưởng",
    "(?:các\\s)?(?:pct|ct|pbt|bt|gđ|pgđ|cvp|pcvp|ptp)(?:\\.\\s?\\p{L}{2,6}|ttt|tt)?",
    "(?:các\\s)?(?:pctttt?|ctubnd|pcttt)",
    "(?:các\\s)?(?:ủy viên|uv|uvtv|tuv|uvbtv|thành viên|đại biểu|đb|đbqh|lãnh đạo|lđ|lđvp|đại diện|thủ trưởng)",
  ].join("|"),
);
const collective = wordPattern(
  "thường trực|tttu|tt hđnd|tt ubnd|tập thể|ban thường vụ|btv|ban chấp hành|toàn thể|ban giám đốc|ban lãnh đạo|ban giám hiệu|chi bộ|đảng bộ",
);
/** Bodies only open a list of actors where a verb follows: "Ban hành", "Phòng chống", "Tổ chức" are no bodies. */
const body = wordPattern(
  "ubnd|hđnd|mttq|ubmttq|ub mttq|đoàn đbqh|thành ủy|tỉnh ủy|huyện ủy|quận ủy|thị ủy|đảng ủy|công an|thanh tra|văn phòng|vp|ủy ban|ub|sở|chi cục|bộ chỉ huy|bch|bcđ|hội đồng|liên đoàn|chính phủ|quốc hội",
);
const bodyBeforeName =
  /(?:ban|đoàn|tổ|phòng|đội|hội|trung tâm|cục|bộ|trường)\s(?!hành(?!\p{L})|chức(?!\p{L})|chống|kết(?!\p{L})|nghị|thảo|đàm|thi(?!\p{L})|diễn)\p{L}/uy;

/** True where words for a person, a post or a group of them begin at `at`. */
export function isPersonAt(scope: Scope, at: number): boolean {
  return [honorific, post, collective].some((pattern) => matchAt(scope, pattern, at) !== null);
}

/** As {@link isPersonAt}, and bodies and units too. */
export function isActorAt(scope: Scope, at: number): boolean {
  if (isPersonAt(scope, at) || matchAt(scope, body, at)) return true;
  const isCapital = scope.text[at] !== scope.low[at];
  return isCapital && matchAt(scope, bodyBeforeName, at) !== null;
}

export interface Leaders {
  readonly leaders: readonly Words[];
  /** Where the matter begins: at its verb. */
  readonly next: number;
}

/** A list of leaders is at most this long; beyond it the words are a matter that happens to open with a post. */
export const leadersCharsMax = 420;

/** Reads "Phó Chủ tịch Lê Thu Hà dự …": the actors that stand before a verb at `at`; null when it is not so. */
export function readLeaders(scope: Scope, at: number): Leaders | null {
  if (!isActorAt(scope, at)) return null;
  const verb = findVerb(scope, { from: at + 1, to: Math.min(scope.low.length, at + leadersCharsMax) });
  if (verb === null) return null;
  const before = scope.low.slice(at, verb);
  if (/[.;!?]\s+\S*$|:\s*\S/u.test(before.replace(/(?:^|\s)\p{L}{1,4}\./gu, " "))) return null;
  const leaders = splitActors(scope, { from: at, to: verb });
  return leaders.length > 0 ? { leaders, next: verb } : null;
}

/** Reads "Chủ tịch, PCT.CN:", a list of actors closed by a colon; null when what stands before the colon is no such list. */
export function readLeadersBeforeColon(scope: Scope, at: number): Leaders | null {
  if (!isPersonAt(scope, at)) return null;
  const colon = colonAfter(scope, at);
  if (colon === null || findVerb(scope, { from: at + 1, to: colon }) !== null) return null;
  return { leaders: splitActors(scope, { from: at, to: colon }), next: colon + 1 };
}

/** The colon that closes a short head, "Đ/c:" not counted. */
function colonAfter(scope: Scope, at: number): number | null {
  const limit = Math.min(scope.low.length, at + leadersCharsMax / 2);
  for (let place = at; place < limit; place += 1) {
    const isOwn = /(?:đ\/c|đồng chí)\s?$/u.test(scope.low.slice(Math.max(0, place - 9), place));
    if (scope.low[place] === ":" && !isOwn) return place;
    if (/[;!?("]/.test(scope.low[place] ?? "")) return null;
  }
  return null;
}

const separator = /[,;]|\s(?:và|cùng)(?=\s)|\s-(?=\s(?:pct|phó chủ tịch|đ\/c|đồng chí)(?!\p{L}))/gu;

/**
 * Splits a list of actors. A comma parts two actors only where another one clearly begins: posts after an honorific and a
 * name belong to that name ("đồng chí Lê Hồng Khôi, Ủy viên Ban Thường vụ, Trưởng Ban …" is one).
 */
export function splitActors(scope: Scope, span: Span): Words[] {
  const inner = trimmed(scope, span);
  const cuts = [...scope.low.slice(inner.from, inner.to).matchAll(separator)].map(({ index, 0: mark }) => ({
    from: inner.from + index,
    to: inner.from + index + mark.length,
  }));
  const parts: Span[] = [];
  let from = inner.from;
  for (const cut of cuts) {
    if (!beginsActor(scope, { from, to: cut.from }, skipBlanks(scope, cut.to))) continue;
    parts.push({ from, to: cut.from });
    from = cut.to;
  }
  return [...parts, { from, to: inner.to }].flatMap((part) => wordsAt(scope, part) ?? []);
}

function beginsActor(scope: Scope, before: Span, at: number): boolean {
  if (!isPersonAt(scope, at)) return false;
  return !isNamedPerson(scope, before) || matchAt(scope, honorific, at) !== null || isPluralAt(scope, at);
}

/** Honorific and name without a post: "đồng chí Lê Hồng Khôi". */
function isNamedPerson(scope: Scope, span: Span): boolean {
  const at = skipBlanks(scope, span.from);
  const title = matchAt(scope, honorific, at);
  if (!title || title[0].includes("các")) return false;
  const name = at + title[0].length + (matchAt(scope, /[\s:]*/uy, at + title[0].length)?.[0].length ?? 0);
  return !isPersonAt(scope, name);
}

function isPluralAt(scope: Scope, at: number): boolean {
  return matchAt(scope, /các\s/uy, at) !== null;
}
