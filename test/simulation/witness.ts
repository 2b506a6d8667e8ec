/** What must hold in every run, at every step: it sees what is on the disk, what is sent, and what is shown as saved. */
import * as Y from "yjs";
import { type Frame, readFrame } from "../../server/live/frame.ts";
import { readEntry } from "../../server/live/log-entry.ts";
import { jointSessionsOf } from "../../shared/document/joint-sessions.ts";
import { itemsOf } from "../../shared/document/roots.ts";
import { isDecided } from "../../shared/rules/rights.ts";
import { readLawful } from "../attack/law.ts";
import { readLawfulJoint } from "../attack/law-of-joint.ts";
import { covers, hasClocks } from "./coverage.ts";
import { ownItem } from "./edits.ts";
import type { Kept } from "./machine-keep.ts";
import type { SimulatedClient } from "./simulated-client.ts";
import type { Disk } from "./simulated-store.ts";
import { trespassWord } from "./trespasses.ts";

export class Witness {
  readonly counts = { framesSeen: 0, updatesSeen: 0, batches: 0, statesOfOthers: 0, decided: 0, resolutions: 0 };
  readonly #disk: Disk;
  readonly #name: string;
  readonly #written: { readonly by: string; readonly update: Uint8Array }[] = [];
  readonly #lastCount = new Map<string, number>();
  /** One frame goes to many. */
  readonly #seen = new WeakSet<Uint8Array>();
  readonly #doubted = new WeakSet<Uint8Array>();
  readonly #decided = new Set<string>();
  #fault: string | null = null;

  constructor(disk: Disk, name: string) {
    this.#disk = disk;
    this.#name = name;
  }

  fault(words: string) {
    this.#fault ??= words;
  }

  throwFault() {
    if (this.#fault !== null) throw new Error(this.#fault);
  }

  /** Whether `shown` is what the person counted to last; nothing when they never did. */
  isLastCount(person: string, shown: unknown): boolean {
    const count = this.#lastCount.get(person);
    return shown === (count === undefined ? undefined : String(count));
  }

  nextCount(person: string): number {
    const count = (this.#lastCount.get(person) ?? 0) + 1;
    this.#lastCount.set(person, count);
    return count;
  }

  noteWritten(by: string, update: Uint8Array) {
    this.#written.push({ by, update });
  }

  /** P2: what a server lets go of is in the log. */
  checkSent(bytes: Uint8Array) {
    this.counts.framesSeen++;
    if (this.#seen.has(bytes)) return;
    this.#seen.add(bytes);
    const update = updateIn(readFrame(bytes));
    if (!update) return;
    if (Buffer.from(update.buffer, update.byteOffset, update.byteLength).includes(trespassWord))
      this.fault("somebody is sent what was not to be written");
    this.counts.updatesSeen++;
    if (Y.parseUpdateMeta(update).from.size > 1) this.counts.batches++;
    if (!covers(this.#whole, update)) this.fault("somebody is sent an edit that is not in the log");
  }

  /** P1: what is shown as saved is in the log. */
  checkSaved(by: string, kept: readonly Kept[]) {
    if (!kept.every(({ update }) => this.#has(update))) this.fault(`${by} is shown as saved what is not in the log`);
  }

  /** Something was refused while these were on their way: their structs come to the log, as what they are or as nothing. */
  noteDoubted(updates: readonly Uint8Array[]) {
    for (const update of updates) this.#doubted.add(update);
  }

  /** The head of its office has decided this item. */
  noteDecided(id: string) {
    this.#decided.add(id);
    this.counts.decided++;
  }

  /** After everything healed. */
  checkEnd(clients: readonly SimulatedClient[]) {
    this.throwFault();
    for (const { actor, unsavedCount, isSynced } of clients)
      if (!isSynced || unsavedCount > 0)
        throw new Error(`${actor.id} has ${unsavedCount} unsaved, synced: ${isSynced}`);
    this.#checkWritten();
    this.#checkEqual(clients);
    this.#checkCounts();
    this.#checkItems();
    this.#checkPresence(clients);
  }

  get #whole(): Y.Doc {
    return this.#disk.whole(this.#name);
  }

  #has(update: Uint8Array): boolean {
    return this.#doubted.has(update) ? hasClocks(this.#whole, update) : covers(this.#whole, update);
  }

  /** P3: nothing that anybody wrote is missing in the end. */
  #checkWritten() {
    const lost = this.#written.filter(({ update }) => !this.#has(update));
    if (lost.length > 0) throw new Error(`${lost.length} edits of ${lost[0]?.by} are lost`);
  }

  #checkEqual(clients: readonly SimulatedClient[]) {
    const kept = this.#disk.load(this.#name);
    const loaded = new Y.Doc();
    for (const update of [kept.snapshot, ...kept.entries]) if (update) Y.applyUpdate(loaded, readEntry(update).update);
    const wanted = textOf(this.#whole);
    const docs = [{ who: "the store", doc: loaded }, ...clients.map(({ doc, actor }) => ({ who: actor.id, doc }))];
    for (const { who, doc } of docs) {
      if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error(`something waits at ${who}`);
      if (textOf(doc) !== wanted) throw new Error(`${who} has another document than the log`);
    }
  }

  /** By meaning, not only by structure: the item that only its person writes to says the last thing written there. */
  #checkCounts() {
    for (const [person, count] of this.#lastCount) {
      const map = itemsOf(this.#whole).get(ownItem(person));
      if (map?.get("ref") !== String(count))
        throw new Error(`${person} counted to ${count}, the log says ${map?.get("ref")}`);
    }
  }

  /** P4 and P5: all is as the schema has it, and only a head has decided. */
  #checkItems() {
    for (const [id, { item }] of readLawful(this.#whole))
      if (isDecided(item.status) && !this.#decided.has(id)) throw new Error(`${id} is decided, by nobody who may`);
    for (const { session } of readLawfulJoint(this.#whole).sessions.values())
      this.counts.resolutions += session.resolutions.length;
  }

  /** Nobody is shown who is not there; who is at the same server is shown. */
  #checkPresence(clients: readonly SimulatedClient[]) {
    for (const client of clients) {
      const shown = [...client.others].filter(([, { json }]) => json !== "null").map(([id]) => id);
      const there = clients.filter((other) => other !== client);
      const ghosts = shown.filter((id) => !there.some(({ doc }) => doc.clientID === id));
      if (ghosts.length > 0) throw new Error(`${client.actor.id} is shown somebody who is gone`);
      const near = there.filter(({ server }) => server === client.server);
      const missing = near.filter(({ doc }) => !shown.includes(doc.clientID));
      if (missing.length > 0) throw new Error(`${client.actor.id} is not shown ${missing[0]?.actor.id}`);
      this.counts.statesOfOthers += shown.length;
    }
  }
}

function updateIn(frame: Frame | null): Uint8Array | null {
  return frame?.kind === "step-2" || frame?.kind === "update" ? frame.update : null;
}

/** Content and structure: equal documents give equal texts. */
function textOf(doc: Y.Doc): string {
  const vector = [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([one], [other]) => one - other);
  return JSON.stringify([vector, sortedKeys(itemsOf(doc).toJSON()), sortedKeys(jointSessionsOf(doc).toJSON())]);
}

function sortedKeys(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortedKeys(inner)]));
}
