import { type Accessor, createSignal } from "solid-js";
import type { Day } from "../../shared/kit/day.ts";
import { every, todayInHanoi } from "../clock.ts";

/** How often it is looked whether another day has begun: a timer until midnight would sleep as long as the machine does. */
const lookMs = 60_000;

/** The day it is in Hanoi, for a page that stays open overnight. `stop` ends the looking. */
export function createToday(): { readonly today: Accessor<Day>; stop(): void } {
  const [today, setToday] = createSignal(todayInHanoi());
  return { today, stop: every(lookMs, () => setToday(todayInHanoi())) };
}
