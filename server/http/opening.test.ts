import { request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { patchItem } from "../../shared/document/item-commands.ts";
import { closeJointSession, goToStep, openJointSession } from "../../shared/document/joint-sessions.ts";
import { itemsOf } from "../../shared/document/roots.ts";
import { directoryUpdate, programmeUpdate } from "../../shared/document/whole-update.ts";
import { addDays, type Day } from "../../shared/kit/day.ts";
import { writeFirstContent } from "../../test/world/first-content.ts";
import { type LiveBoard, openTab, startBoard, temporaryDir, until } from "../../test/world/live-board.ts";
import { city, item } from "../../test/world/small-city.ts";
import { machineChance } from "../observe/chance.ts";
import { machineClock } from "../observe/clock.ts";
import { openEmbeddedStore } from "../store/embedded/embedded-store.ts";

const day = "2026-11-24" as Day;
/** Enough of them that the year is worth a download. */
const items = Array.from({ length: 600 }, (_, index) =>
  item(`item-${index}`, "08:00", { day: addDays(day, index % 36), status: "registered" }),
);

let dir: ReturnType<typeof temporaryDir>;
let board: LiveBoard;
let cookie: string;
beforeAll(async () => {
  dir = temporaryDir();
  await writeFirstContent(dir.path, [
    { name: "hanoi/program/2026", update: programmeUpdate(items) },
    { name: "hanoi/directory", update: directoryUpdate(city) },
  ]);
  board = await startBoard({ dataDir: dir.path });
  cookie = await board.signIn("lan");
});
afterAll(async () => {
  await board.stop();
  dir.remove();
});

/** As the bytes come: what is compressed stays so. */
async function get(path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }>((resolve, reject) => {
    const sent = request(`${board.url}${path}`, { headers: { cookie, ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on("error", reject);
    sent.end();
  });
}

const year = "/api/documents/hanoi/program/2026";
const countIn = (whole: Uint8Array) => {
  const doc = new Y.Doc();
  Y.applyUpdateV2(doc, whole);
  return itemsOf(doc).size;
};

test("a year is downloaded whole, in the best form that the browser takes", async () => {
  const br = await get(year, { "accept-encoding": "gzip, deflate, br, zstd" });
  expect(String(br.headers.etag)).toContain(String(br.headers["document-epoch"]));
  expect(br.headers).toMatchObject({ "content-encoding": "br", "content-type": "application/octet-stream" });
  expect(countIn(brotliDecompressSync(br.body))).toBe(items.length);
  const gzip = await get(year, { "accept-encoding": "gzip, deflate" });
  expect(gzip.headers["content-encoding"]).toBe("gzip");
  expect(countIn(gunzipSync(gzip.body))).toBe(items.length);
  const plain = await get(year);
  expect(plain.headers["content-encoding"]).toBeUndefined();
  expect(countIn(plain.body)).toBe(items.length);
  expect(br.body.byteLength).toBeLessThan(plain.body.byteLength / 4);
});

test("who has it still in the browser's cache is told so, as long as there is no later snapshot", async () => {
  const first = await get(year, { "accept-encoding": "br" });
  expect(first.headers["cache-control"]).toBe("private, no-cache");
  expect(first.headers.vary).toContain("Cookie");
  const tag = String(first.headers.etag);
  const again = await get(year, { "accept-encoding": "br", "if-none-match": tag });
  expect([again.status, again.body.byteLength]).toEqual([304, 0]);
  expect((await get(year, { "accept-encoding": "gzip", "if-none-match": tag })).status).toBe(200);
});

test("a small document, or one that never was, is left to the socket", async () => {
  for (const path of ["/api/documents/hanoi/directory", "/api/documents/hanoi/program/2031"]) {
    expect(await get(path)).toMatchObject({ status: 204, body: Buffer.alloc(0) });
  }
});

test("nobody gets anything who is not signed in, and there are no other documents", async () => {
  for (const path of [year, "/api/look/2026-11-23/2026-11-29"]) {
    const answer = await get(path, { cookie: "" });
    expect([answer.status, JSON.parse(answer.body.toString()).code]).toEqual([401, "sign-in-needed"]);
  }
  for (const path of ["hue/program/2026", "hanoi/program/1999", "hanoi/x", "hanoi/program/2026/", "%00"]) {
    expect((await get(`/api/documents/${path}`)).status, path).toBe(404);
  }
});

const lookAt = async (first: string, last: string) =>
  JSON.parse((await get(`/api/look/${first}/${last}`)).body.toString());

test("the days asked for are shown with the directory, over New Year too, and as they are now", async () => {
  const look = await lookAt("2026-11-23", "2026-11-29");
  const inWeek = items.filter(({ when }) => "day" in when && when.day <= "2026-11-29");
  expect(look.items.map(({ id }: { id: string }) => id).sort()).toEqual(inWeek.map(({ id }) => id).sort());
  expect(look.items.find(({ id }: { id: string }) => id === "item-0")).toEqual(items[0]);
  expect(look.directory.persons.length).toBe(city.persons.length);

  const tab = openTab({ board, cookie });
  await tab.synced;
  tab.doc.transact(() => patchItem(tab.doc, "item-0", { unexpected: true }));
  await tab.saved();
  const reader = openTab({ board, cookie });
  await until(reader.doc, () => itemsOf(reader.doc).size === items.length);
  const now = await lookAt("2026-11-23", "2026-11-29");
  expect(now.items.find(({ id }: { id: string }) => id === "item-0").unexpected).toBe(true);
  expect((await lookAt("2026-12-28", "2027-01-03")).items.length).toBeGreaterThan(0);
  tab.close();
  reader.close();
});

test("who comes late sees the step of a joint session about these days before the year is there", async () => {
  const tab = openTab({ board, cookie });
  await tab.synced;
  const by = { id: "lan", name: "Nguyễn Thị Lan" };
  const open = (id: string, period: string) =>
    openJointSession(tab.doc, { id, scope: { horizon: "week", period }, opened: { by, atMs: 1 }, topics: [] });
  tab.doc.transact(() => {
    for (const [id, period] of [
      ["here", "2026-W48"],
      ["ended", "2026-W48"],
      ["elsewhere", "2026-W51"],
    ] as const)
      open(id, period);
    goToStep(tab.doc, "here", { topic: "aaaaaaaa", offers: [], by, atMs: 2 });
    closeJointSession(tab.doc, "ended", { by, atMs: 2 });
  });
  await tab.saved();
  const { sessions } = await lookAt("2026-11-23", "2026-11-29");
  expect(sessions).toMatchObject([{ id: "here", step: { topic: "aaaaaaaa" }, lead: { person: by } }]);
  expect((await lookAt("2026-11-02", "2026-11-08")).sessions).toEqual([]);
  tab.close();
});

test("a look is for one screen: wrong days and more than six weeks are refused", async () => {
  for (const days of [
    "2026-11-23/2026-11-22",
    "2026-11-31/2026-12-01",
    "2026-01-01/2026-12-31",
    "1999-01-01/1999-01-07",
    "x/y",
  ]) {
    const answer = await get(`/api/look/${days}`);
    expect([answer.status, JSON.parse(answer.body.toString()).code], days).toEqual([400, "bad-input"]);
  }
});

test("a look travels compressed", async () => {
  const answer = await get("/api/look/2026-11-23/2026-11-29", { "accept-encoding": "gzip" });
  expect(answer.headers).toMatchObject({ "content-encoding": "gzip", "cache-control": "private, no-store" });
  expect(JSON.parse(gunzipSync(answer.body).toString()).items.length).toBeGreaterThan(50);
});

test("what a store lost and was given back is downloaded as of the epoch that its socket tells", async () => {
  const lost = temporaryDir();
  const parts = { clock: machineClock, chance: machineChance };
  const store = await openEmbeddedStore({ dataDir: lost.path, ...parts });
  await store.restore("hanoi/program/2026", programmeUpdate(items), "before");
  await store.close();
  const again = await startBoard({ dataDir: lost.path });
  const signedIn = await again.signIn("lan");
  const headers = { cookie: signedIn };
  const download = await fetch(`${again.url}${year}`, { headers });
  expect([download.status, download.headers.get("document-epoch")]).toEqual([200, "before"]);
  const tab = openTab({ board: again, cookie: signedIn, epoch: "before" });
  await tab.synced;
  expect([tab.epoch(), itemsOf(tab.doc).size]).toEqual(["before", items.length]);
  tab.close();
  await again.stop();
  lost.remove();
});
