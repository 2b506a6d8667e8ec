/** What the aims of an attack are made of: where the attacker stands, and what it may throw. */
import type { AnyEncodable } from "lib0/encoding";
import type { Dice } from "../../server/demo/dice.ts";
import { newId } from "../../shared/kit/id.ts";
import { itemFieldSchemas } from "../../shared/model/item.ts";
import { type RawContent, type RawId, type RawStruct, type RawUpdate, raw, typeRefs } from "./raw-update.ts";
import type { Target } from "./target.ts";

export type Shot = {
  readonly target: Target;
  readonly dice: Dice;
  /** The attacker's own client id. */
  readonly own: number;
};

export type Aim = (shot: Shot) => RawUpdate;

export const requiredFields = ["office", "kind", "status", "when"];
export const fields = [...Object.keys(itemFieldSchemas), "title", "notes", "@person:an", "@unit:nv", "@person:binh"];
export const strangeKeys = [
  ...["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", ""],
  ...["x", "@", "@person:", "@person:__proto__", "@nobody:an", "settlement"],
];
export const fittingWhen = { horizon: "month", period: "2026-11" };
export const nothing: RawUpdate = { runs: [], deletes: [] };

/** Under the attacker's own id, numbered on as an honest browser would. */
export function own(shot: Shot, structs: readonly RawStruct[], deletes: RawUpdate["deletes"] = []): RawUpdate {
  return { runs: [{ ...after(shot, 0), structs }], deletes };
}

export function deleteOf(id: RawId, length = 1): RawUpdate {
  return { ...nothing, deletes: [{ ...id, length }] };
}

/** The attacker's clock after `count` more. */
export function after({ target, own: client }: Shot, count: number): RawId {
  return { client, clock: target.stateOf(client) + count };
}

export const decidedOf = ({ target, dice }: Shot) => dice.pick(target.decidedIds);
export const openOf = ({ target, dice }: Shot) => dice.pick(target.openIds);
export const anyItem = (shot: Shot) => (shot.dice.happens(50) ? decidedOf(shot) : openOf(shot));
export const textKey = ({ dice }: Shot) => dice.pick(["title", "notes"] as const);
export const newName = ({ dice }: Shot) => newId(dice.bytes);
export const anyKind = ({ dice }: Shot) => dice.pick(Object.keys(typeRefs) as (keyof typeof typeRefs)[]);
export const lengthOf = (structs: readonly RawStruct[]) =>
  structs.reduce((sum, { content }) => sum + content.length, 0);

/** Content of every kind that Yjs has, fitting and not. */
export function anyContent(shot: Shot): RawContent {
  const { dice } = shot;
  switch (dice.below(12)) {
    case 0:
      return raw.string(dice.pick(["x", "đ", "approved", "y".repeat(3_000), "\ud800"]));
    case 1:
      return raw.type(anyKind(shot));
    case 2:
      return raw.binary(new Uint8Array(dice.below(40)));
    case 3:
      return raw.embed({ image: "x" });
    case 4:
      return raw.format(dice.pick(["bold", "__proto__"]), dice.pick([true, null, { a: 1 }]));
    case 5:
      return raw.doc(newName(shot));
    case 6:
      return raw.deleted(1 + dice.below(3));
    case 7:
      return raw.json(...anyValues(dice));
    default:
      return raw.any(...anyValues(dice));
  }
}

function anyValues(dice: Dice): AnyEncodable[] {
  const values: readonly AnyEncodable[] = [
    ...["approved", "registered", "party", "council", "meeting", "text", "2026-11-24", ""],
    ...[true, null, undefined, 0, -1, 1e300, Number.NaN, 2n ** 60n],
    ...[
      fittingWhen,
      { ...fittingWhen, extra: 1 },
      { role: "chair" },
      { role: "king" },
      { horizon: "time", day: "2026-13-40" },
    ],
    ...[[], [1, [2, [3]]], new Uint8Array([1])],
  ];
  return Array.from({ length: dice.happens(80) ? 1 : 1 + dice.below(4) }, () => dice.pick(values));
}

type ItemWish = { readonly office?: string; readonly status?: string; readonly title?: AnyEncodable };

/** A new item as an editor would write it, its map at `at`, except for what is wished otherwise. */
export function itemStructs(at: RawId, name: string, wish: ItemWish = {}): RawStruct[] {
  return [{ content: raw.type("map"), parent: "items", sub: name }, ...itemFields(at, wish)];
}

/** What an item holds, for a map at `map`, whose clocks follow it. */
export function itemFields(
  map: RawId,
  { office = "council", status = "registered", title }: ItemWish = {},
): RawStruct[] {
  const single = Object.entries({ office, status, kind: "meeting", when: fittingWhen });
  const text =
    title === undefined
      ? [
          { content: raw.type("text"), parent: map, sub: "title" },
          { content: raw.string("Họp"), parent: { ...map, clock: map.clock + 1 } },
        ]
      : [{ content: raw.any(title), parent: map, sub: "title" }];
  return [...text, ...single.map(([sub, value]) => ({ content: raw.any(value), parent: map, sub }))];
}

/** Anything at any place, mostly at places that are there. */
export function randomStruct(shot: Shot): RawStruct {
  const { dice, target } = shot;
  const anyId = () => (dice.happens(80) ? target.anyId() : after(shot, dice.below(8)));
  const content = dice.happens(8)
    ? dice.pick([raw.gc(1 + dice.below(4)), raw.skip(1), raw.unknown(12)])
    : anyContent(shot);
  return {
    content,
    ...(dice.happens(45) && { origin: anyId() }),
    ...(dice.happens(30) && { rightOrigin: anyId() }),
    parent: dice.happens(30) ? dice.pick(["items", ...strangeKeys]) : anyId(),
    ...(dice.happens(60) && { sub: dice.pick([...fields, ...strangeKeys, ...target.decidedIds]) }),
  };
}
