/**
 * One document that somebody has open: the document in memory, the sockets in it, and the way of an edit from one to
 * the others (DESIGN §5). An edit is seen by nobody but its writer before it is in the log.
 */
import type { Doc } from "yjs";
import type { DocumentKind } from "../../shared/document/document-schema.ts";
import { unreachable } from "../../shared/kit/assert.ts";
import { closeCode } from "../../shared/protocol/close-code.ts";
import { refusedMessage } from "../../shared/protocol/refusal.ts";
import type { Clock } from "../observe/clock.ts";
import type { Log } from "../observe/log.ts";
import { type Stop, together } from "../observe/stop.ts";
import { DocumentLost, type DocumentStore, EpochChanged, type WatchedEntry, wireEpoch } from "../store/store.ts";
import { EarlyMessages } from "./early-messages.ts";
import { epochFrame, type Frame, readFrame, refusedFrame, stepOneFrame, stepTwoFrame, updateFrame } from "./frame.ts";
import { giveBack } from "./give-back.ts";
import { DurableWaits, Glances } from "./glances.ts";
import {
  buildAfterMs,
  caughtUpBytesMax,
  caughtUpCaps,
  fruitlessAsksMax,
  updateBytesMax,
  updateCaps,
} from "./limits.ts";
import { LiveDocument } from "./live-document.ts";
import { readEntry } from "./log-entry.ts";
import { type Batch, LogWriter } from "./log-writer.ts";
import type { Member } from "./member.ts";
import { Presence } from "./presence.ts";
import { type Pack, type Packed, SnapshotKeeper, type Taken } from "./snapshot-keeper.ts";

export type RoomParts = {
  readonly name: string;
  readonly kind: DocumentKind;
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly pack: Pack;
  /** The room has closed itself and serves nobody: forget it. */
  readonly onClosed: () => void;
};

export class Room {
  readonly #parts: RoomParts;
  readonly #document: LiveDocument;
  readonly #members = new Set<Member>();
  readonly #presence: Presence<Member>;
  readonly #writer: LogWriter<Member | null>;
  readonly #snapshots: SnapshotKeeper;
  readonly #glances = new Glances();
  readonly #durableWaits = new DurableWaits();
  readonly #early = new EarlyMessages<Member>();
  readonly #opened = Promise.withResolvers<void>();
  readonly #stops: Stop[] = [];
  #stopBuilding: Stop = () => {};
  #state: "loading" | "live" | "restoring" | "closed" = "loading";
  #isHeld = false;
  /** The life of the document as its members were told; null as long as nobody has ever written in it. */
  #epoch: string | null = null;
  /** Up to here the document holds the log without a hole. */
  #position = 0;
  /** Own entries that came back from the log before their append was answered: nobody was told of them yet. */
  #ownHeard: Uint8Array[] = [];

  constructor(parts: RoomParts) {
    const { name, store, clock, log, pack } = parts;
    this.#parts = parts;
    this.#document = new LiveDocument(parts.kind);
    const { writers } = this.#document;
    this.#presence = new Presence({ clock, audience: this.#members, claim: (id, actor) => writers.claim(id, actor) });
    this.#writer = new LogWriter<Member | null>({
      ...{ name, store, clock, log },
      onDurable: (batch) => this.#settle(batch),
      onRefused: (error) => this.#lose(error),
      onPressure: (pressure) => this.#hold(pressure === "high"),
    });
    this.#snapshots = new SnapshotKeeper({ name, store, clock, log, pack, take: () => this.#takeSnapshot() });
    this.#stops.push(
      () => this.#document.destroy(),
      () => this.#presence.stop(),
      () => this.#snapshots.stop(),
      () => this.#writer.stop(),
      () => this.#durableWaits.stop(),
      () => this.#stopBuilding(),
    );
  }

  /** Reads the document from the store, all or nothing, and lets the waiting sockets in. Never rejects. */
  async open(): Promise<void> {
    const { name, store } = this.#parts;
    try {
      const { epoch, position, logEntries, logBytes, packed: bytes } = await this.#document.load(store, name);
      this.#position = position;
      this.#writer.begin(epoch);
      this.#epoch = epoch === null ? null : wireEpoch(epoch);
      const packed = epoch !== null && bytes ? { epoch, upto: position - logEntries, bytes } : null;
      this.#snapshots.begin({ entries: logEntries, bytes: logBytes, packed });
      const watching = { tell: (entry: WatchedEntry) => this.#hear(entry), lost: (why: Error) => this.#lose(why) };
      const stopWatching = await store.watch(name, { position, epoch }, watching);
      if (this.#isClosed) return stopWatching();
      this.#stops.push(stopWatching);
      if (this.#state === "loading") this.#goLive();
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#opened.resolve();
    }
  }

  get members(): ReadonlySet<Member> {
    return this.#members;
  }

  /** Everything accepted is durable. */
  get isSettled(): boolean {
    return this.#writer.isIdle && this.#state !== "restoring";
  }

  join(member: Member) {
    this.#members.add(member);
    if (this.#isHeld) member.hold();
    if (this.#state !== "loading") this.#greet(member);
  }

  leave(member: Member) {
    this.#members.delete(member);
    this.#presence.leave(member);
  }

  /** The document for somebody who has nothing of it; null when it is small, closed, or cannot be told now. */
  async packed(): Promise<Packed | null> {
    await this.#opened.promise;
    return this.#state === "live" ? this.#snapshots.packed() : null;
  }

  /**
   * What `look` sees in the document, told once all of it is durable; computed once for all who ask by the same `key`
   * until the document changes. Null while the document is not built, or when it closes meanwhile.
   */
  async glance<Seen>(key: string, look: (doc: Doc) => Seen): Promise<Seen | null> {
    await this.#opened.promise;
    if (this.#state !== "live" || !this.#document.isBuilt) return null;
    const seen = this.#glances.see(key, this.#document.version, () => this.#document.see(look));
    const isDurable = await this.#durableWaits.until(this.#writer.pushed, this.#writer.durable);
    return isDurable ? seen : null;
  }

  /** What it holds of memory, roughly. */
  get heldBytes(): number {
    return this.#document.heldBytes + this.#snapshots.heldBytes;
  }

  /** One message of a socket. What comes before the document is read waits for it. */
  receive(member: Member, bytes: Uint8Array) {
    if (this.#state !== "loading") return this.#read(member, bytes);
    if (!this.#early.keep(member, bytes)) member.close(closeCode.unavailable, "too much before the start");
  }

  /** Lets go of everything; what is not durable by now is given up. Calling it again is harmless. */
  close() {
    this.#state = "closed";
    together(this.#stops)();
  }

  get #isClosed(): boolean {
    return this.#state === "closed";
  }

  #goLive() {
    this.#state = "live";
    for (const member of this.#members) this.#greet(member);
    this.#early.readAll((member, bytes) => this.#read(member, bytes));
  }

  /** Ahead of the first edit, where people are at work: when a moment has passed in which nobody else came. */
  #buildSoon() {
    this.#stopBuilding();
    if (!this.#document.isBuilt) this.#stopBuilding = this.#parts.clock.after(buildAfterMs, () => this.#build());
  }

  #build() {
    try {
      this.#document.build();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Who holds something of another life is sent away before a byte of theirs is read: it must not be mixed with this. */
  #greet(member: Member) {
    const epoch = this.#epoch;
    if (member.isOfAnotherLife(epoch)) return member.close(closeCode.staleEpoch, "another epoch");
    this.#buildSoon();
    if (epoch !== null) member.send(epochFrame(epoch));
    this.#ask(member);
    this.#presence.greet(member);
  }

  #ask(member: Member) {
    member.owesAnswer = true;
    member.send(stepOneFrame(this.#document.stateVector()));
  }

  #read(member: Member, bytes: Uint8Array) {
    if (!this.#members.has(member) || member.isSentAway || this.#isClosed) return;
    const frame = readFrame(bytes);
    if (!frame) return member.close(closeCode.malformed, "no message");
    try {
      this.#answer(member, frame);
    } catch (error) {
      // What is stored turned out not to fit together when it had to be built.
      this.#fail(error);
    }
  }

  #answer(member: Member, frame: Frame) {
    switch (frame.kind) {
      case "step-1":
        return this.#sendDocument(member, frame.stateVector);
      case "step-2":
        return this.#accept(member, frame.update, member.owesAnswer ? "answer" : "update");
      case "update":
        return this.#accept(member, frame.update, "update");
      case "presence":
        return this.#presence.take(member, frame.states);
      case "ask-presence":
        return this.#presence.greet(member);
      case "marker":
        return this.#promise(member, frame.marker);
      default:
        return unreachable(frame);
    }
  }

  /** The document in memory may be ahead of the log, so what is encoded now leaves only when the log has caught up. */
  #sendDocument(member: Member, stateVector: Uint8Array) {
    const missing = this.#document.piecesSince(stateVector);
    if (!missing) return member.close(closeCode.malformed, "no state vector");
    // The answer comes last: with it the provider calls itself synced.
    for (const [index, piece] of missing.entries()) {
      const frame = index === missing.length - 1 ? stepTwoFrame(piece) : updateFrame(piece);
      member.sendDocument(frame, this.#writer.pushed);
    }
    member.release(this.#writer.durable);
  }

  #accept(member: Member, update: Uint8Array, as: "answer" | "update") {
    const bytesMax = as === "answer" ? caughtUpBytesMax : updateBytesMax;
    if (update.byteLength > bytesMax) return member.close(closeCode.malformed, "too long");
    const taken = this.#document.take(update, member.actor, as === "answer" ? caughtUpCaps : updateCaps);
    switch (taken.verdict) {
      case "refuse":
        return member.close(taken.code, taken.why);
      case "broken":
        member.close(closeCode.malformed, "cannot be applied");
        return this.#fail(taken.error);
      case "gap":
        return this.#askAgain(member, as);
      case "taken":
        if (taken.refusals.length > 0) member.send(refusedFrame(refusedMessage(taken.refusals)));
        if (taken.news) this.#writer.push({ update: taken.news, sender: member, notes: taken.notes });
        break;
      case "nothing":
        if (taken.retold) member.send(refusedFrame(taken.retold));
        break;
      default:
        return unreachable(taken);
    }
    if (as === "answer") this.#caughtUp(member);
  }

  /** Nothing of it is applied. An answer that leaves the gap open is allowed a few times: it may cross another edit. */
  #askAgain(member: Member, as: "answer" | "update") {
    if (as === "update" && member.owesAnswer) return;
    const isFruitless = as === "answer" && ++member.fruitlessAsks > fruitlessAsksMax;
    if (isFruitless) member.close(closeCode.malformed, "the gap stays open");
    else this.#ask(member);
  }

  #caughtUp(member: Member) {
    member.owesAnswer = false;
    member.fruitlessAsks = 0;
    member.promiseMarkers(this.#writer.pushed);
    member.release(this.#writer.durable);
  }

  #promise(member: Member, marker: number) {
    if (!member.keepMarker(marker)) return member.close(closeCode.malformed, "too many markers");
    if (member.owesAnswer) return;
    member.promiseMarkers(this.#writer.pushed);
    member.release(this.#writer.durable);
  }

  /** Once per append. What was held goes first: edits make sense only to those who have the document. */
  #settle({ update, senders, appended }: Batch<Member | null>) {
    this.#learnEpoch(appended.epoch);
    if (appended.position === this.#position + 1) this.#position = appended.position;
    this.#ownHeard.length = 0;
    this.#snapshots.grew(1, update.byteLength);
    for (const member of this.#members) member.release(this.#writer.durable);
    this.#durableWaits.release(this.#writer.durable);
    const [only] = senders;
    this.#tellAll(update, senders.size === 1 ? (only ?? null) : null);
  }

  #tellAll(update: Uint8Array, except: Member | null) {
    const frame = updateFrame(update);
    for (const member of this.#members) {
      if (member !== except && member.listens) member.send(frame);
    }
  }

  /** An entry that some process appended. */
  #hear({ position, epoch, bytes, own }: WatchedEntry) {
    if (position <= this.#position || this.#isClosed) return;
    this.#position = position;
    if (this.#epoch === null) this.#writer.begin(epoch);
    this.#learnEpoch(epoch);
    const { update } = readEntry(bytes);
    if (own) return void this.#ownHeard.push(update);
    const news = this.#document.hear(bytes);
    // Idle, the document is the log: what changed is what the entry brought. Otherwise what it changed may rest on edits
    // that are not in the log, and it may itself rest on own entries whose append is not answered yet.
    const isLog = this.#writer.isIdle;
    const ownFirst = this.#ownHeard.splice(0);
    for (const sure of isLog ? [news] : [...ownFirst, update]) if (sure) this.#tellLogged(sure);
  }

  #tellLogged(update: Uint8Array) {
    const frame = updateFrame(update);
    for (const member of this.#members) member.tell(frame);
  }

  /** Whoever is here holds something of this life from now on, and will say so when they come again. */
  #learnEpoch(storeEpoch: string) {
    const epoch = wireEpoch(storeEpoch);
    if (this.#epoch === epoch) return;
    this.#epoch = epoch;
    const frame = epochFrame(epoch);
    for (const member of this.#members) member.send(frame);
  }

  /** The log is no more the one that this was read from. What is in memory may be all there is of it. */
  #lose(why: unknown) {
    const epoch = this.#writer.epoch;
    if (!(why instanceof DocumentLost) || epoch === null) return this.#fail(why);
    if (this.#state === "restoring" || this.#isClosed) return;
    this.#state = "restoring";
    // What waits for the log is in memory too. Then all is read anew, and browsers come back to it by themselves.
    this.#writer.stop();
    const take = () => this.#document.encodeEntry();
    void giveBack({ ...this.#parts, epoch, take, until: () => this.#isClosed }).then((end) => this.#fail(end));
  }

  #hold(isHeld: boolean) {
    this.#isHeld = isHeld;
    for (const member of this.#members) {
      if (isHeld) member.hold();
      else member.letGoOn();
    }
  }

  #takeSnapshot(): Taken | null {
    const epoch = this.#writer.epoch;
    const isWhole = this.#state === "live" && this.#writer.isIdle && epoch !== null;
    if (!isWhole) return null;
    try {
      const [bytes, update] = [this.#document.encodeEntry(), this.#document.encode()];
      return { bytes, update, upto: this.#position, epoch, outline: this.#document.outline() };
    } catch (error) {
      this.#fail(error);
      return null;
    }
  }

  #fail(error: unknown) {
    if (this.#isClosed) return;
    this.#parts.log.error({ document: this.#parts.name, error: String(error) }, "document closed");
    this.close();
    const code = error instanceof EpochChanged ? closeCode.staleEpoch : closeCode.unavailable;
    for (const member of this.#members) member.close(code, "");
    this.#parts.onClosed();
  }
}
