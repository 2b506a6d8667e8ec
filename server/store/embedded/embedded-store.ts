import { Worker } from "node:worker_threads";
import { unreachable } from "../../../shared/kit/assert.ts";
import { type Chance, newId } from "../../../shared/kit/id.ts";
import type { Clock } from "../../observe/clock.ts";
import {
  DocumentLost,
  EpochChanged,
  epochOfTurn,
  type Store,
  StoreDamaged,
  StoreRefused,
  StoreUnavailable,
} from "../store.ts";
import type { Answers, Failure, Opening, Question, Reply, Request } from "./request.ts";

type Parts = { readonly dataDir: string; readonly clock: Clock; readonly chance: Chance };

type Waiting = { resolve(value: unknown): void; reject(error: Error): void };

/**
 * The store that needs nothing installed: SQLite in `dataDir`, for one process on one machine.
 * Rejects with {@link StoreRefused} when the directory or file there cannot be used.
 */
export async function openEmbeddedStore({ dataDir, clock, chance }: Parts): Promise<Store> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData: dataDir });
  await opened(worker);
  const ask = createAsk(worker);
  return {
    load: (name) => ask({ ask: "load", name }),
    append: (name, entries, epoch) =>
      ask({ ask: "append", name, entries, epoch, newEpoch: epoch === null ? newId(chance) : null }),
    restore: (name, entry, epoch) =>
      ask({ ask: "restore", name, entry, epoch, newEpoch: epochOfTurn(epoch, newId(chance)) }),
    snapshot: (name, snapshot) => ask({ ask: "snapshot", name, snapshot }),
    // The lock keeps every other process out, so there is nobody else to tell of.
    watch: () => Promise.resolve({ stop: () => {}, catchUp: null }),
    say: () => {},
    listen: () => Promise.resolve(() => {}),
    put: async (key, value, expiresAtMs) => void (await ask({ ask: "put", key, value, expiresAtMs })),
    putNew: (key, value, expiresAtMs) => ask({ ask: "put-new", key, value, expiresAtMs, nowMs: clock.now() }),
    get: (key) => ask({ ask: "get", key, nowMs: clock.now() }),
    take: (key) => ask({ ask: "take", key, nowMs: clock.now() }),
    delete: async (key) => void (await ask({ ask: "delete", key })),
    async canAppend() {
      try {
        await ask({ ask: "try", nowMs: clock.now() });
        return { can: true, warnings: [] };
      } catch (error) {
        return { can: false, why: error instanceof Error ? error.message : String(error) };
      }
    },
    async close() {
      await ask({ ask: "close" });
      await worker.terminate();
    },
  };
}

type Ask = <R extends Request>(request: R) => Promise<Answers[R["ask"]]>;

function opened(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    const hear = (opening: Opening) => {
      // Under `node --watch` a thread also reports which files it reads, in messages of Node's own.
      if (!("opened" in opening)) return;
      worker.off("error", reject).off("message", hear);
      if (opening.opened) resolve();
      else void worker.terminate().then(() => reject(errorOf(opening.failure)));
    };
    worker.on("message", hear);
  });
}

function createAsk(worker: Worker): Ask {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let gone: Error | null = null;

  worker.on("message", (replies: readonly Reply[]) => {
    if (!Array.isArray(replies)) return;
    for (const reply of replies) {
      const asker = waiting.get(reply.number);
      waiting.delete(reply.number);
      if (reply.ok) asker?.resolve(reply.value);
      else asker?.reject(errorOf(reply.failure));
    }
  });
  const leave = (error: Error) => {
    gone ??= error;
    for (const asker of waiting.values()) asker.reject(gone);
    waiting.clear();
  };
  worker.on("error", (error) => leave(new StoreUnavailable(`the database thread failed: ${String(error)}`)));
  worker.on("exit", () => leave(new StoreUnavailable("the store is closed")));

  return (request) =>
    new Promise((resolve, reject) => {
      if (gone) return reject(gone);
      const number = ++last;
      // The worker answers each kind of request with the shape that `Answers` gives for it.
      waiting.set(number, { resolve: resolve as (value: unknown) => void, reject });
      worker.postMessage({ number, request } satisfies Question);
      // Whoever asks later, in the middle of something that its caller has given up, would meet a closed file.
      if (request.ask === "close") gone = new StoreUnavailable("the store is closed");
    });
}

function errorOf({ kind, message }: Failure): Error {
  switch (kind) {
    case "unavailable":
      return new StoreUnavailable(message);
    case "damaged":
      return new StoreDamaged(message);
    case "epoch-changed":
      return new EpochChanged(message);
    case "lost":
      return new DocumentLost(message);
    case "refused":
      return new StoreRefused(message);
    default:
      return unreachable(kind);
  }
}
