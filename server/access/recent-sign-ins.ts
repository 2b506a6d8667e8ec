import type { Actor } from "../../shared/model/actor.ts";
import type { Clock } from "../observe/clock.ts";

/**
 * For how long a sign-in that was found is believed while the store cannot be asked. Long enough for a restart of Redis and
 * for an operator to come; short, since an end that was said elsewhere meanwhile may not have been heard here.
 */
export const unaskedMs = 15 * 60_000;
const recentMax = 5_000;

/** Who was found signed in last, so that a store that is away keeps nobody from reading and writing on. */
export class RecentSignIns {
  readonly #clock: Clock;
  readonly #found = new Map<string, { readonly actor: Actor; readonly foundMs: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  learn(key: string, actor: Actor | null): void {
    this.#found.delete(key);
    if (actor) this.#found.set(key, { actor, foundMs: this.#clock.now() });
    const [oldest] = this.#found.keys();
    if (this.#found.size > recentMax && oldest !== undefined) this.#found.delete(oldest);
  }

  /** Null when it was not found lately. */
  recall(key: string): Actor | null {
    const found = this.#found.get(key);
    return found && this.#clock.now() - found.foundMs <= unaskedMs ? found.actor : null;
  }
}
