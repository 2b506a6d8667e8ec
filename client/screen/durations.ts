import { hanoiAt } from "../../shared/kit/hanoi.ts";
import { minuteToText } from "../../shared/kit/minute.ts";

/** "0:35", "9:41", "1:02:05". */
export function durationText(ms: number): string {
  const seconds = Math.floor(ms / 1_000);
  const two = (part: number) => String(part).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  const rest = two(seconds % 60);
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest}`;
}

/** The hour in the city at a moment since 1970: "13:42". */
export function hourAt(atMs: number): string {
  return minuteToText(hanoiAt(atMs).minute);
}
