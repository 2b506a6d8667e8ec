import type { WebSocket } from "ws";
import type { Doc } from "yjs";
import type { DocumentKind } from "../../shared/document/document-schema.ts";
import { closeCode } from "../../shared/protocol/close-code.ts";
import { parseDocumentName } from "../../shared/protocol/document-name.ts";
import { type Clock, pause } from "../observe/clock.ts";
import { documentLeft, drained, draining } from "../observe/events.ts";
import type { Log } from "../observe/log.ts";
import type { Meters } from "../observe/meters.ts";
import { type Stop, together } from "../observe/stop.ts";
import type { DocumentStore, Messenger } from "../store/store.ts";
import { type Census, censusOf } from "./census.ts";
import {
  followAgainMs,
  goodbyeEveryMs,
  goodbyeSpreadMaxMs,
  heartbeatMs,
  heldBytesMax,
  idleMs,
  recheckMs,
} from "./limits.ts";
import { Member, type Visitor } from "./member.ts";
import { readOnce } from "./read-once.ts";
import type { Follower } from "./readers.ts";
import { Room } from "./room.ts";
import type { Pack, Packed } from "./snapshot-keeper.ts";
import { UnusedDocuments } from "./unused-documents.ts";

type Parts = {
  readonly store: DocumentStore & Messenger;
  readonly clock: Clock;
  readonly log: Log;
  readonly meters: Meters;
  readonly pack: Pack;
  /** Whether the ticket of an open socket still signs its holder in. */
  readonly isSignedIn: (ticket: string) => Promise<boolean>;
};

/** `visits`: who reads in it at this moment without a socket. */
type Opened = { readonly room: Room; stopLeaving: Stop; visits: number };

/** The documents in memory. One that nobody has open leaves after a while, or when all together hold too much. */
export class Rooms {
  readonly #parts: Parts;
  readonly #opened = new Map<string, Opened>();
  readonly #unused = new UnusedDocuments();
  readonly #stop: Stop;
  #isClosed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#stop = together([
      parts.clock.every(heartbeatMs, () => this.#beat()),
      parts.clock.every(recheckMs, () => void this.#recheck()),
    ]);
  }

  get openCount(): number {
    return this.#opened.size;
  }

  /** How it stands at this moment, over all documents. */
  census(): Census {
    return censusOf(this.#rooms().map(({ figures }) => figures));
  }

  /** Lets `socket` into document `name`, of which the caller knows that it exists and may be opened by `visitor`. */
  enter(name: string, socket: WebSocket, visitor: Visitor) {
    const { clock, log, meters } = this.#parts;
    const { room } = this.#open(name);
    const member = new Member(socket, visitor, { document: name, clock, log, meters });
    socket.on("message", (data, isBinary) => {
      if (!isBinary || !(data instanceof Uint8Array)) return member.close(closeCode.malformed, "no message");
      if (member.admit(data)) room.receive(member, data);
    });
    socket.on("pong", () => member.heard());
    socket.on("close", (code) => {
      meters.closed(code);
      member.gone();
      room.leave(member);
      this.#leaveLater(name, room);
    });
    room.join(member);
  }

  /** Document `name` for somebody who has nothing of it; null when it is small, or cannot be told now. */
  packed(name: string): Promise<Packed | null> {
    return this.#visit(name, (room) => room.packed());
  }

  /** What `look` sees in document `name`, durable; null while it is not built. See {@link Room.glance}. */
  glance<Seen>(name: string, key: string, look: (doc: Doc) => Seen): Promise<Seen | null> {
    return this.#visit(name, (room) => room.glance(key, look));
  }

  /** The same also where nobody has it open; null when it cannot be read within a while. */
  readOnce<Seen>(name: string, look: (doc: Doc) => Seen): Promise<Seen | null> {
    return readOnce({ rooms: this, clock: this.#parts.clock }, name, look);
  }

  /**
   * Tells `follower` of document `name` and what becomes of it, as far as it is durable, until the stop. Meanwhile it stays
   * in memory; where it cannot be read, or is closed, it is opened again and again.
   */
  follow<Seen>(name: string, follower: Follower<Seen>): Stop {
    let stop: Stop = () => {};
    const begin = () => {
      if (this.#isClosed) return;
      const opened = this.#open(name);
      opened.visits++;
      const stopFollowing = opened.room.follow(follower, () => {
        stop = this.#parts.clock.after(followAgainMs, begin);
      });
      stop = () => {
        stopFollowing();
        opened.visits--;
        this.#leaveLater(name, opened.room);
      };
    };
    begin();
    return together([() => stop()]);
  }

  /** Builds document `name` and leaves it in memory until the stop, whether anybody has it open or not. */
  hold(name: string): Stop {
    return this.follow(name, { begin: () => () => {}, look: () => null, tell: () => {} });
  }

  /** Resolves with true once all that is in the log of `name` is known here; false when nobody can say, or nothing ever was. */
  async reachEnd(name: string): Promise<boolean> {
    return (await this.#visit(name, (room) => room.reachEnd())) ?? false;
  }

  /** A sign-in has ended: so do its sockets, in every document. */
  endSignIn(isEnded: (ticket: string) => boolean) {
    for (const room of this.#rooms()) {
      for (const member of room.members) if (isEnded(member.ticket)) sendToSignIn(room, member);
    }
  }

  /**
   * Sends every socket elsewhere (1012), one after the other, each once what it waits for is durable; then waits at most
   * `waitMs` until everything accepted is. The store stays open.
   */
  async close(waitMs: number): Promise<void> {
    const { clock, log } = this.#parts;
    const beganMs = clock.now();
    this.#stop();
    this.#isClosed = true;
    await this.#sayGoodbye();
    const untilMs = clock.now() + waitMs;
    while (this.#unsettledCount > 0 && clock.now() < untilMs) await pause(clock, 10);
    drained(log, { tookMs: clock.now() - beganMs, unsettled: this.#unsettledCount });
    for (const room of this.#rooms()) {
      for (const member of room.members) member.close(closeCode.restarting, "the server restarts");
      room.close();
    }
    for (const { stopLeaving } of this.#opened.values()) stopLeaving();
    this.#opened.clear();
  }

  /** Spread over time: whoever comes back elsewhere asks for a document there. Who is not called yet works on. */
  async #sayGoodbye(): Promise<void> {
    const { clock, log } = this.#parts;
    const members = this.#rooms().flatMap((room) => [...room.members].map((member) => ({ room, member })));
    const everyMs = Math.min(goodbyeEveryMs, goodbyeSpreadMaxMs / Math.max(1, members.length));
    draining(log, { sockets: members.length, spreadMs: Math.round(everyMs * members.length) });
    const beganMs = clock.now();
    for (const [index, { room, member }] of members.entries()) {
      const waitMs = beganMs + index * everyMs - clock.now();
      if (waitMs > 0) await pause(clock, waitMs);
      room.readGathered();
      member.sendAway(closeCode.restarting, "the server restarts");
    }
  }

  /** Without a socket: the room stays for a while, since whoever reads a document mostly enters it next. */
  async #visit<T>(name: string, act: (room: Room) => Promise<T>): Promise<T | null> {
    if (this.#isClosed) return null;
    const opened = this.#open(name);
    opened.visits++;
    try {
      return await act(opened.room);
    } finally {
      opened.visits--;
      this.#leaveLater(name, opened.room);
    }
  }

  get #unsettledCount(): number {
    return this.#rooms().filter((room) => !room.isSettled).length;
  }

  #rooms(): Room[] {
    return [...this.#opened.values()].map(({ room }) => room);
  }

  #open(name: string): Opened {
    const found = this.#opened.get(name);
    if (found) {
      found.stopLeaving();
      this.#unused.taken(name);
      return found;
    }
    const { store, clock, log, meters, pack } = this.#parts;
    const kind = kindOf(name);
    const room = new Room({ name, kind, store, clock, log, meters, pack, onClosed: () => this.#forget(name, room) });
    const opened = { room, stopLeaving: () => {}, visits: 0 };
    this.#opened.set(name, opened);
    void room.open().then(() => this.#trim());
    return opened;
  }

  #leaveLater(name: string, room: Room) {
    const opened = this.#opened.get(name);
    if (opened?.room !== room || room.members.size > 0 || opened.visits > 0) return;
    opened.stopLeaving();
    this.#unused.left(name);
    opened.stopLeaving = this.#parts.clock.after(idleMs, () => {
      if (!room.isSettled) return this.#leaveLater(name, room);
      room.close();
      this.#forget(name, room);
      documentLeft(this.#parts.log, { document: name });
    });
    this.#trim();
  }

  /** What has accepted something that is not durable yet stays until it is. */
  #trim() {
    const heldBytesByName = new Map([...this.#opened].map(([name, { room }]) => [name, room.heldBytes]));
    for (const name of this.#unused.surplus(heldBytesByName, heldBytesMax)) {
      const opened = this.#opened.get(name);
      if (!opened?.room.isSettled) continue;
      opened.stopLeaving();
      opened.room.close();
      this.#forget(name, opened.room);
      documentLeft(this.#parts.log, { document: name });
    }
  }

  #forget(name: string, room: Room) {
    if (this.#opened.get(name)?.room !== room) return;
    this.#opened.delete(name);
    this.#unused.taken(name);
  }

  #beat() {
    for (const room of this.#rooms()) {
      for (const member of room.members) member.beat();
    }
  }

  /** A sign-in whose time is over, or whose end was not heard of, ends its sockets too. */
  async #recheck(): Promise<void> {
    for (const room of this.#rooms()) {
      for (const member of room.members) {
        // A store that cannot be asked says nothing about anybody.
        const isSignedIn = await this.#parts.isSignedIn(member.ticket).catch(() => true);
        if (!isSignedIn) sendToSignIn(room, member);
      }
    }
  }
}

/** A name of the closed list: whoever let the socket in has looked. */
function kindOf(name: string): DocumentKind {
  return parseDocumentName(name)?.kind === "directory" ? "directory" : "programme";
}

/** What it sent while it was signed in counts. */
function sendToSignIn(room: Room, member: Member) {
  room.readGathered();
  member.close(closeCode.signInNeeded, "the sign-in has ended");
}
