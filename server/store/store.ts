import type { Stop } from "../observe/stop.ts";

/**
 * The port of what outlives the process. Two adapters, `embedded` and `redis`, pass the same suite
 * (`test/contract/store.test.ts`). The log is the truth; a snapshot is only a shorter log.
 *
 * Positions of a document count from 1 without holes, also over snapshots and restarts; 0 is "nothing yet". They belong
 * to one **epoch**. When a store lost a document and got it back from who had it in memory, positions begin again, and the
 * epoch has another turn (`x+…`): browsers go on ({@link wireEpoch} is the same), processes read anew.
 * Every method rejects with {@link StoreUnavailable} when the store cannot be reached now (the outcome of a write is
 * then unknown; repeating it is harmless because entries are idempotent), and with {@link StoreDamaged} when what it
 * holds contradicts its checksums.
 */
export type DocumentStore = {
  /** The whole document or a rejection: never a part of it. */
  load(name: string): Promise<LoadedDocument>;
  /**
   * Appends `entries` in this order, all or none, after everything appended before. Resolves once they are durable.
   * `epoch` is the document's life as the caller knows it, null when it has none yet: the first append begins one.
   * Rejects with {@link EpochChanged} when the store holds another life, and with {@link DocumentLost} when it holds
   * nothing, or another turn of the same life: what the caller has in memory is then to be restored.
   */
  append(name: string, entries: readonly Uint8Array[], epoch: string | null): Promise<Appended>;
  /**
   * Gives back what the store lost: `entry` holds the whole document as the caller has it of `epoch`. Several who held
   * it may do so one after the other; all of it is kept. Rejects with {@link EpochChanged} when another life has begun.
   */
  restore(name: string, entry: Uint8Array, epoch: string): Promise<Appended>;
  /**
   * Puts one entry, which holds everything up to and including position `upto`, in the place of all those.
   * Answers "older" and changes nothing when a snapshot of `upto` or later is there already, or the epoch is another.
   */
  snapshot(name: string, snapshot: Snapshot): Promise<"kept" | "older">;
  /**
   * Tells of every entry after position `after` that this or another process appends: in order, none missing,
   * at least once. Ends with the stop, or with `lost`.
   */
  watch(name: string, from: LogPlace, watching: Watching): Promise<Following>;
};

export type Following = {
  readonly stop: Stop;
  /**
   * Resolves when all that is in the log by now has been told; rejects when the log cannot be read now. Null where no
   * other process appends: then there is never anything to catch up with.
   */
  readonly catchUp: (() => Promise<void>) | null;
};

/** A few small values that end by themselves: sign-ins, paired screens. */
export type KeyStore = {
  /** `expiresAtMs` on the clock that the store was given. */
  put(key: string, value: string, expiresAtMs: number): Promise<void>;
  /** Puts only where nothing lies; answers whether it did. Of several who do so at once, on any process, one is told true. */
  putNew(key: string, value: string, expiresAtMs: number): Promise<boolean>;
  get(key: string): Promise<string | null>;
  /** Gets and deletes in one step: of several who do so at once, on any process, one is told the value. */
  take(key: string): Promise<string | null>;
  delete(key: string): Promise<void>;
};

/**
 * Words between the processes of one board that nobody keeps: to every other process that listens, in order per sender, at
 * most once. Whoever needs to know for sure says it again, or looks it up.
 */
export type Messenger = {
  /** Never fails: what cannot be said now is not said. `topic` of a document is its name. */
  say(topic: string, words: Uint8Array): void;
  /** Until the stop, also over a lost connection. `from` names the process that said it: another after a restart. */
  listen(topic: string, hear: (words: Uint8Array, from: string) => void): Promise<Stop>;
};

export type Store = DocumentStore &
  KeyStore &
  Messenger & {
    /** Tries it. Warnings are sentences for the operator: works now, but would not survive what it should. */
    canAppend(): Promise<Readiness>;
    /** Finishes what was begun, then lets go. */
    close(): Promise<void>;
  };

export type LoadedDocument = {
  /** Null: this document has never existed. */
  readonly epoch: string | null;
  readonly snapshot: Uint8Array | null;
  /** What was put beside that snapshot; null when there was nothing, or it is damaged: it can be made anew. */
  readonly companion: Uint8Array | null;
  /** Entries after the snapshot, oldest first. */
  readonly entries: readonly Uint8Array[];
  /** Position of the last of them, of the snapshot when there are none, 0 when there is nothing. */
  readonly position: number;
};

export type Appended = {
  readonly epoch: string;
  /** Of the last entry. */
  readonly position: number;
  /** Nothing was there before. */
  readonly began: boolean;
};

export type Snapshot = {
  readonly bytes: Uint8Array;
  readonly upto: number;
  readonly epoch: string;
  /** What can be made from `bytes` at a cost that readers are spared. It comes and goes with them. */
  readonly companion?: Uint8Array | null;
};

/** `bytes` may hold more than the one entry (after a gap: a snapshot); applying them is idempotent. */
export type WatchedEntry = {
  readonly position: number;
  readonly epoch: string;
  readonly bytes: Uint8Array;
  readonly own: boolean;
};

/** Up to where a log was read, and of which epoch; null when the document had none yet. */
export type LogPlace = { readonly position: number; readonly epoch: string | null };

export type Watching = {
  tell(entry: WatchedEntry): void;
  /** The log that was followed is no more: see {@link DocumentStore.append}. Nothing is told after it. */
  lost(why: DocumentLost | EpochChanged): void;
};

export type Readiness =
  | { readonly can: true; readonly warnings: readonly string[] }
  | { readonly can: false; readonly why: string };

/** The store cannot be reached or cannot write now. Trying again later may help. */
export class StoreUnavailable extends Error {
  override readonly name = "StoreUnavailable";
}

/** What the store holds cannot be what was written. `message` names the file or key. */
export class StoreDamaged extends Error {
  override readonly name = "StoreDamaged";
}

/** The document was begun anew behind the caller's back. What it holds must not be mixed with the new life. */
export class EpochChanged extends Error {
  override readonly name = "EpochChanged";
}

/** The store lost the document, or lost it and got it back from somebody else. What is in memory may be all there is. */
export class DocumentLost extends Error {
  override readonly name = "DocumentLost";
}

/** The store cannot be used at all: `message` is one sentence that names the file or address and what to do. */
export class StoreRefused extends Error {
  override readonly name = "StoreRefused";
}

const turnMark = "+";

/** The epoch as browsers know it: without its turn. */
export function wireEpoch(epoch: string): string {
  return epoch.split(turnMark, 1)[0] ?? epoch;
}

/** Another turn of the same life; `turn` is unique. */
export function epochOfTurn(epoch: string, turn: string): string {
  return `${wireEpoch(epoch)}${turnMark}${turn}`;
}

/** What became of the log of epoch `known`, when the store holds `held` instead; null when it is still that. */
export function lossOf(known: string, held: string | null): DocumentLost | EpochChanged | null {
  if (held === known) return null;
  const isOther = held !== null && wireEpoch(held) !== wireEpoch(known);
  return isOther ? new EpochChanged(`now ${held}`) : new DocumentLost(held === null ? "nothing there" : `now ${held}`);
}
