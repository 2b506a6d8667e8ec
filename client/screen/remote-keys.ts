/** What a remote control or a keyboard at the screen may do: turn, hold, open a page by its number. */
export type RemoteAct =
  | { readonly type: "turn"; readonly steps: 1 | -1 }
  | { readonly type: "hold" }
  /** Page by its number from 1. */
  | { readonly type: "open"; readonly page: number };

/** Two digits within this are one number. */
const digitsWithinMs = 1_500;

/** Digits pressed shortly before: what a next one continues. */
export type Digits = { readonly number: number; readonly atMs: number };

const turns: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  ChannelUp: 1,
  MediaTrackNext: 1,
  MediaFastForward: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
  ChannelDown: -1,
  MediaTrackPrevious: -1,
  MediaRewind: -1,
};
const holds = ["Enter", " ", "Select", "OK", "MediaPlayPause", "MediaPlay", "MediaPause"];

/** What a key does, and the digits that the next one may continue; null for a key of no meaning here. */
export function actOfKey(key: string, before: Digits | null, nowMs: number): [RemoteAct, Digits | null] | null {
  const steps = turns[key];
  if (steps) return [{ type: "turn", steps }, null];
  if (holds.includes(key)) return [{ type: "hold" }, null];
  if (key === "Home") return [{ type: "open", page: 1 }, null];
  if (!/^\d$/.test(key)) return null;
  const isNext = before !== null && nowMs - before.atMs < digitsWithinMs && before.number < 100;
  const number = (isNext ? before.number * 10 : 0) + Number(key);
  return number === 0
    ? null
    : [
        { type: "open", page: number },
        { number, atMs: nowMs },
      ];
}
