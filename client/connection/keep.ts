import { later } from "../clock.ts";
import { answer, openDatabase, walk, whenDone } from "./indexed-db.ts";

/**
 * What this machine keeps of the documents (IndexedDB), so that unsaved edits survive a reload (P3) and a board opens
 * before the network answers. It knows updates as bytes and nothing of what is in them. One keep belongs to one person
 * and one epoch of the server's store: another person, or a store that began anew, never meets these bytes.
 */
export type Keep = {
  /** Everything kept of a document, oldest first; `isUnsaved` marks own updates the server has not confirmed. */
  load(name: string): Promise<readonly KeptUpdate[]>;
  /** Keeps an own update at once. Resolves with its key when it is on disk; rejects where it cannot be kept. */
  putOwn(name: string, update: Uint8Array, label: string): Promise<number>;
  /** Keeps what came from others, where that is possible; written in gathered form a moment later. */
  putOthers(name: string, update: Uint8Array): void;
  /** Keeps a whole document as it was downloaded (update format V2). */
  putWhole(name: string, document: Uint8Array): void;
  /** Own updates with these keys are durable on the server. */
  markSaved(keys: readonly number[]): Promise<void>;
  /** What is known of a document as a whole. */
  factsOf(name: string): Promise<DocumentFacts>;
  /** The epoch of what is kept of a document, as the server told it. */
  putEpoch(name: string, epoch: string): Promise<void>;
  /** What is kept of a document differs from what the server has, and must not be gone on with. */
  markForRebuild(name: string): Promise<void>;
  /** Replaces everything kept of a document but the unsaved by one state. */
  compact(name: string, state: Uint8Array): Promise<void>;
  /** The document was built anew and is `state` now: in one step, what was kept goes and it needs no rebuild any more. */
  rebuild(name: string, rebuilt: Rebuilt): Promise<void>;
};

/** `epoch` is null when the server told none. */
export type DocumentFacts = { readonly epoch: string | null; readonly mustRebuild: boolean };

/**
 * `keptApart`: everything stays under this other name, where an operator finds it: it may be the last copy anywhere. Else
 * it is deleted, except for unsaved updates that are not among `ownKeys`: they are another tab's.
 */
export type Rebuilt = {
  readonly state: Uint8Array;
  readonly ownKeys: readonly number[];
  readonly keptApart: string | null;
};

export type KeptUpdate = {
  readonly key: number;
  readonly update: Uint8Array;
  /** Yjs' update format. */
  readonly format: 1 | 2;
  readonly isUnsaved: boolean;
  readonly label: string;
};

const noFacts: DocumentFacts = { epoch: null, mustRebuild: false };

/** `format` came later: what was kept before has none, and is in the first. */
type Row = { name: string; update: Uint8Array; format?: 1 | 2; unsaved: 0 | 1; label: string };

const gatherMs = 400;

/** Opens (or makes) the keep called `name`. Rejects where the browser has no IndexedDB or refuses it. */
export async function openKeep(name: string, merge: (updates: Uint8Array[]) => Uint8Array): Promise<Keep> {
  const database = await openDatabase(name, 2, (made, oldVersion) => {
    if (oldVersion < 1) made.createObjectStore("updates", { autoIncrement: true }).createIndex("name", "name");
    made.createObjectStore("documents");
  });
  const waiting = new Map<string, Uint8Array[]>();

  const writeGathered = (document: string) => {
    const updates = waiting.get(document);
    waiting.delete(document);
    if (updates) putShared(row(document, merge(updates), { unsaved: 0, label: "" }));
  };
  // The server has it too: where it cannot be kept (a full disk, a younger page that took the database) nothing is lost.
  const putShared = (value: Row) => {
    try {
      rowsOf(database, "readwrite").add(value);
    } catch {}
  };

  return {
    async load(document) {
      const rows = rowsOf(database, "readonly");
      const range = IDBKeyRange.only(document);
      const [keys, values] = await Promise.all([
        answer(rows.index("name").getAllKeys(range)),
        answer<Row[]>(rows.index("name").getAll(range)),
      ]);
      return values.map((value, at) => ({
        key: Number(keys[at]),
        update: value.update,
        format: value.format ?? 1,
        isUnsaved: value.unsaved === 1,
        label: value.label,
      }));
    },
    async putOwn(document, update, label) {
      // It may rest on what others wrote: kept without that, it would wait unseen after a reload.
      writeGathered(document);
      const rows = rowsOf(database, "readwrite");
      const added = answer(rows.add(row(document, update, { unsaved: 1, label })));
      const [key] = await Promise.all([added, whenDone(rows)]);
      return Number(key);
    },
    putOthers(document, update) {
      const updates = waiting.get(document);
      if (updates) updates.push(update);
      else {
        waiting.set(document, [update]);
        later(gatherMs, () => writeGathered(document));
      }
    },
    putWhole(document, whole) {
      putShared(row(document, whole, { format: 2, unsaved: 0, label: "" }));
    },
    async markSaved(keys) {
      const rows = rowsOf(database, "readwrite");
      const mark = async (key: number) => {
        const value = await answer<Row | undefined>(rows.get(key));
        if (value) await answer(rows.put({ ...value, unsaved: 0 }, key));
      };
      await Promise.all([whenDone(rows), ...keys.map(mark)]);
    },
    factsOf: async (document) => readFacts(factsOf(database, "readonly"), document),
    putEpoch: (document, epoch) => changeFacts(database, document, { epoch }),
    markForRebuild: (document) => changeFacts(database, document, { mustRebuild: true }),
    async compact(document, state) {
      const rows = rowsOf(database, "readwrite");
      const walked = walk(rows.index("name").openCursor(IDBKeyRange.only(document)), (cursor) => {
        if ((cursor.value as Row).unsaved === 0) cursor.delete();
      });
      const added = walked.then(() => answer(rows.add(row(document, state, { unsaved: 0, label: "" }))));
      await Promise.all([whenDone(rows), added]);
    },
    async rebuild(document, { state, ownKeys, keptApart }) {
      waiting.delete(document);
      const stores = database.transaction(["updates", "documents"], "readwrite", { durability: "strict" });
      const rows = stores.objectStore("updates");
      const own = new Set(ownKeys);
      const walked = walk(rows.index("name").openCursor(IDBKeyRange.only(document)), (cursor) => {
        const value: Row = cursor.value;
        if (keptApart !== null) cursor.update({ ...value, name: keptApart, unsaved: 0 });
        else if (value.unsaved === 0 || own.has(Number(cursor.primaryKey))) cursor.delete();
      });
      const added = walked.then(() => answer(rows.add(row(document, state, { unsaved: 0, label: "" }))));
      const forgotten = answer(stores.objectStore("documents").delete(document));
      await Promise.all([whenDone(rows), added, forgotten]);
    },
  };
}

async function changeFacts(database: IDBDatabase, document: string, change: Partial<DocumentFacts>): Promise<void> {
  const facts = factsOf(database, "readwrite");
  const put = async () => answer(facts.put({ ...(await readFacts(facts, document)), ...change }, document));
  await Promise.all([whenDone(facts), put()]);
}

/** Also a row of an earlier version of the page. */
async function readFacts(facts: IDBObjectStore, document: string): Promise<DocumentFacts> {
  return { ...noFacts, ...(await answer<Partial<DocumentFacts> | undefined>(facts.get(document))) };
}

function row(name: string, update: Uint8Array, rest: Pick<Row, "format" | "unsaved" | "label">): Row {
  return { name, update, ...rest };
}

function factsOf(database: IDBDatabase, mode: IDBTransactionMode): IDBObjectStore {
  return database.transaction("documents", mode, { durability: "strict" }).objectStore("documents");
}

function rowsOf(database: IDBDatabase, mode: IDBTransactionMode): IDBObjectStore {
  return database.transaction("updates", mode, { durability: "strict" }).objectStore("updates");
}
