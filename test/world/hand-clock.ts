import type { Clock } from "../../server/observe/clock.ts";

/** A clock that a test moves by hand: nothing waits for real, and nothing happens by itself. */
export class HandClock implements Clock {
  #nowMs: number;
  #waiting: { atMs: number; periodMs: number | null; act: () => void }[] = [];

  constructor(nowMs = Date.UTC(2026, 10, 23)) {
    this.#nowMs = nowMs;
  }

  now(): number {
    return this.#nowMs;
  }

  after(delayMs: number, act: () => void): () => void {
    return this.#wait(delayMs, null, act);
  }

  every(periodMs: number, act: () => void): () => void {
    return this.#wait(periodMs, periodMs, act);
  }

  /** How many timers wait. */
  get waitingCount(): number {
    return this.#waiting.length;
  }

  /** When the next timer falls due; null when none waits. */
  get nextAtMs(): number | null {
    return this.#waiting.length === 0 ? null : Math.min(...this.#waiting.map(({ atMs }) => atMs));
  }

  /** Lets `ms` pass: what falls due runs in order of its time. */
  pass(ms: number): void {
    const endMs = this.#nowMs + ms;
    for (let due = this.#nextUntil(endMs); due; due = this.#nextUntil(endMs)) {
      this.#nowMs = due.atMs;
      if (due.periodMs === null) this.#waiting.splice(this.#waiting.indexOf(due), 1);
      else due.atMs += due.periodMs;
      due.act();
    }
    this.#nowMs = endMs;
  }

  /** Sets the time of day back, as an operator or a time server may. Timers run on: they count what passes. */
  setBack(ms: number): void {
    this.#nowMs -= ms;
    for (const timer of this.#waiting) timer.atMs -= ms;
  }

  #nextUntil(endMs: number) {
    return this.#waiting.filter(({ atMs }) => atMs <= endMs).sort((one, other) => one.atMs - other.atMs)[0];
  }

  #wait(delayMs: number, periodMs: number | null, act: () => void): () => void {
    const timer = { atMs: this.#nowMs + delayMs, periodMs, act };
    this.#waiting.push(timer);
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== timer);
    };
  }
}
