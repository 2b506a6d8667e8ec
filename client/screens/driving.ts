/** What somebody at a desk may do with a screen, as plain decisions. */
import type { Day } from "../../shared/kit/day.ts";
import { mondayOf, weekOf } from "../../shared/kit/week.ts";
import type { Screen, ScreenMode, Show } from "../../shared/model/screen.ts";

/** What a driver says: a part of what is shown. */
export type Wish = Partial<Omit<Show, "driver" | "atMs">>;

/** Somebody who drove this lately is asked for before another takes over. */
export const drivesForMs = 10 * 60_000;

/** Another person who is driving now; null when the screen is free or one's own. */
export function otherDriver({ show }: Pick<Screen, "show">, me: string, nowMs: number): string | null {
  const { driver, atMs, mode } = show;
  return driver.id !== me && mode !== "blank" && nowMs - atMs < drivesForMs ? driver.name : null;
}

/** What may be chosen: what the screen may show, in the order of the buttons. */
export function modesOf({ modes }: Pick<Screen, "modes">): readonly ScreenMode[] {
  return (["session", "week", "today", "overlaps"] as const).filter((mode) => modes.includes(mode));
}

/** The week looked at on the desk, as the screen is told: this week goes on by itself, another is named. */
export function weekWish(lookedAt: Day, today: Day): Wish {
  const monday = mondayOf(weekOf(lookedAt));
  // No key at all would leave the week that was shown before.
  return { mode: "week", day: monday === mondayOf(weekOf(today)) ? undefined : monday };
}

/** A key of the remote control; null for one that it does not know. */
export function wishOfKey(key: string, { show }: Pick<Screen, "show">, before: ScreenMode): Wish | null {
  switch (key.toLowerCase()) {
    case "arrowright":
    case "pagedown":
      return { turn: show.turn + 1 };
    case "arrowleft":
    case "pageup":
      return { turn: show.turn - 1 };
    case "f":
      return { isFrozen: !show.isFrozen };
    case "b":
      return show.mode === "blank" ? { mode: before } : { mode: "blank", isFrozen: false };
    default:
      return null;
  }
}
