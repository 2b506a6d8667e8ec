/** So much at once, and so much in every second after it. */
export type Rate = { readonly perSecond: number; readonly burst: number };

/** Counts one kind of thing against a rate. It may be overdrawn: what has come has come, and is paid back by waiting. */
export class TokenBucket {
  readonly #rate: Rate;
  #left: number;
  #atMs: number;

  constructor(rate: Rate, nowMs: number) {
    this.#rate = rate;
    this.#left = rate.burst;
    this.#atMs = nowMs;
  }

  take(count: number, nowMs: number): void {
    this.#fill(nowMs);
    this.#left -= count;
  }

  has(count: number, nowMs: number): boolean {
    this.#fill(nowMs);
    return this.#left >= count;
  }

  /** How long until nothing is owed any more; 0 when nothing is. */
  owedMs(nowMs: number): number {
    this.#fill(nowMs);
    return Math.max(0, Math.ceil((-this.#left / this.#rate.perSecond) * 1000));
  }

  /** A clock that is set back gives nothing and takes nothing. */
  #fill(nowMs: number): void {
    const passedMs = Math.max(0, nowMs - this.#atMs);
    this.#atMs = nowMs;
    this.#left = Math.min(this.#rate.burst, this.#left + (passedMs / 1000) * this.#rate.perSecond);
  }
}
