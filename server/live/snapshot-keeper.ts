import type { Clock } from "../observe/clock.ts";
import { snapshotFailed, snapshotKept, snapshotUnpacked } from "../observe/events.ts";
import type { Log } from "../observe/log.ts";
import { type Stop, together } from "../observe/stop.ts";
import type { DocumentStore, Snapshot } from "../store/store.ts";
import { companionToBytes } from "./companion.ts";
import { packedBytesMin, snapshotAgeMs, snapshotEntries, snapshotLogBytes, snapshotQuietMs } from "./limits.ts";

/** The whole document at a position, as an entry and as an update, and what its companion says of it. */
export type Taken = Omit<Snapshot, "companion"> & {
  readonly update: Uint8Array;
  readonly outline: { readonly stateVector: Uint8Array; readonly deletions: Uint8Array };
};

/** A whole document for somebody who has nothing of it: Yjs update format V2, brotli. */
export type Packed = { readonly epoch: string; readonly upto: number; readonly bytes: Uint8Array };

/** An update (V1) → what {@link Packed} holds; done beside the thread of the sockets. */
export type Pack = (update: Uint8Array) => Promise<Uint8Array>;

type Parts = {
  readonly name: string;
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly pack: Pack;
  /** The whole document and its position; null while memory is ahead of the log. */
  readonly take: () => Taken | null;
};

/**
 * Keeps the log of one document short: when it is long or old and a moment is quiet, the whole document takes the place
 * of its entries. A snapshot that fails changes nothing: the log is the truth, and the next quiet moment tries again.
 */
export class SnapshotKeeper {
  readonly #parts: Parts;
  #entries = 0;
  #bytes = 0;
  #isOld = false;
  #agingSinceMs = 0;
  #isStopped = false;
  #isWaiting = false;
  #packed: Packed | null = null;
  #keeping: Promise<void> | null = null;
  #stopWaiting: Stop = () => {};
  #stopAging: Stop = () => {};

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The document was read: this much of a log, and what was made of its snapshot. */
  begin(log: { readonly entries: number; readonly bytes: number; readonly packed: Packed | null }) {
    this.#packed = log.packed;
    this.grew(log.entries, log.bytes);
  }

  /** The log has become longer by this much. */
  grew(entries: number, bytes: number) {
    if (this.#entries === 0 && entries > 0) this.#age();
    this.#entries += entries;
    this.#bytes += bytes;
    // A document that is never quiet must not grow for ever either: then the waiting goes on over new entries.
    if (this.#isLong(4) && this.#isWaiting) return;
    this.#stopWaiting();
    this.#isWaiting = this.#isLong(1) || this.#isOld;
    if (!this.#isWaiting) return;
    const waitMs = this.#isLong(4) ? snapshotQuietMs / 20 : snapshotQuietMs;
    this.#stopWaiting = this.#parts.clock.after(waitMs, () => void this.#keepOnce());
  }

  /**
   * The last snapshot for somebody who has nothing; the first one is made now. Null when there is none: the document is
   * small, or memory is ahead of the log, or the store cannot take one.
   */
  async packed(): Promise<Packed | null> {
    if (!this.#packed) await this.#keepOnce();
    return this.#packed;
  }

  /** What of the log is in no snapshot, and since when. */
  get figures(): { readonly logEntries: number; readonly logBytes: number; readonly unsnappedSinceMs: number | null } {
    const unsnappedSinceMs = this.#entries > 0 ? this.#agingSinceMs : null;
    return { logEntries: this.#entries, logBytes: this.#bytes, unsnappedSinceMs };
  }

  get heldBytes(): number {
    return this.#packed?.bytes.byteLength ?? 0;
  }

  stop() {
    this.#isStopped = true;
    together([this.#stopWaiting, this.#stopAging])();
  }

  #age() {
    this.#stopAging();
    this.#agingSinceMs = this.#parts.clock.now();
    this.#stopAging = this.#parts.clock.after(snapshotAgeMs, () => {
      this.#isOld = true;
      this.grew(0, 0);
    });
  }

  #isLong(times: number): boolean {
    return this.#entries >= times * snapshotEntries || this.#bytes >= times * snapshotLogBytes;
  }

  #keepOnce(): Promise<void> {
    this.#keeping ??= this.#keep().finally(() => {
      this.#keeping = null;
    });
    return this.#keeping;
  }

  async #keep(): Promise<void> {
    const { name, store, log, take } = this.#parts;
    this.#isWaiting = false;
    const taken = take();
    if (!taken) return this.#isStopped ? undefined : this.grew(0, 0);
    const { bytes, upto, epoch } = taken;
    const before = { entries: this.#entries, bytes: this.#bytes };
    const packed = await this.#pack(taken);
    const companion = packed && companionToBytes({ ...taken.outline, packed });
    try {
      const answer = await store.snapshot(name, { bytes, upto, epoch, companion });
      if (answer === "kept") snapshotKept(log, { document: name, upto, bytes: bytes.byteLength });
      this.#packed = packed && { epoch, upto, bytes: packed };
      if (!this.#isStopped) this.#shrank(before);
    } catch (error) {
      snapshotFailed(log, { document: name, why: String(error) });
    }
  }

  /** A snapshot without it is as good, only slower to open. */
  async #pack({ update }: Taken): Promise<Uint8Array | null> {
    if (update.byteLength < packedBytesMin) return null;
    const { name, log, pack } = this.#parts;
    return pack(update).catch((error: unknown) => {
      snapshotUnpacked(log, { document: name, why: String(error) });
      return null;
    });
  }

  #shrank({ entries, bytes }: { readonly entries: number; readonly bytes: number }) {
    this.#entries -= entries;
    this.#bytes -= bytes;
    this.#isOld = false;
    this.#stopAging();
    if (this.#entries > 0) this.#age();
  }
}
