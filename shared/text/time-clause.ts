/** "Thời gian: 8h00' ngày 28/4/2022 (thứ năm)", "07 giờ 00’ đến 08 giờ 00’ tất cả các ngày làm việc trong tuần". */
import type { Session } from "../model/when.ts";
import type { Printed } from "./clause-reading.ts";
import { type DayWords, readDay } from "./day-words.ts";
import { type HourWords, readHour } from "./hour.ts";
import { matchAt, type Scope, skipMarks } from "./scope.ts";
import { readSession } from "./session-words.ts";
import type { Span } from "./span.ts";

export interface TimeReading {
  readonly hour: Printed<HourWords> | null;
  readonly day: Printed<DayWords> | null;
  readonly session: Printed<Session> | null;
  readonly everyWorkingDay: boolean;
  /** Where the words about time end. */
  readonly next: number;
}

const everyDay =
  /(?:vào\s)?(?:(?:tất cả\s)?các ngày(?: làm việc)?(?: trong tuần)|(?:tất cả\s)?các ngày làm việc|hàng ngày|hằng ngày|mỗi ngày)(?!\p{L})/uy;

/** Reads hour, day, session and repetition in any order from the start of the span. */
export function readTime(scope: Scope, span: Span): TimeReading {
  let [hour, day, session]: [HourWords | null, DayWords | null, ReturnType<typeof readSession>] = [null, null, null];
  let everyWorkingDay = false;
  let next = skipMarks(scope, span.from);
  for (let before = -1; before < next && next < span.to; ) {
    before = next;
    const repeated = matchAt(scope, everyDay, next);
    if (repeated) {
      everyWorkingDay = true;
      next += repeated[0].length;
    } else next = (hour ? null : (hour = readHour(scope, next)))?.next ?? next;
    if (next === before) next = (day ? null : (day = readDay(scope, next)))?.next ?? next;
    if (next === before) next = (session ? null : (session = readSession(scope, next)))?.next ?? next;
    if (next > before) next = skipMarks(scope, next);
  }
  return {
    hour: hour && { value: hour, span: scope.toOriginal(hour.span) },
    day: day && { value: day, span: scope.toOriginal(day.span) },
    session: session && { value: session.session, span: scope.toOriginal(session.span) },
    everyWorkingDay,
    next,
  };
}
