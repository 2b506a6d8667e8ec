import { createClient, RESP_TYPES, type RedisClientOptions } from "redis";
import { storeConnectionFailed } from "../../observe/events.ts";
import type { Log } from "../../observe/log.ts";
import { DocumentLost, EpochChanged, StoreDamaged, StoreRefused, StoreUnavailable } from "../store.ts";
import { scriptError } from "./scripts.ts";

/**
 * A connection on which nothing is answered for this long is given up, with what was written on it: its outcome is unknown,
 * and it is tried again. See also {@link keepPulse}.
 */
export const silenceMaxMs = 5_000;
/** Keeps a quiet connection from looking silent. */
export const pingMs = 2_000;
/** The longest wait before a lost connection is tried again. */
export const reconnectMaxMs = 1_000;

export type RedisConnection = ReturnType<typeof createConnection>;

/** Connects to `url` (`redis://…`, `rediss://…`, or the path of a Unix socket). Rejects with {@link StoreRefused}. */
export async function openConnection(url: string, log: Log) {
  let wasOpen = false;
  const retry = (attempt: number, cause: Error) => (wasOpen ? Math.min(2 ** attempt * 25, reconnectMaxMs) : cause);
  const client = createConnection(url, retry);
  // Without a listener a lost connection would end the process.
  client.on("error", (error) => storeConnectionFailed(log, { why: String(error) }));
  try {
    await client.connect();
  } catch (error) {
    throw new StoreRefused(`Redis at ${publicPart(url)} cannot be reached (${wordsOf(error)}); check REDIS_URL.`);
  }
  wasOpen = true;
  return client;
}

/** Lets what was written be answered, and goes; a connection that is down, or dies over it, has nothing left to say. */
export async function leave(client: RedisConnection): Promise<void> {
  const died = new Promise<unknown>((resolve) => client.once("error", resolve));
  await Promise.race([client.close(), died]).catch(() => {});
  client.destroy();
}

/** Replies as bytes: as strings, what is not UTF-8 would be lost. */
export function asBytes(client: RedisConnection) {
  return client.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer });
}

/** Maps what node-redis and our scripts throw to the errors of the port. */
export function redisFailure(error: unknown): Error {
  const words = wordsOf(error);
  if (words.includes(scriptError.epochChanged)) return new EpochChanged(words);
  if (words.includes(scriptError.lost)) return new DocumentLost(words);
  if (words.includes(scriptError.damaged)) return new StoreDamaged(words);
  // The log is ahead of the life: somebody restored one without the other.
  if (words.includes("equal or smaller than the target stream")) return new StoreDamaged(words);
  return error instanceof StoreDamaged ? error : new StoreUnavailable(words);
}

function createConnection(url: string, reconnectStrategy: (attempt: number, cause: Error) => number | Error) {
  const socket = { reconnectStrategy, socketTimeout: silenceMaxMs };
  const common = { pingInterval: pingMs, disableOfflineQueue: true } satisfies RedisClientOptions;
  if (url.startsWith("/")) return createClient({ ...common, socket: { ...socket, path: url } });
  return createClient({ ...common, url, socket });
}

function publicPart(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error);
}
