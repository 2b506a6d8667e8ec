/** Words for places: which words look like one, and where the matter ends in "tại <place>". */
import { matchAt, type Scope, wordPattern } from "./scope.ts";
import type { Span } from "./span.ts";

const room = wordPattern(
  [
    "p\\.?\\s?họp(?:\\s?(?:số\\s)?[\\p{L}\\d]{1,4})?|ph\\.?\\s?(?:số\\s)?[a-z\\d]{1,3}|p\\.?\\s?\\d{1,4}[a-z]?|phòng họp|phòng khánh tiết|phòng khách|phòng tiếp (?:công )?dân|phòng truyền thống|phòng \\d{1,4}",
    "hội trường|ht\\.?(?:\\s?(?:[a-d]|[ivx]{1,3}|\\d{1,3}))?|sảnh|tầng \\d{1,2}|nhà khách|nhà tang lễ|nhà hát|nhà văn hóa|nvh|cung (?:văn hóa|hội nghị)|trung tâm hội nghị|tt hội nghị|tthn|trụ sở|trực tuyến tại|điểm cầu",
  ].join("|"),
);
const place = wordPattern(
  [
    "ubnd|hđnd|văn phòng|vp|vpub|thành ủy|tỉnh ủy|huyện ủy|quận ủy|thị ủy|đảng ủy|mttq|tu|công an|bộ chỉ huy|ban chỉ huy|bch|bộ tư lệnh|doanh trại",
    "trung tâm|tt|tttm|ttvh|khách sạn|ks|trường|bệnh viện|bv|khoa|sân vận động|sân|quảng trường|công viên|chùa|đền|đình|nhà thờ|nghĩa trang|đài|tượng đài|bảo tàng|thư viện|rạp|nhà máy|công ty|cty|nhà|khu|cụm|cảng|ga|bến|chợ|cầu|đường|phố|ngã|quốc lộ|số \\d+|học viện|đại học|thao trường",
    "xã|phường|thị trấn|tt\\.|huyện|quận|thị xã|tx|thành phố|tp\\.?|tỉnh|thôn|ấp|tổ dân phố|khu phố|tdp|bộ|sở|ban|chi cục|cục|viện|kho bạc|ngân hàng|tòa án|viện kiểm sát|nhà riêng|hiện trường|thực địa|địa bàn|cơ sở|hà nội|dinh",
  ].join("|"),
);

/** True where the words at `at` name a room, a hall or a seat. */
export function isRoomAt(scope: Scope, at: number): boolean {
  return matchAt(scope, room, at) !== null;
}

/** True where the words at `at` name a room or any other place. */
export function isPlaceAt(scope: Scope, at: number): boolean {
  return isRoomAt(scope, at) || matchAt(scope, place, at) !== null;
}

const venuePrefix = /(?:(?:tại|ở|là)(?!\p{L})[\s:]*|:\s*)/uy;

/** Start of the place itself after "tại", "ở", ":" and blanks. */
export function skipVenuePrefix(scope: Scope, at: number): number {
  let next = at;
  for (;;) {
    while (/[\s:,-]/.test(scope.low[next] ?? "a")) next += 1;
    const prefix = matchAt(scope, venuePrefix, next)?.[0] ?? "";
    if (prefix === "") return next;
    next += prefix.length;
  }
}

/** Not "ở": "nhà ở xã hội". */
const placing = /(?<![\p{L}\d])tại\s/gu;

/**
 * The last "tại <place>" of a matter that runs to its end, where no other venue is given: "giám sát … tại UBND xã Yên Sơn".
 * Gives the start of "tại" and of the place; null when no place follows or the place goes on into another clause.
 */
export function trailingPlace(scope: Scope, matter: Span): { readonly cut: number; readonly place: number } | null {
  const words = scope.low.slice(matter.from, matter.to);
  const last = [...words.matchAll(placing)].at(-1);
  if (!last || last.index === 0) return null;
  const start = matter.from + last.index + last[0].length;
  const isName = scope.text[start] !== scope.low[start];
  const tail = scope.low.slice(start, matter.to);
  const goesOn =
    /[();:]|(?<!\p{L})(?:về|để|của|do|theo|với|cho|nhằm|nhân|lần|năm|giai đoạn|nhiệm kỳ|từ|đến|trong|vào|lúc|ngày|để|sau)(?!\p{L})/u.test(
      tail,
    );
  if (goesOn || !(isPlaceAt(scope, start) || isName)) return null;
  return { cut: matter.from + last.index, place: start };
}
