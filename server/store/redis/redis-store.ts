import { type Chance, newId } from "../../../shared/kit/id.ts";
import type { Clock } from "../../observe/clock.ts";
import type { Log } from "../../observe/log.ts";
import type { DocumentStore, KeyStore, Store } from "../store.ts";
import { asBytes, openConnection, type RedisConnection, redisFailure } from "./connection.ts";
import { checksum, documentKeys, type ReadDocument, readReply } from "./documents.ts";
import { redisReadiness } from "./readiness.ts";
import { appendScript, readScript, snapshotScript } from "./scripts.ts";
import { Watcher } from "./watcher.ts";

type Parts = { readonly url: string; readonly clock: Clock; readonly chance: Chance; readonly log: Log };

/** Longer entries ring without their bytes: pub/sub keeps a copy per receiver in Redis' memory. */
const bellBytesMax = 64 * 1024;
/** How long a lost bell can cost. */
const catchUpMs = 5_000;

/**
 * The store for any number of server processes: Redis 7 or later, one stream per document. Rejects with
 * {@link StoreRefused} when it cannot be reached at the start; later it reconnects by itself, and meanwhile every
 * method rejects with {@link StoreUnavailable}.
 */
export async function openRedisStore({ url, clock, chance, log }: Parts): Promise<Store> {
  const client = await openConnection(url, log);
  // A connection that listens to bells can do nothing else.
  const listener = await openConnection(url, log);
  const node = newId(chance);
  const read = createRead(client);
  const watchers = new Set<Watcher>();
  const catchUpAll = () => {
    for (const watcher of watchers) void watcher.catchUp();
  };
  listener.on("ready", catchUpAll);
  const stop = clock.every(catchUpMs, catchUpAll);

  return {
    ...logMethods({ client, read, node, chance }),
    ...keyMethods(client, clock),
    async watch(name, after, tell) {
      const { bell } = documentKeys(name);
      const watcher = new Watcher({ node, after, read: (from) => read(name, from), tell });
      const ring = (message: Buffer) => watcher.ring(message);
      await mapped(listener.subscribe(bell, ring, true));
      watchers.add(watcher);
      await watcher.catchUp();
      return () => {
        watcher.stop();
        watchers.delete(watcher);
        // While the connection is down it fails, and the subscription is gone anyway.
        listener.unsubscribe(bell, ring, true).catch(() => {});
      };
    },
    canAppend: () => redisReadiness(client),
    async close() {
      stop();
      for (const watcher of watchers) watcher.stop();
      // Sends what was written before it leaves; a connection that is down has nothing left to send.
      await client.close().catch(() => client.destroy());
      listener.destroy();
    },
  };
}

type Read = (name: string, after: number) => Promise<ReadDocument>;

function createRead(client: RedisConnection): Read {
  const bytes = asBytes(client);
  return async (name, after) => {
    const options = { keys: documentKeys(name).all, arguments: [String(after)] };
    const reply = await mapped(bytes.eval(readScript, options));
    return readReply(name, after, reply);
  };
}

type LogParts = {
  readonly client: RedisConnection;
  readonly read: Read;
  readonly node: string;
  readonly chance: Chance;
};

function logMethods({ client, read, node, chance }: LogParts): Omit<DocumentStore, "watch"> {
  return {
    async load(name) {
      const { epoch, snapshot, companion, entries, position } = await read(name, 0);
      return { epoch, snapshot, companion, entries: entries.map(({ bytes }) => bytes), position };
    },
    async append(name, entries, epoch) {
      const { all: keys, bell } = documentKeys(name);
      const summed = entries.flatMap((entry) => [bufferOf(entry), checksum(name, entry)]);
      const options = { keys, arguments: [epoch ?? "", newId(chance), node, bell, String(bellBytesMax), ...summed] };
      const reply = await mapped(client.eval(appendScript, options));
      const [lived, position, began] = Array.isArray(reply) ? reply : [];
      return { epoch: String(lived), position: Number(position), began: began === "1" };
    },
    async snapshot(name, { bytes, upto, epoch, companion }) {
      const { all: keys } = documentKeys(name);
      const beside = companion ?? new Uint8Array();
      const summed = [bytes, beside].flatMap((each) => [bufferOf(each), checksum(name, each)]);
      const options = { keys, arguments: [epoch, String(upto), ...summed] };
      return (await mapped(client.eval(snapshotScript, options))) === "kept" ? "kept" : "older";
    },
  };
}

function keyMethods(client: RedisConnection, clock: Clock): KeyStore {
  const keyOf = (key: string) => `lien-thong:key:${key}`;
  return {
    async put(key, value, expiresAtMs) {
      const holdMs = Math.max(1, Math.round(expiresAtMs - clock.now()));
      await mapped(client.set(keyOf(key), value, { expiration: { type: "PX", value: holdMs } }));
    },
    get: (key) => mapped(client.get(keyOf(key))),
    async delete(key) {
      await mapped(client.del(keyOf(key)));
    },
  };
}

async function mapped<T>(reply: Promise<T>): Promise<T> {
  try {
    return await reply;
  } catch (error) {
    throw redisFailure(error);
  }
}

/** A view, not a copy: node-redis takes buffers only. */
function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
