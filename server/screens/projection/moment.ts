import { type Day, dayToEpochDay } from "../../../shared/kit/day.ts";
import { hanoiAt, hanoiMinuteToMs } from "../../../shared/kit/hanoi.ts";
import { type Minute, minutesPerDay } from "../../../shared/kit/minute.ts";

/** Now, by the clocks of Hanoi, wherever the machine stands. */
export type Moment = {
  readonly nowMs: number;
  readonly today: Day;
  readonly minute: Minute;
  /** Minutes since 1970-01-01 00:00 in Hanoi, as in `Stretch`. */
  readonly epochMin: number;
};

export function momentAt(nowMs: number): Moment {
  const { day: today, minute } = hanoiAt(nowMs);
  return { nowMs, today, minute, epochMin: epochMinOf(today, minute) };
}

/** A minute of a day, counted since 1970. */
export function epochMinOf(day: Day, minute: number): number {
  return dayToEpochDay(day) * minutesPerDay + minute;
}

/** When the day of `at` is over. */
export function midnightMs({ today }: Moment): number {
  return hanoiMinuteToMs(epochMinOf(today, minutesPerDay));
}
