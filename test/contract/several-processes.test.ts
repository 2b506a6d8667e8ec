/** What the Redis adapter promises to several processes at once. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { machineChance } from "../../server/observe/chance.ts";
import { machineClock } from "../../server/observe/clock.ts";
import { silentLog } from "../../server/observe/log.ts";
import { openStore } from "../../server/store/open-store.ts";
import { openConnection, type RedisConnection } from "../../server/store/redis/connection.ts";
import { documentKeys } from "../../server/store/redis/documents.ts";
import {
  DocumentLost,
  type LoadedDocument,
  type Store,
  type WatchedEntry,
  wireEpoch,
} from "../../server/store/store.ts";
import { newId } from "../../shared/kit/id.ts";
import { type RedisServer, startRedis } from "../world/redis-server.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const textsOf = ({ snapshot, entries }: LoadedDocument) => [snapshot && textOf(snapshot), ...entries.map(textOf)];

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.remove());

describe("redis, seen by several processes", () => {
  let one: Store;
  let two: Store;
  let client: RedisConnection;
  let board: string;
  /** Redis loses the document. */
  const forget = () => client.del(documentKeys(board).all);

  const open = () => {
    const config = { port: 0, host: "127.0.0.1", dataDir: "", redisUrl: redis.url, board: "hanoi", demo: false };
    return openStore(config, { clock: machineClock, chance: machineChance, log: silentLog });
  };
  beforeEach(async () => {
    board = `hanoi/directory#${newId(machineChance)}`;
    [one, two, client] = await Promise.all([open(), open(), openConnection(redis.url, silentLog)]);
  });
  afterEach(async () => {
    client.destroy();
    await Promise.all([one.close(), two.close()]);
  });

  /** Watches `board` on `store` from `after`; `reached` resolves once that position was told. */
  async function watch(store: Store, after: number) {
    const told: WatchedEntry[] = [];
    let wake = () => {};
    const losses: Error[] = [];
    const { epoch } = await store.load(board);
    const tell = (entry: WatchedEntry) => {
      told.push({ ...entry, bytes: Uint8Array.from(entry.bytes) });
      wake();
    };
    const lost = (why: Error) => {
      losses.push(why);
      wake();
    };
    const { stop, catchUp } = await store.watch(board, { position: after, epoch }, { tell, lost });
    const isLost = async () => {
      while (losses.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return losses;
    };
    const reached = async (position: number) => {
      while ((told.at(-1)?.position ?? 0) < position) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    };
    return { told, stop, reached, isLost, catchUp };
  }

  test("each hears every entry of the others and its own, in order, none twice or missing", async () => {
    const { epoch } = await one.append(board, [bytesOf("1")], null);
    const [ears, own] = [await watch(two, 1), await watch(one, 1)];
    const texts = Array.from({ length: 200 }, (_, index) => `${index}`);
    await Promise.all(texts.map((text, index) => (index % 2 ? one : two).append(board, [bytesOf(text)], epoch)));
    await Promise.all([ears.reached(201), own.reached(201)]);
    const positions = Array.from({ length: 200 }, (_, index) => index + 2);
    const log = textsOf(await one.load(board)).slice(2);
    for (const { told, stop } of [ears, own]) {
      expect(told.map(({ position }) => position)).toEqual(positions);
      expect(told.map(({ bytes }) => textOf(bytes))).toEqual(log);
      stop();
    }
    expect(own.told.filter((entry) => entry.own)).toHaveLength(100);
    expect(own.told.every((entry, index) => entry.own !== ears.told[index]?.own)).toBe(true);
  });

  test("whoever asks for it has been told all that was in the log then, also while bells are on the way", async () => {
    const { epoch } = await one.append(board, [bytesOf("1")], null);
    const { told, stop, catchUp } = await watch(two, 1);
    for (let round = 0; round < 20; round++) {
      const { position } = await one.append(board, [bytesOf("2"), bytesOf("3")], epoch);
      await catchUp?.();
      expect(told.at(-1)?.position).toBe(position);
    }
    expect(told.map(({ position }) => position)).toEqual(Array.from({ length: 40 }, (_, index) => index + 2));
    stop();
  });

  test("what was appended between reading and watching is told too", async () => {
    const { epoch } = await one.append(board, [bytesOf("1")], null);
    await one.append(board, [bytesOf("2"), bytesOf("3")], epoch);
    const { told, stop } = await watch(two, 1);
    expect(told.map(({ bytes }) => textOf(bytes))).toEqual(["2", "3"]);
    stop();
  });

  test("an entry too long for the bell is told all the same", async () => {
    const { epoch } = await one.append(board, [bytesOf("1")], null);
    const ears = await watch(two, 1);
    await one.append(board, [new Uint8Array(200_000).fill(7)], epoch);
    await ears.reached(2);
    expect(ears.told[0]?.bytes.byteLength).toBe(200_000);
    ears.stop();
  });

  test("whoever missed entries that a snapshot swallowed is told the snapshot", async () => {
    const { epoch } = await one.append(board, [bytesOf("1"), bytesOf("2"), bytesOf("3")], null);
    await one.snapshot(board, { bytes: bytesOf("1+2+3"), upto: 3, epoch });
    await one.append(board, [bytesOf("4")], epoch);
    const { told, stop } = await watch(two, 1);
    expect(told.map(({ position, bytes }) => [position, textOf(bytes)])).toEqual([
      [3, "1+2+3"],
      [4, "4"],
    ]);
    stop();
  });

  test("what the store lost is noticed as soon as one of its holders gives it back", async () => {
    const { epoch } = await one.append(board, [bytesOf("1"), bytesOf("2"), bytesOf("3")], null);
    const ears = await watch(two, 3);
    await forget();
    await one.restore(board, bytesOf("1+2"), epoch);
    const [why] = await ears.isLost();
    expect(why).toBeInstanceOf(DocumentLost);
    expect(ears.told).toEqual([]);
    ears.stop();
  });

  test("who asks for a lost document makes its holder give it back, and gets that", async () => {
    const { epoch } = await one.append(board, [bytesOf("1")], null);
    const ears = await watch(one, 1);
    await forget();
    const giving = ears.isLost().then(() => one.restore(board, bytesOf("given back"), epoch));
    const loaded = await two.load(board);
    await giving;
    expect(textsOf(loaded)).toEqual([null, "given back"]);
    ears.stop();
  });

  test("a log that lost its end, as after a power cut, takes no edits from who has seen more", async () => {
    const { epoch } = await one.append(board, [bytesOf("1"), bytesOf("2"), bytesOf("3")], null);
    const ears = await watch(one, 3);
    const [life = "", log = ""] = documentKeys(board).all;
    await client.xDel(log, "3-0");
    await client.sendCommand(["XSETID", log, "2-0"]);
    await client.hSet(life, "position", "2");
    await expect(one.append(board, [bytesOf("4")], epoch)).rejects.toThrow(DocumentLost);
    const given = await one.restore(board, bytesOf("1+2+3"), epoch);
    expect([wireEpoch(given.epoch), given.position]).toEqual([epoch, 3]);
    expect(given.epoch).not.toBe(epoch);
    expect(textsOf(await two.load(board))).toEqual([null, "1", "2", "1+2+3"]);
    ears.stop();
  });

  test("after the stop nothing is told any more", async () => {
    const { epoch } = await one.append(board, [bytesOf("1")], null);
    const [ears, still] = [await watch(two, 1), await watch(two, 1)];
    ears.stop();
    await one.append(board, [bytesOf("2")], epoch);
    await still.reached(2);
    expect(ears.told).toEqual([]);
    still.stop();
  });

  test("what one says is heard by the others in order, not by itself, and not of another topic", async () => {
    const heard: string[] = [];
    const own: string[] = [];
    const froms = new Set<string>();
    const third = await open();
    const stops = await Promise.all([
      two.listen(board, (words, from) => {
        froms.add(from);
        heard.push(textOf(words));
      }),
      one.listen(board, (words) => own.push(textOf(words))),
      two.listen(`${board}-other`, (words) => heard.push(`other ${textOf(words)}`)),
    ]);
    const wild = " \0 \n ÿ";
    const said = [wild, ...Array.from({ length: 50 }, (_, index) => `${index}`), "last"];
    const isHeard = new Promise<void>((resolve) => {
      void two.listen(board, (words) => textOf(words) === "last" && resolve());
    });
    await one.listen(board, () => {});
    for (const words of said) one.say(board, bytesOf(words));
    await isHeard;
    expect(heard).toEqual(said);
    expect(own).toEqual([]);
    expect(froms.size).toBe(1);
    third.say(board, bytesOf("from a third"));
    while (froms.size < 2) await new Promise<void>((resolve) => setImmediate(resolve));
    for (const stop of stops) stop();
    await third.close();
  });

  test("after Redis was gone, what is said is heard again by itself; meanwhile saying harms nothing", async () => {
    const heard: string[] = [];
    await two.listen(board, (words) => heard.push(textOf(words)));
    await redis.kill();
    one.say(board, bytesOf("lost"));
    await redis.start();
    while (heard.length === 0) {
      one.say(board, bytesOf("again"));
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    expect(heard[0]).toBe("again");
  });
});
