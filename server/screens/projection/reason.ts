import type { Overlap } from "../../../shared/model/overlap.ts";
import type { Language } from "../../../shared/text/overlap-phrases.ts";
import { overlapBesideItems } from "../../../shared/text/overlap-words.ts";
import { screenWords } from "../../../shared/text/screen-words.ts";
import { isOverlapOpen, type MaskedBoard } from "./mask.ts";

/**
 * Why two items clash, in a sentence that stands beside both: neither matter nor assumption is said, the sign tells how
 * sure it is. Where a side is withheld neither the person or room they share is named nor what
 * kind of thing that is: beside the other side's own parties, either would tell who or what the withheld one has.
 */
export function reasonOf(board: MaskedBoard, overlap: Overlap, language: Language): string {
  if (!isOverlapOpen(board, overlap)) return screenWords[language].withheldReason;
  const context = { index: board.index, item: (id: string) => board.item(id) };
  return overlapBesideItems(overlap, context, language);
}
