/**
 * What officers do to a programme, thrown by dice: all of it fits the schema, and is allowed as long as nobody has decided.
 * Nobody touches a status here, so that what a head has decided stays decided.
 */
import type * as Y from "yjs";
import type { Dice } from "../../server/demo/dice.ts";
import { addItem, patchItem, removeItem, setParty, writeText } from "../../shared/document/item-commands.ts";
import { itemsOf, textOf } from "../../shared/document/roots.ts";
import type { Day } from "../../shared/kit/day.ts";
import { newId } from "../../shared/kit/id.ts";
import type { Minute } from "../../shared/kit/minute.ts";
import { type Item, itemKinds } from "../../shared/model/item.ts";
import type { OfficeId } from "../../shared/model/office.ts";
import type { PartyRef } from "../../shared/model/ref.ts";
import type { When } from "../../shared/model/when.ts";

type Edit = { readonly words: string; readonly write: (doc: Y.Doc) => void };

const syllables = ["Giao ", "ban ", "Họp ", "tổ ", "công tác ", "khảo sát ", "tiếp dân ", "lễ ", "đón ", "2026 "];
const parties: readonly PartyRef[] = ["person:an", "person:binh", "post:ct", "body:btv", "unit:nv", "text:các phòng"];
/** Longer than what one socket may send at once would be refused; a pasted month stays far below it. */
const pastedNotesLength = 2_400;

export function randomEdit(dice: Dice, office: OfficeId): Edit {
  const at = dice.below(100);
  if (at < 14) return addsItem(dice, office);
  if (at < 34) return onSome(dice, "moves", (doc, id) => patchItem(doc, id, { when: randomWhen(dice) }));
  if (at < 70) return onSome(dice, "types in", (doc, id) => typeIn(dice, doc, id));
  if (at < 82) return onSome(dice, "asks somebody to", (doc, id) => changeParty(dice, doc, id));
  if (at < 90) return onSome(dice, "calls it", (doc, id) => patchItem(doc, id, { kind: dice.pick(itemKinds) }));
  if (at < 94)
    return onSome(dice, "notes on", (doc, id) => writeText(doc, id, { field: "notes", text: dice.pick(syllables) }));
  if (at < 98) return onSome(dice, "takes away", removeItem);
  return pastesMonth(dice, office);
}

const ownPrefix = "own-";

/** The item that only `person` writes to: it holds a number that only grows. */
export function ownItem(person: string): string {
  return ownPrefix + person;
}

/** Whether everybody writes to it. */
export function isOfOthers(id: string): boolean {
  return !id.startsWith(ownPrefix);
}

type Count = { readonly id: string; readonly office: OfficeId; readonly count: number };

export function countsUp({ id, office, count }: Count): Edit["write"] {
  return (doc) => {
    if (itemsOf(doc).has(id)) patchItem(doc, id, { ref: String(count) });
    else addItem(doc, { ...bareItem(id, office), ref: String(count) });
  };
}

function addsItem(dice: Dice, office: OfficeId): Edit {
  const id = newId(dice.bytes);
  const item = { ...bareItem(id, office), title: dice.pick(syllables), when: randomWhen(dice) };
  return { words: `adds ${id}`, write: (doc) => addItem(doc, item) };
}

function pastesMonth(dice: Dice, office: OfficeId): Edit {
  const notes = dice
    .pick(syllables)
    .repeat(pastedNotesLength / 4)
    .slice(0, pastedNotesLength);
  const items = Array.from({ length: 50 }, () => ({ ...bareItem(newId(dice.bytes), office), notes }));
  return {
    words: "pastes a month",
    write(doc) {
      for (const item of items) addItem(doc, item);
    },
  };
}

export function bareItem(id: string, office: OfficeId): Item {
  const when = { horizon: "month", period: "2026-11" } as const satisfies When;
  return { id, title: "Giao ban", office, kind: "meeting", status: "registered", when, parties: {} };
}

/** On an item that the tab sees, often one of the few that everybody is at. */
function onSome(dice: Dice, words: string, act: (doc: Y.Doc, id: string) => void): Edit {
  const [throwA, throwB] = [dice.below(1_000), dice.happens(60)];
  return {
    words,
    write(doc) {
      const ids = [...itemsOf(doc).keys()].filter(isOfOthers).sort();
      const id = ids[throwA % (throwB ? Math.min(5, ids.length) : ids.length)];
      if (id !== undefined) act(doc, id);
    },
  };
}

function typeIn(dice: Dice, doc: Y.Doc, id: string) {
  const map = itemsOf(doc).get(id);
  const title = map ? (textOf(map, "title")?.toString() ?? "") : "";
  const at = dice.below(title.length + 1);
  const rest = title.length > 200 || dice.happens(20) ? title.slice(at + 1 + dice.below(8)) : title.slice(at);
  writeText(doc, id, { field: "title", text: title.slice(0, at) + dice.pick(syllables) + rest });
}

function changeParty(dice: Dice, doc: Y.Doc, id: string) {
  const as = dice.happens(25) ? null : { role: dice.pick(["chair", "attend", "prepare"] as const) };
  setParty(doc, id, { ref: dice.pick(parties), as });
}

function randomWhen(dice: Dice): When {
  const day = `2026-11-${String(1 + dice.below(28)).padStart(2, "0")}` as Day;
  return { horizon: "time", day, startMin: (420 + 15 * dice.below(40)) as Minute };
}
