/** The documents in memory that nobody has open, in the order in which they were left. It knows names and bytes, no time. */
export class UnusedDocuments {
  readonly #names = new Set<string>();

  /** The last who had it open has left. */
  left(name: string) {
    this.#names.delete(name);
    this.#names.add(name);
  }

  /** Somebody has it open again, or it has left memory. */
  taken(name: string) {
    this.#names.delete(name);
  }

  /**
   * Which of them must leave memory, longest unused first, so that no more than `bytesMax` is held; fewer where what is
   * in use is more than that by itself. `heldBytesByName` holds every document in memory.
   */
  surplus(heldBytesByName: ReadonlyMap<string, number>, bytesMax: number): string[] {
    let bytes = heldBytesByName.values().reduce((sum, each) => sum + each, 0);
    const leaving: string[] = [];
    for (const name of this.#names) {
      if (bytes <= bytesMax) break;
      bytes -= heldBytesByName.get(name) ?? 0;
      leaving.push(name);
    }
    return leaving;
  }
}
