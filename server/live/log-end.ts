import { type Clock, pause } from "../observe/clock.ts";
import type { Following } from "../store/store.ts";
import { retryMaxMs } from "./limits.ts";

/**
 * Whether this process knows the log to its end. Others append too, and what they appended may still be on its way: what
 * is judged without it would be judged wrongly.
 */
export class LogEnd {
  readonly #clock: Clock;
  #catchUp: Following["catchUp"] = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  begin({ catchUp }: Following) {
    this.#catchUp = catchUp;
  }

  /** Where no other process appends, what is in memory is the log. */
  get mayBeAhead(): boolean {
    return this.#catchUp !== null;
  }

  /**
   * Resolves when all that was in the log at the call is known here, or nobody wants to know it any more. However long the
   * store is away: what it would say cannot be guessed.
   */
  async reach(isWanted: () => boolean): Promise<void> {
    while (this.#catchUp && isWanted()) {
      const isThere = await this.#catchUp().then(
        () => true,
        () => false,
      );
      if (isThere) return;
      await pause(this.#clock, retryMaxMs);
    }
  }
}
