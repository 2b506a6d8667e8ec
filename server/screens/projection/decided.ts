import type { Resolution } from "../../../shared/model/joint-session.ts";
import { minutesPhrases } from "../../../shared/text/minutes-phrases.ts";
import type { Language } from "../../../shared/text/overlap-phrases.ts";
import { screenWords } from "../../../shared/text/screen-words.ts";
import { isOpen, type MaskedBoard } from "./mask.ts";

/**
 * What was decided about a topic, and by whom. Its reason, which somebody typed, only where all that it touches may be
 * spoken of, then and now.
 */
export function decidedToWords(
  board: MaskedBoard,
  resolution: Resolution | null,
  isTopicOpen: boolean,
  language: Language,
): string {
  const words = screenWords[language];
  if (!resolution) return words.settledElsewhere;
  const { verdict, changes, why, by } = resolution;
  const areOpen = isTopicOpen && changes.every(({ item, withheld }) => !withheld && isOpen(board, item));
  const said =
    areOpen && why !== undefined
      ? `${minutesPhrases[language].verdicts[verdict]}: ${why}`
      : minutesPhrases[language].verdicts[verdict];
  return words.decided(said, by.name);
}
