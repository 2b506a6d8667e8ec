/**
 * The one thread that touches the database, so that waiting for the disk never holds up a socket. Whatever queued up
 * while a commit ran goes into the next one: load makes batches, and one fsync serves them all.
 */
import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { assert, unreachable } from "../../../shared/kit/assert.ts";
import { DocumentLost, EpochChanged, type LoadedDocument, StoreDamaged, StoreRefused } from "../store.ts";
import { type OpenFile, openFile } from "./file.ts";
import type { Failure, FailureKind, Opening, Question, Reply, Request } from "./request.ts";
import { createTables, type Tables } from "./tables.ts";

/** One commit takes no more than this many requests, so that the first of a flood is not answered with the last. */
const commitRequestsMax = 1000;

const port = parentPort;
assert(port, "runs as a worker thread");

try {
  const file = openFile(String(workerData));
  serve(file, createTables(file.database));
  port.postMessage({ opened: true } satisfies Opening);
} catch (error) {
  port.postMessage({ opened: false, failure: failureOf(error) } satisfies Opening);
}

function serve(file: OpenFile, tables: Tables): void {
  port?.on("message", (first: Question) => {
    const questions = [first];
    while (questions.length < commitRequestsMax) {
      const next = port && receiveMessageOnPort(port);
      if (!next) break;
      questions.push(next.message);
    }
    const replies = commit(file, tables, questions);
    const closing = questions.some(({ request }) => request.ask === "close");
    if (closing) file.close();
    port?.postMessage(replies, buffersOf(replies));
    for (const { request } of questions) release(request);
    if (closing) port?.close();
  });
}

/** All in one transaction: nothing is answered before the commit is on the disk, and a failed commit fails them all. */
function commit({ database }: OpenFile, tables: Tables, questions: readonly Question[]): Reply[] {
  try {
    database.exec("BEGIN IMMEDIATE");
    const replies = questions.map((question) => answer(tables, question));
    database.exec("COMMIT");
    return replies;
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    const failure = failureOf(error);
    return questions.map(({ number }) => ({ number, ok: false, failure }));
  }
}

/** A request that its own document refuses fails alone; these errors are thrown before anything was written. */
function answer(tables: Tables, { number, request }: Question): Reply {
  try {
    return { number, ok: true, value: tables(request) };
  } catch (error) {
    if (error instanceof EpochChanged || error instanceof DocumentLost || error instanceof StoreDamaged) {
      return { number, ok: false, failure: failureOf(error) };
    }
    throw error;
  }
}

/**
 * Gives back the memory of what was written: it is this thread's own copy. Left to the collector it would gather, 60 MB and
 * more under load: a thread that makes hardly any objects hardly ever collects.
 */
function release(request: Request): void {
  for (const { buffer } of writtenBy(request)) {
    if (buffer instanceof ArrayBuffer && !buffer.detached) buffer.transfer(0);
  }
}

function writtenBy(request: Request): readonly Uint8Array[] {
  switch (request.ask) {
    case "append":
      return request.entries;
    case "restore":
      return [request.entry];
    case "snapshot": {
      const { bytes, companion } = request.snapshot;
      return companion ? [bytes, companion] : [bytes];
    }
    case "load":
    case "put":
    case "put-new":
    case "get":
    case "take":
    case "delete":
    case "try":
    case "close":
      return [];
    default:
      return unreachable(request);
  }
}

/** What a reading answers is handed over instead of copied: a year is some megabytes. */
function buffersOf(replies: readonly Reply[]): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  for (const reply of replies) {
    if (!reply.ok || typeof reply.value !== "object" || reply.value === null || !("entries" in reply.value)) continue;
    const { snapshot, companion, entries } = reply.value as LoadedDocument;
    for (const bytes of [snapshot, companion, ...entries]) {
      const isWhole = bytes?.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength;
      if (isWhole) buffers.add(bytes.buffer as ArrayBuffer);
    }
  }
  return [...buffers];
}

function failureOf(error: unknown): Failure {
  return { kind: kindOf(error), message: error instanceof Error ? error.message : String(error) };
}

function kindOf(error: unknown): FailureKind {
  if (error instanceof EpochChanged) return "epoch-changed";
  if (error instanceof DocumentLost) return "lost";
  if (error instanceof StoreDamaged) return "damaged";
  if (error instanceof StoreRefused) return "refused";
  return "unavailable";
}
