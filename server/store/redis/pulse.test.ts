import { once } from "node:events";
import { afterEach, beforeEach, expect, test } from "vitest";
import { HandClock } from "../../../test/world/hand-clock.ts";
import { type RedisServer, startRedis } from "../../../test/world/redis-server.ts";
import { machineChance } from "../../observe/chance.ts";
import { silentLog } from "../../observe/log.ts";
import { type Store, StoreUnavailable } from "../store.ts";
import { openConnection, pingMs, silenceMaxMs } from "./connection.ts";
import { keepPulse } from "./pulse.ts";
import { openRedisStore } from "./redis-store.ts";

let redis: RedisServer;
let clock: HandClock;
let store: Store;

beforeEach(async () => {
  redis = await startRedis();
  clock = new HandClock();
  store = await openRedisStore({ url: redis.url, clock, chance: machineChance, log: silentLog });
});
afterEach(async () => {
  redis.thaw();
  await redis.remove();
  await store.close();
});

test("what a frozen Redis is asked fails after a while, also while one goes on writing to it", async () => {
  redis.freeze();
  const writing = setInterval(() => store.say("room", new Uint8Array([1])), 1_000);
  const asked = store.get("a");
  asked.catch(() => {});
  clock.pass(pingMs + silenceMaxMs);
  expect(await Promise.race([asked.catch(() => "given up"), Promise.resolve("waited for")])).toBe("waited for");
  clock.pass(1_000);
  await expect(asked).rejects.toThrow(StoreUnavailable);
  clearInterval(writing);
});

test("what was given up comes back by itself, and hears again what is said to it", async () => {
  const heard = Promise.withResolvers<Uint8Array>();
  await store.listen("room", (words) => heard.resolve(words));
  redis.freeze();
  clock.pass(pingMs + silenceMaxMs + 1_000);
  await expect(store.get("a")).rejects.toThrow(StoreUnavailable);
  redis.thaw();
  while (!(await store.canAppend()).can) await new Promise<void>((resolve) => setImmediate(resolve));
  expect(await store.get("a")).toBeNull();
  const other = await openRedisStore({ url: redis.url, clock, chance: machineChance, log: silentLog });
  // What is said while the other connection is still on its way is not heard.
  const saying = setInterval(() => other.say("room", new Uint8Array([7])), 20);
  expect([...(await heard.promise)]).toEqual([7]);
  clearInterval(saying);
  await other.close();
});

test("one can leave a frozen Redis, what was asked of it fails", async () => {
  redis.freeze();
  const refused = expect(store.get("a")).rejects.toThrow(StoreUnavailable);
  await store.close();
  await refused;
});

test("a Redis that answers is never given up, however long it is asked nothing", async () => {
  const client = await openConnection(redis.url, silentLog);
  const stop = keepPulse(client, clock, silentLog);
  let cuts = 0;
  client.on("end", () => cuts++);
  for (let ping = 0; ping < 2; ping++) {
    clock.pass(pingMs + silenceMaxMs);
    expect(cuts).toBe(0);
    await once(client, "ping-interval");
  }
  clock.pass(pingMs + silenceMaxMs);
  expect(cuts).toBe(0);
  stop();
  client.destroy();
});
