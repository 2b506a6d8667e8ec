import { expect, test } from "vitest";
import { HandClock } from "../../test/world/hand-clock.ts";
import { silentLog } from "../observe/log.ts";
import { type DocumentStore, type Snapshot, StoreUnavailable } from "../store/store.ts";
import { bytesToCompanion } from "./companion.ts";
import { packedBytesMin, snapshotAgeMs, snapshotEntries, snapshotLogBytes, snapshotQuietMs } from "./limits.ts";
import { SnapshotKeeper } from "./snapshot-keeper.ts";

function scene() {
  const clock = new HandClock();
  const kept: Snapshot[] = [];
  const is = { failing: false, ahead: false, busy: false, bytes: 0 };
  const store: DocumentStore = {
    load: () => Promise.reject(new Error("not asked")),
    append: () => Promise.reject(new Error("not asked")),
    restore: () => Promise.reject(new Error("not asked")),
    watch: () => Promise.reject(new Error("not asked")),
    async snapshot(_name, snapshot) {
      if (is.failing) throw new StoreUnavailable("down");
      kept.push(snapshot);
      return "kept";
    },
  };
  const outline = { stateVector: new Uint8Array([0]), deletions: new Uint8Array([0, 0]) };
  const take = () => {
    const bytes = new Uint8Array(is.bytes);
    return is.ahead ? null : { bytes, update: bytes, upto: 1, epoch: "e", outline };
  };
  const pack = async (update: Uint8Array) => {
    if (is.busy) throw new Error("busy");
    return new Uint8Array([update.byteLength % 256]);
  };
  const keeper = new SnapshotKeeper({ name: "d", store, clock, log: silentLog, pack, take });
  const pass = async (ms: number) => {
    clock.pass(ms);
    await new Promise<void>((resolve) => setImmediate(resolve));
  };
  return { clock, kept, is, keeper, pass };
}

test("a short log is left alone until it is old, then a quiet moment makes it a snapshot", async () => {
  const { keeper, kept, pass } = scene();
  keeper.grew(snapshotEntries - 1, snapshotLogBytes - 1);
  await pass(snapshotAgeMs - 1);
  expect(kept).toHaveLength(0);
  await pass(1);
  keeper.grew(0, 1);
  await pass(snapshotQuietMs - 1);
  expect(kept).toHaveLength(0);
  await pass(1);
  expect(kept).toHaveLength(1);
  await pass(3_600_000);
  expect(kept).toHaveLength(1);
});

test("a log that is empty never grows old", async () => {
  const { keeper, kept, pass } = scene();
  keeper.begin({ entries: 0, bytes: 0, packed: null });
  await pass(24 * 3_600_000);
  expect(kept).toHaveLength(0);
});

test("what came while a snapshot was being packed is the beginning of the next log", async () => {
  const { keeper, kept, pass } = scene();
  keeper.grew(snapshotEntries, 0);
  keeper.grew(1, 1);
  await pass(snapshotQuietMs);
  keeper.grew(1, 1);
  await pass(snapshotAgeMs + snapshotQuietMs - 1);
  expect(kept).toHaveLength(1);
  await pass(1);
  expect(kept).toHaveLength(2);
});

test("a large document has its download beside the snapshot; a small one, or a busy machine, has none", async () => {
  const { keeper, kept, is } = scene();
  is.bytes = packedBytesMin - 1;
  expect(await keeper.packed()).toBeNull();
  is.bytes = packedBytesMin + 3;
  is.busy = true;
  expect(await keeper.packed()).toBeNull();
  is.busy = false;
  expect(await keeper.packed()).toEqual({ epoch: "e", upto: 1, bytes: new Uint8Array([3]) });
  const companions = kept.map(({ companion }) => companion && bytesToCompanion(companion));
  expect(companions.map((companion) => companion?.packed[0])).toEqual([undefined, undefined, 3]);
});

test("many who ask for the download at once cost one snapshot, and later ones none", async () => {
  const { keeper, kept, is } = scene();
  is.bytes = packedBytesMin;
  const asked = await Promise.all(Array.from({ length: 200 }, () => keeper.packed()));
  expect(new Set(asked).size).toBe(1);
  expect(asked[0]).not.toBeNull();
  expect(await keeper.packed()).toBe(asked[0]);
  expect(kept).toHaveLength(1);
});

test("stopped while a snapshot is on its way, it leaves no timer", async () => {
  const { keeper, clock, is, pass } = scene();
  is.bytes = packedBytesMin;
  keeper.grew(snapshotEntries, 0);
  clock.pass(snapshotQuietMs);
  keeper.grew(1, 0);
  keeper.stop();
  await pass(0);
  expect(clock.waitingCount).toBe(0);
});

test.each([
  ["many entries", snapshotEntries, 0],
  ["heavy entries", 1, snapshotLogBytes],
])("%s become a snapshot after a quiet moment, once", async (_what, entries, bytes) => {
  const { keeper, kept, pass } = scene();
  keeper.grew(entries, bytes);
  await pass(snapshotQuietMs - 1);
  expect(kept).toHaveLength(0);
  await pass(1);
  expect(kept).toHaveLength(1);
  keeper.grew(1, 1);
  await pass(snapshotAgeMs - 1);
  expect(kept).toHaveLength(1);
});

test("while people work it waits; a log that grows without a pause is cut all the same", async () => {
  const { keeper, kept, pass } = scene();
  for (let entry = 0; entry < 3 * snapshotEntries; entry++) {
    keeper.grew(1, 10);
    await pass(snapshotQuietMs / 40);
  }
  expect(kept).toHaveLength(0);
  for (let entry = 0; entry < 2 * snapshotEntries; entry++) {
    keeper.grew(1, 10);
    await pass(snapshotQuietMs / 40);
  }
  expect(kept.length).toBeGreaterThan(0);
});

test("a snapshot that fails, or a memory ahead of the log, is tried again at the next quiet moment", async () => {
  const { keeper, kept, is, pass } = scene();
  is.ahead = true;
  keeper.grew(snapshotEntries, 0);
  await pass(snapshotQuietMs);
  is.ahead = false;
  is.failing = true;
  await pass(snapshotQuietMs);
  expect(kept).toHaveLength(0);
  is.failing = false;
  keeper.grew(1, 1);
  await pass(snapshotQuietMs);
  expect(kept).toHaveLength(1);
});

test("stopped, nothing waits", () => {
  const { keeper, clock } = scene();
  keeper.grew(snapshotEntries, 0);
  keeper.stop();
  expect(clock.waitingCount).toBe(0);
});
