import type { Dialect } from "./dialect.ts";
import { LightSocket } from "./light-socket.ts";

/** One frame of y-protocols. Its bytes hold only during the call. */
export type Hear = (frame: Uint8Array, line: Line) => void;

type Opening = {
  readonly url: string;
  readonly path: string;
  readonly cookie?: string | undefined;
  readonly name: string;
  readonly dialect: Dialect;
  readonly hear: Hear;
};

/** A connection to one document of one server, in frames of y-protocols whatever the server's own envelope. */
export class Line {
  readonly #socket: LightSocket;
  readonly #name: string;
  readonly #dialect: Dialect;

  constructor({ url, path, cookie, name, dialect, hear }: Opening) {
    this.#name = name;
    this.#dialect = dialect;
    this.#socket = new LightSocket({
      ...{ url, path, ...(cookie ? { cookie } : {}) },
      hear: (bytes) => {
        const frame = dialect.unwrap(name, bytes);
        if (frame) hear(frame, this);
      },
    });
  }

  /** Resolves when it is open and has said what the server wants to hear first, or is closed already. */
  async open(): Promise<void> {
    await Promise.race([this.#socket.opened, this.#socket.closed]);
    for (const greeting of this.#dialect.greeting(this.#name)) this.#socket.send(greeting);
  }

  send(frame: Uint8Array): void {
    this.#socket.send(this.#dialect.wrap(this.#name, frame));
  }

  get closed(): Promise<number> {
    return this.#socket.closed;
  }

  get waitingBytes(): number {
    return this.#socket.waitingBytes;
  }

  stall(): void {
    this.#socket.stall();
  }

  goOn(): void {
    this.#socket.goOn();
  }

  cut(): void {
    this.#socket.cut();
  }
}
