/**
 * One Yjs document in memory: the only file of the server, beside the inspection, that changes or encodes one. Nothing
 * ever waits inside it for something missing: such an update is refused before it is applied.
 */
import * as Y from "yjs";
import type { Actor } from "../../shared/model/actor.ts";
import { type DocumentStore, StoreDamaged } from "../store/store.ts";
import { type Inspection, inspectUpdate } from "./inspect.ts";

export type LoadedLog = {
  readonly epoch: string | null;
  readonly position: number;
  /** Entries since the last snapshot, and what they weigh. */
  readonly logEntries: number;
  readonly logBytes: number;
};

/** `news` is what applying really changed: it goes to the log, however much the sender repeated. */
export type Taken =
  | Exclude<Inspection, { verdict: "accept" }>
  | { readonly verdict: "changed"; readonly news: Uint8Array }
  /** The document may be half changed: it must be read anew from the log. */
  | { readonly verdict: "broken"; readonly error: unknown };

export class LiveDocument {
  readonly #doc = new Y.Doc({ gc: true });
  #news: Uint8Array | null = null;
  /** The answer to an empty state vector as last encoded: many who join at once cost one encoding. */
  #whole: Uint8Array | null = null;

  constructor() {
    this.#doc.on("update", (update: Uint8Array) => {
      this.#news = update;
      this.#whole = null;
    });
  }

  /**
   * Fills the empty document with all the store has of it. Rejects as the store does, and with {@link StoreDamaged}
   * when the entries do not fit together; the document is of no use then.
   */
  async load(store: DocumentStore, name: string): Promise<LoadedLog> {
    const { epoch, snapshot, entries, position } = await store.load(name);
    this.#doc.transact(() => {
      if (snapshot) Y.applyUpdate(this.#doc, snapshot);
      for (const entry of entries) Y.applyUpdate(this.#doc, entry);
    });
    if (this.#waits) throw new StoreDamaged(`${name}: the entries leave a gap`);
    const logBytes = entries.reduce((sum, entry) => sum + entry.byteLength, 0);
    return { epoch, position, logEntries: entries.length, logBytes };
  }

  /** Takes what somebody sent, if it may be taken. */
  take(update: Uint8Array, actor: Actor): Taken {
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
    this.#news = null;
    Y.applyUpdate(this.#doc, entry);
    return this.#news;
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#doc);
  }

  /** Everything. */
  encode(): Uint8Array {
    this.#whole ??= Y.encodeStateAsUpdate(this.#doc);
    return this.#whole;
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
    this.#doc.destroy();
  }

  get #waits(): boolean {
    return this.#doc.store.pendingStructs !== null || this.#doc.store.pendingDs !== null;
  }
}
