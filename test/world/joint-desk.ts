/** A desk in a joint session without a page or a server: one person's board over one document. */
import { createSignal } from "solid-js";
import * as Y from "yjs";
import { createAgendaNow } from "../../client/document/agenda-now.ts";
import { createBoardStore } from "../../client/document/board-store.ts";
import { createDecisions } from "../../client/document/decisions.ts";
import { createEdits } from "../../client/document/edits.ts";
import { createJoint } from "../../client/document/joint.ts";
import { createJointReading } from "../../client/document/joint-reading.ts";
import type { Other, PresenceStore } from "../../client/document/presence.ts";
import type { Programmes } from "../../client/document/programmes.ts";
import { createSettlementStore } from "../../client/document/settlement-store.ts";
import { createHistory } from "../../client/document/undo.ts";
import { difficultyEntries } from "../../shared/document/difficulties.ts";
import { writeDirectory } from "../../shared/document/directory-codec.ts";
import { jointSessionsOf } from "../../shared/document/joint-sessions.ts";
import { itemsOf } from "../../shared/document/roots.ts";
import { settlementsOf } from "../../shared/document/settlements.ts";
import type { Day } from "../../shared/kit/day.ts";
import type { Actor } from "../../shared/model/actor.ts";
import { city } from "./small-city.ts";

/** The week that is talked about is the next one. */
export const jointToday = () => "2026-11-20" as Day;

/**
 * `told` is what the person said of themselves, `setOthers` who else is seen; `elsewhere` edits as somebody without this
 * undo does; `forget` ends the undo, as a reload does. Belongs inside a `createRoot`.
 */
export function jointDesk(actor: Actor, doc: Y.Doc) {
  const store = createBoardStore();
  const directory = new Y.Doc();
  writeDirectory(directory, city);
  store.watchDirectory(directory);
  const settlements = createSettlementStore(jointToday);
  const reading = createJointReading();
  const history = createHistory({ foreignCount: () => 0 });
  const links = () => [{ doc } as ReturnType<Programmes["links"]>[number]];
  const programmes = { need() {}, docOf: () => doc, holderOf: () => doc, links, stop() {} };
  const edits = createEdits(programmes, history);
  const elsewhere = createEdits(programmes, createHistory({ foreignCount: () => 0 }));
  const decisions = createDecisions({ actor, edits, overlaps: store.overlaps, item: store.item });
  const [others, setOthers] = createSignal<readonly Other[]>([]);
  const told: unknown[] = [];
  const presence = { others, showJoint: (joint: unknown) => told.push(joint) } as unknown as PresenceStore;
  store.watchProgramme(doc);
  store.catchUp();
  settlements.watchProgramme(doc);
  reading.watchProgramme(doc);
  const roots = [itemsOf(doc), settlementsOf(doc), jointSessionsOf(doc), difficultyEntries.mapOf(doc)];
  const forget = history.watch(doc, roots);
  const agendaNow = createAgendaNow({ store, settlements, difficulties: reading.difficulties, today: jointToday });
  const isFilled = () => true;
  const joint = createJoint({ actor, reading, agendaNow, programmes, presence, decisions, history, isFilled });
  return { doc, store, settlements, joint, edits, elsewhere, decisions, history, reading, told, setOthers, forget };
}
