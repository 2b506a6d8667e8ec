import { minuteToText, parseMinute } from "../../shared/kit/minute.ts";

const shape = /^(\d{1,2})\s*(?:(?:[:.hg]|giờ)\s*)?(\d{2})?\s*(?:['’′]|phút)?$/iu;

/** An hour as people type it, "14h30", "14:30", "1430", "8 giờ", as `HH:MM`; null when it is none. */
export function hourToText(typed: string): string | null {
  const parts = shape.exec(typed.trim().normalize("NFC"));
  if (!parts) return null;
  const minute = parseMinute(`${parts[1]}:${parts[2] ?? "00"}`);
  return minute === null || minute === 1440 ? null : minuteToText(minute);
}
