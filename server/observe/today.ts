import { type Day, epochDayToDay } from "../../shared/kit/day.ts";
import type { Clock } from "./clock.ts";

const msPerDay = 86_400_000;
/** Hanoi is UTC+7 the whole year. */
const hanoiOffsetMs = 7 * 3_600_000;

/** The day it is in Hanoi, wherever the machine stands. */
export function todayInHanoi(clock: Clock): Day {
  return epochDayToDay(Math.floor((clock.now() + hanoiOffsetMs) / msPerDay));
}
