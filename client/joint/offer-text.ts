import type { Offer } from "../../shared/model/joint-session.ts";
import type { PartyRef } from "../../shared/model/ref.ts";
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
      if (when !== "" && room !== null) return words().fill.hourRoom(title, when, room);
      return room === null ? words().fill.hour(title, when) : words().fill.room(title, room);
    case "accept":
    case "postpone":
    case "cancel":
    case "return":
    case "note":
      return words().actSays[offer.kind];
    default: {
      const who = { party: name(offer.party), standIn: name(offer.standIn) };
      return wayToWords({ kind: offer.kind, title, other, when, room, ...who }, language());
    }
  }
}

/** What would then be: who could come, what it would still clash with. */
export function offerThen({ free, clash }: Offer, { store }: Board): string {
  const parts = free && free.of > 0 ? [words().effect.attend(free.free, free.of)] : [];
  if (!clash || clash.count === 0) return [...parts, words().effect.free].join(" · ");
  const item = clash.item === undefined ? undefined : store.item(clash.item);
  if (!item) return [...parts, words().effect.clash(clash.count)].join(" · ");
  const first = words().effect.clashWith(kinds().overlap[clash.kind].toLocaleLowerCase(), titleIn(item));
  const more = clash.count > 1 ? ` ${words().effect.more(clash.count - 1)}` : "";
  return [...parts, `${first}${more}`].join(" · ");
}
