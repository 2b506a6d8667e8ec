import { type Day, weekdayOf } from "../kit/day.ts";
import type { Holiday } from "../model/directory.ts";

/** What a day is to an office: *ngày làm việc, cuối tuần, nghỉ lễ, nghỉ bù, làm bù*. */
export type DayKind = "workday" | "weekend" | Holiday["kind"];

/** The working calendar of a board. Holidays are data: laws and yearly decisions change them. */
export type Calendar = {
  /** A named day wins over the weekday: a Saturday worked in exchange is "make-up", a holiday on a Sunday "holiday". */
  readonly dayKindOf: (day: Day) => DayKind;
  /** What the holiday, the day off in lieu or the exchanged day is called; null on an ordinary day. */
  readonly holidayNameOf: (day: Day) => string | null;
  /** True when offices work: ordinary Monday to Friday, and days worked in exchange. */
  readonly isWorkday: (day: Day) => boolean;
};

const weightByKind = { holiday: 3, "in-lieu": 2, "make-up": 1 } as const satisfies Record<Holiday["kind"], number>;

/**
 * Reads days by the given holidays. Two entries on one day: the holiday by law wins over a day in lieu, and that over a
 * make-up day, because nobody may be asked to work on a day off by an entry that was forgotten; of two alike the first
 * counts (*Bộ luật Lao động 2019, điều 111 khoản 3 và điều 112*).
 */
export function createCalendar(holidays: readonly Holiday[]): Calendar {
  const holidayByDay = new Map<Day, Holiday>();
  for (const holiday of holidays) {
    const known = holidayByDay.get(holiday.day);
    if (!known || weightByKind[holiday.kind] > weightByKind[known.kind]) holidayByDay.set(holiday.day, holiday);
  }
  const dayKindOf = (day: Day): DayKind => holidayByDay.get(day)?.kind ?? (weekdayOf(day) <= 5 ? "workday" : "weekend");
  return {
    dayKindOf,
    holidayNameOf: (day) => holidayByDay.get(day)?.name ?? null,
    isWorkday(day) {
      const kind = dayKindOf(day);
      return kind === "workday" || kind === "make-up";
    },
  };
}
