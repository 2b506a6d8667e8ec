/** What one machine keeps of the document over reloads (IndexedDB, in `client/connection`). */
export type Kept = {
  readonly update: Uint8Array;
  isUnsaved: boolean;
  /** The server said that something was refused while this was not confirmed: it may be about this. */
  isDoubted: boolean;
};

export class MachineKeep {
  /** Which life of the document it belongs to. */
  epoch: string | null = null;
  /** Something in it was refused: it must go as soon as nothing in it is unsaved. */
  mustGo = false;
  readonly #rows = new Map<number, Kept>();
  #lastKey = 0;

  get rows(): ReadonlyMap<number, Kept> {
    return this.#rows;
  }

  get unsaved(): readonly Kept[] {
    return [...this.#rows.values()].filter(({ isUnsaved }) => isUnsaved);
  }

  /** Answers its key. */
  put(update: Uint8Array, whose: "own" | "others'"): number {
    this.#rows.set(++this.#lastKey, { update, isUnsaved: whose === "own", isDoubted: false });
    return this.#lastKey;
  }

  markSaved(keys: readonly number[]): readonly Kept[] {
    const saved = keys.flatMap((key) => this.#rows.get(key) ?? []);
    for (const kept of saved) kept.isUnsaved = false;
    return saved;
  }

  clear() {
    this.#rows.clear();
    this.mustGo = false;
  }
}
