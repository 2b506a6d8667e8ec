import type { Clock } from "../observe/clock.ts";
import { pairingHoldMs, pairingsMax, pairingsPerAddressMax } from "./limits.ts";

/**
 * How many pairings this process has begun lately, by where from. Each process counts its own: what is limited is what one
 * caller can make one process and the store carry.
 */
export class BegunPairings {
  readonly #clock: Clock;
  #begun: { readonly address: string; readonly atMs: number }[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Counts one more; false when there are too many already. */
  mayBegin(address: string): boolean {
    const nowMs = this.#clock.now();
    this.#begun = this.#begun.filter(({ atMs }) => nowMs - atMs < pairingHoldMs);
    const fromThere = this.#begun.filter((one) => one.address === address).length;
    if (fromThere >= pairingsPerAddressMax || this.#begun.length >= pairingsMax) return false;
    this.#begun.push({ address, atMs: nowMs });
    return true;
  }
}
