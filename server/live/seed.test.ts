import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryDir } from "../../test/world/live-board.ts";
import { machineChance } from "../observe/chance.ts";
import { machineClock } from "../observe/clock.ts";
import { silentLog } from "../observe/log.ts";
import { openEmbeddedStore } from "../store/embedded/embedded-store.ts";
import { type Store, StoreUnavailable } from "../store/store.ts";
import { seedBoard } from "./seed.ts";

const directory = "hanoi/directory";
const programme = "hanoi/program/2026";
const first = [directory, programme, "hanoi/program/2027"].map((name, index) => ({
  name,
  update: new Uint8Array([index]),
}));

let dir: ReturnType<typeof temporaryDir>;
let store: Store;
beforeEach(async () => {
  dir = temporaryDir();
  store = await openEmbeddedStore({ dataDir: dir.path, clock: machineClock, chance: machineChance });
});
afterEach(async () => {
  await store.close();
  dir.remove();
});

const seed = (into: Store = store, firstUpdates = () => first) =>
  seedBoard({ store: into, log: silentLog, directory, firstUpdates });

test("a board that was never used gets every document, the directory last", async () => {
  const order: string[] = [];
  await seed({
    ...store,
    append(name, entries, epoch) {
      order.push(name);
      return store.append(name, entries, epoch);
    },
  });
  expect(order).toEqual([programme, "hanoi/program/2027", directory]);
  expect(await store.load(directory)).toMatchObject({ entries: [new Uint8Array([0])], position: 1 });
});

test("a later start leaves everything as people made it, and does not even make the demo", async () => {
  await seed();
  const { epoch } = await store.load(programme);
  await store.append(programme, [new Uint8Array([9])], epoch);
  await seed(store, () => {
    throw new Error("asked for the demo");
  });
  expect(await store.load(programme)).toMatchObject({ position: 2 });
});

test("a start that was killed half-way goes on where it stopped", async () => {
  let appends = 0;
  const dying: Store = {
    ...store,
    append(name, entries, epoch) {
      if (++appends > 1) return Promise.reject(new StoreUnavailable("killed"));
      return store.append(name, entries, epoch);
    },
  };
  await expect(seed(dying)).rejects.toThrow("killed");
  expect((await store.load(directory)).epoch).toBeNull();
  await seed();
  const positions = await Promise.all(first.map(async ({ name }) => (await store.load(name)).position));
  expect(positions).toEqual([1, 1, 1]);
});

test("a board in use without the demo keeps what it has", async () => {
  await store.append(directory, [new Uint8Array([7])], null);
  await seed();
  expect((await store.load(programme)).epoch).toBeNull();
});
