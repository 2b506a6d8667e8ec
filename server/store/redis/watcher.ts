import { DocumentLost, type LogPlace, lossOf, type WatchedEntry, type Watching } from "../store.ts";
import type { ReadDocument } from "./documents.ts";

type Parts = Watching & {
  /** This process, as it signs its entries. */
  readonly node: string;
  /** With no epoch the document did not exist: the first one seen is its own. */
  readonly from: LogPlace;
  /** The document has an epoch now, which it had not. */
  readonly began: () => void;
  /** Reads what came after a position. */
  readonly read: (after: number) => Promise<ReadDocument>;
};

/**
 * Follows the log of one document. The bell (pub/sub) usually carries the entry itself; it may get lost, so every entry
 * has to be the next one of the same epoch, and a hole is filled from the log. Bells cost nothing but time: the log is the
 * truth, and only a reading of it says that the log that was followed is no more.
 */
export class Watcher {
  readonly #parts: Parts;
  #seen: number;
  #epoch: string | null;
  #isReading = false;
  #rangAgain = false;
  #isStopped = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#seen = parts.from.position;
    this.#epoch = parts.from.epoch;
  }

  /** Up to where it was told, and of which epoch. */
  get place(): LogPlace {
    return { position: this.#seen, epoch: this.#epoch };
  }

  /** "<position> <node> <epoch> <bytes>", or without the bytes when they are long. */
  ring(bell: Buffer) {
    const { position, node, epoch, bytes } = readBell(bell);
    const isOfThisLog = this.#epoch === null || this.#epoch === epoch;
    // Heard twice, or late.
    if (isOfThisLog && position <= this.#seen) return;
    if (!isOfThisLog || position !== this.#seen + 1 || bytes === null || this.#isReading) return void this.catchUp();
    this.#adopt(epoch);
    this.#tell({ position, epoch, bytes, own: node === this.#parts.node });
  }

  /** Fills the hole between what was told and the end of the log. Never rejects: the next bell or beat tries again. */
  async catchUp(): Promise<void> {
    this.#rangAgain = true;
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      while (this.#rangAgain && !this.#isStopped) {
        this.#rangAgain = false;
        await this.#readOn();
      }
    } catch {
      // The store cannot be read now; its own connection reports that.
    } finally {
      this.#isReading = false;
    }
  }

  /** Resolves when all that was in the log at the call has been told. Rejects when the log cannot be read. */
  async reach(): Promise<void> {
    // Beside a reading that goes on already: it may have begun before the entry that matters.
    await this.#readOn();
  }

  stop(): void {
    this.#isStopped = true;
  }

  async #readOn(): Promise<void> {
    const before = this.place;
    this.#take(await this.#parts.read(before.position), before);
  }

  /**
   * When the entries were trimmed meanwhile, the snapshot that took their place tells the same. What is lost is seen by
   * where the reading began: while it was on its way, a bell may have told more than it knows.
   */
  #take({ epoch, snapshot, upto, entries, end }: ReadDocument, before: LogPlace) {
    const loss = before.epoch === null ? null : lossOf(before.epoch, epoch);
    if (loss) return this.#lose(loss);
    if (end < before.position) return this.#lose(new DocumentLost(`ends at ${end}, not ${before.position}`));
    if (epoch === null) return;
    this.#adopt(epoch);
    if (snapshot && upto > this.#seen) this.#tell({ position: upto, epoch, bytes: snapshot, own: false });
    for (const { position, bytes, node } of entries) {
      if (position > this.#seen) this.#tell({ position, epoch, bytes, own: node === this.#parts.node });
    }
  }

  #adopt(epoch: string): void {
    if (this.#epoch !== null) return;
    this.#epoch = epoch;
    this.#parts.began();
  }

  #lose(loss: Parameters<Watching["lost"]>[0]): void {
    if (this.#isStopped) return;
    this.#isStopped = true;
    this.#parts.lost(loss);
  }

  #tell(entry: WatchedEntry): void {
    if (this.#isStopped) return;
    this.#seen = entry.position;
    this.#parts.tell(entry);
  }
}

type Bell = {
  readonly position: number;
  readonly node: string;
  readonly epoch: string;
  readonly bytes: Buffer | null;
};

function readBell(bell: Buffer): Bell {
  const toNode = bell.indexOf(" ");
  const toEpoch = bell.indexOf(" ", toNode + 1);
  const toBytes = bell.indexOf(" ", toEpoch + 1);
  return {
    position: Number(bell.toString("latin1", 0, toNode)),
    node: bell.toString("latin1", toNode + 1, toEpoch),
    epoch: bell.toString("latin1", toEpoch + 1, toBytes === -1 ? undefined : toBytes),
    bytes: toBytes === -1 ? null : bell.subarray(toBytes + 1),
  };
}
