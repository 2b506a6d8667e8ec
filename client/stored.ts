/** Where words are kept: on this machine, or for this tab alone, over its reloads. */
export type Shelf = "machine" | "tab";

/**
 * The words kept under `key`. Null when there are none, and where the browser keeps nothing: it forbids that by throwing
 * at the mere mention of its storage, or has none.
 */
export function readStored(shelf: Shelf, key: string): string | null {
  try {
    return storageOf(shelf).getItem(key);
  } catch {
    return null;
  }
}

/**
 * Keeps `words` under `key`; null takes away what is there. A full storage costs what was to be kept and never the page:
 * then nothing stays under the key, since old words would be taken for the new ones.
 */
export function store(shelf: Shelf, key: string, words: string | null): void {
  if (words !== null && isDone(() => storageOf(shelf).setItem(key, words))) return;
  isDone(() => storageOf(shelf).removeItem(key));
}

function isDone(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}

function storageOf(shelf: Shelf): Storage {
  return shelf === "machine" ? localStorage : sessionStorage;
}
