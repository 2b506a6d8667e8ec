/**
 * One Yjs document in memory: the only file of the server, beside the inspection, that changes or encodes one. Nothing
 * ever waits inside it for something missing: such an update is refused before it is applied.
 *
 * A large one stays as the store had it until something needs more than reading it: building a year costs a third of a
 * second of the thread that serves everybody, and fourteen times its bytes.
 */
import * as Y from "yjs";
import type { DocumentKind } from "../../shared/document/document-schema.ts";
import type { Actor } from "../../shared/model/actor.ts";
import { type Refusal, refusedMessage } from "../../shared/protocol/refusal.ts";
import { type DocumentStore, StoreDamaged } from "../store/store.ts";
import { bytesToCompanion } from "./companion.ts";
import type { Caps } from "./incoming.ts";
import { type Inspection, inspectUpdate } from "./inspect.ts";
import { keptRefusalsMax, recognisedBytesMax } from "./limits.ts";
import { packEntry, readEntry } from "./log-entry.ts";
import type { Packed, Taken as SnapshotTaken } from "./snapshot-keeper.ts";
import { StoredDocument } from "./stored-document.ts";
import { noNotes, type WriterNotes, Writers } from "./writers.ts";

export type LoadedLog = {
  readonly epoch: string | null;
  readonly position: number;
  /** Entries since the last snapshot, and what they weigh. */
  readonly logEntries: number;
  readonly logBytes: number;
  /** The last snapshot in the form of a download; null when the store had none. */
  readonly packed: Packed | null;
};

export type Taken =
  | Exclude<Inspection, { verdict: "accept" }>
  /**
   * `news` is what applying really changed: it goes to the log with `notes`, however much the sender repeated; null when
   * all that was new of it is refused.
   */
  | {
      readonly verdict: "taken";
      readonly news: Uint8Array | null;
      readonly notes: WriterNotes;
      readonly refusals: readonly Refusal[];
    }
  | { readonly verdict: "doubt" }
  /** The document may be half changed: it must be read anew from the log. */
  | { readonly verdict: "broken"; readonly error: unknown };

/** Measured with Node 24: a year of 4.2 MB is 57 MB of heap once it is built. */
const builtFactor = 14;

export type Taking = {
  readonly actor: Actor;
  readonly caps: Caps;
  readonly when: "maybe-behind" | "sure";
};

export class LiveDocument {
  #stored: StoredDocument | null = null;
  #built: Y.Doc | null = null;
  #news: Uint8Array | null = null;
  /** What the open change is about. */
  readonly #touched = new Set<string>();
  /** The answer to an empty state vector as last encoded: many who join at once cost one encoding. */
  #whole: Uint8Array | null = null;
  #version = 0;
  /** What came in as bytes, which is what a built document's size goes by. */
  #bytes = 0;
  readonly #kind: DocumentKind;
  readonly writers = new Writers();

  constructor(kind: DocumentKind) {
    this.#kind = kind;
  }

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
    const { epoch, snapshot: snapshotEntry, companion: beside, entries, position } = await store.load(name);
    const companion = beside ? bytesToCompanion(beside) : null;
    const snapshot = snapshotEntry && this.#read(snapshotEntry);
    const updates = entries.map((entry) => this.#read(entry));
    if (snapshot && companion) this.#stored = new StoredDocument({ name, snapshot, companion, entries: updates });
    else this.#built = this.#build(snapshot ? [snapshot, ...updates] : updates);
    const logBytes = entries.reduce((sum, entry) => sum + entry.byteLength, 0);
    this.#bytes = logBytes + (snapshot?.byteLength ?? 0);
    const upto = position - entries.length;
    const packed = epoch !== null && companion ? { epoch, upto, bytes: companion.packed } : null;
    return { epoch, position, logEntries: entries.length, logBytes, packed };
  }

  /** Builds the document, if it is not built. Throws as the store does when it is damaged. */
  build(): void {
    void this.#doc;
  }

  /** What `look` sees in the document; it changes nothing there. Builds it. */
  see<Seen>(look: (doc: Y.Doc) => Seen): Seen {
    return look(this.#doc);
  }

  /**
   * Takes what somebody sent, if it may be taken. `when` it might be behind the log, nothing is refused yet: what it does
   * not know may explain what looks wrong. It answers "doubt" then, and nothing is changed.
   */
  take(update: Uint8Array, { actor, caps, when }: Taking): Taken {
    const { writers } = this;
    // Whoever opens it answers our step 1, mostly with what is known: for that nothing has to be built.
    if (!writers.hasRefused && this.#stored?.holds(update)) return { verdict: "nothing", retold: null };
    const inspection = inspectUpdate({ doc: this.#doc, kind: this.#kind, writers, update, actor, caps });
    if (when === "maybe-behind" && looksWrong(inspection)) return { verdict: "doubt" };
    if (inspection.verdict !== "accept") return inspection;
    const { refusals } = inspection;
    try {
      this.#news = null;
      Y.applyUpdate(this.#doc, inspection.update);
      if (this.#waits) return { verdict: "broken", error: new Error("the inspection let something wait") };
    } catch (error) {
      return { verdict: "broken", error };
    }
    const notes = notesOf(inspection, actor);
    writers.learn(notes);
    return { verdict: "taken", news: this.#news, notes, refusals };
  }

  /**
   * All that `act` lets {@link join} becomes one change: Yjs looks at every writer and tidies up once for each change,
   * however small. Answers what it changed, null when nothing. Throws when the document may be half changed.
   */
  together(act: () => void): Uint8Array | null {
    this.#news = null;
    this.#touched.clear();
    this.#doc.transact(act);
    return this.#news;
  }

  /**
   * Takes an update within {@link together}, if it may be taken as it is and is about other entries than what came before
   * it there. Otherwise it is to be taken alone: while a change is open, what it deleted is not yet what the inspection
   * knows deleted things to be.
   */
  join(update: Uint8Array, { actor, caps }: Omit<Taking, "when">): WriterNotes | "nothing" | "alone" {
    const { writers } = this;
    const inspection = inspectUpdate({ doc: this.#doc, kind: this.#kind, writers, update, actor, caps });
    if (inspection.verdict === "nothing" && !inspection.retold) return "nothing";
    if (inspection.verdict !== "accept" || inspection.refusals.length > 0) return "alone";
    const { entries } = inspection;
    if (inspection.update !== update || entries.some((entry) => this.#touched.has(entry))) return "alone";
    Y.applyUpdate(this.#doc, update);
    if (this.#waits) throw new Error("the inspection let something wait");
    for (const entry of entries) this.#touched.add(entry);
    const notes = notesOf(inspection, actor);
    writers.learn(notes);
    return notes;
  }

  /** Takes an entry of the log; answers what it changed, null when nothing. */
  hear(entry: Uint8Array): Uint8Array | null {
    const update = this.#read(entry);
    if (this.#stored && update.byteLength <= recognisedBytesMax) return this.#hearUnbuilt(this.#stored, update);
    this.#news = null;
    Y.applyUpdate(this.#doc, update);
    return this.#news;
  }

  stateVector(): Uint8Array {
    return this.#stored?.stateVector() ?? Y.encodeStateVector(this.#doc);
  }

  /** Everything for a snapshot: as an entry, as an update, and what its companion says of it (`companion.ts`). */
  whole(): Omit<SnapshotTaken, "upto" | "epoch"> {
    const stateVector = Y.encodeStateVector(this.#doc);
    const outline = { stateVector, deletions: Y.encodeStateAsUpdate(this.#doc, stateVector) };
    const update = this.encode();
    return { bytes: packEntry({ update, notes: this.writers.notes() }), update, outline };
  }

  /** Everything. */
  encode(): Uint8Array {
    this.#whole ??= Y.encodeStateAsUpdate(this.#doc);
    // What was written over counts no longer.
    this.#bytes = this.#whole.byteLength;
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

  #hearUnbuilt(stored: StoredDocument, update: Uint8Array): Uint8Array {
    stored.hear(update);
    this.#version++;
    this.#bytes += update.byteLength;
    return update;
  }

  /** The update in an entry of the log; what it says of writers is learned. */
  #read(entry: Uint8Array): Uint8Array {
    const { update, notes } = readEntry(entry);
    this.writers.learn(notes);
    return update;
  }

  get #waits(): boolean {
    return this.#doc.store.pendingStructs !== null || this.#doc.store.pendingDs !== null;
  }
}

/** What the log is to remember of whoever wrote: ids seen for the first time, and what was refused of them. */
function notesOf({ writers, struckWriters, refusals }: Accepted, actor: Actor): WriterNotes {
  if (writers.length === 0 && refusals.length === 0) return noNotes;
  const bound = new Map(writers.map((client) => [client, actor.id]));
  const message = refusals.length > 0 ? refusedMessage(refusals.slice(0, keptRefusalsMax)) : null;
  return { bound, refused: new Map(message ? struckWriters.map((client) => [client, message]) : []) };
}

type Accepted = Extract<Inspection, { verdict: "accept" }>;

/**
 * Whether something has a hole or is refused for what it says, not for being no update: what others have appended, and is
 * not known here yet, may fill the one and explain the other.
 */
function looksWrong(inspection: Inspection): boolean {
  if (inspection.verdict === "gap") return true;
  if (inspection.verdict === "refuse") return inspection.isJudged;
  return inspection.verdict === "accept" && inspection.refusals.length > 0;
}
