/** Aims at the joint session and the difficulties: the step, the lead, another's name, the log, and what must stay. */
import type { AnyEncodable } from "lib0/encoding";
import { type RawId, type RawStruct, raw } from "./raw-update.ts";
import { type Aim, after, anyContent, deleteOf, newName, own, type Shot } from "./shots.ts";
import { named } from "./target.ts";

const fieldOf = (shot: Shot, key: string) => shot.target.jointFieldId(key);
const anyone = (shot: Shot) =>
  named(shot.dice.pick([...shot.target.attackers.map(({ id }) => id), "thanh-binh", "huong"]));
const atMs = (shot: Shot) => shot.dice.below(1_000);
const step = (shot: Shot) => ({
  topic: shot.dice.pick(["topicone", null]),
  offers: [],
  by: anyone(shot),
  atMs: atMs(shot),
});
const lead = (shot: Shot) => ({ person: anyone(shot), by: anyone(shot), atMs: atMs(shot) });
const line = (shot: Shot) => ({ topic: "topicone", verdict: "note", changes: [], by: anyone(shot), atMs: atMs(shot) });
const there = (shot: Shot) => ({ person: anyone(shot), office: "party", joinedMs: atMs(shot) });

/** What fits under each key, as far as form goes. */
const fitting: Readonly<Record<string, (shot: Shot) => AnyEncodable>> = {
  step,
  lead,
  closed: (shot) => ({ by: anyone(shot), atMs: atMs(shot) }),
  opened: (shot) => ({ by: anyone(shot), atMs: atMs(shot) }),
  scope: () => ({ horizon: "week", period: "2026-W49" }),
  "~topictwo": () => ({ of: "late", order: 1, item: "x" }),
  "~topicone": () => ({ of: "late", order: 7, item: "y" }),
  "#line-one": line,
  "^1": lead,
  "&thanh-binh": there,
  "&lan": there,
};
const keys = Object.keys(fitting);
const fittingAt = (shot: Shot, key: string) => fitting[key]?.(shot) ?? 0;

/** A value for a key, right of what stands there, left of it, or beside it. */
function placed(shot: Shot, key: string): RawStruct {
  const content = raw.any(fittingAt(shot, key));
  const now = fieldOf(shot, key);
  const place = { parent: fieldOf(shot, ""), sub: key };
  if (!shot.target.hasJointField(key)) return { content, ...place };
  return shot.dice.pick([
    { content, origin: now },
    { content, rightOrigin: now, ...place },
    { content, ...place },
  ]);
}

export const aimsAtJoint = {
  "steps, leads, closes or signs for another": (shot) => own(shot, [placed(shot, shot.dice.pick(keys))]),
  "takes the lead and steps at once": (shot) =>
    own(
      shot,
      shot.dice
        .pick([
          ["lead", "step"],
          ["step", "lead"],
          ["lead", "~topictwo"],
          ["lead", "closed"],
        ])
        .map((key) => placed(shot, key)),
    ),
  "puts a value left of the one it takes away": (shot) => {
    const key = shot.dice.pick(keys);
    return own(shot, [placed(shot, key)], [{ ...fieldOf(shot, key), length: 1 }]);
  },
  "writes a line of the log for another, or anew": (shot) => {
    const sub = shot.dice.pick([`#line-${shot.dice.below(50)}`.padEnd(9, "0"), "#line-one"]);
    const isThere = shot.target.hasJointField(sub);
    const place = isThere ? { origin: fieldOf(shot, sub) } : { parent: fieldOf(shot, ""), sub };
    return own(shot, [{ content: raw.any(line(shot)), ...place }]);
  },
  "attends for another": (shot) => {
    const sub = shot.dice.pick(["&lan", "&thanh-binh", "&minh-duc", "&khach", "&nobody", "&"]);
    return own(shot, [{ content: raw.any(there(shot)), parent: fieldOf(shot, ""), sub }]);
  },
  "takes away what stays for ever": (shot) => deleteOf(fieldOf(shot, shot.dice.pick([...keys, "", ""]))),
  "puts anything into a joint session": (shot) => {
    const key = shot.dice.pick([...keys, "#", "~", "&x", "^", "__proto__", "step2"]);
    const isThere = shot.target.hasJointField(key);
    const place = isThere ? { origin: fieldOf(shot, key) } : { parent: fieldOf(shot, ""), sub: key };
    return own(shot, [{ content: anyContent(shot), ...place }]);
  },
  "opens a session for another, half, or in place of one": (shot) => {
    const sub = shot.dice.pick(["joint", newName(shot), "__proto__", "a b"]);
    const map = after(shot, 0);
    const by = anyone(shot);
    const fields: Record<string, AnyEncodable> = {
      scope: { horizon: "week", period: "2026-W48" },
      opened: { by, atMs: 1 },
      lead: { person: anyone(shot), by, atMs: 1 },
      step: step(shot),
      "&lan": there(shot),
    };
    const kept = Object.entries(fields).filter(() => shot.dice.happens(85));
    return own(shot, [
      { content: raw.type("map"), parent: "jointSessions", sub },
      ...kept.map(([key, value]) => inMap(map, key, value)),
    ]);
  },
  "writes or takes away another office's difficulty": (shot) => {
    const id = (key: string) => shot.target.difficultyFieldId(key);
    const key = shot.dice.pick(["office", "words", "written", ""]);
    if (shot.dice.happens(30)) return deleteOf(id(key));
    const values: Record<string, AnyEncodable> = {
      office: shot.dice.pick(["party", "council"]),
      words: "khác",
      written: { by: anyone(shot), atMs: 2 },
    };
    return own(shot, [{ content: raw.any(values[key] ?? 1), origin: id(key) }]);
  },
} satisfies Record<string, Aim>;

function inMap(map: RawId, sub: string, value: AnyEncodable): RawStruct {
  return { content: raw.any(value), parent: map, sub };
}
