import type { Directory } from "../../shared/model/directory.ts";
import type { Screen, ScreenMode } from "../../shared/model/screen.ts";
import type { ScreenSetting, ScreenView } from "../../shared/protocol/screen-feed.ts";
import type { Moment } from "./projection/moment.ts";
import { type Night, nightOf } from "./projection/night.ts";

/** What a screen shows in truth, and why it is looked at again. */
export type Shown = { readonly mode: ScreenMode; readonly untilMs: number | null };

/** What it may not show, and anything in its night, is blank. */
export function modeOf(screen: Screen, at: Moment): Shown {
  const night: Night = nightOf(screen, at);
  const { mode } = screen.show;
  const isAllowed = mode === "blank" || mode === "calibrate" || screen.modes.includes(mode);
  return { mode: isAllowed && !night.isDark ? mode : "blank", untilMs: night.untilMs };
}

/** A view as JSON; `show` is JSON already, encoded once for all who see it. */
export function viewToJson(screen: Screen, { mode, show, room }: Showing): string {
  const { driver, atMs, isFrozen, turn } = screen.show;
  const view: Omit<ScreenView, "show"> = {
    setting: settingOf(screen, room),
    mode,
    driver: { name: driver.name, atMs },
    isFrozen,
    turn,
  };
  return `${JSON.stringify(view).slice(0, -1)},"show":${show}}`;
}

type Showing = { readonly mode: ScreenMode; readonly show: string; readonly room: string | null };

/** The name of the room that a screen hangs in. */
export function roomNameOf({ room }: Screen, { rooms }: Directory): string | null {
  return rooms.find(({ id }) => id === room)?.name ?? null;
}

function settingOf({ name, language, theme, distance, night }: Screen, room: string | null): ScreenSetting {
  return { name, room, language, theme, distance, night: night ?? null };
}
