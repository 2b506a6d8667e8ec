import type { Day } from "../../shared/kit/day.ts";
import { hanoiAt } from "../../shared/kit/hanoi.ts";
import type { Clock } from "./clock.ts";

/** The day it is in Hanoi, wherever the machine stands. */
export function todayInHanoi(clock: Clock): Day {
  return hanoiAt(clock.now()).day;
}
