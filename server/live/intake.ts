import { earlyBytesMax, gatheredBytesMax } from "./limits.ts";

export type Received<Sender> = { readonly sender: Sender; readonly message: Uint8Array };

type Parts<Sender> = {
  /** Reads one message. */
  readonly read: (sender: Sender, message: Uint8Array) => void;
  /** Reads as many as it can as one change, from place `from` on; answers how many. */
  readonly readRun: (messages: readonly Received<Sender>[], from: number) => number;
  /** Whether a message goes nowhere before the next turn anyway. */
  readonly canWait: (message: Uint8Array) => boolean;
  /** Calls `act` at the next turn; false when that is now. */
  readonly atNextTurn: (act: () => void) => boolean;
};

/**
 * When messages of sockets are read: not before their document is there, nor while something about their sender is
 * still being found out; and all together when there is no hurry. Each sender's stay in order, and none may make us keep
 * more than a bound.
 */
export class Intake<Sender> {
  readonly #parts: Parts<Sender>;
  #gathered: Received<Sender>[] = [];
  readonly #gatheredOf = new Set<Sender>();
  #gatheredBytes = 0;
  readonly #waiting = new Map<Sender, { messages: Uint8Array[]; bytes: number }>();
  readonly #suspended = new Set<Sender>();
  #isOpen = false;

  constructor(parts: Parts<Sender>) {
    this.#parts = parts;
  }

  /** Nothing waits to be read together. */
  get isRead(): boolean {
    return this.#gathered.length === 0;
  }

  /** One message. False when it would be too much to keep: nothing is kept of it then. */
  receive(sender: Sender, message: Uint8Array): boolean {
    if (this.#mustWait(sender)) return this.#keep(sender, message);
    if (this.#gather(sender, message)) return true;
    if (this.#gatheredOf.has(sender)) this.readGathered();
    return this.#readOne(sender, message);
  }

  /** Reads now what was to be read together later. */
  readGathered() {
    const messages = this.#gathered.splice(0);
    this.#gatheredOf.clear();
    this.#gatheredBytes = 0;
    for (let at = 0; at < messages.length; at++) {
      // Of a suspended sender nothing may be among what is read together.
      if (this.#suspended.size === 0) at += this.#parts.readRun(messages, at);
      const next = messages[at];
      if (next) this.#readOne(next.sender, next.message);
    }
  }

  /** From now on messages are read; those that waited first. */
  open() {
    this.#isOpen = true;
    for (const sender of [...this.#waiting.keys()]) this.#readWaiting(sender);
  }

  /** Reads nothing more of `sender` until `done` has resolved. Does nothing for one that is suspended already. */
  async suspend(sender: Sender, done: () => Promise<void>): Promise<void> {
    if (this.#suspended.has(sender)) return;
    this.#suspended.add(sender);
    await done();
    this.#suspended.delete(sender);
    if (this.#isOpen) this.#readWaiting(sender);
  }

  /** The sender is gone, and what it sent with it. */
  forget(sender: Sender) {
    this.#waiting.delete(sender);
  }

  #mustWait(sender: Sender): boolean {
    return !this.#isOpen || this.#suspended.has(sender) || this.#waiting.has(sender);
  }

  #readOne(sender: Sender, message: Uint8Array): boolean {
    if (this.#mustWait(sender)) return this.#keep(sender, message);
    this.#parts.read(sender, message);
    return true;
  }

  /** What follows what waits, waits too. */
  #gather(sender: Sender, message: Uint8Array): boolean {
    if (!this.#gatheredOf.has(sender) && !this.#parts.canWait(message)) return false;
    const bytes = this.#gatheredBytes + message.byteLength;
    if (bytes > gatheredBytesMax) return false;
    const isFirst = this.#gathered.length === 0;
    if (isFirst && !this.#parts.atNextTurn(() => this.readGathered())) return false;
    this.#gathered.push({ sender, message });
    this.#gatheredOf.add(sender);
    this.#gatheredBytes = bytes;
    return true;
  }

  #keep(sender: Sender, message: Uint8Array): boolean {
    const own = this.#waiting.get(sender) ?? { messages: [], bytes: 0 };
    if (own.bytes + message.byteLength > earlyBytesMax) return false;
    own.messages.push(message);
    own.bytes += message.byteLength;
    this.#waiting.set(sender, own);
    return true;
  }

  #readWaiting(sender: Sender) {
    const own = this.#waiting.get(sender);
    while (own && this.#waiting.get(sender) === own && !this.#suspended.has(sender)) {
      const message = own.messages.shift();
      if (!message) return void this.#waiting.delete(sender);
      own.bytes -= message.byteLength;
      this.#parts.read(sender, message);
    }
  }
}
