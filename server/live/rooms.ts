import type { WebSocket } from "ws";
import type { Doc } from "yjs";
import type { DocumentKind } from "../../shared/document/document-schema.ts";
import { closeCode } from "../../shared/protocol/close-code.ts";
import { parseDocumentName } from "../../shared/protocol/document-name.ts";
import type { Clock } from "../observe/clock.ts";
import type { Log } from "../observe/log.ts";
import { type Stop, together } from "../observe/stop.ts";
import type { DocumentStore, Messenger } from "../store/store.ts";
import { heartbeatMs, heldBytesMax, idleMs, recheckMs } from "./limits.ts";
import { Member, type Visitor } from "./member.ts";
import { Room } from "./room.ts";
import type { Pack, Packed } from "./snapshot-keeper.ts";
import { UnusedDocuments } from "./unused-documents.ts";

type Parts = {
  readonly store: DocumentStore & Messenger;
  readonly clock: Clock;
  readonly log: Log;
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

  /** Lets `socket` into document `name`, of which the caller knows that it exists and may be opened by `visitor`. */
  enter(name: string, socket: WebSocket, visitor: Visitor) {
    const { clock } = this.#parts;
    const { room } = this.#open(name);
    const member = new Member(socket, visitor, clock.now());
    socket.on("message", (data, isBinary) => {
      member.heard(clock.now());
      if (isBinary && data instanceof Uint8Array) room.receive(member, data);
      else member.close(closeCode.malformed, "no message");
    });
    socket.on("pong", () => member.heard(clock.now()));
    socket.on("close", () => {
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

  /** A sign-in has ended: so do its sockets, in every document. */
  endSignIn(isEnded: (ticket: string) => boolean) {
    for (const room of this.#rooms()) {
      for (const member of room.members) if (isEnded(member.ticket)) sendToSignIn(member);
    }
  }

  /**
   * Waits at most `waitMs` until everything accepted is durable, then tells every socket to come back elsewhere. The
   * store stays open.
   */
  async close(waitMs: number): Promise<void> {
    const { clock } = this.#parts;
    this.#stop();
    this.#isClosed = true;
    const untilMs = clock.now() + waitMs;
    while (this.#rooms().some((room) => !room.isSettled) && clock.now() < untilMs) {
      await new Promise<void>((resolve) => void clock.after(10, resolve));
    }
    for (const room of this.#rooms()) {
      for (const member of room.members) member.close(closeCode.restarting, "the server restarts");
      room.close();
    }
    for (const { stopLeaving } of this.#opened.values()) stopLeaving();
    this.#opened.clear();
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
    const { store, clock, log, pack } = this.#parts;
    const kind = kindOf(name);
    const room = new Room({ name, kind, store, clock, log, pack, onClosed: () => this.#forget(name, room) });
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
    }
  }

  #forget(name: string, room: Room) {
    if (this.#opened.get(name)?.room !== room) return;
    this.#opened.delete(name);
    this.#unused.taken(name);
  }

  #beat() {
    const nowMs = this.#parts.clock.now();
    for (const room of this.#rooms()) {
      for (const member of room.members) member.beat(nowMs);
    }
  }

  /** A sign-in whose time is over, or whose end was not heard of, ends its sockets too. */
  async #recheck(): Promise<void> {
    for (const room of this.#rooms()) {
      for (const member of room.members) {
        // A store that cannot be asked says nothing about anybody.
        const isSignedIn = await this.#parts.isSignedIn(member.ticket).catch(() => true);
        if (!isSignedIn) sendToSignIn(member);
      }
    }
  }
}

/** A name of the closed list: whoever let the socket in has looked. */
function kindOf(name: string): DocumentKind {
  return parseDocumentName(name)?.kind === "directory" ? "directory" : "programme";
}

function sendToSignIn(member: Member) {
  member.close(closeCode.signInNeeded, "the sign-in has ended");
}
