import type { Line } from "../../../shared/protocol/screen-feed.ts";
import { type Target, textToTarget } from "../../../shared/rules/landing.ts";
import type { Language } from "../../../shared/text/overlap-phrases.ts";
import { overlapToGhost } from "../../../shared/text/overlap-words.ts";
import { screenWords } from "../../../shared/text/screen-words.ts";
import { dayToWords, officeShortNames, periodToWords, sessionNames } from "../../../shared/text/when-words.ts";
import { isOverlapOpen, type MaskedBoard } from "./mask.ts";

/** Where somebody in the session holds an item and what it would clash with there: a ghost beside its line, not yet a fact. */
export function ghostOf(board: MaskedBoard, item: string, language: Language): Line["ghost"] {
  const hand = board.hands.find((one) => one.item === item);
  // Presence is not judged: a tab may say anything.
  const target = hand && textToTarget(hand.over);
  if (!hand || !target) return null;
  return { by: hand.by, hour: placeToWords(target, language), reason: reasonOf(board, hand, language) };
}

function reasonOf(board: MaskedBoard, hand: MaskedBoard["hands"][number], language: Language): string | null {
  const clash = board.wouldClash(hand);
  if (!clash) return null;
  const { held, overlap } = clash;
  if (!isOverlapOpen(board, overlap)) return screenWords[language].withheldReason;
  const item = (id: string) => (id === held.id ? held : board.item(id));
  return overlapToGhost(overlap, { index: board.index, item, seenFrom: held.id }, language);
}

/** "Thứ Ba 24/11 · Sáng", "Thứ Ba 24/11", "Tháng 11/2026", "UBND". */
function placeToWords(target: Target, language: Language): string {
  switch (target.kind) {
    case "tray":
      return periodToWords(target.period, language);
    case "day":
      return dayToWords(target.day, language);
    case "office":
      return officeShortNames[language][target.office];
    case "session":
    case "cell":
      return `${dayToWords(target.day, language)} · ${sessionNames[language][target.session]}`;
  }
}
