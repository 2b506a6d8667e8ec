import type { ScreenView } from "../../shared/protocol/screen-feed.ts";

/** Whoever puts something on a screen at night wants to see it; so long after, it goes dark again. */
export const awakeMs = 2 * 3_600_000;

const msPerMinute = 60_000;
const minutesPerDay = 1_440;

/**
 * Whether the screen should be dark: `minute` is the minute of the day in the city, `nowMs` the same moment since 1970. Over
 * midnight where the night begins later than it ends; begins and ends at the same minute: there is none.
 */
export function isNight({ setting, driver, show }: ScreenView, minute: number, nowMs: number): boolean {
  const { night } = setting;
  // A session that runs late is not sent home by its screen.
  if (!night || night.fromMin === night.toMin || show.of === "joint") return false;
  const since = (minute - night.fromMin + minutesPerDay) % minutesPerDay;
  const length = (night.toMin - night.fromMin + minutesPerDay) % minutesPerDay;
  if (since >= length) return false;
  const begunMs = nowMs - (since + 1) * msPerMinute;
  const isWanted = driver.atMs > begunMs && nowMs - driver.atMs < awakeMs;
  return !isWanted;
}
