/** What people do in a joint session, thrown by dice: all of it is allowed as far as their own page knows. */
import type * as Y from "yjs";
import type { Dice } from "../../server/demo/dice.ts";
import { patchItem } from "../../shared/document/item-commands.ts";
import {
  addTopics,
  attend,
  goToStep,
  jointSessionsOf,
  openJointSession,
  readJointSessions,
  resolve,
  setLead,
} from "../../shared/document/joint-sessions.ts";
import { itemsOf } from "../../shared/document/roots.ts";
import { newId } from "../../shared/kit/id.ts";
import type { Actor } from "../../shared/model/actor.ts";
import { topicIdOf } from "../../shared/rules/agenda.ts";
import { changesOf } from "../../shared/rules/resolving.ts";
import { mayLead } from "../../shared/rules/rights.ts";
import { bareItem, isOfOthers } from "./edits.ts";

type Meeting = { readonly words: string; readonly write: (doc: Y.Doc) => void };
type Scene = { readonly doc: Y.Doc; readonly dice: Dice; readonly actor: Actor; readonly nowMs: number };

const scope = { horizon: "week", period: "2026-W48" } as const;

/** Opens a session where there is none, else leads on where one leads, decides, takes something back, comes or takes the lead. */
export function meets(scene: Scene): Meeting {
  const { doc, dice, actor, nowMs } = scene;
  const by = { id: actor.id, name: actor.name };
  const [session] = readJointSessions(doc).values();
  if (!session) {
    const id = newId(dice.bytes);
    const opened = { by, atMs: nowMs };
    return { words: `opens ${id}`, write: (to) => openJointSession(to, { id, scope, opened, topics: [] }) };
  }
  const { id } = session;
  const at = dice.below(100);
  if (at < 15)
    return {
      words: "comes",
      write: (to) => attend(to, id, { person: by, office: actor.office, joinedMs: nowMs }),
    };
  if (at < 40) return decides(scene, id);
  if (at < 50) {
    const own = session.resolutions.filter((one) => one.by.id === actor.id);
    const line = own.length > 0 ? dice.pick(own).id : "";
    return { words: `takes ${line} back`, write: (to) => jointSessionsOf(to).get(id)?.delete(`#${line}`) };
  }
  if (!mayLead(actor, session) || at < 58)
    return { words: "takes the lead", write: (to) => setLead(to, id, { person: by, by, atMs: nowMs }) };
  const item = dice.pick([...itemsOf(doc).keys()].concat("none"));
  const topic = { of: "late", order: session.topics.length, item } as const;
  const topicId = topicIdOf(topic);
  return {
    words: `steps to ${item}`,
    write(to) {
      addTopics(to, id, [{ ...topic, id: topicId }]);
      goToStep(to, id, { topic: topicId, offers: [], by, atMs: nowMs });
    },
  };
}

/** Changes an item and writes down that it was decided, in one step. */
function decides({ doc, dice, actor, nowMs }: Scene, id: string): Meeting {
  const items = [...itemsOf(doc).keys()].filter(isOfOthers).sort();
  const item = items.length > 0 ? dice.pick(items) : "";
  const line = newId(dice.bytes);
  return {
    words: `decides about ${item}`,
    write(to) {
      const changes = changesOf([{ id: item, set: { series: line } }], () => bareItem(item, "party"));
      const topic = topicIdOf({ of: "late", item });
      resolve(to, id, {
        ...{ id: line, topic, verdict: "accept", changes, by: { id: actor.id, name: actor.name }, atMs: nowMs },
      });
      patchItem(to, item, { series: line });
    },
  };
}
