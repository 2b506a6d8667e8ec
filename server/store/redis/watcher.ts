import type { WatchedEntry } from "../store.ts";
import type { ReadDocument } from "./documents.ts";

type Parts = {
  /** This process, as it signs its entries. */
  readonly node: string;
  readonly after: number;
  /** Reads what came after a position. */
  readonly read: (after: number) => Promise<ReadDocument>;
  readonly tell: (entry: WatchedEntry) => void;
};

/**
 * Follows the log of one document. The bell (pub/sub) usually carries the entry itself; it may get lost, so every entry
 * has to be the next one, and a hole is filled from the log. Bells cost nothing but time: the log is the truth.
 */
export class Watcher {
  readonly #parts: Parts;
  #seen: number;
  #isReading = false;
  #rangAgain = false;
  #isStopped = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#seen = parts.after;
  }

  /** "<position> <node> <bytes>", or without the bytes when they are long. */
  ring(bell: Buffer): void {
    const [toNode, toBytes] = [bell.indexOf(" "), bell.indexOf(" ", bell.indexOf(" ") + 1)];
    const position = Number(bell.toString("latin1", 0, toNode));
    const isNext = position === this.#seen + 1 && toBytes !== -1 && !this.#isReading;
    if (!isNext) {
      if (position > this.#seen) void this.catchUp();
      return;
    }
    const node = bell.toString("latin1", toNode + 1, toBytes);
    this.#tell({ position, bytes: bell.subarray(toBytes + 1), own: node === this.#parts.node });
  }

  /** Fills the hole between what was told and the end of the log. Never rejects: the next bell or beat tries again. */
  async catchUp(): Promise<void> {
    this.#rangAgain = true;
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      while (this.#rangAgain && !this.#isStopped) {
        this.#rangAgain = false;
        this.#tellAll(await this.#parts.read(this.#seen));
      }
    } catch {
      // The store cannot be read now; its own connection reports that.
    } finally {
      this.#isReading = false;
    }
  }

  stop(): void {
    this.#isStopped = true;
  }

  /** When the entries were trimmed meanwhile, the snapshot that took their place tells the same. */
  #tellAll({ snapshot, upto, entries }: ReadDocument): void {
    if (snapshot && upto > this.#seen) this.#tell({ position: upto, bytes: snapshot, own: false });
    for (const { position, bytes, node } of entries) {
      if (position > this.#seen) this.#tell({ position, bytes, own: node === this.#parts.node });
    }
  }

  #tell(entry: WatchedEntry): void {
    if (this.#isStopped) return;
    this.#seen = entry.position;
    this.#parts.tell(entry);
  }
}
