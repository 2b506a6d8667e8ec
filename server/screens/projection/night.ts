import { hanoiMinuteToMs } from "../../../shared/kit/hanoi.ts";
import type { Screen } from "../../../shared/model/screen.ts";
import { epochMinOf, type Moment } from "./moment.ts";

/** Whether a screen is to be dark, and until when that holds; null when nothing changes it. */
export type Night = { readonly isDark: boolean; readonly untilMs: number | null };

/**
 * A screen is dark in its night, over midnight too. What somebody chose to show after the night began is shown all the
 * same, until the next night: whoever works late does not have to change a setting.
 */
export function nightOf({ night, show }: Pick<Screen, "night" | "show">, at: Moment): Night {
  if (!night || night.fromMin === night.toMin) return { isDark: false, untilMs: null };
  const { fromMin, toMin } = night;
  const isNight =
    fromMin < toMin ? fromMin <= at.minute && at.minute < toMin : at.minute >= fromMin || at.minute < toMin;
  const next = (minute: number) => hanoiMinuteToMs(epochMinOf(at.today, minute + (minute > at.minute ? 0 : 24 * 60)));
  const beganMs = hanoiMinuteToMs(epochMinOf(at.today, fromMin - (fromMin > at.minute ? 24 * 60 : 0)));
  return { isDark: isNight && show.atMs < beganMs, untilMs: next(isNight ? toMin : fromMin) };
}
