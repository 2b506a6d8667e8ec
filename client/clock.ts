import type { Day } from "../shared/kit/day.ts";
import { hanoiAt } from "../shared/kit/hanoi.ts";
import { newId } from "../shared/kit/id.ts";

/** The only door of the browser side to time and chance, so that everything else can be told what time it is. */

/** Today in Hanoi (UTC+7, no daylight saving), whatever the zone of this machine. */
export function todayInHanoi(): Day {
  return hanoiAt(Date.now()).day;
}

/** Milliseconds of a clock that never goes back. */
export function nowMs(): number {
  return performance.now();
}

/** Milliseconds since 1970: for what others read too. */
export function timeMs(): number {
  return Date.now();
}

/** Runs `act` once after `delayMs`. Returns the stop. */
export function later(delayMs: number, act: () => void): () => void {
  const timer = setTimeout(act, delayMs);
  return () => clearTimeout(timer);
}

/** Longest wait for a frame: a hidden tab makes none. */
const frameMaxMs = 250;

/** Runs `act` once what was just changed is on the screen, or soon after where nothing is drawn. Returns the stop. */
export function afterPaint(act: () => void): () => void {
  let stop = later(frameMaxMs, act);
  if (typeof requestAnimationFrame !== "function") return () => stop();
  const frame = requestAnimationFrame(() => {
    stop();
    // Drawing comes after the callbacks of the frame, and timers after drawing.
    stop = later(0, act);
  });
  return () => {
    cancelAnimationFrame(frame);
    stop();
  };
}

/** Runs `act` every `periodMs`. Returns the stop. */
export function every(periodMs: number, act: () => void): () => void {
  const timer = setInterval(act, periodMs);
  return () => clearInterval(timer);
}

/** A whole number from `least` up to, not including, `below`. */
export function randomBetween(least: number, below: number): number {
  return least + Math.floor(Math.random() * (below - least));
}

/** A new id for an item or an entry. */
export function freshId(): string {
  return newId((bytes) => crypto.getRandomValues(bytes));
}
