import { hanoiAt } from "../../shared/kit/hanoi.ts";
import type { ScreenView } from "../../shared/protocol/screen-feed.ts";

const msPerMinute = 60_000;
const minutesPerDay = 1_440;

/**
 * Whether the screen should be dark at a moment (milliseconds since 1970, by the server's clock). The server sends nothing to
 * be seen at night; a screen that has lost it keeps the same rule by itself: over midnight where the night begins later than
 * it ends, and what somebody chose after it began is shown until the next.
 */
export function isNight({ setting, driver }: ScreenView, nowMs: number): boolean {
  const { night } = setting;
  if (!night) return false;
  const sinceMin = (hanoiAt(nowMs).minute - night.fromMin + minutesPerDay) % minutesPerDay;
  const lengthMin = (night.toMin - night.fromMin + minutesPerDay) % minutesPerDay;
  const begunMs = nowMs - (nowMs % msPerMinute) - sinceMin * msPerMinute;
  return sinceMin < lengthMin && driver.atMs < begunMs;
}
