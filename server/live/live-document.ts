/**
 * One Yjs document in memory: the only file of the server, beside the inspection, that changes or encodes one. Nothing
 * ever waits inside it for something missing: such an update is refused before it is applied.
 *
 * A large one stays as the store had it until something needs more than reading it: building a year costs a third of a
 * second of the thread that serves everybody, and fourteen times its bytes.
 */
import * as Y from "yjs";
import type { Actor } from "../../shared/model/actor.ts";
import { type DocumentStore, StoreDamaged } from "../store/store.ts";
import { bytesToCompanion } from "./companion.ts";
import { type Inspection, inspectUpdate } from "./inspect.ts";
import { recognisedBytesMax } from "./limits.ts";
import { StoredDocument } from "./stored-document.ts";

export type LoadedLog = {
  readonly epoch: string | null;
  readonly position: number;
  /** Entries since the last snapshot, and what they weigh. */
  readonly logEntries: number;
  readonly logBytes: number;
  /** The whole as of position `position - logEntries` in the form of a download; null when the store had none. */
  readonly packed: Uint8Array | null;
};

/** `news` is what applying really changed: it goes to the log, however much the sender repeated. */
export type Taken =
  | Exclude<Inspection, { verdict: "accept" }>
  | { readonly verdict: "changed"; readonly news: Uint8Array }
  /** The document may be half changed: it must be read anew from the log. */
  | { readonly verdict: "broken"; readonly error: unknown };

/** Measured with Node 24: a year of 4.2 MB is 57 MB of heap once it is built. */
const builtFactor = 14;

export class LiveDocument {
  #stored: StoredDocument | null = null;
  #built: Y.Doc | null = null;
  #news: Uint8Array | null = null;
  /** The answer to an empty state vector as last encoded: many who join at once cost one encoding. */
  #whole: Uint8Array | null = null;
  #version = 0;
  /** What came in as bytes, which is what a built document's size goes by. */
  #bytes = 0;

  /** The document, built now when it was not. Throws {@link StoreDamaged} when what is stored does not fit together. */
  get #doc(): Y.Doc {
    this.#built ??= this.#build(this.#stored?.updates ?? []);
    return this.#built;
  }

  /** Whether it has been built: reading in it costs no more than the reading. */
  get isBuilt(): boolean {
    return this.#built !== null;
  }

  /** Changes with every change of what is in it. */
  get version(): number {
    return this.#version;
  }

  /** What it holds of memory, roughly: it is bytes, or a tree of objects about `builtFactor` times as large. */
  get heldBytes(): number {
    return this.#bytes * (this.isBuilt ? builtFactor : 1);
  }

  /**
   * Fills the empty document with all the store has of it. Rejects as the store does, and with {@link StoreDamaged}
   * when the entries do not fit together; the document is of no use then.
   */
  async load(store: DocumentStore, name: string): Promise<LoadedLog> {
    const { epoch, snapshot, companion: beside, entries, position } = await store.load(name);
    const companion = beside ? bytesToCompanion(beside) : null;
    if (snapshot && companion) this.#stored = new StoredDocument({ name, snapshot, companion, entries });
    else this.#built = this.#build(snapshot ? [snapshot, ...entries] : entries);
    const logBytes = entries.reduce((sum, entry) => sum + entry.byteLength, 0);
    this.#bytes = logBytes + (snapshot?.byteLength ?? 0);
    return { epoch, position, logEntries: entries.length, logBytes, packed: companion?.packed ?? null };
  }

  /** Builds the document, if it is not built. Throws as the store does when it is damaged. */
  build(): void {
    void this.#doc;
  }

  /** What `look` sees in the document; it changes nothing there. Builds it. */
  see<Seen>(look: (doc: Y.Doc) => Seen): Seen {
    return look(this.#doc);
  }

  /** Takes what somebody sent, if it may be taken. */
  take(update: Uint8Array, actor: Actor): Taken {
    // Whoever opens it answers our step 1, mostly with what is known: for that nothing has to be built.
    if (this.#stored?.holds(update)) return { verdict: "nothing" };
    const inspection = inspectUpdate({ doc: this.#doc, update, actor });
    if (inspection.verdict !== "accept") return inspection;
    try {
      const news = this.hear(update);
      if (!this.#waits) return news ? { verdict: "changed", news } : { verdict: "nothing" };
    } catch (error) {
      return { verdict: "broken", error };
    }
    // Structs that point at each other in a circle pass the inspection, and would wait here for ever.
    return { verdict: "broken", error: new Error("structs wait for each other") };
  }

  /** Takes an entry of the log; answers what it changed, null when nothing. */
  hear(entry: Uint8Array): Uint8Array | null {
    if (this.#stored && entry.byteLength <= recognisedBytesMax) return this.#hearUnbuilt(this.#stored, entry);
    this.#news = null;
    Y.applyUpdate(this.#doc, entry);
    return this.#news;
  }

  stateVector(): Uint8Array {
    return this.#stored?.stateVector() ?? Y.encodeStateVector(this.#doc);
  }

  /** What a snapshot's companion says of it; see `companion.ts`. */
  outline(): { readonly stateVector: Uint8Array; readonly deletions: Uint8Array } {
    const stateVector = Y.encodeStateVector(this.#doc);
    return { stateVector, deletions: Y.encodeStateAsUpdate(this.#doc, stateVector) };
  }

  /** Everything. */
  encode(): Uint8Array {
    this.#whole ??= Y.encodeStateAsUpdate(this.#doc);
    return this.#whole;
  }

  /** The same as {@link encodeSince}, as one or more updates to be sent in this order; builds only where it must. */
  piecesSince(stateVector: Uint8Array): readonly Uint8Array[] | null {
    const pieces = this.#stored?.piecesSince(stateVector);
    if (pieces) return pieces;
    const missing = this.encodeSince(stateVector);
    return missing && [missing];
  }

  /** What somebody with `stateVector` lacks; null when that is no state vector. */
  encodeSince(stateVector: Uint8Array): Uint8Array | null {
    const isEmpty = stateVector.byteLength === 1 && stateVector[0] === 0;
    if (isEmpty) return this.encode();
    try {
      return Y.encodeStateAsUpdate(this.#doc, stateVector);
    } catch {
      return null;
    }
  }

  destroy(): void {
    this.#built?.destroy();
  }

  #build(updates: readonly Uint8Array[]): Y.Doc {
    const doc = new Y.Doc({ gc: true });
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update);
    });
    if (doc.store.pendingStructs || doc.store.pendingDs) throw new StoreDamaged("the entries leave a gap");
    this.#stored = null;
    // Only now: with a listener Yjs would write all of it as bytes again.
    doc.on("update", (update: Uint8Array) => {
      this.#news = update;
      this.#whole = null;
      this.#version++;
      this.#bytes += update.byteLength;
    });
    return doc;
  }

  #hearUnbuilt(stored: StoredDocument, entry: Uint8Array): Uint8Array {
    stored.hear(entry);
    this.#version++;
    this.#bytes += entry.byteLength;
    return entry;
  }

  get #waits(): boolean {
    return this.#doc.store.pendingStructs !== null || this.#doc.store.pendingDs !== null;
  }
}
