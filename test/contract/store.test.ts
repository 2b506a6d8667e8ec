import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createDice } from "../../server/demo/dice.ts";
import { machineChance } from "../../server/observe/chance.ts";
import { machineClock } from "../../server/observe/clock.ts";
import { silentLog } from "../../server/observe/log.ts";
import { openStore } from "../../server/store/open-store.ts";
import {
  DocumentLost,
  EpochChanged,
  type LoadedDocument,
  type Store,
  StoreUnavailable,
  wireEpoch,
} from "../../server/store/store.ts";
import { newId } from "../../shared/kit/id.ts";
import { temporaryDir } from "../world/live-board.ts";
import { type RedisServer, startRedis } from "../world/redis-server.ts";
import { seed } from "../world/seed.ts";

const name = "hanoi/program/2026";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const textsOf = ({ snapshot, entries }: LoadedDocument) => [snapshot && textOf(snapshot), ...entries.map(textOf)];

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.remove());

describe.each(["embedded", "redis"] as const)("store: %s", (kind) => {
  let dir: ReturnType<typeof temporaryDir>;
  let store: Store;
  /** Documents of this test: on the one Redis, tests tell theirs apart by name. */
  let board: string;

  const open = () => {
    const redisUrl = kind === "redis" ? redis.url : null;
    const config = { port: 0, host: "127.0.0.1", dataDir: dir.path, redisUrl, board: "hanoi", demo: false };
    return openStore(config, { clock: machineClock, chance: machineChance, log: silentLog });
  };
  const reopen = async () => {
    await store.close();
    store = await open();
  };
  const append = async (texts: readonly string[], epoch: string | null = null) => {
    const appended = await store.append(board, texts.map(bytesOf), epoch);
    return appended;
  };

  beforeEach(async () => {
    dir = temporaryDir();
    board = `${name}#${newId(machineChance)}`;
    store = await open();
  });
  afterEach(async () => {
    await store.close();
    dir.remove();
  });

  test("a document that never existed is empty, without a life, at position 0", async () => {
    expect(await store.load(board)).toEqual({ epoch: null, snapshot: null, companion: null, entries: [], position: 0 });
  });

  test("entries come back byte for byte, in order, also after the store was opened again", async () => {
    const wild = new Uint8Array([0, 255, 13, 10, 195, 40, 32, 0]);
    const { epoch, position, began } = await store.append(board, [wild, bytesOf("Thành ủy")], null);
    expect({ position, began }).toEqual({ position: 2, began: true });
    expect(await store.append(board, [bytesOf("3")], epoch)).toEqual({ epoch, position: 3, began: false });
    await reopen();
    const loaded = await store.load(board);
    expect(loaded).toMatchObject({ epoch, snapshot: null, position: 3 });
    expect(loaded.entries.map((entry) => [...entry])).toEqual([[...wild], [...bytesOf("Thành ủy")], [...bytesOf("3")]]);
  });

  test("appends handed in at once keep the order of their handing in", async () => {
    const { epoch } = await append(["0"]);
    const texts = Array.from({ length: 300 }, (_, index) => String(index + 1));
    const appended = await Promise.all(texts.map((text) => append([text], epoch)));
    expect(appended.map(({ position }) => position)).toEqual(texts.map((_, index) => index + 2));
    expect(textsOf(await store.load(board)).slice(1)).toEqual(["0", ...texts]);
  });

  test("documents do not mix", async () => {
    await append(["a"]);
    const second = `${board}-b`;
    await store.append(second, [bytesOf("b")], null);
    expect(textsOf(await store.load(board))).toEqual([null, "a"]);
    expect(textsOf(await store.load(second))).toEqual([null, "b"]);
    expect((await store.load(board)).epoch).not.toBe((await store.load(second)).epoch);
  });

  test("an entry of 8 MiB is kept", async () => {
    const big = new Uint8Array(8 * 1024 * 1024).map((_, index) => index * 31);
    await store.append(board, [big], null);
    const [entry] = (await store.load(board)).entries;
    expect(entry && Buffer.compare(entry, big)).toBe(0);
  });

  test("a snapshot takes the place of the entries it holds; later ones remain", async () => {
    const { epoch } = await append(["1", "2", "3"]);
    expect(await store.snapshot(board, { bytes: bytesOf("1+2"), upto: 2, epoch })).toBe("kept");
    expect(textsOf(await store.load(board))).toEqual(["1+2", "3"]);
    expect(await append(["4"], epoch)).toMatchObject({ position: 4 });
    await reopen();
    expect(textsOf(await store.load(board))).toEqual(["1+2", "3", "4"]);
    expect(await store.snapshot(board, { bytes: bytesOf("all"), upto: 4, epoch })).toBe("kept");
    expect(await store.load(board)).toMatchObject({ entries: [], position: 4 });
    expect(await append(["5"], epoch)).toMatchObject({ position: 5 });
    expect(textsOf(await store.load(board))).toEqual(["all", "5"]);
  });

  test("what is put beside a snapshot comes back with it, and goes with it", async () => {
    const { epoch } = await append(["1", "2", "3"]);
    await store.snapshot(board, { bytes: bytesOf("1"), upto: 1, epoch });
    expect(await store.load(board)).toMatchObject({ companion: null });
    const companion = new Uint8Array([0, 255, 13, 10, 195, 40]);
    await store.snapshot(board, { bytes: bytesOf("1+2"), upto: 2, epoch, companion });
    await store.snapshot(board, { bytes: bytesOf("old"), upto: 1, epoch, companion: bytesOf("old") });
    await reopen();
    const loaded = await store.load(board);
    expect(textsOf(loaded)).toEqual(["1+2", "3"]);
    expect([...(loaded.companion ?? [])]).toEqual([...companion]);
    await store.snapshot(board, { bytes: bytesOf("all"), upto: 3, epoch });
    expect(await store.load(board)).toMatchObject({ companion: null, entries: [], position: 3 });
  });

  test("a snapshot older than the one that is there changes nothing", async () => {
    const { epoch } = await append(["1", "2", "3"]);
    await store.snapshot(board, { bytes: bytesOf("1+2"), upto: 2, epoch });
    for (const upto of [1, 2]) {
      expect(await store.snapshot(board, { bytes: bytesOf("old"), upto, epoch })).toBe("older");
    }
    expect(textsOf(await store.load(board))).toEqual(["1+2", "3"]);
  });

  test("a snapshot of what is not in the log yet, or of another life, changes nothing", async () => {
    const { epoch } = await append(["1"]);
    expect(await store.snapshot(board, { bytes: bytesOf("x"), upto: 2, epoch })).toBe("older");
    expect(await store.snapshot(board, { bytes: bytesOf("x"), upto: 1, epoch: "another" })).toBe("older");
    expect(await store.snapshot(`${board}-none`, { bytes: bytesOf("x"), upto: 0, epoch })).toBe("older");
    expect(textsOf(await store.load(board))).toEqual([null, "1"]);
  });

  test("who knows another life of the document cannot append to this one", async () => {
    const { epoch } = await append(["1"]);
    await expect(append(["x"], "another")).rejects.toThrow(EpochChanged);
    expect(await store.load(board)).toMatchObject({ epoch, position: 1 });
  });

  test("a document that the store lost takes no edits: they would stand on nothing", async () => {
    await expect(append(["57"], "known")).rejects.toThrow(DocumentLost);
    expect(await store.load(board)).toMatchObject({ epoch: null, position: 0 });
  });

  test("its holder gives it back: the same epoch for browsers, another turn for processes", async () => {
    const { epoch, position, began } = await store.restore(board, bytesOf("whole"), "known");
    expect([wireEpoch(epoch), position, began]).toEqual(["known", 1, true]);
    expect(epoch).not.toBe("known");
    expect(await append(["2"], epoch)).toEqual({ epoch, position: 2, began: false });
    expect(textsOf(await store.load(board))).toEqual([null, "whole", "2"]);
  });

  test("who held it too cannot go on as if nothing had been: it gives back what it has, and all of it is kept", async () => {
    const { epoch } = await store.restore(board, bytesOf("one's"), "known");
    await expect(append(["57"], "known")).rejects.toThrow(DocumentLost);
    await expect(append(["57"], `${epoch}x`)).rejects.toThrow(DocumentLost);
    expect(await store.snapshot(board, { bytes: bytesOf("x"), upto: 1, epoch: "known" })).toBe("older");
    expect(await store.restore(board, bytesOf("other's"), "known")).toEqual({ epoch, position: 2, began: false });
    expect(textsOf(await store.load(board))).toEqual([null, "one's", "other's"]);
  });

  test("what was begun anew meanwhile is another life: nothing of the old one is mixed into it", async () => {
    const { epoch } = await append(["new"]);
    await expect(append(["x"], "known")).rejects.toThrow(EpochChanged);
    await expect(store.restore(board, bytesOf("old"), "known")).rejects.toThrow(EpochChanged);
    expect(await store.load(board)).toMatchObject({ epoch, position: 1 });
  });

  test("two who both saw nothing share one life", async () => {
    const [one, two] = await Promise.all([append(["1"]), append(["2"])]);
    expect(two.epoch).toBe(one.epoch);
    expect([one.began, two.began]).toEqual([true, false]);
  });

  test("a small value is there until its time is over, and after a restart", async () => {
    const nowMs = machineClock.now();
    await store.put("a", "Hương", nowMs + 3_600_000);
    await store.put("b", "over", nowMs - 1);
    await reopen();
    expect(await store.get("a")).toBe("Hương");
    if (kind === "embedded") expect(await store.get("b")).toBeNull();
    expect(await store.get("none")).toBeNull();
    await store.put("a", "Lan", nowMs + 3_600_000);
    expect(await store.get("a")).toBe("Lan");
    await store.delete("a");
    expect(await store.get("a")).toBeNull();
  });

  test("of several who put something new, or take it, at once, one succeeds", async () => {
    const later = machineClock.now() + 3_600_000;
    const put = await Promise.all(["one", "two", "three"].map((value) => store.putNew("new", value, later)));
    expect(put.filter(Boolean)).toHaveLength(1);
    await reopen();
    const stood = await store.get("new");
    expect(stood).toBe(["one", "two", "three"][put.indexOf(true)]);
    expect(await store.putNew("new", "four", later)).toBe(false);
    const taken = await Promise.all([1, 2, 3].map(() => store.take("new")));
    expect(taken.filter((value) => value !== null)).toEqual([stood]);
    expect([await store.get("new"), await store.take("new")]).toEqual([null, null]);
    expect(await store.putNew("new", "five", later)).toBe(true);
  });

  test("what is over is nothing: it can be put anew, and not be taken", async () => {
    const nowMs = machineClock.now();
    await store.put("over", "old", nowMs + 1);
    let value: string | null = "";
    while (value !== null) value = await store.get("over");
    expect(await store.take("over")).toBeNull();
    expect(await store.putNew("over", "new", nowMs + 3_600_000)).toBe(true);
  });

  test("who is alone is not heard, and hears nothing of their own words", async () => {
    const heard: Uint8Array[] = [];
    const stop = await store.listen(board, (words) => heard.push(words));
    store.say(board, bytesOf("anybody?"));
    await store.get("until it would have come");
    expect(heard).toEqual([]);
    stop();
    stop();
  });

  test("it says that it can append", async () => {
    expect(await store.canAppend()).toEqual({ can: true, warnings: [] });
  });

  test("closed, it answers nothing more, and says so", async () => {
    const closed = await open().catch(() => null);
    if (closed) await closed.close();
    await reopen();
    await store.close();
    await expect(store.load(board)).rejects.toThrow();
    expect(await store.canAppend()).toMatchObject({ can: false });
    store = await open();
  });

  test("it closes all the same when somebody asks just then; they are answered, or told that it is away", async () => {
    const closing = store.close();
    const asked = await Promise.allSettled([store.get("a"), store.put("a", "b", machineClock.now() + 1_000)]);
    await closing;
    for (const one of asked) if (one.status === "rejected") expect(one.reason).toBeInstanceOf(StoreUnavailable);
    if (kind === "embedded") expect(asked.every(({ status }) => status === "rejected")).toBe(true);
    store = await open();
  });

  // Every line is a sync of the disk, and some disks take a tenth of a second.
  test("[P1] kill -9 of the process at any moment loses nothing that was confirmed", { timeout: 400_000 }, async () => {
    const dice = createDice(`kill ${kind} ${seed}`);
    // Redis outlives the process, so on it the documents go on from the last round as well.
    const redisUrl = kind === "redis" ? redis.url : "";
    await store.close();
    let rounds = 0;
    for (let round = 0; round < 8; round++) {
      const confirmed = await appendUntilKilled({ dataDir: dir.path, redisUrl, lines: 1 + dice.below(150) });
      store = await open();
      for (const [document, position] of confirmed) {
        const loaded = await store.load(document);
        expect(loaded.position, `seed ${seed}, round ${round}`).toBeGreaterThanOrEqual(position);
        expectWhole(loaded);
        rounds++;
      }
      await store.close();
    }
    expect(rounds).toBeGreaterThan(8);
    store = await open();
  });
});

type Killed = { readonly dataDir: string; readonly redisUrl: string; readonly lines: number };

/** Runs the appender until it has confirmed `lines` things, kills it, and answers the last position confirmed of each. */
async function appendUntilKilled({ dataDir, redisUrl, lines }: Killed): Promise<Map<string, number>> {
  const script = new URL("./appender.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, [script, dataDir, redisUrl], { stdio: ["ignore", "pipe", "inherit"] });
  const confirmed = new Map<string, number>();
  let count = 0;
  const gone = once(child, "exit");
  for await (const line of createInterface({ input: child.stdout })) {
    const [document = "", position = ""] = line.split(" ");
    confirmed.set(document, Number(position));
    if (++count === lines) child.kill("SIGKILL");
  }
  await gone;
  expect(count).toBeGreaterThanOrEqual(lines);
  return confirmed;
}

/** The appender's document: a snapshot that says how far it goes, then every number after it. */
function expectWhole({ snapshot, entries, position }: LoadedDocument): void {
  const upto = snapshot ? Number(textOf(snapshot).replace("upto ", "")) : 0;
  expect(entries.map(textOf)).toEqual(entries.map((_, index) => String(upto + 1 + index)));
  expect(upto + entries.length).toBe(position);
}
