import { expect, test } from "vitest";
import { HandClock } from "../../test/world/hand-clock.ts";
import { silentLog } from "../observe/log.ts";
import { type DocumentStore, type Snapshot, StoreUnavailable } from "../store/store.ts";
import { snapshotEntries, snapshotLogBytes, snapshotQuietMs } from "./limits.ts";
import { SnapshotKeeper } from "./snapshot-keeper.ts";

function scene() {
  const clock = new HandClock();
  const kept: Snapshot[] = [];
  const is = { failing: false, ahead: false };
  const store: DocumentStore = {
    load: () => Promise.reject(new Error("not asked")),
    append: () => Promise.reject(new Error("not asked")),
    watch: () => Promise.reject(new Error("not asked")),
    async snapshot(_name, snapshot) {
      if (is.failing) throw new StoreUnavailable("down");
      kept.push(snapshot);
      return "kept";
    },
  };
  const take = () => (is.ahead ? null : { bytes: new Uint8Array(), upto: 1, epoch: "e" });
  const keeper = new SnapshotKeeper({ name: "d", store, clock, log: silentLog, take });
  const pass = async (ms: number) => {
    clock.pass(ms);
    await new Promise<void>((resolve) => setImmediate(resolve));
  };
  return { clock, kept, is, keeper, pass };
}

test("a short log is left alone", async () => {
  const { keeper, kept, pass } = scene();
  keeper.grew(snapshotEntries - 1, snapshotLogBytes - 1);
  await pass(3_600_000);
  expect(kept).toHaveLength(0);
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
  await pass(3_600_000);
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
