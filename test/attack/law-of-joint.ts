/** What no update may break in joint sessions and difficulties: each can be read, is stepped by who leads, and signed by who wrote. */
import * as Y from "yjs";
import { difficultyEntries } from "../../shared/document/difficulties.ts";
import { jointSessionsOf, readJointSession } from "../../shared/document/joint-sessions.ts";
import type { Actor } from "../../shared/model/actor.ts";
import { type JointSession, jointSessionFieldSchemas } from "../../shared/model/joint-session.ts";

export type Joint = {
  readonly sessions: ReadonlyMap<
    string,
    { readonly session: JointSession; readonly values: ReadonlyMap<string, string> }
  >;
  readonly difficulties: ReadonlyMap<string, { readonly office: string; readonly by: string; readonly text: string }>;
};

/** Throws what breaks the schema. */
export function readLawfulJoint(doc: Y.Doc): Joint {
  const sessions = new Map<string, { session: JointSession; values: ReadonlyMap<string, string> }>();
  jointSessionsOf(doc).forEach((map, id) => {
    const session = readJointSession(id, map);
    if (!session || !(map instanceof Y.Map)) throw new Error(`"${id}" cannot be read as a joint session`);
    const fields = Object.keys(jointSessionFieldSchemas).filter((key) => map.has(key)).length;
    const parts = [session.topics, session.resolutions, session.present, session.leads];
    const readCount = parts.reduce((sum, { length }) => sum + length, fields);
    if (readCount !== map.size) throw new Error(`"${id}" holds ${[...map.keys()]}, of which ${readCount} can be read`);
    sessions.set(id, { session, values: new Map([...map].map(([key, value]) => [key, JSON.stringify(value)])) });
  });
  const difficulties = new Map<string, { office: string; by: string; text: string }>();
  const read = difficultyEntries.read(doc);
  for (const id of difficultyEntries.mapOf(doc).keys()) {
    const one = read.get(id);
    if (!one) throw new Error(`"${id}" cannot be read as a difficulty`);
    difficulties.set(id, { office: one.office, by: one.written.by.id, text: JSON.stringify(one) });
  }
  return { sessions, difficulties };
}

/** What has changed was the actor's to change. */
export function expectLed(before: Joint, now: Joint, by: Actor) {
  for (const id of before.sessions.keys())
    if (!now.sessions.has(id)) throw new Error(`${by.id} has taken "${id}" away`);
  for (const [id, { session, values }] of now.sessions) {
    const old = before.sessions.get(id);
    const isLeader = [old?.session.lead.person.id, session.lead.person.id].includes(by.id);
    for (const key of new Set([...values.keys(), ...(old?.values.keys() ?? [])])) {
      const [was, is] = [old?.values.get(key), values.get(key)];
      if (was === is) continue;
      const why = whyNot({ key, was, is, by, isLeader });
      if (why) throw new Error(`${by.id} ${why} ("${key}" of "${id}": ${was} → ${is})`);
    }
  }
  expectOwn(before, now, by);
}

type Change = {
  readonly key: string;
  readonly was: string | undefined;
  readonly is: string | undefined;
  readonly by: Actor;
  readonly isLeader: boolean;
};

/** `lead` itself may pass to a third person only by the hand of who had it: then who had it counts as leader too. */
function whyNot({ key, was, is, by, isLeader }: Change): string | null {
  if (by.role === "guest") return "only looks";
  const signer = (text: string | undefined) => {
    const value = text === undefined ? {} : JSON.parse(text);
    return value.by?.id ?? value.person?.id;
  };
  const isLine = key.startsWith("#");
  // Whoever leads may undo the first step: then the walk has not begun.
  const mayGo = key === "step" ? isLeader : isLine && signer(was) === by.id;
  if (is === undefined) return mayGo ? null : "has taken away what stays";
  if (/^(?:#|\^|opened|scope|closed)/.test(key) && was !== undefined) return "has written anew what is written once";
  if (key === "scope" || key.startsWith("~")) return isLeader ? null : "does not lead";
  if (key.startsWith("&"))
    return JSON.parse(is).person.id === by.id && key === `&${by.id}` ? null : "attends for another";
  if (signer(is) !== by.id) return "signs for another";
  return isLine || isLeader ? null : "does not lead";
}

function expectOwn(before: Joint, now: Joint, by: Actor) {
  for (const id of new Set([...before.difficulties.keys(), ...now.difficulties.keys()])) {
    const [was, is] = [before.difficulties.get(id), now.difficulties.get(id)];
    if (was?.text === is?.text) continue;
    const isOwn = [was, is].every((one) => one === undefined || one.office === by.office);
    if (!isOwn || by.role === "guest") throw new Error(`${by.id} has changed the difficulty "${id}" of another office`);
    if (is && is.by !== was?.by && is.by !== by.id) throw new Error(`${by.id} has signed "${id}" as another`);
  }
}
