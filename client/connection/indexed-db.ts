/** What a request comes to; rejects with its error. */
export function answer<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * Resolves when everything of the transaction is on disk; rejects when nothing of it is. A request that was answered may
 * still come to nothing: a full disk shows only at the end.
 */
export function whenDone({ transaction }: IDBObjectStore): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException("taken back", "AbortError"));
  });
}

/**
 * Opens a database, made or brought up to date by `upgrade`. Rejects where the browser refuses, and where an older page in
 * another tab does not let go of an older form of it: a page that keeps nothing is better than one that never opens. A
 * younger page gets its way at once.
 */
export function openDatabase(
  name: string,
  version: number,
  upgrade: (database: IDBDatabase, oldVersion: number) => void,
): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = ({ oldVersion }) => upgrade(request.result, oldVersion);
  return new Promise((resolve, reject) => {
    let isBlocked = false;
    request.onerror = () => reject(request.error);
    request.onblocked = () => {
      isBlocked = true;
      reject(new DOMException("held by another tab", "InvalidStateError"));
    };
    request.onsuccess = () => {
      const database = request.result;
      if (isBlocked) return database.close();
      database.onversionchange = () => database.close();
      resolve(database);
    };
  });
}

/** Visits every entry of a cursor; what `visit` does to it belongs to the same transaction. */
export function walk(
  request: IDBRequest<IDBCursorWithValue | null>,
  visit: (cursor: IDBCursorWithValue) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return resolve();
      visit(cursor);
      cursor.continue();
    };
  });
}
