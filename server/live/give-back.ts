import { type Clock, pause } from "../observe/clock.ts";
import { documentLost, restoredFromMemory } from "../observe/events.ts";
import type { Log } from "../observe/log.ts";
import { type DocumentStore, StoreUnavailable } from "../store/store.ts";
import { retryFirstMs, retryMaxMs } from "./limits.ts";

type Parts = {
  readonly name: string;
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly log: Log;
  /** The life of what this process holds. */
  readonly epoch: string;
  /** The whole document as one entry of the log. */
  readonly take: () => Uint8Array;
  /** Ends the trying. */
  readonly until: () => boolean;
};

/**
 * Gives the store a whole document back, which it lost and this process holds. Tried until the store takes it or refuses,
 * above all because another life of the document has begun. Never rejects: answers why the document in memory is now to
 * be closed.
 */
export async function giveBack({ name, store, clock, log, epoch, take, until }: Parts): Promise<unknown> {
  documentLost(log, { document: name });
  for (let waitMs = retryFirstMs; !until(); waitMs = Math.min(2 * waitMs, retryMaxMs)) {
    try {
      const { position } = await store.restore(name, take(), epoch);
      restoredFromMemory(log, { document: name, upto: position });
      return new StoreUnavailable("given back, to be read anew");
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) return error;
      await pause(clock, waitMs);
    }
  }
  return new StoreUnavailable("closed before it was given back");
}
