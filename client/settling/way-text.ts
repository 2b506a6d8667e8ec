import type { Item } from "../../shared/model/item.ts";
import type { Overlap } from "../../shared/model/overlap.ts";
import type { WayOut } from "../../shared/model/slot.ts";
import { titleInWords, wayToWords } from "../../shared/text/way-words.ts";
import type { Board } from "../document/board.ts";
import { whyFixed } from "../document/permission.ts";
import { whenText } from "../text/dates.ts";
import { itemWords } from "../text/item-words.ts";
import { language } from "../text/language.ts";
import { wordsOf } from "../text/words.ts";

const nouns = wordsOf(itemWords);

/** A matter inside a sentence, cut at a word where it is long. */
export function titleIn(item: Item | undefined): string {
  return titleInWords(item?.title.trim() || nouns().untitled);
}

/** A way out as one sentence that says what would be done. */
export function wayToText(way: WayOut, overlap: Overlap, board: Board): string {
  const { store, names } = board;
  const name = (ref: WayOut["party"]) => (ref === null ? "" : names().of(ref).name);
  const room = way.room === null ? null : names().of(`room:${way.room}`).name;
  const title = titleIn(store.item(way.item));
  const otherId = overlap.a.item === way.item ? (overlap.b?.item ?? "") : overlap.a.item;
  const other = titleIn(store.item(otherId));
  const shortened = way.edits.find(({ id }) => id === way.item)?.set?.when;
  const when = way.kind === "move" ? way.slot?.when : shortened;
  const parts = { kind: way.kind, title, other, room, when: when ? whenText(when) : "" };
  return wayToWords({ ...parts, party: name(way.party), standIn: name(way.standIn) }, language());
}

/** Why this person may not take a way out: one of the items it changes is decided. Null when they may. */
export function whyNotTaken(way: Pick<WayOut, "edits">, { actor, store }: Board): string | null {
  for (const { id } of way.edits) {
    const item = store.item(id);
    const why = item && whyFixed(actor, item);
    if (why) return why;
  }
  return null;
}
