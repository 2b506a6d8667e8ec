/** Aims at Yjs itself: structs that hang on nothing, on themselves, on each other, and clocks that run over. */
import { type RawId, raw } from "./raw-update.ts";
import { type Aim, after, anyContent, fields, nothing, openOf, own, randomStruct } from "./shots.ts";

export const aimsAtStructs = {
  "hangs it on what is no type": (shot) =>
    own(shot, [
      {
        content: anyContent(shot),
        parent: shot.target.anyId(),
        ...(shot.dice.happens(70) && { sub: shot.dice.pick(fields) }),
      },
    ]),
  "hangs it on itself": (shot) => {
    const id = after(shot, shot.dice.below(3));
    return own(shot, [
      { content: raw.type("map"), parent: id, sub: "a" },
      { content: raw.string("x"), ...(shot.dice.happens(50) ? { origin: id } : { rightOrigin: id }) },
    ]);
  },
  "lets two writers wait for each other": (shot) => {
    const other = { client: shot.own + 1, clock: shot.target.stateOf(shot.own + 1) };
    const mine = after(shot, 0);
    const run = (at: RawId, on: RawId) => ({ ...at, structs: [{ content: raw.string("x"), origin: on }] });
    return { ...nothing, runs: [run(mine, other), run(other, mine)] };
  },
  "leaves a hole": (shot) =>
    own(shot, [{ content: raw.skip(1 + shot.dice.below(9)) }, { content: raw.string("x"), parent: "items", sub: "a" }]),
  "fills its own clocks with nothing": (shot) => own(shot, [{ content: raw.gc(1 + shot.dice.below(1_000)) }]),
  "makes clocks run over": (shot) => {
    const clock = shot.dice.pick([2 ** 31 - 2, 2 ** 31, 2 ** 32, 2 ** 52]);
    const content = shot.dice.happens(50) ? raw.gc(2 ** 31 - 1) : raw.deleted(2 ** 40);
    return {
      ...nothing,
      runs: [{ client: shot.own, clock: shot.dice.happens(50) ? clock : 0, structs: [{ content, parent: "items" }] }],
    };
  },
  "says nothing of no length": (shot) =>
    own(shot, [
      { content: shot.dice.pick([raw.gc(0), raw.deleted(0), raw.string(""), raw.any()]), parent: "items", sub: "a" },
    ]),
  "says what Yjs does not know": (shot) =>
    own(shot, [
      { content: raw.unknown(shot.dice.pick([10, 11, 15, 31])), parent: shot.target.itemId(openOf(shot)), sub: "ref" },
    ]),
  "throws structs at random": (shot) => {
    const structs = Array.from({ length: 1 + shot.dice.below(6) }, () => randomStruct(shot));
    const deletes = shot.dice.happens(30) ? [{ ...shot.target.anyId(), length: 1 + shot.dice.below(40) }] : [];
    return own(shot, structs, deletes);
  },
} satisfies Record<string, Aim>;
