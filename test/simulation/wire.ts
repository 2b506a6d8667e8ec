/** Sockets of the simulation: frames travel in order and late, and a connection can end in every way that real ones do. */
import { EventEmitter } from "node:events";
import type { WebSocket } from "ws";
import type { Dice } from "../../server/demo/dice.ts";
import type { Clock } from "../../server/observe/clock.ts";

type Parts = {
  /** Which one it leads to. */
  readonly server: number;
  readonly clock: Clock;
  readonly dice: Dice;
  /** Longest time that a frame is on its way. */
  readonly delayMaxMs: number;
  /** Sees every frame in the instant in which the server lets it go. */
  readonly onSent: (frame: Uint8Array) => void;
};

/** What a browser's end of a connection hears. */
export type ClientEnd = { hear(frame: Uint8Array): void; ended(code: number, why: string): void };

type Lane = { lastMs: number; isOpen: boolean };

/** As browsers and `ws` say that a connection ended without a word. */
const withoutAWord = 1006;

/** One connection between a browser and a server process. */
export class Wire {
  readonly server: number;
  readonly socket: ServerSocket;
  readonly #parts: Parts;
  readonly #client: ClientEnd;
  readonly #up: Lane = { lastMs: 0, isOpen: true };
  readonly #down: Lane = { lastMs: 0, isOpen: true };
  #isClientGone = false;

  constructor(parts: Parts, client: ClientEnd) {
    this.#parts = parts;
    this.server = parts.server;
    this.#client = client;
    this.socket = new ServerSocket({
      sendDown: (frame) => {
        parts.onSent(frame);
        this.#travel(this.#down, () => client.hear(frame));
      },
      ping: () => this.#travel(this.#down, () => this.#travel(this.#up, () => this.socket.emit("pong"))),
      closeDown: (code, why) => {
        this.#travel(this.#down, () => {
          this.#endClient(code, why);
          this.#travel(this.#up, () => this.socket.end(code));
        });
      },
      terminate: () => {
        this.#breakLanes();
        this.#later(() => this.#endClient(withoutAWord));
      },
    });
  }

  /** From the browser to the server. */
  send(frame: Uint8Array) {
    this.#travel(this.#up, () => this.socket.deliver(frame));
  }

  /** The browser goes politely: what it sent before arrives. */
  close() {
    this.#isClientGone = true;
    this.#travel(this.#up, () => this.socket.end(1001));
  }

  /** The connection breaks; both ends learn of it. What was on its way is lost. */
  break() {
    this.#breakLanes();
    this.#later(() => this.#endClient(withoutAWord));
    this.#later(() => this.socket.end(withoutAWord));
  }

  /** The cable is pulled: the browser gives up after a while, the server hears nothing at all. */
  vanish() {
    this.#breakLanes();
    this.#later(() => this.#endClient(withoutAWord));
  }

  /** The server process is gone. What it had sent still arrives, what was on its way to it does not. */
  serverDied() {
    this.#up.isOpen = false;
    this.#travel(this.#down, () => this.#endClient(withoutAWord));
  }

  #breakLanes() {
    this.#up.isOpen = false;
    this.#down.isOpen = false;
  }

  #endClient(code: number, why = "") {
    if (this.#isClientGone) return;
    this.#isClientGone = true;
    this.#client.ended(code, why);
  }

  #travel(lane: Lane, arrive: () => void) {
    if (!lane.isOpen) return;
    const { clock, dice, delayMaxMs } = this.#parts;
    const atMs = Math.max(lane.lastMs, clock.now() + 1 + dice.below(delayMaxMs));
    lane.lastMs = atMs;
    clock.after(atMs - clock.now(), () => {
      const isHeard = lane === this.#up || !this.#isClientGone;
      if (lane.isOpen && isHeard) arrive();
    });
  }

  #later(act: () => void) {
    this.#parts.clock.after(1 + this.#parts.dice.below(this.#parts.delayMaxMs), act);
  }
}

type Outgoing = {
  readonly sendDown: (frame: Uint8Array) => void;
  readonly ping: () => void;
  readonly closeDown: (code: number, why: string) => void;
  readonly terminate: () => void;
};

/** The server's end: what `server/live` uses of a `ws` socket. */
export class ServerSocket extends EventEmitter {
  readonly CONNECTING = 0;
  readonly OPEN = 1;
  readonly CLOSING = 2;
  readonly CLOSED = 3;
  readonly bufferedAmount = 0;
  readyState = 1;
  readonly #outgoing: Outgoing;
  #isPaused = false;
  #unread: Uint8Array[] = [];

  constructor(outgoing: Outgoing) {
    super();
    this.#outgoing = outgoing;
  }

  /** As the type that the server asks for: it uses no more than what is here, or the run fails at once. */
  get asWebSocket(): WebSocket {
    return this as unknown as WebSocket;
  }

  send(frame: Uint8Array) {
    if (this.readyState === this.OPEN) this.#outgoing.sendDown(frame);
  }

  ping() {
    if (this.readyState === this.OPEN) this.#outgoing.ping();
  }

  pause() {
    this.#isPaused = true;
  }

  resume() {
    this.#isPaused = false;
    for (const frame of this.#unread.splice(0)) this.deliver(frame);
  }

  close(code: number, why = "") {
    if (this.readyState !== this.OPEN) return;
    this.readyState = this.CLOSING;
    this.#outgoing.closeDown(code, why);
  }

  terminate() {
    if (this.readyState === this.CLOSED) return;
    this.#outgoing.terminate();
    this.end(withoutAWord);
  }

  /** A frame has arrived. */
  deliver(frame: Uint8Array) {
    if (this.readyState === this.CLOSED) return;
    if (this.#isPaused) this.#unread.push(frame);
    else this.emit("message", Buffer.from(frame), true);
  }

  /** The connection is over. */
  end(code: number) {
    if (this.readyState === this.CLOSED) return;
    this.readyState = this.CLOSED;
    this.emit("close", code, Buffer.from(""));
  }
}
