import { type Chance, newId } from "../../../shared/kit/id.ts";
import { type Clock, pause } from "../../observe/clock.ts";
import type { Log } from "../../observe/log.ts";
import { together } from "../../observe/stop.ts";
import { type DocumentStore, epochOfTurn, type KeyStore, type Store } from "../store.ts";
import { asBytes, leave, openConnection, type RedisConnection, redisFailure } from "./connection.ts";
import { checksum, documentKeys, type ReadDocument, readReply } from "./documents.ts";
import { createFollowing } from "./follow.ts";
import { createMessenger } from "./messages.ts";
import { keepPulse } from "./pulse.ts";
import { redisReadiness } from "./readiness.ts";
import { appendScript, readScript, snapshotScript } from "./scripts.ts";

type Parts = { readonly url: string; readonly clock: Clock; readonly chance: Chance; readonly log: Log };

/** Longer entries ring without their bytes: pub/sub keeps a copy per receiver in Redis' memory. */
const bellBytesMax = 64 * 1024;
/** How long whoever holds a document that the store lost has for giving it back. */
const callMs = 1_000;
const callEveryMs = 20;

/**
 * The store for any number of server processes: Redis 7 or later, one stream per document. Rejects with
 * {@link StoreRefused} when it cannot be reached at the start; later it reconnects by itself, and meanwhile every
 * method rejects with {@link StoreUnavailable}.
 */
export async function openRedisStore({ url, clock, chance, log }: Parts): Promise<Store> {
  const client = await openConnection(url, log);
  // A connection that listens to bells can do nothing else.
  const listener = await openConnection(url, log);
  const stopPulses = together([client, listener].map((each) => keepPulse(each, clock, log)));
  const node = newId(chance);
  const read = createRead(client);
  const following = createFollowing({ listener, clock, node, read });
  const { watch, seen } = following;

  return {
    ...logMethods({ client, clock, read, seen, node, chance }),
    ...keyMethods(client, clock),
    watch,
    ...createMessenger({ client, listener, node }),
    canAppend: () => redisReadiness(client),
    async close() {
      stopPulses();
      following.stop();
      await leave(client);
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
  readonly clock: Clock;
  readonly read: Read;
  /** Up to where this process followed a log. */
  readonly seen: (name: string, epoch: string | null) => number;
  readonly node: string;
  readonly chance: Chance;
};

function logMethods({ client, clock, read, seen, node, chance }: LogParts): Omit<DocumentStore, "watch"> {
  /** Nothing there: was it ever? Whoever has it in memory is called, and given a moment to give it back. */
  const readWhole = async (name: string): Promise<ReadDocument> => {
    const untilMs = clock.now() + callMs;
    let found = await read(name, 0);
    if (found.epoch !== null || (await mapped(client.publish(documentKeys(name).call, ""))) === 0) return found;
    while (found.epoch === null && clock.now() < untilMs) {
      await pause(clock, callEveryMs);
      found = await read(name, 0);
    }
    return found;
  };

  const write = async (name: string, entries: readonly Uint8Array[], { known, begin, how }: Writing) => {
    const { all: keys, bell } = documentKeys(name);
    const summed = entries.flatMap((entry) => [bufferOf(entry), checksum(name, entry)]);
    const limits = [String(bellBytesMax), how, String(seen(name, known))];
    const options = { keys, arguments: [known ?? "", begin, node, bell, ...limits, ...summed] };
    const reply = await mapped(client.eval(appendScript, options));
    const [lived, position, began] = Array.isArray(reply) ? reply : [];
    return { epoch: String(lived), position: Number(position), began: began === "1" };
  };

  return {
    async load(name) {
      const { epoch, snapshot, companion, entries, position } = await readWhole(name);
      return { epoch, snapshot, companion, entries: entries.map(({ bytes }) => bytes), position };
    },
    append: (name, entries, epoch) => write(name, entries, { known: epoch, begin: newId(chance), how: "append" }),
    restore: (name, entry, epoch) =>
      write(name, [entry], { known: epoch, begin: epochOfTurn(epoch, newId(chance)), how: "restore" }),
    async snapshot(name, { bytes, upto, epoch, companion }) {
      const { all: keys } = documentKeys(name);
      const beside = companion ?? new Uint8Array();
      const summed = [bytes, beside].flatMap((each) => [bufferOf(each), checksum(name, each)]);
      const options = { keys, arguments: [epoch, String(upto), ...summed] };
      return (await mapped(client.eval(snapshotScript, options))) === "kept" ? "kept" : "older";
    },
  };
}

type Writing = {
  readonly known: string | null;
  /** The epoch to begin when there is none. */
  readonly begin: string;
  readonly how: "append" | "restore";
};

function keyMethods(client: RedisConnection, clock: Clock): KeyStore {
  const keyOf = (key: string) => `lien-thong:key:${key}`;
  return {
    async put(key, value, expiresAtMs) {
      const holdMs = Math.max(1, Math.round(expiresAtMs - clock.now()));
      await mapped(client.set(keyOf(key), value, { expiration: { type: "PX", value: holdMs } }));
    },
    async putNew(key, value, expiresAtMs) {
      const expiration = { type: "PX", value: Math.max(1, Math.round(expiresAtMs - clock.now())) } as const;
      return (await mapped(client.set(keyOf(key), value, { expiration, condition: "NX" }))) !== null;
    },
    take: (key) => mapped(client.getDel(keyOf(key))),
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
