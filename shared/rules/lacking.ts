import { type Item, type ItemKind, partiesOf } from "../model/item.ts";
import { type Lacking, lackings } from "../model/joint-session.ts";
import { isPlaced } from "../model/when.ts";
import { isFiller } from "./filler.ts";

/** What an item needs before a programme is agreed. A dossier may be decided in writing, a duty is no meeting. */
const needs: Readonly<Record<ItemKind, readonly Lacking[]>> = {
  meeting: lackings,
  conference: lackings,
  session: lackings,
  reception: lackings,
  visit: lackings,
  ceremony: lackings,
  trip: ["chair"],
  other: ["hour", "chair"],
  dossier: [],
  duty: [],
  "office-work": [],
};

/** Kinds that a leader may attend without anybody of ours in the chair (*dự* beside *chủ trì*). */
const attended: readonly ItemKind[] = ["visit", "ceremony", "reception", "trip", "other"];

/** What an item lacks that has to be known before it can be agreed; nothing for what is called off or not decided about any more. */
export function lackingsOf(item: Item): Lacking[] {
  if ((item.status !== "registered" && item.status !== "approved") || isFiller(item)) return [];
  return needs[item.kind].filter((need) => !has[need](item));
}

const has: Readonly<Record<Lacking, (item: Item) => boolean>> = {
  // What takes whole days needs no hour.
  hour: ({ when }) =>
    when.horizon === "time" ||
    (when.horizon === "session" && when.session === "allday") ||
    (isPlaced(when) && when.lastDay !== undefined && when.lastDay > when.day),
  room: ({ venue }) => Boolean(venue?.room ?? venue?.text ?? venue?.assembly ?? venue?.online),
  chair: (item) =>
    item.body !== undefined ||
    partiesOf(item).some(([, { role }]) => role === "chair" || (role === "attend" && attended.includes(item.kind))),
};
