import { afterEach, beforeEach, expect, test } from "vitest";
import { HandClock } from "../../test/world/hand-clock.ts";
import { temporaryDir } from "../../test/world/live-board.ts";
import { machineChance } from "../observe/chance.ts";
import { openEmbeddedStore } from "../store/embedded/embedded-store.ts";
import { type Store, StoreDamaged, StoreUnavailable } from "../store/store.ts";
import { demoPeople } from "./demo-people.ts";
import { unaskedMs } from "./recent-sign-ins.ts";
import type { SignIns } from "./sign-ins.ts";
import { createSignIns } from "./ticket-sign-ins.ts";

const [huong, lan] = demoPeople;

let dir: ReturnType<typeof temporaryDir>;
let clock: HandClock;
let store: Store;
let failure: Error | null;
/** What other processes say, and what is said to them. */
let hear: (words: Uint8Array) => void;
let said: Uint8Array[];
let signIns: SignIns;

beforeEach(async () => {
  dir = temporaryDir();
  clock = new HandClock();
  store = await openEmbeddedStore({ dataDir: dir.path, clock, chance: machineChance });
  failure = null;
  said = [];
  const keys: Store = {
    ...store,
    get: (key) => (failure ? Promise.reject(failure) : store.get(key)),
    say: (_topic, words) => void said.push(words),
    async listen(_topic, act) {
      hear = (words) => act(words, "another");
      return () => {
        hear = () => {};
      };
    },
  };
  signIns = createSignIns({ keys, clock, chance: machineChance });
});
afterEach(async () => {
  await store.close();
  dir.remove();
});

async function started(actor = huong): Promise<string> {
  return signIns.start(actor ?? expect.fail("nobody"));
}

test("an end is told at once, with which tickets it ends and which not", async () => {
  const [ticket, other] = [await started(), await started(lan)];
  const ended: ((of: string) => boolean)[] = [];
  const stop = await signIns.onEnd((isEnded) => ended.push(isEnded));
  await signIns.end(ticket);
  expect(ended.map((isEnded) => [isEnded(ticket), isEnded(other)])).toEqual([[true, false]]);
  expect(await signIns.find(ticket)).toBeNull();
  stop();
  await signIns.end(other);
  expect(ended).toHaveLength(1);
});

test("an end on another process is told the same; what is said between processes is no ticket", async () => {
  const [ticket, other] = [await started(), await started(lan)];
  await signIns.end(ticket);
  const ended: ((of: string) => boolean)[] = [];
  await signIns.onEnd((isEnded) => ended.push(isEnded));
  for (const words of said) hear(words);
  expect(ended.map((isEnded) => [isEnded(ticket), isEnded(other)])).toEqual([[true, false]]);
  expect(new TextDecoder().decode(said[0])).not.toContain(ticket);
});

test("while the store is away, whoever was found lately is found; for a while", async () => {
  const [ticket, never] = [await started(), await started(lan)];
  expect(await signIns.find(ticket)).toEqual(huong);
  failure = new StoreUnavailable("away");
  expect(await signIns.find(ticket)).toEqual(huong);
  await expect(signIns.find(never)).rejects.toThrow(StoreUnavailable);
  clock.pass(unaskedMs + 1);
  await expect(signIns.find(ticket)).rejects.toThrow(StoreUnavailable);
});

test("who was found and then ended is not found while the store is away, wherever it was ended", async () => {
  const [here, there] = [await started(), await started(lan)];
  await signIns.onEnd(() => {});
  for (const ticket of [here, there]) await signIns.find(ticket);
  await signIns.end(there);
  const [words] = said;
  await signIns.find(here);
  await signIns.end(here);
  if (words) hear(words);
  failure = new StoreUnavailable("away");
  for (const ticket of [here, there]) await expect(signIns.find(ticket)).rejects.toThrow(StoreUnavailable);
});

test("a damaged store is not covered up", async () => {
  const ticket = await started();
  await signIns.find(ticket);
  failure = new StoreDamaged("broken");
  await expect(signIns.find(ticket)).rejects.toThrow(StoreDamaged);
});
