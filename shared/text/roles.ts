/** Who of the leaders named in an item chairs it and who attends, told by the verb, the body that sits and the place. */
import { lowText } from "./source.ts";
import type { Words } from "./span.ts";
import { isAttending, isDuty, isFiller, isJointAct } from "./verbs.ts";

export interface Matter {
  readonly titleLow: string;
  /** From the verb on, where another actor stands in the title before it. */
  readonly verbLow: string;
  readonly location: string | null;
  /** Someone else is named as chair. */
  readonly hasChair: boolean;
  /** The leaders stand in a column of their own, so the title may have another subject. */
  readonly isColumn: boolean;
  /** Level of the body whose schedule this is, see {@link levelOf}. */
  readonly ownLevel: number;
}

export interface Cast {
  readonly chair: readonly Words[];
  readonly participants: readonly Words[];
}

/**
 * Of a meeting the first leader named chairs and the others take part; what they do side by side ("thăm", "kiểm tra") they
 * all lead; "dự", "tham gia", "cùng", "đi", a sitting of a superior body and work at the office are attended.
 */
export function castLeaders(leaders: readonly Words[], matter: Matter): Cast {
  if (leaders.length === 0) return { chair: [], participants: [] };
  if (matter.hasChair || attends(leaders, matter)) return { chair: [], participants: leaders };
  if (isJointAct(matter.verbLow)) return { chair: leaders, participants: [] };
  return { chair: leaders.slice(0, 1), participants: leaders.slice(1) };
}

function attends(leaders: readonly Words[], matter: Matter): boolean {
  const low = matter.verbLow;
  if (isAttending(low) || isFiller(low) || isDuty(low)) return true;
  if (sitsAboveLeaders(leaders, matter)) return true;
  return matter.isColumn && hasOtherSubject(leaders, matter.titleLow);
}

const sitting =
  /^(?:(?:dự )?(?:họp|hội nghị|phiên họp|cuộc họp|hội ý|giao ban|các hội nghị|kỳ họp)(?: thứ \S+| lần thứ \S+| lần \S+)? )?/u;
const party =
  /^(?:thường trực|tt|ban thường vụ|btv|thường vụ|ban chấp hành|bch|tttu|btvtu|btv tu|ban cán sự đảng|đảng ủy|đảng bộ|thành ủy|tỉnh ủy|huyện ủy|quận ủy|thị ủy)(?! hđnd| ubnd)(?!\p{L})/u;
const council = /^(?:thường trực|tt|kỳ họp)?\s?(?:hđnd|hội đồng nhân dân)(?!\p{L})/u;
const central =
  /^(?:chính phủ|thủ tướng|quốc hội|ủy ban thường vụ quốc hội|ubtvqh|trung ương|bộ chính trị|ban bí thư)(?!\p{L})/u;
const steering = /^(?:ban chỉ đạo|bcđ|hội đồng)(?!\p{L})/u;

/** True where the matter is the sitting of a body the first leader does not head. */
function sitsAboveLeaders(leaders: readonly Words[], matter: Matter): boolean {
  const opening = sitting.exec(matter.titleLow)?.[0] ?? "";
  const body = matter.titleLow.slice(opening.length);
  const first = lowText(leaders[0]?.words ?? "");
  if (central.test(body)) return true;
  if (party.test(body)) return !headsParty(first);
  if (opening === "") return false;
  if (council.test(body))
    return !/^(?:đồng chí |đ\/c )?(?:chủ tịch|ct) (?:hđnd|hội đồng)|^(?:thường trực|tt) (?:hđnd|hội đồng)/u.test(first);
  return steering.test(body) && levelOf(lowText(matter.location ?? "")) > matter.ownLevel;
}

function headsParty(first: string): boolean {
  return /^(?:đồng chí |đ\/c )?(?:bí thư|bt|thường trực (?:tỉnh|thành|huyện|quận|thị|đảng) ủy|tttu)(?!\p{L})/u.test(
    first,
  );
}

const ownPost =
  /^(?:các )?(chủ tịch|phó chủ tịch|bí thư|phó bí thư|giám đốc|phó giám đốc|ubnd|hđnd|thường trực|đồng chí|đoàn|ban|sở|thanh tra|ub)(?!\p{L})/u;
const shortPosts: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})pct/u, "phó chủ tịch"],
  [/(?<!\p{L})ct(?!\p{L})/u, "chủ tịch"],
  [/(?<!\p{L})pbt/u, "phó bí thư"],
  [/(?<!\p{L})bt(?!\p{L})/u, "bí thư"],
  [/(?<!\p{L})phó chủ tịch/u, "phó chủ tịch"],
  [/(?<!\p{L})chủ tịch/u, "chủ tịch"],
  [/(?<!\p{L})phó bí thư/u, "phó bí thư"],
  [/(?<!\p{L})bí thư/u, "bí thư"],
];

/** "UBND tỉnh tổ chức hội nghị …" beside "Đ/c Tú PCT": the leader of the column goes to somebody else's meeting. */
function hasOtherSubject(leaders: readonly Words[], titleLow: string): boolean {
  const subject = ownPost.exec(titleLow)?.[1];
  if (subject === undefined || subject === "đồng chí") return false;
  const posts = leaders.map(({ words }) => shortPosts.find(([pattern]) => pattern.test(lowText(words)))?.[1]);
  return !posts.includes(subject);
}

/** 1 commune, 2 district, 3 province or city, 4 centre; 0 where the words name none. Low words. */
export function levelOf(low: string): number {
  if (/trung ương|chính phủ|quốc hội|(?<!\p{L})bộ /u.test(low)) return 4;
  if (/(?<!\p{L})tỉnh(?!\p{L})|thành ủy|thành phố/u.test(low)) return 3;
  if (/(?<!\p{L})(?:huyện|quận|thị xã)(?!\p{L})/u.test(low)) return 2;
  return /(?<!\p{L})(?:xã|phường|thị trấn)(?!\p{L})/u.test(low) ? 1 : 0;
}

const seats =
  /(?:ubnd|hđnd|thành phố|ủy ban nhân dân)\s(tỉnh|thành phố|huyện|quận|thị xã|xã|phường)(?!\p{L})|(tỉnh|thành|huyện|quận) ủy/gu;

/** The level most seats of a text are of: the level of the body whose schedule it is. Low words. */
export function ownLevelOf(low: string): number {
  const counts = [0, 0, 0, 0, 0];
  for (const [seat] of low.matchAll(seats)) {
    const level = levelOf(seat);
    counts[level] = (counts[level] ?? 0) + 1;
  }
  return counts.indexOf(Math.max(...counts));
}
