/**
 * One document that somebody has open: the document in memory, the sockets in it, and the way of an edit from one to
 * the others (DESIGN §5). An edit is seen by nobody but its writer before it is in the log.
 */
import type { Doc } from "yjs";
import type { DocumentKind } from "../../shared/document/document-schema.ts";
import { unreachable } from "../../shared/kit/assert.ts";
import { closeCode } from "../../shared/protocol/close-code.ts";
import type { Clock } from "../observe/clock.ts";
import { documentFailed, documentOpened } from "../observe/events.ts";
import type { Log } from "../observe/log.ts";
import type { Meters } from "../observe/meters.ts";
import { type Stop, together } from "../observe/stop.ts";
import {
  DocumentLost,
  type DocumentStore,
  EpochChanged,
  type Messenger,
  type WatchedEntry,
  wireEpoch,
} from "../store/store.ts";
import { Audience } from "./audience.ts";
import type { RoomFigures } from "./census.ts";
import { createIntake } from "./edit-run.ts";
import { epochFrame, type Frame, readFrame, refusedFrame } from "./frame.ts";
import { giveBack } from "./give-back.ts";
import { Greeting } from "./greeting.ts";
import type { Intake } from "./intake.ts";
import { allowances } from "./limits.ts";
import { LiveDocument, type Taking } from "./live-document.ts";
import { LogEnd } from "./log-end.ts";
import { readEntry } from "./log-entry.ts";
import { type Batch, LogWriter } from "./log-writer.ts";
import type { Member } from "./member.ts";
import { Presence } from "./presence.ts";
import { type Follower, Readers } from "./readers.ts";
import { type Pack, type Packed, SnapshotKeeper, type Taken } from "./snapshot-keeper.ts";
import { tellRefused } from "./tell-refused.ts";

export type RoomParts = {
  readonly name: string;
  readonly kind: DocumentKind;
  readonly store: DocumentStore & Messenger;
  readonly clock: Clock;
  readonly log: Log;
  readonly meters: Meters;
  readonly pack: Pack;
  /** The room has closed itself and serves nobody: forget it. */
  readonly onClosed: () => void;
};

/** An update, and what for: in answer to our step 1 more is allowed. */
type Sent = { readonly update: Uint8Array; readonly as: "answer" | "update" };

export class Room {
  readonly #parts: RoomParts;
  readonly #document: LiveDocument;
  readonly #audience = new Audience();
  readonly #presence: Presence<Member>;
  readonly #writer: LogWriter<Member | null>;
  readonly #snapshots: SnapshotKeeper;
  readonly #readers: Readers;
  readonly #greeting: Greeting;
  readonly #opened = Promise.withResolvers<void>();
  readonly #stops: Stop[] = [];
  #state: "loading" | "live" | "restoring" | "closed" = "loading";
  readonly #intake: Intake<Member>;
  readonly #logEnd: LogEnd;
  /** The life of the document as its members were told; null as long as nobody has ever written in it. */
  #epoch: string | null = null;
  /** Up to here the document holds the log without a hole. */
  #position = 0;
  /** Own entries that came back from the log before their append was answered: nobody was told of them yet. */
  #ownHeard: Uint8Array[] = [];

  constructor(parts: RoomParts) {
    const { name, store, clock, log, meters, pack } = parts;
    this.#parts = parts;
    this.#document = new LiveDocument(parts.kind);
    this.#logEnd = new LogEnd(clock);
    const { writers } = this.#document;
    const claim = (id: number, actorId: string) => writers.claim(id, actorId);
    const { members: audience } = this.#audience;
    const onTold = () => this.#readers.hear();
    this.#presence = new Presence({ name, clock, audience, claim, messenger: store, onTold });
    this.#writer = new LogWriter<Member | null>({
      ...{ name, store, clock, log, meters },
      onDurable: (batch) => this.#settle(batch),
      onRefused: (error) => this.#lose(error),
      onPressure: (pressure) => this.#audience.hold(pressure === "high"),
    });
    this.#intake = createIntake({
      ...{ document: this.#document, writer: this.#writer, isLive: () => this.#state === "live" },
      isHeard: (member) => this.#isHere(member) && !member.isSentAway,
      read: (member, bytes) => this.#read(member, bytes),
      onFailed: (error) => this.#fail(error),
    });
    this.#snapshots = new SnapshotKeeper({ name, store, clock, log, pack, take: () => this.#takeSnapshot() });
    this.#greeting = new Greeting({
      ...{ clock, meters, document: this.#document, logEnd: this.#logEnd, intake: this.#intake },
      ...{ presence: this.#presence, epoch: () => this.#epoch, isHere: (member) => this.#isHere(member) },
      orFail: (act) => this.#orFail(act),
    });
    this.#readers = new Readers({
      ...{ clock, document: this.#document, moment: () => this.#writer, states: () => this.#presence.told() },
      orFail: (act) => this.#orFail(act),
    });
    this.#stops.push(
      () => this.#document.destroy(),
      () => this.#presence.stop(),
      () => this.#snapshots.stop(),
      () => this.#writer.stop(),
      () => this.#readers.stop(),
      () => this.#greeting.stop(),
    );
  }

  /** Reads the document from the store, all or nothing, and lets the waiting sockets in. Never rejects. */
  async open(): Promise<void> {
    const { name, store, clock, log } = this.#parts;
    const beganMs = clock.now();
    try {
      const { epoch, position, logEntries, logBytes, packed } = await this.#document.load(store, name);
      this.#position = position;
      this.#writer.begin(epoch);
      this.#epoch = epoch === null ? null : wireEpoch(epoch);
      this.#snapshots.begin({ entries: logEntries, bytes: logBytes, packed });
      const watching = { tell: (entry: WatchedEntry) => this.#hear(entry), lost: (why: Error) => this.#lose(why) };
      const following = await store.watch(name, { position, epoch }, watching);
      if (this.#isClosed) return following.stop();
      this.#stops.push(following.stop);
      this.#logEnd.begin(following);
      await this.#presence.connect();
      const tookMs = clock.now() - beganMs;
      documentOpened(log, { document: name, entries: logEntries, bytes: this.#document.heldBytes, tookMs });
      if (this.#state === "loading") this.#goLive();
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#opened.resolve();
    }
  }

  get members(): ReadonlySet<Member> {
    return this.#audience.members;
  }

  /** Everything accepted is durable. */
  get isSettled(): boolean {
    return this.#intake.isRead && this.#writer.isIdle && this.#state !== "restoring";
  }

  join(member: Member) {
    this.#audience.add(member);
    if (this.#state !== "loading") this.#greeting.greet(member);
  }

  leave(member: Member) {
    // Who writes and goes has written.
    this.readGathered();
    this.#audience.remove(member);
    this.#intake.forget(member);
    this.#presence.leave(member);
  }

  /** Reads now what was to be read with the next append. */
  readGathered() {
    this.#intake.readGathered();
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
    return this.#state === "live" ? this.#readers.glance(key, look) : null;
  }

  /** Keeps `follower` told of the document until the stop, or until the room closes: then `onEnd`. */
  follow<Seen>(follower: Follower<Seen>, onEnd: () => void): Stop {
    return this.#readers.follow(follower, onEnd);
  }

  /** Resolves with true when all that was in the log at the call is known here; false when nobody can say, or nothing ever was. */
  async reachEnd(): Promise<boolean> {
    await this.#opened.promise;
    await this.#logEnd.reach(() => !this.#isClosed);
    return this.#state === "live" && this.#epoch !== null;
  }

  /** What it holds of memory, roughly. */
  get heldBytes(): number {
    return this.#document.heldBytes + this.#snapshots.heldBytes;
  }

  /** How it stands at this moment. */
  get figures(): RoomFigures {
    return {
      members: this.#audience.members,
      presenceIds: this.#presence.presentCount,
      documentBytes: this.heldBytes,
      queuedBytes: this.#writer.queuedBytes,
      isFailing: this.#writer.isFailing,
      ...this.#snapshots.figures,
    };
  }

  /** One message of a socket. What comes before the document is read waits for it. */
  receive(member: Member, bytes: Uint8Array) {
    if (!this.#intake.receive(member, bytes)) member.close(closeCode.unavailable, "too much at once");
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
    for (const member of this.members) this.#greeting.greet(member);
    this.#intake.open();
    this.#readers.open();
  }

  /** What is stored may turn out not to fit together when it has to be built. */
  #orFail(act: () => void) {
    try {
      act();
    } catch (error) {
      this.#fail(error);
    }
  }

  #isHere(member: Member): boolean {
    return this.#audience.has(member) && !this.#isClosed;
  }

  #read(member: Member, bytes: Uint8Array) {
    if (!this.#isHere(member) || member.isSentAway) return;
    const frame = readFrame(bytes);
    if (!frame) return member.close(closeCode.malformed, "no message");
    this.#orFail(() => this.#answer(member, frame));
  }

  #answer(member: Member, frame: Frame) {
    switch (frame.kind) {
      case "step-1":
        return this.#sendDocument(member, frame.stateVector);
      case "step-2":
        return this.#accept(member, { update: frame.update, as: member.owesAnswer ? "answer" : "update" });
      case "update":
        return this.#accept(member, { update: frame.update, as: "update" });
      case "presence":
        return this.#presence.take(member, frame.states);
      case "ask-presence":
        return this.#presence.greet(member);
      case "marker":
        if (!member.mark(frame.marker, this.#writer)) member.close(closeCode.malformed, "too many markers");
        return;
      default:
        return unreachable(frame);
    }
  }

  /** The document in memory may be ahead of the log, so what is encoded now leaves only when the log has caught up. */
  #sendDocument(member: Member, stateVector: Uint8Array) {
    const missing = this.#document.piecesSince(stateVector);
    if (!missing) return member.close(closeCode.malformed, "no state vector");
    member.sendDocument(missing, this.#writer);
  }

  #accept(member: Member, sent: Sent, when: Taking["when"] = this.#logEnd.mayBeAhead ? "maybe-behind" : "sure") {
    const { update, as } = sent;
    const { bytesMax, caps } = allowances[as];
    if (update.byteLength > bytesMax) return member.close(closeCode.malformed, "too long");
    const taken = this.#document.take(update, { actor: member.actor, caps, when });
    switch (taken.verdict) {
      case "doubt":
        return void this.#intake.suspend(member, () => this.#lookAgain(member, sent));
      case "refuse":
        return member.close(taken.code, taken.why);
      case "broken":
        member.close(closeCode.malformed, "cannot be applied");
        return this.#fail(taken.error);
      case "gap":
        // Nothing of it is applied.
        return this.#greeting.askAgain(member, as);
      case "taken":
        tellRefused(this.#parts, member, taken.refusals);
        if (taken.news) this.#writer.push({ update: taken.news, senders: [member], notes: taken.notes });
        break;
      case "nothing":
        if (taken.retold) member.send(refusedFrame(taken.retold));
        break;
      default:
        return unreachable(taken);
    }
    if (as === "answer") member.answered(this.#writer);
  }

  /** What is in the log is never judged again. While the store gets the document back, nobody can say what that is. */
  async #lookAgain(member: Member, sent: Sent) {
    await this.#logEnd.reach(() => this.#isHere(member));
    const isHere = this.#isHere(member);
    if (isHere && this.#state !== "live") member.close(closeCode.unavailable, "come back");
    else if (isHere) this.#orFail(() => this.#accept(member, sent, "sure"));
  }

  /** Once per append. What was held goes first: edits make sense only to those who have the document. */
  #settle({ update, senders, appended }: Batch<Member | null>) {
    this.#learnEpoch(appended.epoch);
    if (appended.position === this.#position + 1) this.#position = appended.position;
    this.#ownHeard.length = 0;
    this.#snapshots.grew(1, update.byteLength);
    this.#audience.release(this.#writer.durable);
    this.#readers.release(this.#writer.durable);
    const [only] = senders;
    this.#audience.tellEdit(update, senders.size === 1 ? (only ?? null) : null);
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
    for (const sure of isLog ? [news] : [...ownFirst, update]) if (sure) this.#audience.tellLogged(sure);
  }

  /** Whoever is here holds something of this life from now on, and will say so when they come again. */
  #learnEpoch(storeEpoch: string) {
    const epoch = wireEpoch(storeEpoch);
    if (this.#epoch === epoch) return;
    this.#epoch = epoch;
    this.#audience.send(epochFrame(epoch));
  }

  /** The log is no more the one that this was read from. What is in memory may be all there is of it. */
  #lose(why: unknown) {
    const epoch = this.#writer.epoch;
    if (!(why instanceof DocumentLost) || epoch === null) return this.#fail(why);
    if (this.#state === "restoring" || this.#isClosed) return;
    this.#state = "restoring";
    // What waits for the log is in memory too. Then all is read anew, and browsers come back to it by themselves.
    this.#writer.stop();
    const take = () => this.#document.whole().bytes;
    void giveBack({ ...this.#parts, epoch, take, until: () => this.#isClosed }).then((end) => this.#fail(end));
  }

  #takeSnapshot(): Taken | null {
    const epoch = this.#writer.epoch;
    const isWhole = this.#state === "live" && this.#writer.isIdle && epoch !== null;
    if (!isWhole) return null;
    try {
      return { ...this.#document.whole(), upto: this.#position, epoch };
    } catch (error) {
      this.#fail(error);
      return null;
    }
  }

  #fail(error: unknown) {
    if (this.#isClosed) return;
    documentFailed(this.#parts.log, { document: this.#parts.name, why: String(error) });
    this.close();
    this.#audience.close(error instanceof EpochChanged ? closeCode.staleEpoch : closeCode.unavailable);
    this.#parts.onClosed();
  }
}
