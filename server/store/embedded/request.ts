import type { Appended, LoadedDocument, Snapshot } from "../store.ts";

/** What the main thread asks of the thread that owns the database; each with the shape of its answer. */
export type Request =
  | { readonly ask: "load"; readonly name: string }
  | {
      readonly ask: "append";
      readonly name: string;
      readonly entries: readonly Uint8Array[];
      readonly epoch: string | null;
      /** Taken when the document has no life yet, null when `epoch` names one: chance stays on the main thread, and costs. */
      readonly newEpoch: string | null;
    }
  | {
      readonly ask: "restore";
      readonly name: string;
      readonly entry: Uint8Array;
      readonly epoch: string;
      /** Taken when there is nothing. */
      readonly newEpoch: string;
    }
  | { readonly ask: "snapshot"; readonly name: string; readonly snapshot: Snapshot }
  | { readonly ask: "put"; readonly key: string; readonly value: string; readonly expiresAtMs: number }
  | {
      readonly ask: "put-new";
      readonly key: string;
      readonly value: string;
      readonly expiresAtMs: number;
      readonly nowMs: number;
    }
  | { readonly ask: "get"; readonly key: string; readonly nowMs: number }
  | { readonly ask: "take"; readonly key: string; readonly nowMs: number }
  | { readonly ask: "delete"; readonly key: string }
  | { readonly ask: "try"; readonly nowMs: number }
  | { readonly ask: "close" };

/** The answer to a request of each kind. */
export type Answers = {
  load: LoadedDocument;
  append: Appended;
  restore: Appended;
  snapshot: "kept" | "older";
  put: null;
  "put-new": boolean;
  get: string | null;
  take: string | null;
  delete: null;
  try: null;
  close: null;
};

export type FailureKind = "unavailable" | "damaged" | "epoch-changed" | "lost" | "refused";

export type Failure = { readonly kind: FailureKind; readonly message: string };

/** Main thread → worker. `number` pairs a question with its answer. */
export type Question = { readonly number: number; readonly request: Request };

/** Worker → main thread. */
export type Reply =
  | { readonly number: number; readonly ok: true; readonly value: unknown }
  | { readonly number: number; readonly ok: false; readonly failure: Failure };

/** First message of the worker: whether the file could be opened. */
export type Opening = { readonly opened: true } | { readonly opened: false; readonly failure: Failure };
