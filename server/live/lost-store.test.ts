/** A Redis that lost what it had, seen from the servers and browsers that still have it. */
import { afterEach, beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import { closeCode } from "../../shared/protocol/close-code.ts";
import { type LiveBoard, openTab, startBoard, type Tab, temporaryDir, until } from "../../test/world/live-board.ts";
import { mattersOf, writeMatter } from "../../test/world/matters.ts";
import { type RedisServer, startRedis } from "../../test/world/redis-server.ts";
import { silentLog } from "../observe/log.ts";
import { openConnection, type RedisConnection } from "../store/redis/connection.ts";
import type { Store } from "../store/store.ts";

let redis: RedisServer;
let operator: RedisConnection;
let dir: ReturnType<typeof temporaryDir>;
const boards: LiveBoard[] = [];
const tabs: Tab[] = [];

beforeEach(async () => {
  redis = await startRedis();
  operator = await openConnection(redis.url, silentLog);
  dir = temporaryDir();
});
afterEach(async () => {
  for (const tab of tabs.splice(0)) tab.close();
  await Promise.all(boards.splice(0).map((board) => board.stop()));
  operator.destroy();
  await redis.remove();
  dir.remove();
});

async function startOnRedis(wrap = (store: Store) => store): Promise<LiveBoard> {
  const board = await startBoard({ dataDir: dir.path, redisUrl: redis.url, wrap });
  boards.push(board);
  return board;
}

/** A server that hears nothing of what others append: its bells are lost, and its looks at the log fail. */
function deaf(store: Store): Store {
  return { ...store, watch: (name, from, { lost }) => store.watch(name, from, { tell() {}, lost }) };
}

async function tabOn(board: LiveBoard, options: { epoch?: string; update?: Uint8Array } = {}): Promise<Tab> {
  const tab = openTab({ board, cookie: await board.signIn("huong"), ...options });
  tabs.push(tab);
  return tab;
}

async function openedTabOn(board: LiveBoard): Promise<Tab> {
  const tab = await tabOn(board);
  await tab.synced;
  return tab;
}

function closeAll() {
  for (const tab of tabs.splice(0)) tab.close();
}

/** Every document, but not who is signed in: so the same tabs come back by themselves. */
async function loseDocuments() {
  const keys = await operator.keys("lien-thong:{*");
  expect(keys.length).toBeGreaterThan(0);
  await operator.del(keys);
}

test("two servers have it, one of them old: what either had is there again, for the same browsers", async () => {
  const [east, west] = [await startOnRedis(), await startOnRedis(deaf)];
  const [onEast, onWest] = [await openedTabOn(east), await openedTabOn(west)];
  writeMatter(onWest.doc, "west", "west knows");
  await onWest.saved();
  await until(onEast.doc, () => "west" in mattersOf(onEast.doc));
  writeMatter(onEast.doc, "east", "only east knows");
  await onEast.saved();
  const epoch = onEast.epoch();
  // No browser is left: what comes back comes from the servers alone.
  closeAll();
  await loseDocuments();
  const late = await openedTabOn(west);
  await until(late.doc, () => Object.keys(mattersOf(late.doc)).length === 2);
  expect(mattersOf(late.doc)).toEqual({ west: "west knows", east: "only east knows" });
  expect(late.epoch()).toBe(epoch);
  const third = await openedTabOn(await startOnRedis());
  await until(third.doc, () => Object.keys(mattersOf(third.doc)).length === 2);
});

test("both edit while Redis is emptied, over and over: nobody loses an edit, nobody is sent away", async () => {
  const [east, west] = await Promise.all([startOnRedis(), startOnRedis()]);
  const [onEast, onWest] = [await openedTabOn(east), await openedTabOn(west)];
  writeMatter(onEast.doc, "first", "begins the epoch");
  await onEast.saved();
  const both = [onEast, onWest];
  for (let round = 0; round < 5; round++) {
    for (const [side, tab] of both.entries()) writeMatter(tab.doc, `${round}-${side}-before`, "x");
    await loseDocuments();
    for (const [side, tab] of both.entries()) writeMatter(tab.doc, `${round}-${side}-after`, "x");
    await Promise.all(
      both.map(({ doc }) => until(doc, () => Object.keys(mattersOf(doc)).length === 1 + 4 * (round + 1))),
    );
  }
  expect(await Promise.race([...both.map(({ refused }) => refused), Promise.resolve("nobody")])).toBe("nobody");
  closeAll();
  const third = await openedTabOn(await startOnRedis());
  await until(third.doc, () => Object.keys(mattersOf(third.doc)).length === 21);
});

test("a server that comes to an emptied Redis gets the document from the server that has it, not an empty one", async () => {
  const east = await startOnRedis();
  const huong = await openedTabOn(east);
  writeMatter(huong.doc, "a", "Giao ban");
  await huong.saved();
  const [epoch] = [huong.epoch()];
  closeAll();
  await loseDocuments();
  const late = await openedTabOn(await startOnRedis());
  expect(mattersOf(late.doc)).toEqual({ a: "Giao ban" });
  expect(late.epoch()).toBe(epoch);
});

test("nobody has it any more: another epoch begins, and what a browser kept of the old one is not mixed into it", async () => {
  const before = await startOnRedis();
  const huong = await openedTabOn(before);
  writeMatter(huong.doc, "old", "từ trước");
  await huong.saved();
  const [epoch, update] = [huong.epoch() ?? expect.fail(), Y.encodeStateAsUpdate(huong.doc)];
  closeAll();
  await Promise.all(boards.splice(0).map((board) => board.stop()));
  await operator.flushAll();
  const after = await startOnRedis();
  const kept = await tabOn(after, { epoch, update });
  expect(await kept.refused).toBe(closeCode.staleEpoch);
  const lan = await openedTabOn(after);
  writeMatter(lan.doc, "new", "làm lại");
  await lan.saved();
  expect(lan.epoch()).not.toBe(epoch);
  // Also now that there is a document again, and whichever way it comes.
  expect(await (await tabOn(after, { epoch, update })).refused).toBe(closeCode.staleEpoch);
  expect(mattersOf((await openedTabOn(after)).doc)).toEqual({ new: "làm lại" });
});

test("a server cut off from Redis while another epoch began there does not mix its own into it", async () => {
  const east = await startOnRedis();
  const huong = await openedTabOn(east);
  writeMatter(huong.doc, "old", "từ trước");
  await huong.saved();
  await loseDocuments();
  // An operator who puts an older copy back, with an epoch of its own.
  await operator.hSet("lien-thong:{hanoi/program/2026}:life", { epoch: "copy", position: "0" });
  expect(await huong.refused).toBe(closeCode.staleEpoch);
  expect(mattersOf((await openedTabOn(east)).doc)).toEqual({});
});
