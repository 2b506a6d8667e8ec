import type { Clock } from "../observe/clock.ts";
import type { Log } from "../observe/log.ts";
import type { Stop } from "../observe/stop.ts";
import type { DocumentStore, Snapshot } from "../store/store.ts";
import { snapshotEntries, snapshotLogBytes, snapshotQuietMs } from "./limits.ts";

type Parts = {
  readonly name: string;
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly log: Log;
  /** The whole document and its position; null while memory is ahead of the log. */
  readonly take: () => Snapshot | null;
};

/**
 * Keeps the log of one document short: when it is long and a moment is quiet, the whole document takes the place of
 * its entries. A snapshot that fails changes nothing: the log is the truth, and the next quiet moment tries again.
 */
export class SnapshotKeeper {
  readonly #parts: Parts;
  #entries = 0;
  #bytes = 0;
  #isWaiting = false;
  #stopWaiting: Stop = () => {};

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The log has become longer by this much. */
  grew(entries: number, bytes: number) {
    this.#entries += entries;
    this.#bytes += bytes;
    // A document that is never quiet must not grow for ever either: then the waiting goes on over new entries.
    if (this.#isLong(4) && this.#isWaiting) return;
    this.stop();
    if (!this.#isLong(1)) return;
    this.#isWaiting = true;
    const waitMs = this.#isLong(4) ? snapshotQuietMs / 20 : snapshotQuietMs;
    this.#stopWaiting = this.#parts.clock.after(waitMs, () => void this.#keep());
  }

  stop() {
    this.#isWaiting = false;
    this.#stopWaiting();
  }

  #isLong(times: number): boolean {
    return this.#entries >= times * snapshotEntries || this.#bytes >= times * snapshotLogBytes;
  }

  async #keep(): Promise<void> {
    const { name, store, log, take } = this.#parts;
    this.#isWaiting = false;
    const snapshot = take();
    if (!snapshot) return this.grew(0, 0);
    const [entries, bytes] = [this.#entries, this.#bytes];
    try {
      await store.snapshot(name, snapshot);
      this.#entries -= entries;
      this.#bytes -= bytes;
    } catch (error) {
      log.warn({ document: name, error: String(error) }, "snapshot failed, trying again later");
    }
  }
}
