import { afterEach, beforeEach, expect, test } from "vitest";
import { HandClock } from "../../test/world/hand-clock.ts";
import { temporaryDir } from "../../test/world/live-board.ts";
import { machineChance } from "../observe/chance.ts";
import { openEmbeddedStore } from "../store/embedded/embedded-store.ts";
import { type Store, StoreUnavailable } from "../store/store.ts";
import type { Credentials } from "./credentials.ts";
import { createCredentials } from "./key-credentials.ts";
import { createPairings } from "./key-pairings.ts";
import { credentialHoldMs, pairingHoldMs, pairingsMax, pairingsPerAddressMax, pollEveryMs } from "./limits.ts";
import type { Pairings, Polled } from "./pairings.ts";

let dir: ReturnType<typeof temporaryDir>;
let clock: HandClock;
let store: Store;
let kept: Map<string, string>;
let isAway: boolean;
let credentials: Credentials;
/** Two processes of one board. */
let east: Pairings;
let west: Pairings;

beforeEach(async () => {
  dir = temporaryDir();
  clock = new HandClock();
  store = await openEmbeddedStore({ dataDir: dir.path, clock, chance: machineChance });
  kept = new Map();
  isAway = false;
  const keys: Store = {
    ...store,
    async put(key, value, expiresAtMs) {
      kept.set(key, value);
      await store.put(key, value, expiresAtMs);
    },
    get: (key) => (isAway ? Promise.reject(new StoreUnavailable("away")) : store.get(key)),
  };
  credentials = createCredentials({ keys, clock, chance: machineChance });
  [east, west] = [1, 2].map(() => createPairings({ keys, credentials, clock, chance: machineChance })) as [
    Pairings,
    Pairings,
  ];
});
afterEach(async () => {
  await store.close();
  dir.remove();
});

const tv = { device: "Chrome 131, Linux", size: "1920×1080", address: "10.0.0.7" };

async function asked(pairings = east) {
  return (await pairings.ask(tv)) ?? expect.fail("too many");
}

/** After the time that a screen has to wait between two. */
async function polled(secret: string, pairings = east): Promise<Polled> {
  clock.pass(pollEveryMs);
  return pairings.poll(secret);
}

async function handed(secret: string): Promise<string> {
  const answer = await polled(secret);
  return answer.state === "handed" ? answer.credential : expect.fail(answer.state);
}

test("a screen shows a code, somebody sees what it stands for and lets it in, and it is handed its credential once", async () => {
  const { secret, code, path, expiresInSeconds } = await asked();
  expect(code).toMatch(/^[A-Z]{3}-[A-Z]{3}$/);
  expect([path, expiresInSeconds]).toEqual([`/pair?code=${code}`, 600]);
  expect(await polled(secret)).toEqual({ state: "pending" });
  const seen = await west.look(code.toLowerCase());
  expect(seen).toEqual({
    ...tv,
    askedMs: clock.now() - pollEveryMs,
    expiresMs: clock.now() - pollEveryMs + pairingHoldMs,
  });
  expect(await west.claim(code, "hall")).toBe(true);
  const credential = await handed(secret);
  expect(await credentials.find(credential)).toBe("hall");
  // Gone: for the screen, for the code, and for whoever would read the store.
  expect(await polled(secret)).toEqual({ state: "over" });
  expect([await east.look(code), await east.claim(code, "other")]).toEqual([null, false]);
  const everything = JSON.stringify([...kept]);
  expect(everything.includes(secret) || everything.includes(credential)).toBe(false);
});

test("of two people who answer one code, and of two polls after it, one succeeds", async () => {
  const { secret, code } = await asked();
  const answers = await Promise.all([east.claim(code, "a"), west.claim(code, "b"), west.deny(code)]);
  expect(answers.filter(Boolean)).toHaveLength(1);
  const again = await asked();
  await east.claim(again.code, "c");
  clock.pass(pollEveryMs);
  const states = (await Promise.all([east.poll(again.secret), west.poll(again.secret)])).map(({ state }) => state);
  expect(states.sort()).toEqual(["handed", "over"]);
  expect(secret).not.toBe(again.secret);
});

test("one that is sent away hears it, and then nothing", async () => {
  const { secret, code } = await asked();
  expect(await west.deny(code)).toBe(true);
  expect([await polled(secret), await polled(secret)]).toEqual([{ state: "denied" }, { state: "over" }]);
});

test("after ten minutes nothing is left of it; an answer in the last instant can still be fetched", async () => {
  const [early, late] = [await asked(), await asked()];
  clock.pass(pairingHoldMs - 1);
  expect(await west.claim(late.code, "hall")).toBe(true);
  clock.pass(1);
  expect([await west.look(early.code), await west.claim(early.code, "hall")]).toEqual([null, false]);
  expect(await east.poll(early.secret)).toEqual({ state: "over" });
  expect(await east.poll(late.secret)).toMatchObject({ state: "handed", screen: "hall" });
});

test("who asks faster than it was told is told to slow down, and loses nothing by it", async () => {
  const { secret, code } = await asked();
  expect(await east.poll(secret)).toEqual({ state: "pending" });
  expect(await east.poll(secret)).toEqual({ state: "too-fast" });
  await east.claim(code, "hall");
  expect(await east.poll(secret)).toEqual({ state: "too-fast" });
  expect(await polled(secret)).toMatchObject({ state: "handed" });
});

test("nobody can guess a secret by what is no secret", async () => {
  for (const wrong of ["", "x".repeat(31), "x".repeat(32), "x".repeat(5_000)])
    expect(await polled(wrong)).toEqual({ state: "over" });
});

test("a code that waits is not given to another", async () => {
  const zeros = (bytes: Uint8Array<ArrayBuffer>) => bytes.fill(0);
  let draws = 0;
  // The first two codes drawn are the same; secrets differ.
  const chance = (bytes: Uint8Array<ArrayBuffer>) =>
    bytes.length === 6 && draws++ < 2 ? zeros(bytes) : machineChance(bytes);
  const same = createPairings({ keys: store, credentials, clock, chance });
  const [one, two] = [await asked(same), await asked(same)];
  expect([one.code, draws > 2]).toEqual(["BBB-BBB", true]);
  expect(two.code).not.toBe(one.code);
});

test("one address, and all together, begin only so many; after ten minutes they may again", async () => {
  const ask = (address: string) => east.ask({ ...tv, address });
  for (let count = 0; count < pairingsPerAddressMax; count++) expect(await ask("a")).not.toBeNull();
  expect([await ask("a"), (await ask("b")) !== null]).toEqual([null, true]);
  for (let count = pairingsPerAddressMax + 1; count < pairingsMax; count++)
    expect(await ask(`c${count}`)).not.toBeNull();
  expect(await ask("d")).toBeNull();
  clock.pass(pairingHoldMs);
  expect(await ask("a")).not.toBeNull();
});

test("a screen that is paired again has a new credential, and the old one ends for every process", async () => {
  const told: string[] = [];
  const stop = await credentials.onIssue((screen) => told.push(screen));
  const first = await asked();
  await east.claim(first.code, "hall");
  const old = await handed(first.secret);
  const second = await asked();
  await east.claim(second.code, "hall");
  const now = await handed(second.secret);
  expect([await credentials.find(old), await credentials.find(now)]).toEqual([null, "hall"]);
  expect([await credentials.isCurrent(old, "hall"), await credentials.isCurrent(now, "hall")]).toEqual([false, true]);
  expect(told).toEqual(["hall", "hall"]);
  stop();
  await credentials.end("hall");
  await credentials.end("hall");
  expect(await credentials.find(now)).toBeNull();
});

test("a credential lasts as long again each time it is used, and ends when it is not", async () => {
  const credential = await credentials.issue("hall");
  for (let use = 0; use < 3; use++) {
    clock.pass(credentialHoldMs - 1);
    expect(await credentials.find(credential)).toBe("hall");
  }
  clock.pass(credentialHoldMs);
  expect(await credentials.find(credential)).toBeNull();
});

test("while the store is away a screen that was here is known still, and nobody is taken for unknown", async () => {
  const [known, unseen] = [await credentials.issue("hall"), await credentials.issue("lobby")];
  await credentials.find(known);
  isAway = true;
  expect(await credentials.find(known)).toBe("hall");
  await expect(credentials.find(unseen)).rejects.toThrow(StoreUnavailable);
  expect(await credentials.isCurrent(known, "hall")).toBeNull();
  expect(await credentials.find("no credential")).toBeNull();
});
