/** What was seen in one document, by key: many who ask for the same thing cost one look, until the document changes. */
export class Glances {
  #version = -1;
  readonly #seenByKey = new Map<string, unknown>();

  /** What `look` answers, or answered for this `key` and `version` before. One key always has looks of one type. */
  see<Seen>(key: string, version: number, look: () => Seen): Seen {
    if (version !== this.#version) this.#seenByKey.clear();
    this.#version = version;
    if (!this.#seenByKey.has(key)) this.#seenByKey.set(key, look());
    // The same key was filled by a look of the same type.
    return this.#seenByKey.get(key) as Seen;
  }
}

/** Who waits for a moment of a document to be durable (SPEC, words). */
export class DurableWaits {
  #waiting: { readonly after: number; readonly resolve: (isDurable: boolean) => void }[] = [];

  /** Resolves with true once the log has `after` edits, of which it has `durable` now; with false when the document closes before. */
  until(after: number, durable: number): Promise<boolean> {
    if (after <= durable) return Promise.resolve(true);
    return new Promise((resolve) => this.#waiting.push({ after, resolve }));
  }

  release(durable: number) {
    const isOver = ({ after }: { readonly after: number }) => after <= durable;
    for (const { resolve } of this.#waiting.filter(isOver)) resolve(true);
    this.#waiting = this.#waiting.filter((one) => !isOver(one));
  }

  stop() {
    for (const { resolve } of this.#waiting.splice(0)) resolve(false);
  }
}
