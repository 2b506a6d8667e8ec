/** What a schedule says of itself above its first day: which week, which year, which adjustment, whose programme. */
import type { Printed } from "./clause-reading.ts";
import { type DayWords, type PrintedDay, readDay } from "./day-words.ts";
import { type Scope, wordsAt } from "./scope.ts";
import type { Words } from "./span.ts";

export interface HeadingReading {
  year?: number;
  week?: number;
  from?: PrintedDay;
  to?: PrintedDay;
  /** "Điều chỉnh lần 9" → 9. */
  adjustment?: number;
}

const anyDate = /(?<![\d/.-])\d{1,2}(?=\s?[/.-]\s?\d{1,2}|\s(?:đến|và|tháng))/gu;
const week = /tuần(?:\s(?:thứ|lễ|số))?\s?(\d{1,2})(?!\d)(?:\s?[/,-]?\s?(?:năm\s)?(20\d{2}))?/u;
const adjustment =
  /(?:điều chỉnh|bổ sung|cập nhật)(?:[,\s]+(?:bổ sung|điều chỉnh))?\s(?:lần\s)?(?:thứ\s)?(\d{1,2})(?![\d:/])/u;
const year = /(?:năm|\d\s?\/)\s?(20\d{2})(?!\d)/u;
const subject = /^(?:thông báo\s)?(?:v\/v\s)?(?:(?:kế hoạch|lịch)\s)+(?=(?:tiếp|trực|họp|giao ban|giám sát|kiểm tra))/u;

/** Adds what one line above the first day tells; lines that tell nothing leave the reading as it is. */
export function readHeadingLine(scope: Scope, heading: HeadingReading): void {
  const low = scope.low;
  readRange(scope, heading);
  const weekFound = week.exec(low);
  if (weekFound && Number(weekFound[1]) >= 1 && Number(weekFound[1]) <= 53) heading.week ??= Number(weekFound[1]);
  if (weekFound?.[2]) heading.year ??= Number(weekFound[2]);
  const adjusted = adjustment.exec(low);
  if (adjusted) heading.adjustment ??= Number(adjusted[1]);
  const yearFound = year.exec(low);
  if (yearFound) heading.year ??= Number(yearFound[1]);
}

/** What a notice or a calendar is about: "Lịch tiếp công dân định kỳ …" → "tiếp công dân định kỳ …". */
export function subjectOf(scope: Scope): Words | null {
  return wordsAt(scope, { from: subject.exec(scope.low)?.[0].length ?? 0, to: scope.low.length });
}

const ofOneDay = /^(?:thông báo )?lịch (?:họp|công tác|làm việc|trực|tiếp)[^()\d]{0,60}ngày (?=\d)/u;

/** "LỊCH HỌP NGÀY 20/11/2026": a schedule of a single day names it in its heading. */
export function dayOfHeading(scope: Scope): Printed<DayWords> | null {
  const found = ofOneDay.exec(scope.low);
  const day = found ? readDay(scope, found[0].length) : null;
  return day?.first && !day.last ? { value: day, span: scope.toOriginal(day.span) } : null;
}

function readRange(scope: Scope, heading: HeadingReading): void {
  for (const { index } of [...scope.low.matchAll(anyDate)].slice(0, 6)) {
    const day = readDay(scope, index);
    if (!day?.first || !day.last) continue;
    heading.from ??= day.first;
    heading.to ??= day.last;
    const printed = day.last.year ?? day.first.year;
    if (printed !== undefined) heading.year ??= printed;
    return;
  }
}

const furniture =
  /^(?:cộng h[òo]a xã hội|độc lập|đảng cộng sản|ủy ban nhân dân|ubnd|hội đồng nhân dân|văn phòng|tỉnh ủy|thành ủy|huyện ủy|số\s?:|\*+$|[-_=*.\s]+$|nơi nhận|lưu\s?:|- lưu|tm\.|kt\.|tl\.|tuq\.|chánh văn phòng|phó chánh văn phòng|ngày đăng|lượt xem|đóng$|tuần (?:trước|sau|hiện tại)|lịch )/u;

/** True for lines of a document's frame that hold no item: letterhead, signature, recipients, web page remains. */
export function isFurniture(low: string): boolean {
  return furniture.test(low.trim());
}

/** True where the document ends: recipients and signatures follow. */
export function isClosing(low: string): boolean {
  return /^\s*(?:nơi nhận\s?:?|t\/m |tm\. |tl\. |tuq\. |kt\. )/u.test(low);
}
