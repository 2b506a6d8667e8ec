import { earlyBytesMax } from "./limits.ts";

type Parts<Sender> = {
  /** Reads one message. */
  readonly read: (sender: Sender, message: Uint8Array) => void;
};

/**
 * When messages of sockets are read: not before their document is there, nor while something about their sender is
 * still being found out. Each sender's stay in order, and none may make us keep more than a bound.
 */
export class Intake<Sender> {
  readonly #read: Parts<Sender>["read"];
  readonly #waiting = new Map<Sender, { messages: Uint8Array[]; bytes: number }>();
  readonly #suspended = new Set<Sender>();
  #isOpen = false;

  constructor({ read }: Parts<Sender>) {
    this.#read = read;
  }

  /** One message. False when it would be too much to keep: nothing is kept of it then. */
  receive(sender: Sender, message: Uint8Array): boolean {
    const mustWait = !this.#isOpen || this.#suspended.has(sender) || this.#waiting.has(sender);
    if (mustWait) return this.#keep(sender, message);
    this.#read(sender, message);
    return true;
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
      this.#read(sender, message);
    }
  }
}
