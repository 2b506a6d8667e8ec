import { type Clock, machineClock } from "../../server/observe/clock.ts";
import type { Stop } from "../../server/observe/stop.ts";

/** The machine's clock, which a test can stop: until it goes on no time passes, and nothing begun meanwhile falls due. */
export class HeldClock implements Clock {
  #heldMs: number | null = null;
  #begun = new Set<() => void>();

  now(): number {
    return this.#heldMs ?? machineClock.now();
  }

  after(delayMs: number, act: () => void): Stop {
    let stop: Stop = () => {};
    const begin = () => {
      stop = machineClock.after(delayMs, act);
    };
    if (this.#heldMs === null) begin();
    else this.#begun.add(begin);
    return () => {
      this.#begun.delete(begin);
      stop();
    };
  }

  every(periodMs: number, act: () => void): Stop {
    return machineClock.every(periodMs, act);
  }

  hold(): void {
    this.#heldMs = machineClock.now();
  }

  letGo(): void {
    this.#heldMs = null;
    const begun = [...this.#begun];
    this.#begun.clear();
    for (const begin of begun) begin();
  }
}
