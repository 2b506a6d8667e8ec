/**
 * A programme under attack: items that a head has decided, items that are open, one that is gone, and the people around
 * them. It answers ids inside the document by meaning ("the title of a decided item"), for those who aim at them.
 */
import * as Y from "yjs";
import { demoPeople } from "../../server/access/demo-people.ts";
import type { Dice } from "../../server/demo/dice.ts";
import { allowances } from "../../server/live/limits.ts";
import { LiveDocument, type Taken } from "../../server/live/live-document.ts";
import { difficultyEntries } from "../../shared/document/difficulties.ts";
import { addItem, removeItem, writeText } from "../../shared/document/item-commands.ts";
import { attend, goToStep, jointSessionsOf, openJointSession, resolve } from "../../shared/document/joint-sessions.ts";
import { itemsOf } from "../../shared/document/roots.ts";
import { decide, settlementsOf } from "../../shared/document/settlements.ts";
import { assert } from "../../shared/kit/assert.ts";
import { newId } from "../../shared/kit/id.ts";
import type { Actor } from "../../shared/model/actor.ts";
import type { ItemStatus } from "../../shared/model/item.ts";
import { isDecided } from "../../shared/rules/rights.ts";
import { bareItem } from "../simulation/edits.ts";
import type { RawId } from "./raw-update.ts";

export const settlementId = "room-1234567890";
const about = { key: "k", kind: "room", resource: "p1", a: "a", b: "b" } as const;

/** A decision that fits, signed with the name of `id`. */
export function decisionBy(id: string, atMs: number) {
  const name = demoPeople.find((one) => one.id === id)?.name ?? id;
  return { state: "settled", how: "accepted", print: "abc", by: { id, name }, atMs } as const;
}

export const jointId = "joint";

export function named(id: string) {
  return { id, name: demoPeople.find((one) => one.id === id)?.name ?? id };
}

/** A session that the head leads, with everything in it, and a difficulty of the head's office. */
function meets(doc: Y.Doc) {
  const by = named("thanh-binh");
  const scope = { horizon: "week", period: "2026-W48" } as const;
  const topics = [{ id: "topicone", of: "late", order: 0, item: "decided-0" }] as const;
  openJointSession(doc, { id: jointId, scope, opened: { by, atMs: 1 }, topics });
  goToStep(doc, jointId, { topic: "topicone", offers: [], by, atMs: 2 });
  attend(doc, jointId, { person: by, office: "party", joinedMs: 1 });
  resolve(doc, jointId, { id: "line-one", topic: "topicone", verdict: "note", changes: [], by, atMs: 3 });
  difficultyEntries.put(doc, { id: "difficulty", scope, office: "party", words: "x", written: { by, atMs: 1 } });
}

const actorOf = (id: string): Actor => {
  const actor = demoPeople.find((one) => one.id === id);
  assert(actor !== undefined, `no ${id}`);
  return actor;
};

/** Head of the office whose decisions are attacked; everybody else here may not touch them. */
const head = actorOf("thanh-binh");
const decided: readonly ItemStatus[] = ["approved", "refused", "held"];
const decision = decisionBy(head.id, 1);
const itemCount = 6;

/** An honest browser, open all the time. */
class Victim {
  readonly doc = new Y.Doc();
  readonly actor: Actor;
  #sent: Uint8Array[] = [];
  #edits = 0;

  constructor(actor: Actor, clientId: number) {
    this.actor = actor;
    this.doc.clientID = clientId;
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "server") this.#sent.push(update);
    });
  }

  writes(write: (doc: Y.Doc) => void): Uint8Array[] {
    this.doc.transact(() => write(this.doc));
    return this.#sent.splice(0);
  }

  /** Types one more word into the item of its own; answers what the title must be then. */
  goesOn(): { readonly updates: readonly Uint8Array[]; readonly title: string } {
    const title = `Giao ban ${++this.#edits}`;
    return { updates: this.writes((doc) => writeText(doc, "victim", { field: "title", text: title })), title };
  }
}

export class Target {
  readonly live = new LiveDocument("programme");
  /** Everything that was handed in, in order. */
  readonly handedIn: { readonly update: Uint8Array; readonly actor: Actor }[] = [];
  /** Everything that went out to the others, in order. */
  readonly peer = new Y.Doc();
  readonly victim = new Victim(head, 1_000_000);
  readonly attackers = ["lan", "quang-anh", "minh-duc", "khach"].map(actorOf);
  readonly decidedIds = ids("decided");
  readonly #dice: Dice;

  constructor(dice: Dice) {
    this.#dice = dice;
    const { victim } = this;
    const updates = victim.writes((doc) => {
      this.decidedIds.forEach((id, at) => {
        const status = decided[at % decided.length] ?? "approved";
        const parties = { "person:an": { role: "chair" }, "unit:nv": { role: "prepare" } } as const;
        addItem(doc, {
          ...bareItem(id, "party"),
          title: `Họp ${at}`,
          status,
          parties,
          notes: "Mang tài liệu",
          ref: "12/TB",
        });
      });
      for (const id of ["victim", "gone"]) addItem(doc, { ...bareItem(id, "party"), status: "approved" });
    });
    updates.push(...this.#victimOpens());
    updates.push(...victim.writes((doc) => decide(doc, { id: settlementId, about, decision, stepId: "step-one" })));
    updates.push(...victim.writes(meets));
    const gone = victim.writes((doc) => removeItem(doc, "gone"));
    for (const update of [...updates, ...gone]) {
      const taken = this.take(update, victim.actor);
      assert(taken.verdict === "taken" && taken.refusals.length === 0, "it begins well");
    }
  }

  /** Hands an update in as a socket would, and lets the others hear what came of it. */
  take(update: Uint8Array, actor: Actor): Taken {
    this.handedIn.push({ update, actor });
    const taken = this.live.take(update, { actor, caps: allowances.update.caps, when: "sure" });
    if (taken.verdict !== "taken" || !taken.news) return taken;
    Y.applyUpdate(this.peer, taken.news);
    Y.applyUpdate(this.victim.doc, taken.news, "server");
    return taken;
  }

  /** Items that anybody may change: attackers take them away, so new ones come. */
  get openIds(): readonly string[] {
    const open = [...itemsOf(this.doc)]
      .filter(([, map]) => !isDecided(map.get("status") as ItemStatus))
      .map(([id]) => id);
    if (open.length >= itemCount / 2) return open;
    for (const update of this.#victimOpens()) this.take(update, this.victim.actor);
    return this.openIds;
  }

  get doc(): Y.Doc {
    return this.live.see((doc) => doc);
  }

  stateOf(client: number): number {
    return Y.getState(this.doc.store, client);
  }

  itemId(id: string): RawId {
    return idOf(this.#map(id)._item);
  }

  /** The struct under a key of an item that stands now; the item's own where there is none. */
  fieldId(id: string, key: string): RawId {
    return idOf(this.#map(id)._map.get(key) ?? this.#map(id)._item);
  }

  /** The same of the settlement, which attackers may take away: then that of whoever wrote it. */
  settlementFieldId(key: string): RawId {
    const map = settlementsOf(this.doc).get(settlementId);
    const item = map instanceof Y.Map ? (map._map.get(key) ?? map._item) : null;
    return item ? idOf(item) : { client: this.victim.doc.clientID, clock: 0 };
  }

  /** The same of the joint session, which nobody can take away; the map itself for an empty key. */
  jointFieldId(key: string): RawId {
    const map = jointSessionsOf(this.doc).get(jointId);
    return idOf(map?._map.get(key) ?? map?._item);
  }

  hasJointField(key: string): boolean {
    return jointSessionsOf(this.doc).get(jointId)?._map.has(key) === true;
  }

  difficultyFieldId(key: string): RawId {
    const map = difficultyEntries.mapOf(this.doc).get("difficulty");
    const item = map instanceof Y.Map ? (map._map.get(key) ?? map._item) : null;
    return item ? idOf(item) : { client: this.victim.doc.clientID, clock: 0 };
  }

  /** A text's container, and some letter in it. */
  textIds(id: string, key: "title" | "notes"): { readonly text: RawId; readonly letter: RawId; readonly next: RawId } {
    const text = this.#map(id).get(key);
    // Attackers may wipe what is open: then the item itself is aimed at.
    const item = this.itemId(id);
    if (!(text instanceof Y.Text) || text._start === null) return { text: item, letter: item, next: item };
    const { client, clock } = text._start.id;
    const at = this.#dice.below(text._start.length);
    return { text: idOf(text._item), letter: { client, clock: clock + at }, next: { client, clock: clock + at + 1 } };
  }

  /** Any struct of the document, one that is no more included. */
  anyId(): RawId {
    const clients = [...this.doc.store.clients.keys()];
    const client = this.#dice.pick(clients);
    return { client, clock: this.#dice.below(Math.max(1, this.stateOf(client))) };
  }

  #victimOpens(): Uint8Array[] {
    return this.victim.writes((doc) => {
      for (let count = 0; count < itemCount; count++)
        addItem(doc, { ...bareItem(newId(this.#dice.bytes), "council"), notes: "Phòng 2", ref: "1" });
    });
  }

  #map(id: string): Y.Map<unknown> {
    const map = itemsOf(this.doc).get(id);
    assert(map !== undefined, `${id} is there`);
    return map;
  }
}

function ids(words: string): string[] {
  return Array.from({ length: itemCount }, (_, at) => `${words}-${at}`);
}

function idOf(item: Y.Item | null | undefined): RawId {
  assert(item != null, "it has a place in the document");
  return { client: item.id.client, clock: item.id.clock };
}
