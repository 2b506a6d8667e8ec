import { messageType } from "../../shared/protocol/message.ts";
import { bytesRate, messageRate, pauseMinMs, presenceRate } from "./limits.ts";
import { TokenBucket } from "./token-bucket.ts";

export type Weighed = {
  /** Whether to look at the message at all: what a socket says of itself is not, above its rate. */
  readonly isTaken: boolean;
  /** How long to read nothing more from the socket; 0 to go on. */
  readonly pauseMs: number;
};

/**
 * How fast one socket may send. Above it the socket is not read for a while, so that the sender's own machine keeps what
 * it has to say: an edit is never thrown away. Presence is: the next one says more than the last.
 */
export class Traffic {
  readonly #messages: TokenBucket;
  readonly #bytes: TokenBucket;
  readonly #presence: TokenBucket;

  constructor(nowMs: number) {
    this.#messages = new TokenBucket(messageRate, nowMs);
    this.#bytes = new TokenBucket(bytesRate, nowMs);
    this.#presence = new TokenBucket(presenceRate, nowMs);
  }

  weigh(message: Uint8Array, nowMs: number): Weighed {
    this.#messages.take(1, nowMs);
    this.#bytes.take(message.byteLength, nowMs);
    const owedMs = Math.max(this.#messages.owedMs(nowMs), this.#bytes.owedMs(nowMs));
    return { isTaken: this.#mayTake(message, nowMs), pauseMs: owedMs > 0 ? Math.max(owedMs, pauseMinMs) : 0 };
  }

  #mayTake(message: Uint8Array, nowMs: number): boolean {
    if (message[0] !== messageType.awareness) return true;
    const may = this.#presence.has(1, nowMs);
    if (may) this.#presence.take(1, nowMs);
    return may;
  }
}
