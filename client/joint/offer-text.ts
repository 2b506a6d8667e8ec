import type { Offer } from "../../shared/model/joint-session.ts";
import type { PartyRef } from "../../shared/model/ref.ts";
import { isPlaced } from "../../shared/model/when.ts";
import { screenWords } from "../../shared/text/screen-words.ts";
import { wayToWords } from "../../shared/text/way-words.ts";
import type { Board } from "../document/board.ts";
import { titleIn } from "../settling/way-text.ts";
import { boardRuleWords } from "../text/board-rule-words.ts";
import { whenText } from "../text/dates.ts";
import { language } from "../text/language.ts";
import { walkWords } from "../text/walk-words.ts";
import { wordsOf } from "../text/words.ts";

const words = wordsOf(walkWords);
const kinds = wordsOf(boardRuleWords);

/** A numbered way on as one sentence; `otherId` is the other item of the overlap, where there is one. */
export function offerText(offer: Offer, otherId: string | null, { store, names }: Board): string {
  const title = titleIn(store.item(offer.item));
  const other = titleIn(otherId === null ? undefined : store.item(otherId));
  const name = (ref: PartyRef | undefined) => (ref === undefined ? "" : names().of(ref).name);
  const room = offer.room === undefined ? null : names().of(`room:${offer.room}`).name;
  const when = offer.when ? whenText(offer.when) : "";
  switch (offer.kind) {
    case "fill":
      return fillText(title, { when, room, chair: name(offer.party) });
    // As the screens of the room say them.
    case "accept":
      return screenWords[language()].offer.keep(title);
    case "postpone":
    case "cancel":
    case "return":
      return screenWords[language()].offer[offer.kind](title);
    case "note":
      return screenWords[language()].offer.note;
    default: {
      const who = { party: name(offer.party), standIn: name(offer.standIn) };
      return wayToWords({ kind: offer.kind, title, other, when, room, ...who }, language());
    }
  }
}

type Given = { readonly when: string; readonly room: string | null; readonly chair: string };

function fillText(title: string, { when, room, chair }: Given): string {
  const { fill } = words();
  const put = [...(when === "" ? [] : [fill.at(when)]), ...(room === null ? [] : [fill.in(room)])];
  if (put.length === 0) return fill.chair(title, chair);
  return fill.put(title, [...put, ...(chair === "" ? [] : [fill.chairs(chair)])].join(", "));
}

/** What would then be: who could come, what it would still clash with, or that its day is open. */
export function offerThen({ kind, when, free, clash }: Offer, { store }: Board): string {
  if (kind === "postpone" || (when && !isPlaced(when))) return words().effect.withoutDay;
  const parts = free && free.of > 0 ? [words().effect.attend(free.free, free.of)] : [];
  if (!clash || clash.count === 0) return [...parts, words().effect.free].join(" · ");
  const item = clash.item === undefined ? undefined : store.item(clash.item);
  if (!item) return [...parts, words().effect.clash(clash.count)].join(" · ");
  const first = words().effect.clashWith(kinds().overlap[clash.kind].toLocaleLowerCase(), titleIn(item));
  const more = clash.count > 1 ? ` ${words().effect.more(clash.count - 1)}` : "";
  return [...parts, `${first}${more}`].join(" · ");
}
