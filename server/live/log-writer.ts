import * as Y from "yjs";
import { type Clock, pause } from "../observe/clock.ts";
import { appendFailed, appendRecovered } from "../observe/events.ts";
import type { Log } from "../observe/log.ts";
import type { Meters } from "../observe/meters.ts";
import type { Stop } from "../observe/stop.ts";
import { type Appended, type DocumentStore, StoreUnavailable } from "../store/store.ts";
import { appendEveryMs, batchBytesMax, queuedBytesMax, retryFirstMs, retryMaxMs } from "./limits.ts";
import { packEntry } from "./log-entry.ts";
import { noNotes, type WriterNotes } from "./writers.ts";

/** An accepted change on its way to the log; a `Sender` who alone made a batch need not hear of it. */
type Queued<Sender> = {
  readonly update: Uint8Array;
  readonly senders: readonly Sender[];
  readonly notes: WriterNotes;
};

/** What became durable in one append: `update` without the notes that went to the log with it. */
export type Batch<Sender> = {
  readonly update: Uint8Array;
  readonly senders: ReadonlySet<Sender>;
  readonly appended: Appended;
};

type Parts<Sender> = {
  readonly name: string;
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly meters: Meters;
  /** Called once per batch, in order. Until then nobody may see any of it. */
  readonly onDurable: (batch: Batch<Sender>) => void;
  /** The store refused for good: {@link DocumentLost}, {@link EpochChanged}, {@link StoreDamaged}, or our own fault. Nothing is tried again. */
  readonly onRefused: (error: unknown) => void;
  /** More waits than may: senders are to be held, or let go on. */
  readonly onPressure: (pressure: "high" | "low") => void;
};

/**
 * The one way from memory to the log of a document. The first edit after a pause goes out at once; behind it, what comes
 * while an append is in flight or the last one began a moment ago is gathered and goes out as the next: load makes
 * batches, since a frame costs each socket the same whether one edit is in it or twenty. A failing store is tried again
 * and again with what waits, in order.
 */
export class LogWriter<Sender> {
  /** How many changes were handed in, and how many of them are durable. A moment is durable when the second reached it. */
  pushed = 0;
  durable = 0;

  readonly #parts: Parts<Sender>;
  #queue: Queued<Sender>[] = [];
  #queuedBytes = 0;
  #epoch: string | null = null;
  #running = false;
  #stopped = false;
  /** Attempts that the store did not take since it last took one. */
  #failures = 0;
  /** When the last append began. */
  #beganMs = Number.NEGATIVE_INFINITY;
  #stopWaiting: Stop = () => {};
  #stopTurn: Stop = () => {};
  #isTurn = false;

  constructor(parts: Parts<Sender>) {
    this.#parts = parts;
  }

  get isIdle(): boolean {
    return this.pushed === this.durable;
  }

  /** Accepted and not durable yet. */
  get queuedBytes(): number {
    return this.#queuedBytes;
  }

  /** The store did not take the last append: it is tried again and again. */
  get isFailing(): boolean {
    return this.#failures > 0;
  }

  get epoch(): string | null {
    return this.#epoch;
  }

  /** The life of the document as it was loaded. */
  begin(epoch: string | null): void {
    this.#epoch = epoch;
  }

  push(queued: Queued<Sender>): void {
    this.pushed++;
    this.#queue.push(queued);
    this.#weigh(queued.update.byteLength);
    if (!this.#running && !this.#isTurn) void this.#run();
  }

  /**
   * Calls `act` when the next append may begin, and appends what it hands in. Answers false, and calls nothing, when that is
   * at once. One at a time.
   */
  atNextTurn(act: () => void): boolean {
    const waitMs = this.#waitMs();
    if (waitMs <= 0) return false;
    this.#stopTurn = this.#parts.clock.after(waitMs, () => {
      this.#isTurn = true;
      act();
      this.#isTurn = false;
      if (!this.#running) void this.#run("at once");
    });
    return true;
  }

  /** Gives up what is not durable yet. */
  stop(): void {
    this.#stopped = true;
    this.#stopWaiting();
    this.#stopTurn();
  }

  async #run(first: "at once" | "in turn" = "in turn"): Promise<void> {
    this.#running = true;
    let waitMs = first === "at once" ? 0 : this.#waitMs();
    try {
      while (this.#queue.length > 0 && !this.#stopped) {
        if (waitMs > 0) await this.#gather(waitMs);
        await this.#appendBatch();
        waitMs = this.#waitMs();
      }
    } catch (error) {
      this.#stopped = true;
      this.#parts.onRefused(error);
    } finally {
      this.#running = false;
    }
  }

  /** Never longer than one turn, also when the machine's clock is set back. */
  #waitMs(): number {
    return Math.min(appendEveryMs, this.#beganMs + appendEveryMs - this.#parts.clock.now());
  }

  #gather(forMs: number): Promise<void> {
    return new Promise((resolve) => {
      this.#stopWaiting = this.#parts.clock.after(forMs, resolve);
    });
  }

  async #appendBatch(): Promise<void> {
    const taken = this.#take();
    const [first] = taken;
    if (!first) return;
    this.#beganMs = this.#parts.clock.now();
    const update = taken.length === 1 ? first.update : Y.mergeUpdates(taken.map((queued) => queued.update));
    const appended = await this.#append(packEntry({ update, notes: joined(taken.map(({ notes }) => notes)) }));
    if (!appended) return;
    this.#epoch = appended.epoch;
    this.durable += taken.length;
    this.#weigh(-taken.reduce((sum, queued) => sum + queued.update.byteLength, 0));
    this.#parts.onDurable({ update, senders: new Set(taken.flatMap(({ senders }) => senders)), appended });
  }

  #take(): Queued<Sender>[] {
    let bytes = 0;
    let count = 0;
    for (const { update } of this.#queue) {
      bytes += update.byteLength;
      if (count > 0 && bytes > batchBytesMax) break;
      count++;
    }
    return this.#queue.splice(0, count);
  }

  async #append(entry: Uint8Array): Promise<Appended | null> {
    const { name, store, clock, meters } = this.#parts;
    const beganMs = clock.now();
    for (let waitMs = retryFirstMs; !this.#stopped; waitMs = Math.min(2 * waitMs, retryMaxMs)) {
      try {
        const appended = await store.append(name, [entry], this.#epoch);
        this.#taken(clock.now() - beganMs);
        return appended;
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
        meters.appendFailed();
        this.#notTaken(error);
        await pause(clock, waitMs);
      }
    }
    return null;
  }

  /** One line when an outage begins, one when it ends: what is between is counted. */
  #notTaken({ message }: StoreUnavailable): void {
    const { name, log } = this.#parts;
    if (this.#failures++ > 0) return;
    appendFailed(log, { document: name, why: message, queuedBytes: this.#queuedBytes });
  }

  #taken(tookMs: number): void {
    const { name, log, meters } = this.#parts;
    meters.appended(tookMs);
    if (this.#failures > 0) appendRecovered(log, { document: name, attempts: this.#failures + 1, tookMs });
    this.#failures = 0;
  }

  #weigh(bytes: number): void {
    const before = this.#queuedBytes;
    this.#queuedBytes += bytes;
    const { onPressure } = this.#parts;
    if (before <= queuedBytesMax && this.#queuedBytes > queuedBytesMax) onPressure("high");
    // Far below the bound, so that the two do not alternate.
    const low = queuedBytesMax / 2;
    if (before > low && this.#queuedBytes <= low) onPressure("low");
  }
}

export function joined(notes: readonly WriterNotes[]): WriterNotes {
  const said = notes.filter((one) => one !== noNotes);
  if (said.length === 0) return noNotes;
  return {
    bound: new Map(said.flatMap(({ bound }) => [...bound])),
    refused: new Map(said.flatMap(({ refused }) => [...refused])),
  };
}
