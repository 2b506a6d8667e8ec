/** What somebody at a desk may do with a screen, as plain decisions. */
import type { Day } from "../../shared/kit/day.ts";
import { mondayOf, weekOf } from "../../shared/kit/week.ts";
import type { Scope } from "../../shared/model/joint-session.ts";
import type { Screen, ScreenMode, Show } from "../../shared/model/screen.ts";
import { daysOfScope } from "../../shared/rules/scope.ts";

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

/**
 * A mode that somebody chooses who looks at `lookedAt`. This week goes on by itself, another is named by its Monday: what a
 * week, its overlaps and its joint session are of. `session` is what the session that is going on is about.
 */
export function modeWish(
  mode: ScreenMode,
  { lookedAt, session, today }: { readonly lookedAt: Day; readonly session: Scope | null; readonly today: Day },
): Wish {
  const asked = mode === "session" && session ? daysOfScope(session)[0] : lookedAt;
  const monday = mondayOf(weekOf(asked ?? lookedAt));
  const isThisWeek = mode === "today" || monday === mondayOf(weekOf(today));
  // A month's session begins where its month does; a key that is missing would leave what was shown before.
  const day = mode === "session" && session ? asked : monday;
  return { mode, isFrozen: false, day: isThisWeek ? undefined : day };
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
