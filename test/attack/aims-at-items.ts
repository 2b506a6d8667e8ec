/** Aims at what others wrote and decided, at their client ids, and at what they are about to write. */
import { raw } from "./raw-update.ts";
import {
  type Aim,
  after,
  anyContent,
  anyItem,
  decidedOf,
  deleteOf,
  fields,
  itemFields,
  itemStructs,
  newName,
  nothing,
  openOf,
  own,
  textKey,
} from "./shots.ts";

export const aimsAtItems = {
  "writes a field of a decided item": (shot) =>
    own(shot, [
      { content: anyContent(shot), parent: shot.target.itemId(decidedOf(shot)), sub: shot.dice.pick(fields) },
    ]),
  "replaces a field by an origin that points at it": (shot) =>
    own(shot, [{ content: anyContent(shot), origin: shot.target.fieldId(decidedOf(shot), shot.dice.pick(fields)) }]),
  "replaces a field from its right": (shot) =>
    own(shot, [
      { content: anyContent(shot), rightOrigin: shot.target.fieldId(decidedOf(shot), shot.dice.pick(fields)) },
    ]),
  "types into a decided text": (shot) => {
    const { letter, next } = shot.target.textIds(decidedOf(shot), textKey(shot));
    return own(shot, [
      { content: anyContent(shot), origin: letter, ...(shot.dice.happens(50) && { rightOrigin: next }) },
    ]);
  },
  "begins a decided text": (shot) => {
    const { text } = shot.target.textIds(decidedOf(shot), textKey(shot));
    return own(shot, [{ content: anyContent(shot), parent: text, ...(shot.dice.happens(30) && { sub: "x" }) }]);
  },
  "stands between an open and a decided item": (shot) => {
    const [one, other] = shot.dice.shuffle([
      shot.target.fieldId(decidedOf(shot), shot.dice.pick(fields)),
      shot.target.fieldId(openOf(shot), shot.dice.pick(fields)),
    ]);
    return own(shot, [
      { content: anyContent(shot), ...(one && { origin: one }), ...(other && { rightOrigin: other }) },
    ]);
  },
  "puts another item in the place of one": (shot) => {
    const map = after(shot, 0);
    const id = anyItem(shot);
    const at = shot.dice.happens(50) ? { origin: shot.target.itemId(id) } : { parent: "items", sub: id };
    return own(
      shot,
      [{ content: raw.type("map"), ...at }, ...itemFields(map)],
      [{ ...shot.target.itemId(id), length: 1 }],
    );
  },
  "puts a value in the place of an item": (shot) =>
    own(shot, [{ content: anyContent(shot), parent: "items", sub: anyItem(shot) }]),
  "takes a decided item away": (shot) => deleteOf(shot.target.itemId(decidedOf(shot))),
  "takes away what a decided item holds": (shot) =>
    deleteOf(shot.target.fieldId(decidedOf(shot), shot.dice.pick(fields)), 1 + shot.dice.below(6)),
  "wipes letters of a decided text": (shot) =>
    deleteOf(shot.target.textIds(decidedOf(shot), textKey(shot)).letter, 1 + shot.dice.below(3)),
  "wipes everything somebody wrote": (shot) =>
    deleteOf({ client: shot.target.anyId().client, clock: 0 }, shot.target.stateOf(1_000_000)),
  "deletes what somebody will write": (shot) => {
    const client = shot.target.victim.doc.clientID;
    return deleteOf(
      { client, clock: shot.target.stateOf(client) + shot.dice.below(3) },
      1 + shot.dice.below(1_000_000),
    );
  },
  "deletes from the past into the future": (shot) => {
    const client = shot.target.victim.doc.clientID;
    return deleteOf({ client, clock: shot.dice.below(shot.target.stateOf(client)) }, 2 ** (8 + shot.dice.below(22)));
  },
  "writes what somebody is about to write": (shot) => {
    const client = shot.target.victim.doc.clientID;
    const { text } = shot.target.textIds("victim", "title");
    return {
      ...nothing,
      runs: [{ client, clock: shot.target.stateOf(client), structs: [{ content: raw.string("x"), parent: text }] }],
    };
  },
  "goes on in the middle of what somebody wrote": (shot) => {
    const client = shot.target.victim.doc.clientID;
    const clock = Math.max(0, shot.target.stateOf(client) - 1 - shot.dice.below(3));
    const at = shot.dice.happens(50) ? { parent: "items", sub: decidedOf(shot) } : { origin: shot.target.anyId() };
    return { ...nothing, runs: [{ client, clock, structs: [{ content: raw.any(1, 2, 3, 4, 5), ...at }] }] };
  },
  "takes up the hole that somebody left": (shot) => {
    const client = shot.dice.pick([0, 1, 2 ** 31 - 1, 2 ** 32 - 1, 2 ** 32, 2 ** 52]);
    return { ...nothing, runs: [{ client, clock: 0, structs: itemStructs({ client, clock: 0 }, newName(shot)) }] };
  },
} satisfies Record<string, Aim>;
