import type { QuickPart } from "../reading/quick-item.ts";
import { boardWords } from "../text/board-words.ts";
import { itemWords } from "../text/item-words.ts";
import { wordsOf } from "../text/words.ts";

const words = wordsOf(boardWords);
const nouns = wordsOf(itemWords);

/** What a part of a quick line was read as. An hour speaks for itself. */
export function quickPartLabel(field: QuickPart["field"]): string {
  switch (field) {
    case "hour":
      return "";
    case "venue":
      return words().venue;
    case "chair":
      return words().chair;
    case "attend":
      return nouns().role.attend;
    case "invited":
      return nouns().role.invited;
    case "prepare":
      return words().preparing;
    case "serve":
      return nouns().role.serve;
  }
}
