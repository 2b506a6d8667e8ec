import type { Item } from "../../../shared/model/item.ts";
import type { Offer, Topic, Verdict } from "../../../shared/model/joint-session.ts";
import { type WayOutKind, wayOutKinds } from "../../../shared/model/slot.ts";
import { minutesPhrases } from "../../../shared/text/minutes-phrases.ts";
import type { Language } from "../../../shared/text/overlap-phrases.ts";
import { screenWords } from "../../../shared/text/screen-words.ts";
import { titleInWords, wayToWords } from "../../../shared/text/way-words.ts";
import { whenToWords } from "../../../shared/text/when-words.ts";
import { isOpen, type MaskedBoard } from "./mask.ts";

/** The cards above say the whole matter: here it only has to be told from the other one, on half a line for the last row. */
const titleMax = 28;

/** `of`: what kind of topic it is offered at; `isOpen`: whether everything may be said about that; `items` are its sides. */
export type Saying = {
  readonly of: Topic["of"];
  readonly isOpen: boolean;
  readonly items: readonly Item[];
  readonly language: Language;
};

/**
 * A way on as one sentence, the same as the leader reads, with who could come and what would still be in the way. Where
 * something about it is withheld, only what is done and until when: of whom, where and what would say what the two share.
 */
export function offerToWords(
  board: MaskedBoard,
  offer: Offer,
  { of, isOpen: isTopicOpen, items, language }: Saying,
): string {
  const words = screenWords[language];
  const when = offer.when ? whenToWords(offer.when, language) : "";
  const isKnown = isTopicOpen && isOpen(board, offer.item);
  if (!isKnown) return [minutesPhrases[language].verdicts[offer.kind], when].filter(Boolean).join(": ");
  const other = items.find(({ id }) => id !== offer.item)?.id ?? "";
  const sentence = sentenceOf(board, offer, { of, when, other: titleOf(board, other, language), language });
  const more = [
    ...(offer.free ? [words.attendance(offer.free.free, offer.free.of)] : []),
    ...(offer.clash ? [clashToWords(board, offer.clash, language)] : []),
  ];
  return [sentence, more.join(", ")].filter(Boolean).join(" — ");
}

type Around = { readonly of: Topic["of"]; readonly when: string; readonly other: string; readonly language: Language };

function sentenceOf(board: MaskedBoard, offer: Offer, { of, when, other, language }: Around): string {
  const { names } = board;
  const words = screenWords[language];
  const title = titleOf(board, offer.item, language);
  const name = (ref: Offer["party"]) => (ref === undefined ? "" : names.of(ref).name);
  const room = offer.room === undefined ? null : names.of(`room:${offer.room}`).name;
  const { kind } = offer;
  if (kind === "accept" && of !== "overlap") return words.offer.keep(title);
  if (isWay(kind)) {
    return wayToWords(
      { kind, title, other, when, room, party: name(offer.party), standIn: name(offer.standIn) },
      language,
    );
  }
  switch (kind) {
    case "fill":
      return words.offer.fill(
        title,
        [when, room ?? "", offer.party ? words.offer.chairs(name(offer.party)) : ""].filter(Boolean).join(", "),
      );
    case "postpone":
    case "cancel":
    case "return":
      return words.offer[kind](title);
    case "note":
      return words.offer.note;
  }
}

function clashToWords(board: MaskedBoard, { item, count }: NonNullable<Offer["clash"]>, language: Language): string {
  const isNamed = count === 1 && item !== undefined && isOpen(board, item);
  const words = screenWords[language];
  return isNamed ? words.clashesWith(titleOf(board, item, language)) : words.clashes(count);
}

function titleOf(board: MaskedBoard, id: string, language: Language): string {
  return titleInWords(board.item(id)?.title.trim() || screenWords[language].untitled, titleMax);
}

function isWay(kind: Verdict): kind is WayOutKind {
  return wayOutKinds.some((way) => way === kind);
}
