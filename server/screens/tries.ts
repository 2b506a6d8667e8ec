import type { Clock } from "../observe/clock.ts";
import { triersMax, triesMax, triesWithinMs } from "./limits.ts";

/** How often each person has lately named a code behind which nothing waits. */
export class Tries {
  readonly #clock: Clock;
  readonly #missesMs = new Map<string, readonly number[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Whether the person has to wait before naming another. */
  areUsedUp(personId: string): boolean {
    return this.#recent(personId).length >= triesMax;
  }

  missed(personId: string): void {
    const misses = [...this.#recent(personId), this.#clock.now()];
    this.#missesMs.delete(personId);
    this.#missesMs.set(personId, misses);
    const [oldest] = this.#missesMs.keys();
    if (this.#missesMs.size > triersMax && oldest !== undefined) this.#missesMs.delete(oldest);
  }

  #recent(personId: string): readonly number[] {
    const nowMs = this.#clock.now();
    return (this.#missesMs.get(personId) ?? []).filter((atMs) => nowMs - atMs < triesWithinMs);
  }
}
