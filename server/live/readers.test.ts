import { expect, test } from "vitest";
import type * as Y from "yjs";
import { observeItems } from "../../shared/document/item-changes.ts";
import { mattersOf } from "../../test/world/matters.ts";
import { emptyAnswer, type Guest, roomName, roomsScene, updatesOf } from "../../test/world/rooms-scene.ts";
import { StoreDamaged } from "../store/store.ts";
import { markerFrame, updateFrame } from "./frame.ts";
import { followAgainMs, followEveryMs, idleMs } from "./limits.ts";
import type { Follower } from "./readers.ts";

const scene = roomsScene();

/** Follows the matters of the document. */
function matters() {
  const seen: Record<string, string>[] = [];
  const looks = { count: 0, begun: 0, stopped: 0 };
  let wake = () => {};
  let doc: Y.Doc | null = null;
  const follower: Follower<Record<string, string>> = {
    begin(opened, changed) {
      doc = opened;
      looks.begun++;
      const stop = observeItems(opened, changed);
      return () => {
        looks.stopped++;
        stop();
      };
    },
    look() {
      looks.count++;
      return doc ? mattersOf(doc) : {};
    },
    tell(told) {
      seen.push(told);
      wake();
    },
  };
  /** Resolves once it was told so many times. Time passes meanwhile, as much as is needed. */
  const until = async (count: number) => {
    while (seen.length < count) {
      scene.clock.pass(followEveryMs);
      await new Promise<void>((resolve) => {
        wake = resolve;
        setImmediate(resolve);
      });
    }
  };
  return { follower, seen, looks, until };
}

async function writer(): Promise<Guest> {
  const guest = await scene.enter();
  await guest.until("step-1");
  guest.socket.send(emptyAnswer);
  return guest;
}

async function saved({ socket, until }: Guest, updates: readonly Uint8Array[], marker = 1) {
  for (const update of updates) socket.send(updateFrame(update));
  socket.send(markerFrame(marker));
  let isSaved = false;
  const waiting = until("marker", marker).then(() => {
    isSaved = true;
  });
  // Appends are some time apart.
  while (!isSaved) {
    scene.clock.pass(1);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await waiting;
}

test("who follows a document is told what is in it, and what becomes of it", async () => {
  const { follower, seen, until } = matters();
  const stop = scene.rooms.follow(roomName, follower);
  await until(1);
  expect(seen).toEqual([{}]);
  await saved(await writer(), updatesOf(2));
  await until(2);
  expect(seen.at(-1)).toEqual({ k0: "0", k1: "1" });
  stop();
});

test("a hundred edits at once are a look or two, and none comes where nothing changes", async () => {
  const { follower, seen, looks, until } = matters();
  const stop = scene.rooms.follow(roomName, follower);
  await until(1);
  const before = looks.count;
  const beganMs = scene.clock.now();
  await saved(await writer(), updatesOf(100));
  while (Object.keys(seen.at(-1) ?? {}).length < 50) await until(seen.length + 1);
  expect(looks.count - before).toBeLessThanOrEqual(2 + (scene.clock.now() - beganMs) / followEveryMs);
  const after = looks.count;
  scene.clock.pass(10 * followEveryMs);
  expect(looks.count).toBe(after);
  stop();
});

test("[P2] what could still be lost is told to nobody", async () => {
  const { follower, seen, until } = matters();
  const stop = scene.rooms.follow(roomName, follower);
  await until(1);
  const guest = await writer();
  scene.store.hold();
  const [update = new Uint8Array()] = updatesOf(1);
  guest.socket.send(updateFrame(update));
  while (scene.store.appendCount === 0) await new Promise((resolve) => setImmediate(resolve));
  scene.clock.pass(10 * followEveryMs);
  await new Promise((resolve) => setImmediate(resolve));
  expect(seen).toEqual([{}]);
  scene.store.letGo();
  await until(2);
  expect(seen.at(-1)).toEqual({ k0: "0" });
  stop();
});

test("a document that is followed stays in memory; let go, it leaves like any other", async () => {
  const { follower, looks, until } = matters();
  const stop = scene.rooms.follow(roomName, follower);
  await until(1);
  scene.clock.pass(10 * idleMs);
  expect(scene.rooms.openCount).toBe(1);
  stop();
  stop();
  expect(looks.stopped).toBe(1);
  scene.clock.pass(idleMs);
  expect(scene.rooms.openCount).toBe(0);
});

test("a document that cannot be read is tried again until it can; its followers begin anew", async () => {
  const { follower, seen, looks, until } = matters();
  const { load } = scene.store;
  let isDamaged = true;
  scene.store.load = (name) => (isDamaged ? Promise.reject(new StoreDamaged("torn")) : load(name));
  const stop = scene.rooms.follow(roomName, follower);
  for (let time = 0; time < 3; time++) {
    while (scene.rooms.openCount > 0) await new Promise((resolve) => setImmediate(resolve));
    expect(await scene.rooms.reachEnd(roomName)).toBe(false);
    scene.clock.pass(followAgainMs);
  }
  expect(seen).toEqual([]);
  isDamaged = false;
  await until(1);
  expect(looks.begun).toBe(1);
  stop();
});

test("whether all of the log is known is said only of a document that was ever written", async () => {
  const { follower, until } = matters();
  const stop = scene.rooms.follow(roomName, follower);
  await until(1);
  expect(await scene.rooms.reachEnd(roomName)).toBe(false);
  await saved(await writer(), updatesOf(1));
  expect(await scene.rooms.reachEnd(roomName)).toBe(true);
  stop();
});
