/**
 * A browser tab: a real document, the stock provider's protocol with saved markers, and a keep on its machine that
 * outlives the tab. It hears and says what `client/connection` does; the keep of unsaved edits is that folder's own.
 */
import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import {
  groupsToResend,
  nothingUnsaved,
  type Unsaved,
  withAllSent,
  withConfirmation,
  withUpdate,
} from "../../client/connection/unsaved.ts";
import type { Dice } from "../../server/demo/dice.ts";
import {
  type Frame,
  markerFrame,
  presenceFrame,
  readFrame,
  stepOneFrame,
  stepTwoFrame,
  updateFrame,
} from "../../server/live/frame.ts";
import type { Visitor } from "../../server/live/member.ts";
import type { Clock } from "../../server/observe/clock.ts";
import type { Actor } from "../../shared/model/actor.ts";
import { messageType } from "../../shared/protocol/message.ts";
import { type Kept, MachineKeep } from "./machine-keep.ts";
import type { ClientEnd, Wire } from "./wire.ts";

export type ClientParts = {
  readonly clock: Clock;
  readonly dice: Dice;
  readonly actor: Actor;
  /** Knocks at one of the servers; null when none is up there. */
  readonly knock: (visitor: Visitor, client: ClientEnd) => Wire | null;
  /** Everything of it is shown as saved from now on. */
  readonly onSaved: (kept: readonly Kept[]) => void;
  readonly onDoubted: (updates: readonly Uint8Array[]) => void;
  readonly onWritten: (update: Uint8Array) => void;
  readonly onFault: (words: string) => void;
};

const fromServer = Symbol("from the server");
const fromKeep = Symbol("from the keep");
/** As `client/connection/keep.ts`: what others wrote is kept a moment later. */
const gatherMs = 400;
/** The stock provider gives up on a connection on which no message came for this long. */
const silenceMaxMs = 30_000;

export class SimulatedClient {
  doc = new Y.Doc();
  readonly #parts: ClientParts;
  readonly #keep = new MachineKeep();
  /** Of others, not kept yet: gone with the tab. */
  readonly #gathered: Uint8Array[] = [];
  #unsaved: Unsaved = nothingUnsaved;
  #wire: Wire | null = null;
  #tab = 0;
  #isSynced = false;
  #isOpen = false;
  #tries = 0;
  #heardMs = 0;
  #presenceClock = 0;
  /** Others' presence as this tab shows it: by awareness id. */
  readonly others = new Map<number, { readonly clock: number; readonly json: string }>();
  readonly counts = { edits: 0, saved: 0, reloads: 0, kept: 0, connections: 0, refusals: 0, rebuilds: 0 };

  constructor(parts: ClientParts) {
    this.#parts = parts;
    this.open();
  }

  get actor(): Actor {
    return this.#parts.actor;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get isSynced(): boolean {
    return this.#isSynced;
  }

  /** Which server it is connected to; null for none. */
  get server(): number | null {
    return this.#wire?.server ?? null;
  }

  get unsavedCount(): number {
    return this.#unsaved.waiting.length;
  }

  /** Opens the board in a tab: first from the keep, then from a server. */
  open() {
    if (this.#isOpen) return;
    if (this.#keep.mustGo && this.#keep.unsaved.length === 0) this.#keep.clear();
    const { clock, dice } = this.#parts;
    this.#isOpen = true;
    const tab = ++this.#tab;
    this.doc = new Y.Doc();
    this.doc.clientID = 1 + dice.below(2 ** 31);
    this.#unsaved = nothingUnsaved;
    this.others.clear();
    this.doc.transact(() => {
      for (const { update } of this.#keep.rows.values()) Y.applyUpdate(this.doc, update, fromKeep);
    }, fromKeep);
    for (const [key, { isUnsaved, update }] of this.#keep.rows) {
      if (!isUnsaved) continue;
      this.counts.kept++;
      this.#unsaved = withUpdate(this.#unsaved, { label: "", key, update, isSent: true });
    }
    const { doc } = this;
    doc.on("update", (update: Uint8Array, origin: unknown) => this.#onUpdate(update, origin, tab));
    const stop = clock.every(silenceMaxMs / 10, () => {
      if (tab !== this.#tab || !this.#isOpen) return stop();
      if (this.#wire && clock.now() - this.#heardMs > silenceMaxMs) this.break();
    });
    this.#connect(tab);
  }

  /** Closes the tab: what is not saved stays in the keep. */
  shut() {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#tab++;
    this.#isSynced = false;
    this.#gathered.length = 0;
    this.#wire?.close();
    this.#wire = null;
  }

  reload() {
    if (!this.#isOpen) return;
    this.counts.reloads++;
    this.shut();
    this.open();
  }

  /** A tab is open, and the document in it is not to be built anew. */
  get canWrite(): boolean {
    return this.#isOpen && !this.#keep.mustGo;
  }

  /** Writes something. */
  edit(write: (doc: Y.Doc) => void) {
    if (!this.canWrite) return;
    this.counts.edits++;
    this.doc.transact(() => write(this.doc));
  }

  /** Says what it has in hand. */
  present(words: string) {
    const json = JSON.stringify({ item: words });
    this.#send(presenceFrame([{ id: this.doc.clientID, clock: ++this.#presenceClock, json }]));
  }

  break() {
    this.#wire?.break();
  }

  vanish() {
    this.#wire?.vanish();
  }

  #connect(tab: number) {
    if (tab !== this.#tab || !this.#isOpen || this.#wire) return;
    const { clock, dice, knock, actor } = this.#parts;
    const end: ClientEnd = {
      hear: (frame) => this.#wire === wire && this.#hear(frame),
      ended: (code, why) => this.#wire === wire && this.#ended({ code, why }, tab),
    };
    const wire: Wire | null = knock({ actor, ticket: actor.id, epoch: this.#keep.epoch }, end);
    this.#wire = wire;
    if (!wire) return this.#connectLater(tab);
    this.counts.connections++;
    this.#heardMs = clock.now();
    this.#send(stepOneFrame(Y.encodeStateVector(this.doc)));
    this.present(`opened ${dice.below(100)}`);
  }

  #connectLater(tab: number) {
    const { clock, dice } = this.#parts;
    clock.after(Math.min(2 ** this.#tries++ * 100, 1_500 + dice.below(2_500)), () => this.#connect(tab));
  }

  #ended({ code, why }: { code: number; why: string }, tab: number) {
    this.#wire = null;
    this.#isSynced = false;
    this.others.clear();
    if (code >= 4400 && code < 4500)
      return this.#parts.onFault(`${this.actor.id} is sent away for good: ${code} ${why}`);
    this.#connectLater(tab);
  }

  #hear(bytes: Uint8Array) {
    this.#heardMs = this.#parts.clock.now();
    this.#tries = 0;
    const epoch = epochIn(bytes);
    if (epoch !== null) return void (this.#keep.epoch = epoch);
    if (isRefusal(bytes)) return this.#hearRefusal();
    const frame = readFrame(bytes);
    if (!frame) return this.#parts.onFault("the server said what is no message");
    this.#answer(frame);
  }

  #answer(frame: Frame) {
    switch (frame.kind) {
      case "step-1":
        return this.#send(stepTwoFrame(Y.encodeStateAsUpdate(this.doc, frame.stateVector)));
      case "step-2":
        this.#apply(frame.update);
        this.#isSynced = true;
        this.#checkNothingWaits();
        this.#sendUnsavedAgain();
        return this.#sendMarker();
      case "update":
        this.#apply(frame.update);
        return this.#checkNothingWaits();
      case "presence":
        for (const { id, clock, json } of frame.states) this.#seePresence(id, { clock, json });
        return;
      case "marker":
        return this.#confirm(frame.marker);
      case "ask-presence":
        return;
    }
  }

  #apply(update: Uint8Array) {
    Y.applyUpdate(this.doc, update, fromServer);
  }

  #checkNothingWaits() {
    const { pendingStructs, pendingDs } = this.doc.store;
    if (pendingStructs || pendingDs) this.#parts.onFault(`something waits at ${this.actor.id}`);
  }

  /** What was sent on a connection that broke may have been refused unheard; what is known there already is not sent by itself. */
  #sendUnsavedAgain() {
    for (const group of groupsToResend(this.#unsaved)) this.#send(updateFrame(Y.mergeUpdates(group)));
    this.#unsaved = withAllSent(this.#unsaved);
  }

  #hearRefusal() {
    this.counts.refusals++;
    this.#keep.mustGo = true;
    for (const kept of this.#keep.unsaved) kept.isDoubted = true;
    this.#parts.onDoubted(this.#keep.unsaved.map(({ update }) => update));
    this.#rebuildSoon();
  }

  /** This document differs from everybody's: once all of it is with the server, another one takes its place. */
  #rebuildSoon() {
    if (this.unsavedCount > 0) return;
    this.counts.rebuilds++;
    this.shut();
    this.open();
  }

  #seePresence(id: number, state: { clock: number; json: string }) {
    if (id === this.doc.clientID || (this.others.get(id)?.clock ?? -1) >= state.clock) return;
    this.others.set(id, state);
  }

  #onUpdate(update: Uint8Array, origin: unknown, tab: number) {
    if (origin === fromKeep) return;
    if (origin === fromServer) return this.#keepOthers(update, tab);
    this.#parts.onWritten(update);
    this.#keepGathered();
    const key = this.#keep.put(update, "own");
    this.#unsaved = withUpdate(this.#unsaved, { label: "", key, update, isSent: this.#wire !== null });
    this.#send(updateFrame(update));
    this.#sendMarker();
  }

  #keepOthers(update: Uint8Array, tab: number) {
    this.#gathered.push(update);
    if (this.#gathered.length === 1) this.#parts.clock.after(gatherMs, () => tab === this.#tab && this.#keepGathered());
  }

  #keepGathered() {
    for (const update of this.#gathered.splice(0)) this.#keep.put(update, "others'");
  }

  #sendMarker() {
    if (this.#unsaved.waiting.length > 0) this.#send(markerFrame(this.#unsaved.newest));
  }

  #confirm(marker: number) {
    const { state, savedKeys } = withConfirmation(this.#unsaved, marker);
    this.#unsaved = state;
    const saved = this.#keep.markSaved(savedKeys);
    this.counts.saved += saved.length;
    this.#parts.onSaved(saved);
    if (this.#keep.mustGo) this.#rebuildSoon();
  }

  #send(frame: Uint8Array) {
    this.#wire?.send(frame);
  }
}

function isRefusal(bytes: Uint8Array): boolean {
  return decoding.readVarUint(decoding.createDecoder(bytes)) === messageType.refused;
}

/** A message that only ever comes down: the server has no reader for it. */
function epochIn(bytes: Uint8Array): string | null {
  const decoder = decoding.createDecoder(bytes);
  return decoding.readVarUint(decoder) === messageType.epoch ? decoding.readVarString(decoder) : null;
}
