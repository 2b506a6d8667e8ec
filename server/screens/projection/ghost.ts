import { type Day, parseDay } from "../../../shared/kit/day.ts";
import { sessions } from "../../../shared/model/when.ts";
import type { Line } from "../../../shared/protocol/screen-feed.ts";
import type { Language } from "../../../shared/text/overlap-phrases.ts";
import { dayToWords, periodToWords, sessionNames } from "../../../shared/text/when-words.ts";
import type { Hand } from "./mask.ts";

/** Where somebody in the session holds an item, as a ghost beside its line: not yet a fact. */
export function ghostOf(hands: readonly Hand[], item: string, language: Language): Line["ghost"] {
  const hand = hands.find((one) => one.item === item);
  const hour = hand && placeToWords(hand.over, language);
  return hour ? { by: hand.by, hour, reason: null } : null;
}

/** "cell|2026-11-24|morning|party" → "Thứ Ba 24/11 · Sáng"; null for a place that has no words: presence is not judged. */
function placeToWords(over: string, language: Language): string | null {
  const [kind, where = "", half = ""] = over.split("|");
  if (kind === "tray")
    return /^20\d{2}(?:-(?:Q[1-4]|W\d{2}|\d{2}))?$/.test(where) ? periodToWords(where, language) : null;
  const day: Day | null = parseDay(where);
  if (!day || (kind !== "cell" && kind !== "day")) return null;
  const session = sessions.find((one) => one === half);
  return session ? `${dayToWords(day, language)} · ${sessionNames[language][session]}` : dayToWords(day, language);
}
