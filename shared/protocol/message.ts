/**
 * Message types on a `/sync` socket. 0 and 1 are y-protocols'; the stock provider ignores what it does not know,
 * so ours live far above. Adding one changes the wire: the fingerprint test names the version to raise.
 */
export const messageType = {
  sync: 0,
  awareness: 1,
  queryAwareness: 3,
  /** `[102, n]` up: "answer when everything before this is durable"; down: it is. n is a varuint of the client's choice. */
  saved: 102,
  /** `[103, json]` down only: parts of what was sent are refused (`refusal.ts`). json is a varstring. */
  refused: 103,
  /**
   * `[104, epoch]` down only: which life of the document this is (a varstring), before anything of it is sent; a document
   * that nobody ever wrote in has none yet, and is told later. Whoever comes again with something of the document says
   * so as `/sync/<document>?epoch=…`, and is closed with `staleEpoch` when it belongs to another life.
   */
  epoch: 104,
} as const;

/** Raised whenever {@link messageType}, {@link closeCode} or the form of a message changes. */
export const wireVersion = 4;
