/** A screen's settings while somebody fills them in: before it is let in, and whenever they are changed. Plain data. */
import type { Actor } from "../../shared/model/actor.ts";
import type { Screen, ScreenMode } from "../../shared/model/screen.ts";

export type ScreenDraft = Pick<Screen, "name" | "room" | "modes" | "language" | "theme" | "distance" | "night">;

/** What a screen may be allowed to show; blank and the calibration page always are. */
export const allowedModes = ["session", "week", "today", "overlaps"] as const satisfies readonly ScreenMode[];

/** The last row of a room of ordinary size, at a picture of ordinary height (4-6-8 rule: text is read to 6 heights). */
export const usualDistance = 6;
export const distanceMin = 2;
export const distanceMax = 12;

export function newDraft(language: Screen["language"]): ScreenDraft {
  return { name: "", modes: [...allowedModes], language, theme: "light", distance: usualDistance };
}

export function draftOf({ name, room, modes, language, theme, distance, night }: Screen): ScreenDraft {
  return { name, modes, language, theme, distance, ...(room && { room }), ...(night && { night }) };
}

/** Metres to the last row ÷ height of the picture, to a tenth, within what a screen can be set to; null for no numbers. */
export function distanceOf(rowM: number, pictureM: number): number | null {
  if (!(rowM > 0) || !(pictureM > 0)) return null;
  const ratio = Math.round((rowM / pictureM) * 10) / 10;
  return Math.min(distanceMax, Math.max(distanceMin, ratio));
}

/** What is wrong with a draft, by the field it stands in; null when it can be kept. */
export function wrongIn(draft: ScreenDraft): "name" | "night" | null {
  if (draft.name.trim() === "" || draft.name.trim().length > 120) return "name";
  return draft.night && draft.night.fromMin === draft.night.toMin ? "night" : null;
}

type Signed = { readonly id: string; readonly actor: Pick<Actor, "id" | "name">; readonly atMs: number };

/** The entry of a screen that is let in now. It begins with the day, where it may show it. */
export function screenOf(draft: ScreenDraft, { id, actor, atMs }: Signed): Screen {
  const by = { id: actor.id, name: actor.name };
  const mode = draft.modes.includes("today") ? "today" : (draft.modes[0] ?? "blank");
  const show = { mode, by: "day", isFrozen: false, turn: 0, driver: by, atMs } as const;
  return { ...draft, name: draft.name.trim(), id, paired: { by, atMs }, show };
}

/** A screen with other settings. What it may no longer show it stops showing. */
export function withDraft(screen: Screen, draft: ScreenDraft): Screen {
  const { room: _room, night: _night, ...rest } = screen;
  return { ...rest, ...draft, name: draft.name.trim() };
}

/** Six letters, however they are written; null when it cannot be a code yet. */
export function codeIn(text: string): string | null {
  const letters = text.toUpperCase().replace(/[^A-Z]/g, "");
  return letters.length === 6 ? letters : null;
}
