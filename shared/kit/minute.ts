import type { Brand } from "./brand.ts";

/** Minutes since midnight, 0–1439; 1440 only as an end. */
export type Minute = Brand<number, "Minute">;

export const minutesPerDay = 1440;

/** "8:05" or "08:05" → 485; null when it is no time of day. "24:00" is read as the end of the day. */
export function parseMinute(text: string): Minute | null {
  const parts = /^(\d{1,2}):(\d{2})$/.exec(text);
  if (!parts) return null;
  const hour = Number(parts[1]);
  const minute = Number(parts[2]);
  const total = hour * 60 + minute;
  return minute < 60 && total <= minutesPerDay ? (total as Minute) : null;
}

/** 485 → "08:05". */
export function minuteToText(minute: Minute): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
