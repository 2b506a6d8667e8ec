import { answer, openDatabase } from "./indexed-db.ts";

/**
 * Where what was refused waits on this machine until the person has seen to it, over reloads, and also when the server's
 * store began anew: it belongs to a person and a board, not to a life of the store. It knows nothing of what it holds.
 */
export type RefusedKeep = {
  /** What was put and not removed, in no order; of whatever form an earlier version of the page gave it. */
  load(): Promise<readonly unknown[]>;
  put(key: string, value: unknown): void;
  remove(key: string): void;
};

/** Opens (or makes) the keep called `name`. Rejects where the browser has no IndexedDB or refuses it. */
export async function openRefusedKeep(name: string): Promise<RefusedKeep> {
  const database = await openDatabase(name, 1, (fresh) => void fresh.createObjectStore("changes"));
  const rows = (mode: IDBTransactionMode) =>
    database.transaction("changes", mode, { durability: "strict" }).objectStore("changes");
  // Where it cannot be written it is still shown as long as the page is there.
  const tried = (write: () => void) => {
    try {
      write();
    } catch {}
  };
  return {
    load: async () => answer<unknown[]>(rows("readonly").getAll()),
    put: (key, value) => tried(() => rows("readwrite").put(value, key)),
    remove: (key) => tried(() => rows("readwrite").delete(key)),
  };
}
