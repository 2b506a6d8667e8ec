import type { WebSocket } from "ws";
import type { Actor } from "../../shared/model/actor.ts";
import type { CloseCode } from "../../shared/protocol/close-code.ts";
import { markerFrame, presenceFrame, stepTwoFrame, updateFrame } from "./frame.ts";
import { bufferedBytesMax, heldMarkersMax, silenceMaxMs } from "./limits.ts";

/** Who opened a socket, and the ticket by which to find out whether they still may. */
export type Visitor = {
  readonly actor: Actor;
  readonly ticket: string;
  /** The epoch of what its browser already holds of the document; null when it holds nothing, or does not say. */
  readonly epoch: string | null;
};

/** A frame that must not leave before the log is durable up to `after`. */
type Held = { readonly after: number; readonly frame: Uint8Array; readonly opens: boolean };

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
  readonly #epoch: string | null;
  #isSentAway = false;
  #isHeld = false;
  #listens = false;
  #held: Held[] = [];
  #markers: number[] = [];
  #heardMs: number;

  constructor(socket: WebSocket, { actor, ticket, epoch }: Visitor, nowMs: number) {
    this.actor = actor;
    this.ticket = ticket;
    this.#epoch = epoch;
    this.#socket = socket;
    this.#heardMs = nowMs;
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

  /** A socket that takes nothing is cut, at once: closing politely would keep what it did not take. */
  send(frame: Uint8Array) {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > bufferedBytesMax) this.#socket.terminate();
    else this.#socket.send(frame);
  }

  /** Sends the document, in pieces, as it was when the log had `after` edits, once these are durable. */
  sendDocument(pieces: readonly Uint8Array[], after: number) {
    for (const [index, piece] of pieces.entries()) {
      // The answer comes last: with it the provider calls itself synced.
      const frame = index === pieces.length - 1 ? stepTwoFrame(piece) : updateFrame(piece);
      this.#held.push({ after, frame, opens: true });
    }
  }

  /** An edit that is in the log: at once when it listens, behind its document when that still waits. */
  tell(frame: Uint8Array) {
    if (this.#listens) return this.send(frame);
    const last = this.#held.at(-1);
    if (last && this.#held.some(({ opens }) => opens)) this.#held.push({ after: last.after, frame, opens: false });
  }

  /** Keeps a marker until the socket has answered; false when it keeps too many. */
  keepMarker(marker: number): boolean {
    this.#markers.push(marker);
    return this.#markers.length + this.#held.length <= heldMarkersMax;
  }

  /** From now on the kept markers wait only for the log. */
  promiseMarkers(after: number) {
    for (const marker of this.#markers.splice(0)) {
      this.#held.push({ after, frame: markerFrame(marker), opens: false });
    }
  }

  /** Sends what waited for the log to be durable up to `durable`; both only grow, so what waits is in order. */
  release(durable: number) {
    const later = this.#held.findIndex(({ after }) => after > durable);
    for (const { frame, opens } of this.#held.splice(0, later === -1 ? this.#held.length : later)) {
      this.send(frame);
      if (opens) this.#listens = true;
    }
  }

  heard(nowMs: number) {
    this.#heardMs = nowMs;
  }

  /** Cuts a socket that is gone; shows a living one that we are here, by a message, since the provider counts no ping. */
  beat(nowMs: number) {
    if (!this.#isHeld && nowMs - this.#heardMs > silenceMaxMs) return this.#socket.terminate();
    this.#socket.ping();
    this.send(presenceFrame([]));
  }

  /** Reads nothing from it until {@link letGoOn}: its silence meanwhile is ours. */
  hold() {
    this.#isHeld = true;
    this.#socket.pause();
  }

  letGoOn() {
    this.#isHeld = false;
    this.#socket.resume();
  }

  /** What it sends while the closing handshake runs is nobody's any more. */
  close(code: CloseCode, why: string) {
    this.#isSentAway = true;
    this.#socket.removeAllListeners("message");
    this.#socket.close(code, why);
  }
}
