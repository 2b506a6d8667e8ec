import { boardSeeded } from "../observe/events.ts";
import type { Log } from "../observe/log.ts";
import type { DocumentStore } from "../store/store.ts";

/** What an empty document begins with. */
export type FirstUpdate = { readonly name: string; readonly update: Uint8Array };

type Parts = {
  readonly store: DocumentStore;
  readonly log: Log;
  /** The board's directory: as long as it has never existed, nobody has used the board. */
  readonly directory: string;
  /** Asked only when they are needed; the directory's must be among them. */
  readonly firstUpdates: () => readonly FirstUpdate[];
};

/**
 * Fills a board that was never used, once in its life. Each document is written whole or not at all, and the directory
 * last: a start that was killed half-way goes on where it stopped, a start next month finds the directory and leaves
 * everything as people made it. Rejects as the store does.
 */
export async function seedBoard({ store, log, directory, firstUpdates }: Parts): Promise<void> {
  if (await exists(store, directory)) return;
  const updates = firstUpdates();
  const others = updates.filter(({ name }) => name !== directory);
  const last = updates.filter(({ name }) => name === directory);
  for (const { name, update } of [...others, ...last]) {
    if (await exists(store, name)) continue;
    await store.append(name, [update], null);
    boardSeeded(log, { document: name, bytes: update.byteLength });
  }
}

async function exists(store: DocumentStore, name: string): Promise<boolean> {
  return (await store.load(name)).epoch !== null;
}
