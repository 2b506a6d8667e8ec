import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "../../../shared/kit/id.ts";
import { type RedisServer, startRedis } from "../../../test/world/redis-server.ts";
import { machineChance } from "../../observe/chance.ts";
import { machineClock } from "../../observe/clock.ts";
import { silentLog } from "../../observe/log.ts";
import { type Store, StoreDamaged, StoreRefused, StoreUnavailable } from "../store.ts";
import { openConnection, type RedisConnection } from "./connection.ts";
import { documentKeys } from "./documents.ts";
import { openRedisStore } from "./redis-store.ts";

let redis: RedisServer;
let client: RedisConnection;
let store: Store;
let name: string;
let keys: string[];

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.remove());
beforeEach(async () => {
  name = `hanoi/${newId(machineChance)}`;
  keys = documentKeys(name).all;
  client = await openConnection(redis.url, silentLog);
  store = await openRedisStore({ url: redis.url, clock: machineClock, chance: machineChance, log: silentLog });
  const { epoch } = await store.append(
    name,
    [1, 2, 3, 4].map((byte) => new Uint8Array([byte])),
    null,
  );
  await store.snapshot(name, { bytes: new Uint8Array([1, 2]), upto: 2, epoch });
});
afterEach(async () => {
  client.destroy();
  await store.close();
});

const life = () => keys[0] ?? "";
const log = () => keys[1] ?? "";
const snapshot = () => keys[2] ?? "";

test("all keys of a document share one hash tag, so Redis Cluster keeps them together", () => {
  const tags = [...keys, documentKeys(name).bell].map((key) => /\{(.+)\}/.exec(key)?.[1]);
  expect(new Set(tags)).toEqual(new Set([name]));
});

test("the log holds what the snapshot does not, and no more", async () => {
  expect(await client.xLen(log())).toBe(2);
});

test.each([
  ["an entry taken out", () => client.xDel(log(), "3-0")],
  ["the end of the log taken out", () => client.xDel(log(), "4-0")],
  ["the log gone", () => client.del(log())],
  ["the snapshot gone", () => client.del(snapshot())],
  ["the snapshot changed", () => client.hSet(snapshot(), "bytes", "xx")],
  ["the life evicted", () => client.del(life())],
])("%s: the document is refused, not opened without it", async (_what, harm) => {
  await harm();
  await expect(store.load(name)).rejects.toThrow(StoreDamaged);
});

test("what stands beside the snapshot is no part of the document: damaged, it is left out", async () => {
  const { epoch } = await store.load(name);
  const companion = new Uint8Array([1, 2]);
  await store.snapshot(name, { bytes: new Uint8Array([1]), upto: 3, epoch: epoch ?? "", companion });
  expect([...((await store.load(name)).companion ?? [])]).toEqual([1, 2]);
  await client.hSet(snapshot(), "companion", "xx");
  expect(await store.load(name)).toMatchObject({ companion: null, position: 4 });
});

test("a document whose life is gone takes no edits either: they would begin it anew over the old log", async () => {
  await client.del(life());
  await expect(store.append(name, [new Uint8Array([5])], null)).rejects.toThrow(StoreDamaged);
});

test("a life older than its log (restored without it) takes no edits", async () => {
  await client.hSet(life(), "position", "3");
  const { epoch } = { epoch: (await client.hGet(life(), "epoch")) ?? null };
  await expect(store.append(name, [new Uint8Array([5])], epoch)).rejects.toThrow(StoreDamaged);
});

test("while Redis is gone everything is unavailable at once; when it is back, so is everything", async () => {
  await redis.kill();
  await expect(store.append(name, [new Uint8Array([5])], null)).rejects.toThrow(StoreUnavailable);
  await expect(store.load(name)).rejects.toThrow(StoreUnavailable);
  await expect(store.get("a")).rejects.toThrow(StoreUnavailable);
  expect(await store.canAppend()).toMatchObject({ can: false });
  const opening = openRedisStore({ url: redis.url, clock: machineClock, chance: machineChance, log: silentLog });
  await expect(opening).rejects.toThrow(StoreRefused);
  await redis.start();
  while (!(await store.canAppend()).can) await new Promise<void>((resolve) => setImmediate(resolve));
  expect(await store.load(name)).toMatchObject({
    position: 4,
    entries: [new Uint8Array([3]), new Uint8Array([4])].map((bytes) => Buffer.from(bytes)),
  });
});

test("a frozen Redis is given up after a while, and what was tried then may be tried again", async () => {
  const { epoch } = await store.load(name);
  redis.freeze();
  await expect(store.append(name, [new Uint8Array([5])], epoch)).rejects.toThrow(StoreUnavailable);
  redis.thaw();
  while (!(await store.canAppend()).can) await new Promise<void>((resolve) => setImmediate(resolve));
  await store.append(name, [new Uint8Array([5])], epoch);
  const { entries } = await store.load(name);
  // Once or twice: whether the first was written cannot be known, and an update may be applied twice.
  expect(entries.slice(2).every(([byte]) => byte === 5)).toBe(true);
  expect(entries.length).toBeGreaterThanOrEqual(3);
});
