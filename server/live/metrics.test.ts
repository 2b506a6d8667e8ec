/** Each number of `/metrics` moves when the thing happens, in a real server with real tabs. */
import { afterEach, expect, test } from "vitest";
import * as Y from "yjs";
import { addItem } from "../../shared/document/item-commands.ts";
import { roundTrip } from "../../test/world/hearing.ts";
import { HeldClock } from "../../test/world/held-clock.ts";
import { liveScene } from "../../test/world/live-scene.ts";
import { plainItem, writeMatter } from "../../test/world/matters.ts";
import { metricsOf } from "../../test/world/metrics-page.ts";
import { stepTwoFrame, updateFrame } from "./frame.ts";
import { personSocketsMax } from "./limits.ts";

const clock = new HeldClock();
const scene = liveScene({ clock });
afterEach(() => clock.letGo());

async function sample(name: string): Promise<number> {
  const value = (await metricsOf(scene.board)).get(`lien_thong_${name}`);
  if (value === undefined) throw new Error(`no ${name}`);
  return value;
}

/** Resolves once the sample reads as it should. */
async function until(name: string, holds: (value: number) => boolean): Promise<void> {
  while (!holds(await sample(name)));
}

test("who has what open: sockets, documents, tabs shown, and what it weighs", async () => {
  expect(await sample("sockets")).toBe(0);
  const atHand = await sample("documents");
  const name = "hanoi/program/2040";
  const tabs = [await scene.tabOf("huong", { name }), await scene.tabOf("lan", { name })];
  await Promise.all(tabs.map(({ synced }) => synced));
  for (const tab of tabs) tab.provider.awareness.setLocalStateField("open", "x");
  await until("presence_ids", (count) => count === 2);
  expect(await sample("sockets")).toBe(2);
  expect(await sample("documents")).toBe(atHand + 1);
  const [tab] = tabs;
  if (tab) writeMatter(tab.doc, "a", "Giao ban");
  await tab?.saved();
  expect(await sample("document_bytes")).toBeGreaterThan(0);
  tab?.close();
  await until('closed_sockets_total{code="1005"}', (count) => count === 1);
  expect(await sample("presence_ids")).toBe(1);
});

test("an edit is appended and told as saved; what it adds to the log is in no snapshot yet", async () => {
  const tab = await scene.openedTabOf("huong");
  const before = await metricsOf(scene.board);
  writeMatter(tab.doc, "a", "Giao ban");
  await tab.saved();
  expect(await sample("append_seconds_count")).toBe((before.get("lien_thong_append_seconds_count") ?? 0) + 1);
  expect(await sample("saved_seconds_count")).toBe((before.get("lien_thong_saved_seconds_count") ?? 0) + 1);
  expect(await sample("log_entries")).toBe(1);
  expect(await sample("log_bytes")).toBeGreaterThan(0);
  await until("snapshot_age_seconds", (age) => age > 0);
});

test("while the store takes nothing: unsaved, queued, retried, not ready; afterwards ready again by itself", async () => {
  const tab = await scene.openedTabOf("huong");
  const ready = async () => (await fetch(`${scene.board.url}/readyz`)).status;
  expect(await ready()).toBe(200);
  scene.store.fail();
  writeMatter(tab.doc, "a", "Giao ban");
  const saved = tab.saved();
  await until("append_retries_total", (count) => count > 0);
  expect(await sample("unsaved_sockets")).toBe(1);
  expect(await sample("documents_failing")).toBe(1);
  expect(await sample("queued_bytes")).toBeGreaterThan(0);
  // The store itself can be tried: it is what people write that it does not take.
  expect(await scene.store.canAppend()).toMatchObject({ can: true });
  expect(await ready()).toBe(503);
  scene.store.letGo();
  await saved;
  expect(await ready()).toBe(200);
  expect(await sample("unsaved_sockets")).toBe(0);
  expect(await sample("queued_bytes")).toBe(0);
});

test("what is not taken is counted by its reason, and so is a gap", async () => {
  const officer = await scene.openedTabOf("lan");
  // Only a head decides.
  addItem(officer.doc, plainItem("a", { office: "council", status: "approved" }));
  await until('refusals_total{reason="decided"}', (count) => count > 0);
  const socket = await scene.socketOf("huong");
  socket.send(stepTwoFrame(new Uint8Array([0, 0])));
  socket.send(updateFrame(laterHalf()));
  await until("gaps_total", (count) => count > 0);
});

test("a code that closes is counted", async () => {
  const socket = await scene.socketOf("huong");
  socket.send(new Uint8Array([255]));
  expect(await socket.ended).toBe(4400);
  await until('closed_sockets_total{code="4400"}', (count) => count === 1);
});

test("presence above the rate is dropped; edits of the same socket are not", async () => {
  const tab = await scene.openedTabOf("huong");
  clock.hold();
  for (let move = 0; move < 300; move++) tab.provider.awareness.setLocalStateField("hand", `${move}`);
  await until("presence_dropped_total", (dropped) => dropped > 200);
  clock.letGo();
  writeMatter(tab.doc, "a", "Giao ban");
  await tab.saved();
});

test("[P6] a flood of edits pauses its own socket; all of it is taken in the end", async () => {
  const tab = await scene.openedTabOf("huong");
  const count = 1_200;
  const doc = new Y.Doc();
  doc.on("update", (update: Uint8Array) => Y.applyUpdate(tab.doc, update));
  // A slow machine reads no faster than the rate: then nothing would rest.
  clock.hold();
  for (let edit = 0; edit < count; edit++) writeMatter(doc, `m${edit}`, "Giao ban");
  const saved = tab.saved();
  await until('socket_pauses_total{reason="rate"}', (pauses) => pauses > 0);
  expect(await sample("paused_sockets")).toBe(1);
  clock.letGo();
  const other = await scene.openedTabOf("lan");
  writeMatter(other.doc, "b", "Tiếp khách");
  await other.saved();
  await saved;
  await roundTrip(tab);
  expect(await sample("paused_sockets")).toBe(0);
});

test("[P6] nobody opens more sockets than one may; closing one lets the next in", async () => {
  const first = await scene.socketOf("huong");
  for (let opened = 1; opened < personSocketsMax; opened++) await scene.socketOf("huong");
  const tooMany = await scene.socketOf("huong");
  expect(await tooMany.ended).toBe(4429);
  expect(await sample('turned_away_total{reason="person-full"}')).toBe(1);
  const other = await scene.socketOf("lan");
  expect(other.socket.readyState).toBe(other.socket.OPEN);
  first.socket.close();
  await first.ended;
  await until("sockets", (count) => count === personSocketsMax);
  const next = await scene.openedTabOf("huong");
  expect(next.provider.synced).toBe(true);
});

/** An edit that builds on another that nobody was sent. */
function laterHalf(): Uint8Array {
  const doc = new Y.Doc();
  writeMatter(doc, "a", "Giao ban");
  const known = Y.encodeStateVector(doc);
  writeMatter(doc, "a", "Giao ban tuần");
  return Y.encodeStateAsUpdate(doc, known);
}
