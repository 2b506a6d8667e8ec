import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { itemsOf } from "../shared/document/roots.ts";
import { openSocket, openTab, type Tab, temporaryDir, until } from "../test/world/live-board.ts";
import { writeMatter } from "../test/world/matters.ts";
import { refusedStart, type ServerProcess, startServer } from "../test/world/server-process.ts";
import { demoPeople } from "./access/demo-people.ts";
import { goodbyeEveryMs, goodbyeSpreadMaxMs, stopMaxMs } from "./live/limits.ts";

let dir: ReturnType<typeof temporaryDir>;
let server: ServerProcess | null = null;
const tabs: Tab[] = [];

beforeEach(() => {
  dir = temporaryDir();
});
afterEach(async () => {
  for (const tab of tabs.splice(0)) tab.close();
  await server?.end("SIGKILL").catch(() => {});
  server = null;
  dir.remove();
});

const start = async (env: Record<string, string> = {}) => {
  server = await startServer({ DATA_DIR: dir.path, ...env });
  return server;
};

function open(board: { url: string }, cookie: string): Tab {
  const tab = openTab({ board, cookie });
  tabs.push(tab);
  return tab;
}

test("standard output is one line that says where it listens", async () => {
  const { output, url } = await start();
  await fetch(`${url}/healthz`);
  expect(output()).toMatch(/^Listening on http:\/\/127\.0\.0\.1:\d+\n$/);
});

test("a wrong setting ends the start with one sentence and exit code 1", async () => {
  const refused = await refusedStart({ DATA_DIR: dir.path, PORT: "eighty" });
  expect(refused).toEqual({ code: 1, output: "", complaint: 'PORT must be a number from 0 to 65535, not "eighty".\n' });
});

test("a data directory that cannot be used ends the start with a sentence that names the file", async () => {
  const path = join(dir.path, "lien-thong.sqlite");
  writeFileSync(path, "");
  const refused = await refusedStart({ DATA_DIR: dir.path });
  expect(refused).toMatchObject({ code: 1, output: "" });
  expect(refused.complaint).toContain(path);
});

test("a second server on the same data ends the start", async () => {
  await start();
  const refused = await refusedStart({ DATA_DIR: dir.path });
  expect(refused.code).toBe(1);
  expect(refused.complaint).toMatch(/in use by another running server/);
});

test("an address in use ends the start with a sentence", async () => {
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(0, "127.0.0.1", resolve));
  const address = holder.address();
  const port = typeof address === "object" && address ? String(address.port) : "";
  const refused = await refusedStart({ DATA_DIR: dir.path, PORT: port });
  expect(refused).toMatchObject({ code: 1, output: "" });
  expect(refused.complaint).toMatch(/The address cannot be used .*set PORT or HOST/);
  holder.close();
});

test("a Redis that is not there ends the start with a sentence that keeps the password to itself", async () => {
  const refused = await refusedStart({ REDIS_URL: "redis://me:secret@127.0.0.1:1" });
  expect(refused).toMatchObject({ code: 1, output: "" });
  expect(refused.complaint).toMatch(/^Redis at 127\.0\.0\.1:1 cannot be reached .*check REDIS_URL\.$/m);
  expect(refused.complaint).not.toContain("secret");
});

test.each(["SIGTERM", "SIGINT"] as const)(
  "%s: sockets are told to come back (1012), and it ends with 0 well within 10 s",
  async (signal) => {
    const { url, signIn, end } = await start();
    const tab = open({ url }, await signIn("huong"));
    await tab.synced;
    const closing = new Promise<number>((resolve) => {
      tab.provider.once("connection-close", (event) => resolve(event?.code ?? 0));
    });
    writeMatter(tab.doc, "a", "vào phút chót");
    const saved = tab.saved();
    await saved;
    expect(await end(signal)).toBe(0);
    expect(await closing).toBe(1012);
    server = null;
  },
);

async function openCrowd(board: ServerProcess, count: number) {
  const cookies = await Promise.all(demoPeople.map(({ id }) => board.signIn(id)));
  const crowd = Array.from({ length: count }, (_, at) =>
    openSocket({ board, cookie: cookies[at % cookies.length] ?? "" }),
  );
  await Promise.all(crowd.map(({ opened }) => opened));
  return crowd;
}

test("[P7] while it stops: not ready, nobody new, everybody sent elsewhere, an end with 0 within 10 s", async () => {
  const board = await start();
  // So many that sending them away takes as long as it may: meanwhile it is asked all this.
  const crowd = await openCrowd(board, goodbyeSpreadMaxMs / goodbyeEveryMs);
  const ready = async () => (await fetch(`${board.url}/readyz`)).status;
  expect(await ready()).toBe(200);
  const ended = board.end("SIGTERM");
  await Promise.race(crowd.map((socket) => socket.ended));
  expect(await ready()).toBe(503);
  expect((await fetch(`${board.url}/healthz`)).status).toBe(200);
  expect(await openSocket({ board, cookie: await board.signIn("huong") }).ended).toBe(503);
  expect(new Set(await Promise.all(crowd.map((socket) => socket.ended)))).toEqual(new Set([1012]));
  // Had it taken longer than the 10 s that are waited before kill -9, it would have ended itself with 1.
  expect(stopMaxMs).toBeLessThan(10_000);
  expect(await ended).toBe(0);
  server = null;
});

test("a second signal ends it at once", async () => {
  const board = await start();
  const crowd = await openCrowd(board, 120);
  // Another one, since two of the same would be heard as one.
  process.kill(board.pid, "SIGINT");
  expect(await board.end("SIGTERM")).toBe(1);
  // Who was not sent away yet is cut, and comes back as after any loss.
  expect(await Promise.all(crowd.map((socket) => socket.ended))).toContain(1006);
  server = null;
});

test("[P1] what was shown as saved survives kill -9 under load, and unsaved work comes after it", async () => {
  let board = await start();
  const cookie = await board.signIn("huong");
  const tab = open(board, cookie);
  await tab.synced;
  const saved: string[] = [];
  let number = 0;
  for (let round = 0; round < 3; round++) {
    for (let edit = 0; edit < 40; edit++) {
      const key = `k${number++}`;
      writeMatter(tab.doc, key, key);
      // The last ones of each round are killed in flight.
      if (edit < 30) void tab.saved().then(() => saved.push(key));
    }
    await tab.saved();
    for (let edit = 0; edit < 20; edit++) writeMatter(tab.doc, `k${number++}`, "in flight");
    await board.end("SIGKILL");
    board = await start();
    const fresh = open(board, cookie);
    await fresh.synced;
    const there = itemsOf(fresh.doc);
    const ours = () => [...there.keys()].filter((key) => /^k\d+$/.test(key)).length;
    expect(saved.filter((key) => !there.has(key))).toEqual([]);
    // [P3] The tab that lived through it brings the rest.
    await reconnect(tab, board.url);
    await until(fresh.doc, () => ours() === number);
    fresh.close();
  }
  expect(saved.length).toBe(90);
});

/** The server came back on another free port: the tab follows it there. */
async function reconnect(tab: Tab, url: string): Promise<void> {
  const { provider } = tab;
  provider.disconnect();
  provider.serverUrl = `${url.replace("http", "ws")}/sync`;
  const synced = new Promise<void>((resolve) => provider.once("sync", () => resolve()));
  provider.connect();
  await synced;
}
