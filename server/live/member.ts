import type { WebSocket } from "ws";
import type { Actor } from "../../shared/model/actor.ts";
import type { CloseCode } from "../../shared/protocol/close-code.ts";
import type { Clock } from "../observe/clock.ts";
import { memberCut, memberSentAway } from "../observe/events.ts";
import type { Log } from "../observe/log.ts";
import type { CutReason, Meters, PauseReason } from "../observe/meters.ts";
import type { Stop } from "../observe/stop.ts";
import { documentFrames } from "./document-frames.ts";
import { markerFrame, presenceFrame } from "./frame.ts";
import { bufferedBytesMax, heldMarkersMax, silenceMaxMs } from "./limits.ts";
import { Traffic } from "./traffic.ts";

/** Who opened a socket, and the ticket by which to find out whether they still may. */
export type Visitor = {
  readonly actor: Actor;
  readonly ticket: string;
  /** The epoch of what its browser already holds of the document; null when it holds nothing, or does not say. */
  readonly epoch: string | null;
};

/** A frame that must not leave before the log is durable up to `after`. */
type Held = {
  readonly after: number;
  readonly frame: Uint8Array;
  readonly opens: boolean;
  /** When the marker came that this answers; null for what is no answer to one. */
  readonly askedMs: number | null;
};

/** How many edits were accepted, and how many of them are durable. */
type Moment = { readonly pushed: number; readonly durable: number };

type Marker = { readonly number: number; readonly askedMs: number };

type Parts = {
  /** For the log. */
  readonly document: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly meters: Meters;
};

/**
 * One socket in one document: what it still owes, what is held back for it. It knows no Yjs and no store: the room
 * decides, this remembers and sends.
 */
export class Member {
  readonly actor: Actor;
  readonly ticket: string;
  /** The awareness id that this socket speaks for; null until it said one. */
  presenceId: number | null = null;
  /** We asked it for what we lack, and wait. Meanwhile its markers promise nothing: what they cover may be in the answer. */
  owesAnswer = false;
  fruitlessAsks = 0;

  readonly #socket: WebSocket;
  readonly #parts: Parts;
  readonly #epoch: string | null;
  readonly #traffic: Traffic;
  /** Why it is not read now. */
  readonly #pauses = new Set<PauseReason>();
  #isSentAway = false;
  #leavesWith: { readonly code: CloseCode; readonly why: string } | null = null;
  #listens = false;
  #held: Held[] = [];
  #markers: Marker[] = [];
  #heardMs: number;
  /** The document itself, on its way: a slow line takes its time over it, and is not to be cut for that. */
  #openingBytes = 0;
  #stopPausing: Stop = () => {};

  constructor(socket: WebSocket, { actor, ticket, epoch }: Visitor, parts: Parts) {
    this.actor = actor;
    this.ticket = ticket;
    this.#epoch = epoch;
    this.#socket = socket;
    this.#parts = parts;
    this.#heardMs = parts.clock.now();
    this.#traffic = new Traffic(this.#heardMs);
  }

  /** It was sent the document, so it can make sense of edits. */
  get listens(): boolean {
    return this.#listens;
  }

  /** Whether what its browser holds belongs to another life of the document than `epoch`. */
  isOfAnotherLife(epoch: string | null): boolean {
    return this.#epoch !== null && this.#epoch !== epoch;
  }

  /** It was closed by us: what it still sends is nobody's. */
  get isSentAway(): boolean {
    return this.#isSentAway;
  }

  /** It asked whether its edits are saved, and waits for the answer. */
  get isUnsaved(): boolean {
    return this.#markers.length > 0 || this.#held.some(({ askedMs }) => askedMs !== null);
  }

  get isPaused(): boolean {
    return this.#pauses.size > 0;
  }

  /** Sent to it and not taken by the machine yet. */
  get bufferedBytes(): number {
    return this.#socket.bufferedAmount;
  }

  /** A socket that takes nothing is cut, at once: closing politely would keep what it did not take. */
  send(frame: Uint8Array) {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    const buffered = this.#socket.bufferedAmount;
    if (buffered <= bufferedBytesMax) this.#openingBytes = 0;
    if (buffered > bufferedBytesMax + this.#openingBytes) this.#cut("stalled");
    else this.#socket.send(frame);
  }

  /** Sends the document, in pieces, as it is at a moment, once that is durable. */
  sendDocument(pieces: readonly Uint8Array[], { pushed: after, durable }: Moment) {
    for (const frame of documentFrames(pieces)) this.#held.push({ after, frame, opens: true, askedMs: null });
    this.release(durable);
  }

  /** An edit that is in the log: at once when it listens, behind its document when that still waits. */
  tell(frame: Uint8Array) {
    if (this.#listens) return this.send(frame);
    const last = this.#held.at(-1);
    if (last && this.#held.some(({ opens }) => opens))
      this.#held.push({ after: last.after, frame, opens: false, askedMs: null });
  }

  /** Answers a marker once all before it is durable, and it owes us nothing; false when it waits for too many. */
  mark(marker: number, moment: Moment): boolean {
    this.#markers.push({ number: marker, askedMs: this.#parts.clock.now() });
    if (this.#markers.length + this.#held.length > heldMarkersMax) return false;
    if (!this.owesAnswer) this.#promiseMarkers(moment);
    return true;
  }

  /** It has told us what we lacked: its markers wait only for the log from now on. */
  answered(moment: Moment) {
    this.owesAnswer = false;
    this.fruitlessAsks = 0;
    this.#promiseMarkers(moment);
  }

  /** Sends what waited for the log to be durable up to `durable`; both only grow, so what waits is in order. */
  release(durable: number) {
    // Most wait for nothing, and everybody is asked at every append.
    if (this.#held.length === 0 && !this.#leavesWith) return;
    const later = this.#held.findIndex(({ after }) => after > durable);
    const due = this.#held.splice(0, later === -1 ? this.#held.length : later);
    if (due.length > 0) this.#sendDue(due);
    if (this.#leavesWith && this.#held.length === 0) this.close(this.#leavesWith.code, this.#leavesWith.why);
  }

  /** One message has come. Answers whether to read it; a socket that sends too fast then rests. */
  admit(message: Uint8Array): boolean {
    const { clock, meters } = this.#parts;
    const nowMs = clock.now();
    this.#heardMs = nowMs;
    const { isTaken, pauseMs } = this.#traffic.weigh(message, nowMs);
    if (!isTaken) meters.presenceDropped();
    if (pauseMs > 0) {
      this.hold("rate");
      this.#stopPausing();
      this.#stopPausing = clock.after(pauseMs, () => this.letGoOn("rate"));
    }
    return isTaken;
  }

  heard() {
    this.#heardMs = this.#parts.clock.now();
  }

  /** Cuts a socket that is gone; shows a living one that we are here, by a message, since the provider counts no ping. */
  beat() {
    if (!this.isPaused && this.#parts.clock.now() - this.#heardMs > silenceMaxMs) return this.#cut("silent");
    this.#socket.ping();
    this.send(presenceFrame([]));
  }

  /** Reads nothing from it until {@link letGoOn} for the same reason: its silence meanwhile is ours. */
  hold(why: PauseReason) {
    if (this.#pauses.has(why)) return;
    this.#pauses.add(why);
    this.#parts.meters.paused(why);
    this.#socket.pause();
  }

  letGoOn(why: PauseReason) {
    if (!this.#pauses.delete(why) || this.isPaused) return;
    // What it answered meanwhile is not read yet: its silence counts from now.
    this.heard();
    this.#socket.resume();
  }

  /** Reads nothing more of it, and closes once all that it waits for was told. */
  sendAway(code: CloseCode, why: string) {
    if (this.#isSentAway) return;
    this.hold("leaving");
    if (this.#held.length === 0) this.close(code, why);
    else this.#leavesWith = { code, why };
  }

  /** What it sends while the closing handshake runs is nobody's any more. */
  close(code: CloseCode, why: string) {
    const { document, log } = this.#parts;
    if (!this.#isSentAway && isFault(code)) memberSentAway(log, { document, code, why });
    this.#isSentAway = true;
    this.#leavesWith = null;
    this.#socket.removeAllListeners("message");
    this.#socket.close(code, why);
    // Its half of the handshake has to be read.
    this.gone();
    this.#socket.resume();
  }

  /** The socket is no more: nothing of it is waited for. */
  gone() {
    this.#stopPausing();
    this.#pauses.clear();
  }

  #promiseMarkers({ pushed, durable }: Moment) {
    for (const { number, askedMs } of this.#markers.splice(0)) {
      this.#held.push({ after: pushed, frame: markerFrame(number), opens: false, askedMs });
    }
    this.release(durable);
  }

  #sendDue(due: readonly Held[]) {
    const { clock, meters } = this.#parts;
    const nowMs = clock.now();
    // Only the first: who asks for the document again and again, and takes none of it, is stalled.
    const isFirst = !this.#listens;
    for (const { frame, opens, askedMs } of due) {
      this.send(frame);
      if (askedMs !== null) meters.saved(nowMs - askedMs);
      if (opens) this.#listens = true;
      if (opens && isFirst) this.#openingBytes += frame.byteLength;
    }
  }

  #cut(why: CutReason) {
    const { document, log, meters } = this.#parts;
    meters.cut(why);
    memberCut(log, { document, why });
    this.gone();
    this.#socket.terminate();
  }
}

/** A code that says that the browser did something wrong, or may not be here: not one that only sends it elsewhere. */
function isFault(code: CloseCode): boolean {
  return code >= 4400;
}
