/** Aims at what a document may hold: roots, keys, values, whole items, decisions. */
import { type RawStruct, raw } from "./raw-update.ts";
import {
  type Aim,
  after,
  anyContent,
  anyItem,
  anyKind,
  decidedOf,
  deleteOf,
  fields,
  fittingWhen,
  itemStructs,
  lengthOf,
  newName,
  openOf,
  own,
  requiredFields,
  strangeKeys,
  textKey,
} from "./shots.ts";

export const aimsAtSchema = {
  "writes below an unknown root": (shot) =>
    own(shot, [
      {
        content: shot.dice.happens(50) ? raw.type("map") : anyContent(shot),
        parent: shot.dice.pick(["titles", "settlements", "Items", "persons", ...strangeKeys]),
        ...(shot.dice.happens(80) && { sub: shot.dice.pick(["a", ...strangeKeys]) }),
      },
    ]),
  "makes the root a list": (shot) => own(shot, [{ content: anyContent(shot), parent: "items" }]),
  "writes under a strange key": (shot) =>
    own(shot, [
      { content: anyContent(shot), parent: shot.target.itemId(openOf(shot)), sub: shot.dice.pick(strangeKeys) },
    ]),
  "makes an item under a strange id": (shot) =>
    own(shot, itemStructs(after(shot, 0), shot.dice.pick([...strangeKeys, "a b", "x".repeat(300), "đ", "a/b"]))),
  "writes a value that no field takes": (shot) =>
    own(shot, [{ content: anyContent(shot), parent: shot.target.itemId(openOf(shot)), sub: shot.dice.pick(fields) }]),
  "puts a type in the place of a value": (shot) => {
    const kind = anyKind(shot);
    return own(shot, [
      { content: raw.type(kind), parent: shot.target.itemId(openOf(shot)), sub: shot.dice.pick(fields) },
      { content: anyContent(shot), parent: after(shot, 0), ...(shot.dice.happens(50) && { sub: "a" }) },
    ]);
  },
  "hides a prototype in a value": (shot) => {
    const key = shot.dice.pick(["__proto__", "constructor", "toString", "horizon"]);
    const at = { parent: shot.target.itemId(openOf(shot)), sub: shot.dice.pick(["when", "venue", "@person:an"]) };
    return own(shot, [{ content: raw.anyWithKey(key, { ...fittingWhen, role: "chair" }), ...at }]);
  },
  "writes more than fits": (shot) => {
    const id = openOf(shot);
    const long = "đ".repeat(2_001 + shot.dice.below(12_000));
    if (shot.dice.happens(50))
      return own(shot, [{ content: raw.string(long), origin: shot.target.textIds(id, textKey(shot)).letter }]);
    return own(shot, [
      { content: raw.any(long), parent: shot.target.itemId(id), sub: shot.dice.pick(["ref", "parent", "office"]) },
    ]);
  },
  "takes away what every item has": (shot) =>
    deleteOf(shot.target.fieldId(openOf(shot), shot.dice.pick([...requiredFields, "title"]))),
  "takes it away behind something dead": (shot) =>
    own(shot, [
      {
        content: raw.deleted(1),
        origin: shot.target.fieldId(anyItem(shot), shot.dice.pick([...requiredFields, "title"])),
      },
    ]),
  "puts something dead under a key": (shot) =>
    own(shot, [
      {
        content: raw.deleted(1 + shot.dice.below(3)),
        parent: shot.target.itemId(anyItem(shot)),
        sub: shot.dice.pick([...requiredFields, "title"]),
      },
    ]),
  "decides without being the head": (shot) => {
    const value = raw.any(shot.dice.pick(["approved", "refused", "held"]));
    const id = openOf(shot);
    if (shot.dice.happens(50)) return own(shot, [{ content: value, parent: shot.target.itemId(id), sub: "status" }]);
    return own(shot, [{ content: value, origin: shot.target.fieldId(id, "status") }]);
  },
  "opens again what is decided": (shot) =>
    own(shot, [{ content: raw.any("registered"), origin: shot.target.fieldId(decidedOf(shot), "status") }]),
  "gives the item to another office, then decides": (shot) => {
    const map = shot.target.itemId(shot.dice.happens(50) ? decidedOf(shot) : openOf(shot));
    return own(shot, [
      { content: raw.any(shot.dice.pick(["council", "people"])), parent: map, sub: "office" },
      { content: raw.any("approved"), parent: map, sub: "status" },
    ]);
  },
  "makes an item that is decided already": (shot) =>
    own(
      shot,
      itemStructs(after(shot, 0), newName(shot), { office: shot.dice.pick(["party", "people"]), status: "approved" }),
    ),
  "makes half an item": (shot) => {
    const without = shot.dice.pick([...requiredFields, "title"]);
    const structs = itemStructs(after(shot, 0), newName(shot)).map(
      (struct): RawStruct =>
        struct.sub === without ? { ...struct, content: shot.dice.happens(50) ? raw.gc(1) : anyContent(shot) } : struct,
    );
    return own(shot, shot.dice.happens(30) ? structs.slice(0, 3) : structs);
  },
  "makes one item twice": (shot) => {
    const id = newName(shot);
    const first = itemStructs(after(shot, 0), id);
    return own(shot, [...first, ...itemStructs(after(shot, lengthOf(first)), id)]);
  },
  "makes an item whose title is no text": (shot) =>
    own(shot, itemStructs(after(shot, 0), newName(shot), { title: shot.dice.pick(["Họp", 1, null, { a: 1 }]) })),
  "mixes what it may with what it may not": (shot) => {
    const made = itemStructs(after(shot, 0), newName(shot));
    const forbidden = {
      content: raw.any(shot.dice.pick(["party", "x", 1])),
      parent: shot.target.itemId(decidedOf(shot)),
      sub: "office",
    };
    const open = { content: raw.any(fittingWhen), parent: shot.target.itemId(openOf(shot)), sub: "when" };
    return own(shot, shot.dice.shuffle([[...made], [forbidden], [open]]).flat(), [
      { ...shot.target.fieldId(decidedOf(shot), "when"), length: 1 },
    ]);
  },
  "builds on what will be refused": (shot) => {
    const map = after(shot, 0);
    return own(shot, [
      { content: raw.type("map"), parent: "items", sub: decidedOf(shot) },
      { content: raw.type("text"), parent: map, sub: "title" },
      { content: raw.string("Họp"), parent: after(shot, 1) },
      { content: raw.any("x"), origin: after(shot, 0) },
    ]);
  },
} satisfies Record<string, Aim>;
