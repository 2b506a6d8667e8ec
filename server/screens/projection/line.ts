import type { Day } from "../../../shared/kit/day.ts";
import { type Item, partiesWithRole } from "../../../shared/model/item.ts";
import type { Certainty } from "../../../shared/model/overlap.ts";
import { certainties } from "../../../shared/model/overlap.ts";
import { type PartyRef, partyKindOf } from "../../../shared/model/ref.ts";
import { isPlaced } from "../../../shared/model/when.ts";
import type { Line } from "../../../shared/protocol/screen-feed.ts";
import { signOf } from "../../../shared/rules/overlap-order.ts";
import { type Language, phrasesByLanguage } from "../../../shared/text/overlap-phrases.ts";
import { screenWords } from "../../../shared/text/screen-words.ts";
import { dayToWords, hourToWords, officeShortNames, sessionNames } from "../../../shared/text/when-words.ts";
import { ghostOf } from "./ghost.ts";
import type { MaskedBoard } from "./mask.ts";

/** Who is named on a line; more are counted. */
const namedMax = 2;

/** An item as a line of a screen, on the day where it stands: on a later day than its first it has no hour. */
export function lineOf(board: MaskedBoard, item: Item, { day, language }: { day: Day; language: Language }): Line {
  const { when } = item;
  const isLater = isPlaced(when) && when.day < day;
  return {
    key: isLater ? `${item.id}/${day}` : item.id,
    hour: isLater ? sessionNames[language].allday : hourToWords(when, language),
    office: item.office,
    officeName: officeShortNames[language][item.office],
    matter: item.title.replace(/\s+/gu, " ").trim() || screenWords[language].untitled,
    who: whoOf(board, item, language),
    where: whereOf(board, item),
    status: item.status,
    isUnexpected: item.unexpected === true,
    isWithheld: item.withheld === true,
    mark: markOf(board, item.id),
    was: null,
    ghost: ghostOf(board, item.id, language),
  };
}

/** A line that stands for itself, with its day: one side of an overlap, or of a step. */
export function lineWithDay(board: MaskedBoard, item: Item, language: Language): Line & { readonly day: string } {
  const { when } = item;
  if (!isPlaced(when)) return { ...lineOf(board, item, { day: "9999-12-31" as Day, language }), day: "" };
  const until = when.lastDay && when.lastDay !== when.day ? ` – ${dayToWords(when.lastDay, language)}` : "";
  return { ...lineOf(board, item, { day: when.day, language }), day: dayToWords(when.day, language) + until };
}

/** Who chairs, or who comes when nobody chairs. */
function whoOf({ names }: MaskedBoard, item: Item, language: Language): string | null {
  const chairs = partiesWithRole(item, "chair");
  const refs = chairs.length > 0 ? chairs : partiesWithRole(item, "attend");
  if (refs.length === 0) return null;
  const { comrade } = phrasesByLanguage[language];
  const name = (ref: PartyRef) => (partyKindOf(ref) === "person" ? comrade(names.of(ref).short) : names.of(ref).short);
  const named = refs.slice(0, namedMax).map((ref) => capital(name(ref)));
  const more = refs.length - named.length;
  return [...named, ...(more > 0 ? [screenWords[language].more(more)] : [])].join(", ");
}

function whereOf({ names }: MaskedBoard, { venue }: Item): string | null {
  if (venue?.room) return names.of(`room:${venue.room}`).name;
  return venue?.text ?? venue?.assembly ?? null;
}

/** The worst overlap that nobody has settled. */
function markOf(board: MaskedBoard, id: string): Certainty | null {
  const signs = new Set(
    board
      .overlapsOf(id)
      .filter((overlap) => !board.isQuiet(overlap))
      .map(signOf),
  );
  return certainties.find((certainty) => signs.has(certainty)) ?? null;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
