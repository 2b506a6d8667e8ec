import type { Stop } from "./stop.ts";

/** Time, handed to whoever needs it: nothing else in the server reads the clock or sets a timer. */
export type Clock = {
  /** Milliseconds since 1970, as `Date.now`. */
  now(): number;
  /** Runs `act` once after `delayMs`; the answer calls it off. A waiting timer never keeps the process alive. */
  after(delayMs: number, act: () => void): Stop;
  /** Runs `act` every `periodMs` until stopped. */
  every(periodMs: number, act: () => void): Stop;
};

/** The machine's own time. */
export const machineClock: Clock = {
  now: () => Date.now(),
  after(delayMs, act) {
    const timer = setTimeout(act, delayMs).unref();
    return () => clearTimeout(timer);
  },
  every(periodMs, act) {
    const timer = setInterval(act, periodMs).unref();
    return () => clearInterval(timer);
  },
};

/** Resolves after `delayMs` of `clock`. */
export function pause(clock: Clock, delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    clock.after(delayMs, resolve);
  });
}
