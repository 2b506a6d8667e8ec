import type { Item } from "../../shared/model/item.ts";
import type { Overlap } from "../../shared/model/overlap.ts";
import type { SettlementWay } from "../../shared/model/settlement.ts";
import type { WayOut, WayOutKind } from "../../shared/model/slot.ts";
import type { Board } from "../document/board.ts";
import { whyFixed } from "../document/permission.ts";
import { whenText } from "../text/dates.ts";
import { itemWords } from "../text/item-words.ts";
import { settlingWords } from "../text/settling-words.ts";
import { wordsOf } from "../text/words.ts";

const words = wordsOf(settlingWords);
const nouns = wordsOf(itemWords);

/** What a way out is called once it has been taken. */
export const howByKind: Readonly<Record<WayOutKind, SettlementWay>> = {
  move: "will-move",
  "other-room": "other-room",
  proxy: "proxy",
  shorten: "shortened",
  merge: "merged",
  "make-optional": "made-optional",
  swap: "swapped",
  accept: "accepted",
};

const titleMax = 60;

/** A matter inside a sentence, cut at a word where it is long. */
export function titleIn(item: Item | undefined): string {
  const title = item?.title.trim() || nouns().untitled;
  if (title.length <= titleMax) return title;
  return `${title.slice(0, title.lastIndexOf(" ", titleMax) + 1 || titleMax).trim()}…`;
}

/** A way out as one sentence that says what would be done. */
export function wayToText(way: WayOut, overlap: Overlap, board: Board): string {
  const { store, names } = board;
  const name = (ref: WayOut["party"]) => (ref === null ? "" : names().of(ref).name);
  const room = way.room === null ? null : names().of(`room:${way.room}`).name;
  const title = titleIn(store.item(way.item));
  const otherId = overlap.a.item === way.item ? (overlap.b?.item ?? "") : overlap.a.item;
  const other = titleIn(store.item(otherId));
  const when = way.edits.find(({ id }) => id === way.item)?.set?.when;
  switch (way.kind) {
    case "move":
      return words().way.move(title, way.slot ? whenText(way.slot.when) : "", room);
    case "other-room":
      return words().way["other-room"](title, room ?? "");
    case "proxy":
      return words().way.proxy(title, name(way.standIn), name(way.party));
    case "shorten":
      return words().way.shorten(title, when ? whenText(when) : "");
    case "merge":
      return words().way.merge(title, other);
    case "make-optional":
      return words().way["make-optional"](title, name(way.party));
    case "swap":
      return words().way.swap(title, other);
    case "accept":
      return words().accept;
  }
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
