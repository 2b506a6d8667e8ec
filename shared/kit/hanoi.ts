import { type Day, epochDayToDay } from "./day.ts";
import { type Minute, minutesPerDay } from "./minute.ts";

/** Hanoi is UTC+7 the whole year. */
const hanoiOffsetMin = 7 * 60;

/** The day and the minute that it is in Hanoi at a moment (milliseconds since 1970), wherever the machine stands. */
export function hanoiAt(atMs: number): { readonly day: Day; readonly minute: Minute } {
  const minutes = Math.floor(atMs / 60_000) + hanoiOffsetMin;
  const epochDay = Math.floor(minutes / minutesPerDay);
  return { day: epochDayToDay(epochDay), minute: (minutes - epochDay * minutesPerDay) as Minute };
}

/** When a minute of Hanoi begins, counted there since 1970-01-01 00:00, as milliseconds since 1970 everywhere. */
export function hanoiMinuteToMs(epochMin: number): number {
  return (epochMin - hanoiOffsetMin) * 60_000;
}
