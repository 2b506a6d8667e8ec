import { type Day, dayToEpochDay, epochDayToDay } from "../../../shared/kit/day.ts";
import type { Minute } from "../../../shared/kit/minute.ts";
import { minutesPerDay } from "../../../shared/kit/minute.ts";

/** Now, by the clocks of Hanoi (UTC+7 the whole year), wherever the machine stands. */
export type Moment = {
  readonly nowMs: number;
  readonly today: Day;
  readonly minute: Minute;
  /** Minutes since 1970-01-01 00:00 in Hanoi, as in `Stretch`. */
  readonly epochMin: number;
};

const hanoiOffsetMin = 7 * 60;
const msPerMinute = 60_000;

export function momentAt(nowMs: number): Moment {
  const epochMin = Math.floor(nowMs / msPerMinute) + hanoiOffsetMin;
  const today = epochDayToDay(Math.floor(epochMin / minutesPerDay));
  return { nowMs, today, minute: (epochMin % minutesPerDay) as Minute, epochMin };
}

/** When a minute of Hanoi begins, as the machine counts. */
export function minuteToMs(epochMin: number): number {
  return (epochMin - hanoiOffsetMin) * msPerMinute;
}

/** A minute of a day, counted since 1970. */
export function epochMinOf(day: Day, minute: number): number {
  return dayToEpochDay(day) * minutesPerDay + minute;
}

/** When the day of `at` is over. */
export function midnightMs({ today }: Moment): number {
  return minuteToMs(epochMinOf(today, minutesPerDay));
}
