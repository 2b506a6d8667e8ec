import * as Y from "yjs";

/** When an edit was handed to its socket; edits of one writer are told by the clock they end at, which only grows. */
type Sent = { readonly clocks: number[]; readonly atMs: number[] };

/** How long edits take, from handing one to the socket until a socket hands it over, both in this process: one clock. */
export class Stopwatch {
  readonly toPeerMs: number[] = [];
  readonly toSavedMs: number[] = [];
  frames = 0;
  bytes = 0;
  /** Outside a measurement arrivals count for nothing. */
  isRunning = false;
  readonly #sent = new Map<number, Sent>();
  /** Per writer: the last clock that some peer has seen. */
  readonly #seen = new Map<number, number>();

  sent(writer: number, clock: number): void {
    const { clocks, atMs } = this.#of(writer);
    clocks.push(clock);
    atMs.push(performance.now());
  }

  traffic(bytes: number): void {
    if (!this.isRunning) return;
    this.frames++;
    this.bytes += bytes;
  }

  /** A frame may hold edits of several writers, and of `reader` itself: each of the others' counts. */
  arrived(update: Uint8Array, reader: number): void {
    const nowMs = performance.now();
    const { from, to } = Y.parseUpdateMeta(update);
    for (const [writer, end] of to) {
      if (writer === reader) continue;
      this.#seen.set(writer, Math.max(end, this.#seen.get(writer) ?? 0));
      if (!this.isRunning) continue;
      const { clocks, atMs } = this.#of(writer);
      const first = firstAbove(clocks, from.get(writer) ?? 0);
      for (let at = first; at < clocks.length && (clocks[at] ?? end) <= end; at++) {
        this.toPeerMs.push(nowMs - (atMs[at] ?? nowMs));
      }
    }
  }

  saved(writer: number, clock: number): void {
    const { clocks, atMs } = this.#of(writer);
    const at = firstAbove(clocks, clock - 1);
    if (this.isRunning && clocks[at] === clock) this.toSavedMs.push(performance.now() - (atMs[at] ?? 0));
  }

  /** Whether some peer has seen every edit that was sent. */
  get isCaughtUp(): boolean {
    return [...this.#sent].every(([writer, { clocks }]) => (clocks.at(-1) ?? 0) <= (this.#seen.get(writer) ?? 0));
  }

  /** Of the edits that some peer has seen: how many, and how many of them a document with these clocks does not have. */
  seenAndNotIn(clocksKept: ReadonlyMap<number, number>): { seen: number; lost: number } {
    let [seen, lost] = [0, 0];
    for (const [writer, { clocks }] of this.#sent) {
      const seenTo = this.#seen.get(writer) ?? 0;
      const kept = clocksKept.get(writer) ?? 0;
      seen += clocks.filter((clock) => clock <= seenTo).length;
      lost += clocks.filter((clock) => clock <= seenTo && clock > kept).length;
    }
    return { seen, lost };
  }

  #of(writer: number): Sent {
    const found = this.#sent.get(writer);
    if (found) return found;
    const begun = { clocks: [], atMs: [] };
    this.#sent.set(writer, begun);
    return begun;
  }
}

/** Index of the first of the growing `values` that is above `bound`. */
function firstAbove(values: readonly number[], bound: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) > bound) high = middle;
    else low = middle + 1;
  }
  return low;
}
