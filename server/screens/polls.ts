import type { Clock } from "../observe/clock.ts";
import { pairingsMax, pollEarlyMs, pollEveryMs } from "./limits.ts";

/** When each waiting screen last asked this process. */
export class Polls {
  readonly #clock: Clock;
  readonly #lastMs = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Whether `key` asks sooner after its last time than it was told to. */
  isTooFast(key: string): boolean {
    const nowMs = this.#clock.now();
    const lastMs = this.#lastMs.get(key);
    this.#lastMs.delete(key);
    this.#lastMs.set(key, nowMs);
    const [oldest] = this.#lastMs.keys();
    if (this.#lastMs.size > 2 * pairingsMax && oldest !== undefined) this.#lastMs.delete(oldest);
    return lastMs !== undefined && nowMs - lastMs < pollEveryMs - pollEarlyMs;
  }
}
