import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryDir } from "../../../test/world/live-board.ts";
import { machineChance } from "../../observe/chance.ts";
import { machineClock } from "../../observe/clock.ts";
import { type Store, StoreRefused } from "../store.ts";
import { openEmbeddedStore } from "./embedded-store.ts";

let dir: ReturnType<typeof temporaryDir>;
let path: string;
beforeEach(() => {
  dir = temporaryDir();
  path = join(dir.path, "lien-thong.sqlite");
});
afterEach(() => dir.remove());

const name = "hanoi/program/2026";
const open = (dataDir = dir.path) => openEmbeddedStore({ dataDir, clock: machineClock, chance: machineChance });

async function filled(): Promise<void> {
  const store = await open();
  const entries = Array.from({ length: 50 }, (_, index) => new Uint8Array(1000).fill(index));
  const { epoch } = await store.append(name, entries, null);
  await store.snapshot(name, { bytes: new Uint8Array(5000).fill(99), upto: 20, epoch });
  await store.close();
}

/** Opens, and answers the sentence it refuses with; fails when it does not refuse. */
async function refusal(dataDir = dir.path): Promise<string> {
  let store: Store;
  try {
    store = await open(dataDir);
  } catch (error) {
    if (error instanceof StoreRefused) return error.message;
    throw error;
  }
  await store.close();
  throw new Error("the store was opened");
}

test("an empty directory, also one that is not there yet, becomes a store", async () => {
  const store = await open(join(dir.path, "a/b"));
  expect(await store.load(name)).toMatchObject({ epoch: null });
  await store.close();
  expect(existsSync(join(dir.path, "a/b/lien-thong.sqlite"))).toBe(true);
});

test("a half-made file of a start that was killed is made again", async () => {
  writeFileSync(`${path}.new`, "half");
  await (await open()).close();
});

test.each([
  ["cut to nothing", () => truncateSync(path, 0)],
  ["cut in the middle", () => truncateSync(path, 40_000)],
  ["overwritten at the start", () => overwrite(0, "not a database")],
  ["some other file", () => writeFileSync(path, "Chương trình công tác tuần")],
  ["another program's database", () => anotherDatabase()],
])("a file %s is refused by name and left as it is", async (_how, harm) => {
  await filled();
  harm();
  const before = readFileSync(path);
  expect(await refusal()).toContain(path);
  expect(readFileSync(path).equals(before)).toBe(true);
});

test("one wrong byte anywhere in what was written is found at the start", async () => {
  await filled();
  const whole = readFileSync(path);
  const places = [30, 49].map((entry) => whole.indexOf(new Uint8Array(300).fill(entry)));
  const snapshot = whole.indexOf(new Uint8Array(300).fill(99));
  for (const place of [...places, snapshot]) {
    expect(place).toBeGreaterThan(0);
    const harmed = Buffer.from(whole);
    harmed[place] = (harmed[place] ?? 0) ^ 1;
    writeFileSync(path, harmed);
    expect(await refusal()).toContain(`${path} is damaged`);
  }
  writeFileSync(path, whole);
  await (await open()).close();
});

test("a file made before snapshots had something beside them is opened, and can keep it from then on", async () => {
  await filled();
  const database = new DatabaseSync(path);
  database.exec("DROP TABLE companion");
  database.close();
  const store = await open();
  const { epoch, companion } = await store.load(name);
  expect(companion).toBeNull();
  const beside = new Uint8Array([1, 2]);
  await store.snapshot(name, { bytes: new Uint8Array(9), upto: 40, epoch: epoch ?? "", companion: beside });
  expect((await store.load(name)).companion).toEqual(beside);
  await store.close();
});

test("what stands beside a snapshot is no part of the document: damaged, it is left out", async () => {
  const first = await open();
  const { epoch } = await first.append(name, [new Uint8Array([1])], null);
  await first.snapshot(name, { bytes: new Uint8Array([1]), upto: 1, epoch, companion: new Uint8Array([1, 2]) });
  await first.close();
  const database = new DatabaseSync(path);
  database.exec("UPDATE companion SET bytes = x'0103'");
  database.close();
  const store = await open();
  expect(await store.load(name)).toMatchObject({ companion: null, position: 1 });
  await store.close();
});

test("an entry that somebody took out is found", async () => {
  await filled();
  const database = new DatabaseSync(path);
  database.exec("DELETE FROM entry WHERE position = 30");
  database.close();
  const store = await open();
  await expect(store.load(name)).rejects.toThrow("entry 30 is missing");
  await store.close();
});

test("a file of a newer version is refused, and says so", async () => {
  await filled();
  const database = new DatabaseSync(path);
  database.exec("PRAGMA user_version = 2");
  database.close();
  expect(await refusal()).toMatch(/newer version of the program \(format 2, this one knows 1\)/);
});

test("the file gone while its journal is there is refused: it would start empty", async () => {
  await filled();
  rmSync(path);
  writeFileSync(`${path}-wal`, "x");
  expect(await refusal()).toContain(`${path} is gone`);
  expect(existsSync(path)).toBe(false);
});

test("a directory that cannot be written is refused", async () => {
  const place = join(dir.path, "file");
  writeFileSync(place, "");
  expect(await refusal(place)).toContain(place);
  const locked = join(dir.path, "locked");
  mkdirSync(locked);
  chmodSync(locked, 0o500);
  // The superuser may write anywhere.
  if (process.getuid?.() !== 0) expect(await refusal(locked)).toContain(locked);
});

test("a second server on the same directory is refused until the first has gone", async () => {
  const first = await open();
  expect(await refusal()).toBe(`The data directory ${dir.path} is in use by another running server.`);
  const { epoch } = await first.append(name, [new Uint8Array([1])], null);
  await first.close();
  const second = await open();
  expect(await second.load(name)).toMatchObject({ epoch, position: 1 });
  await second.close();
});

test("a backup program can read the file while the server runs", async () => {
  const store = await open();
  await store.append(name, [new Uint8Array([1, 2])], null);
  const reader = new DatabaseSync(path, { readOnly: true });
  expect(reader.prepare("SELECT count(*) AS entries FROM entry").get()).toMatchObject({ entries: 1 });
  reader.close();
  await store.close();
});

function overwrite(place: number, text: string): void {
  const bytes = readFileSync(path);
  bytes.write(text, place);
  writeFileSync(path, bytes);
}

function anotherDatabase(): void {
  rmSync(path);
  const database = new DatabaseSync(path);
  database.exec("CREATE TABLE bookmark (url TEXT)");
  database.close();
}
