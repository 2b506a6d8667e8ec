/** Aims at the decisions about overlaps: another's name, the history, halves, and what stands in their place. */
import { raw } from "./raw-update.ts";
import { type Aim, after, anyContent, deleteOf, own, type Shot } from "./shots.ts";
import { decisionBy, settlementId } from "./target.ts";

const idOf = (shot: Shot, key: string) => shot.target.settlementFieldId(key);
const anyone = (shot: Shot) => shot.dice.pick([...shot.target.attackers.map(({ id }) => id), "thanh-binh", "huong"]);

export const aimsAtSettlements = {
  "decides in another's name": (shot) =>
    own(shot, [{ content: raw.any(decisionBy(anyone(shot), shot.dice.below(100))), origin: idOf(shot, "decision") }]),
  "writes a step of the history anew": (shot) =>
    own(shot, [{ content: raw.any(decisionBy(anyone(shot), shot.dice.below(100))), origin: idOf(shot, "#step-one") }]),
  "adds a step in another's name": (shot) => {
    const at = { parent: shot.target.settlementFieldId(""), sub: `#step-${shot.dice.below(1_000)}` };
    return own(shot, [{ content: raw.any(decisionBy(anyone(shot), 1)), ...at }]);
  },
  "puts anything in the place of a decision": (shot) =>
    own(shot, [{ content: anyContent(shot), origin: idOf(shot, shot.dice.pick(["about", "decision", "#step-one"])) }]),
  "takes away what every settlement has": (shot) => deleteOf(idOf(shot, shot.dice.pick(["about", "decision"]))),
  "settles half, or under a strange id": (shot) => {
    const sub = shot.dice.pick(["room-1111111111", "room", "__proto__", settlementId, "x-1234567890"]);
    const map = after(shot, 0);
    return own(shot, [
      { content: raw.type(shot.dice.pick(["map", "map", "text", "array"])), parent: "settlements", sub },
      {
        content: raw.any(decisionBy(anyone(shot), 1)),
        parent: map,
        sub: shot.dice.pick(["decision", "#step-two", "about"]),
      },
    ]);
  },
} satisfies Record<string, Aim>;
