/**
 * A document as the store has it: snapshot and entries, not built. It can say what there is, send it, and recognise
 * what is already known: enough for everybody who opens it to read. Whatever needs more builds the document.
 */
import * as Y from "yjs";
import { StoreDamaged } from "../store/store.ts";
import type { Companion } from "./companion.ts";
import { recognisedBytesMax } from "./limits.ts";
import { scanUpdate } from "./scan.ts";

type DeleteSet = ReturnType<typeof Y.decodeUpdate>["ds"];

export type Stored = {
  readonly name: string;
  readonly snapshot: Uint8Array;
  readonly companion: Companion;
  readonly entries: readonly Uint8Array[];
};

export class StoredDocument {
  readonly #snapshot: Uint8Array;
  readonly #companion: Companion;
  readonly #entries: Uint8Array[] = [];
  /** Per writer: the first clock that is not there. Of the snapshot, and with the entries. */
  readonly #snapshotEnds: ReadonlyMap<number, number>;
  readonly #ends: Map<number, number>;
  /** What came after the snapshot and all that was deleted before, made once for all who ask. */
  #rest: Uint8Array | null = null;
  #deleted: DeleteSet | null = null;

  /** Throws {@link StoreDamaged} when the entries leave a gap. */
  constructor({ name, snapshot, companion, entries }: Stored) {
    this.#snapshot = snapshot;
    this.#companion = companion;
    this.#snapshotEnds = Y.decodeStateVector(companion.stateVector);
    this.#ends = new Map(this.#snapshotEnds);
    for (const entry of entries) {
      if (!this.#follows(entry)) throw new StoreDamaged(`${name}: the entries leave a gap`);
      this.hear(entry);
    }
  }

  /** Everything, in the order in which it builds the document. */
  get updates(): readonly Uint8Array[] {
    return [this.#snapshot, ...this.#entries];
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#ends);
  }

  /** One more entry of the log. */
  hear(entry: Uint8Array): void {
    this.#entries.push(entry);
    for (const [client, end] of Y.parseUpdateMeta(entry).to) this.#ends.set(client, Math.max(end, this.#endOf(client)));
    this.#rest = null;
    this.#deleted = null;
  }

  /**
   * What somebody with `stateVector` lacks, to be sent in this order; null when only the built document can tell: when
   * they have a part of the snapshot.
   */
  piecesSince(stateVector: Uint8Array): readonly Uint8Array[] | null {
    const known = decodeEnds(stateVector);
    if (!known) return null;
    if (known.size === 0) return this.#entries.length === 0 ? [this.#snapshot] : [this.#snapshot, this.#restOnce()];
    const hasSnapshot = this.#snapshotEnds.entries().every(([client, end]) => (known.get(client) ?? 0) >= end);
    return hasSnapshot ? [this.#restOnce()] : null;
  }

  /** Whether `update` surely brings nothing new; false also for what would have to be looked at more closely. */
  holds(update: Uint8Array): boolean {
    if (update.byteLength > recognisedBytesMax || !scanUpdate(update)) return false;
    try {
      const { structs, ds } = Y.decodeUpdate(update);
      const isKnown = structs.every(({ id, length }) => length >= 1 && id.clock + length <= this.#endOf(id.client));
      return isKnown && isWithin(ds, this.#deletedOnce());
    } catch {
      return false;
    }
  }

  #endOf(client: number): number {
    return this.#ends.get(client) ?? 0;
  }

  #follows(entry: Uint8Array): boolean {
    return Y.parseUpdateMeta(entry)
      .from.entries()
      .every(([client, from]) => from <= this.#endOf(client));
  }

  #restOnce(): Uint8Array {
    this.#rest ??= Y.mergeUpdates([this.#companion.deletions, ...this.#entries]);
    return this.#rest;
  }

  #deletedOnce(): DeleteSet {
    this.#deleted ??= Y.decodeUpdate(this.#restOnce()).ds;
    return this.#deleted;
  }
}

/** Yjs merges and sorts the ranges of a delete set it writes, so a known range lies within one of them. */
function isWithin(part: DeleteSet, whole: DeleteSet): boolean {
  return part.clients
    .entries()
    .every(([client, ranges]) =>
      ranges.every(({ clock, len }) =>
        (whole.clients.get(client) ?? []).some(
          (range) => range.clock <= clock && clock + len <= range.clock + range.len,
        ),
      ),
    );
}

function decodeEnds(stateVector: Uint8Array): Map<number, number> | null {
  try {
    return Y.decodeStateVector(stateVector);
  } catch {
    return null;
  }
}
