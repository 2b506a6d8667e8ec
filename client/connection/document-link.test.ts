import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import { addItem, patchItem, removeItem, writeText } from "../../shared/document/item-commands.ts";
import { readItem } from "../../shared/document/item-reading.ts";
import { itemsOf } from "../../shared/document/roots.ts";
import type { Day } from "../../shared/kit/day.ts";
import type { When } from "../../shared/model/when.ts";
import { closeCode } from "../../shared/protocol/close-code.ts";
import { type DeskLink, openDesk } from "../../test/world/desk-link.ts";
import { type LiveBoard, openTab, startBoard, type Tab, temporaryDir, until } from "../../test/world/live-board.ts";
import { memoryKeep } from "../../test/world/memory-keep.ts";
import { item } from "../../test/world/small-city.ts";

let board: LiveBoard;
let officer: string;
let head: Tab;
const dir = temporaryDir();
const open: DeskLink[] = [];
let used = 0;
/** What was refused unheard is told of its place, and with its words. */
const expectTold = ({ refusals }: DeskLink) => {
  expect(new Set(refusals.map(({ entry, field }) => `${entry} ${field}`))).toEqual(new Set([`${a} title`]));
  expect(refusals.map(({ value }) => value)).toContain("Họp kín");
};
/** Two items that nobody has decided, for one test. */
let [a, b] = ["", ""];

beforeAll(async () => {
  board = await startBoard({ dataDir: dir.path });
  officer = await board.signIn("huong");
  head = openTab({ board, cookie: await board.signIn("thanh-binh") });
  await head.synced;
});
afterAll(async () => {
  head.close();
  await board.stop();
  dir.remove();
});
beforeEach(async () => {
  for (const desk of open.splice(0)) desk.stop();
  used++;
  [a, b] = [`a${used}`, `b${used}`];
  for (const id of [a, b]) addItem(head.doc, item(id, "08:00", { status: "registered" }));
  await head.saved();
});

const noon: When = { horizon: "session", day: "2026-11-25" as Day, session: "afternoon" };
/** Documents that were filled in another order hold their entries in another order. */
const content = (doc: Y.Doc) => {
  const items = Object.entries(doc.getMap("items").toJSON());
  return JSON.stringify(items.sort(([one], [other]) => (one < other ? -1 : 1)));
};
const read = (doc: Y.Doc, id: string) => {
  const map = itemsOf(doc).get(id);
  return map ? readItem(id, map) : null;
};
const sits = async (keep = memoryKeep()) => {
  const desk = openDesk({ board, cookie: officer, keep });
  open.push(desk);
  await desk.until(() => desk.link.state().kind === "live" && itemsOf(desk.doc).has(b));
  return desk;
};
const isSaved = (desk: DeskLink) => desk.until(() => desk.link.unsavedCount() === 0);
const decides = async (id: string) => {
  patchItem(head.doc, id, { status: "approved" });
  await head.saved();
};

test("[P4] a forbidden edit among legal ones is told, and the document is everybody's again without a reload", async () => {
  const keep = memoryKeep();
  const desk = await sits(keep);
  const first = desk.doc;
  desk.provider.disconnect();
  writeText(desk.doc, a, { field: "title", text: "Họp kín" });
  patchItem(desk.doc, b, { when: noon });
  await decides(a);
  desk.provider.connect();

  await desk.until(() => desk.rebuilds === 1);
  expect(desk.refusals).toMatchObject([{ why: "decided", root: "items", entry: a, field: "title" }]);
  expect(read(desk.doc, a)?.title).toBe(`Việc ${a}`);
  expect(read(desk.doc, a)?.status).toBe("approved");
  expect(read(desk.doc, b)?.when).toEqual(noon);
  await until(head.doc, () => read(head.doc, b)?.when.horizon === "session");
  expect(content(desk.doc)).toBe(content(head.doc));
  expect(desk.doc).not.toBe(first);
  expect(desk.doc.clientID).not.toBe(first.clientID);

  writeText(desk.doc, b, { field: "title", text: "Sau đó" });
  await isSaved(desk);
  await until(head.doc, () => read(head.doc, b)?.title === "Sau đó");
  expect(await keep.factsOf("hanoi/program/2026")).toMatchObject({ mustRebuild: false });
  desk.stop();
  const again = await sits(keep);
  expect(content(again.doc)).toBe(content(head.doc));
  expect(again.refusals).toEqual([]);
});

test("a refused deletion comes back, and what is written while the document is built anew is not lost", async () => {
  const desk = await sits();
  const old = desk.doc;
  await decides(a);
  // Not heard of yet here.
  desk.provider.disconnect();
  removeItem(desk.doc, a);
  desk.provider.connect();
  await desk.until(() => desk.refusals.length > 0);
  expect(desk.rebuilds).toBe(0);
  writeText(old, b, { field: "title", text: "Viết trong lúc ấy" });
  await desk.until(() => desk.rebuilds === 1);
  expect(read(desk.doc, a)?.title).toBe(`Việc ${a}`);
  expect(read(desk.doc, b)?.title).toBe("Viết trong lúc ấy");
  expect(content(desk.doc)).toBe(content(head.doc));
});

test("[P4] a refusal that the line swallowed is told again when it is back", async () => {
  const desk = await sits();
  await decides(a);
  await desk.until(() => read(desk.doc, a)?.status === "approved");
  desk.goesDeaf();
  writeText(desk.doc, a, { field: "title", text: "Họp kín" });
  patchItem(desk.doc, b, { when: noon });
  await until(head.doc, () => read(head.doc, b)?.when.horizon === "session");
  expect(desk.refusals).toEqual([]);
  desk.isCut();
  await desk.until(() => desk.rebuilds === 1);
  expectTold(desk);
  expect(content(desk.doc)).toBe(content(head.doc));
});

test("[P4] a refusal that was swallowed with the tab is told to the next one on this machine", async () => {
  const keep = memoryKeep();
  const desk = await sits(keep);
  await decides(a);
  await desk.until(() => read(desk.doc, a)?.status === "approved");
  desk.goesDeaf();
  writeText(desk.doc, a, { field: "title", text: "Họp kín" });
  patchItem(desk.doc, b, { when: noon });
  await until(head.doc, () => read(head.doc, b)?.when.horizon === "session");
  desk.stop();

  const next = await sits(keep);
  await next.until(() => next.rebuilds === 1);
  expectTold(next);
  expect(content(next.doc)).toBe(content(head.doc));
  expect(next.link.unsavedCount()).toBe(0);
  expect(keep.rows("hanoi/program/2026").filter(({ isUnsaved }) => isUnsaved)).toEqual([]);
});

test("a tab that ended while the document had to be built anew leaves that to the next one", async () => {
  const keep = memoryKeep();
  const desk = await sits(keep);
  desk.provider.disconnect();
  writeText(desk.doc, a, { field: "title", text: "Họp kín" });
  await decides(a);
  desk.provider.connect();
  await desk.until(() => desk.refusals.length > 0);
  desk.stop();
  expect(desk.rebuilds).toBe(0);
  const next = await sits(keep);
  await next.until(() => next.rebuilds === 1);
  expect(content(next.doc)).toBe(content(head.doc));
});

const sendsRubbish = (desk: DeskLink) => desk.provider.ws?.send(new Uint8Array([250, 250, 250]));

test("[4400] what is not saved is handed over, the document is opened anew by itself once, and then it says so", async () => {
  const desk = await sits();
  desk.goesDeaf();
  writeText(desk.doc, b, { field: "title", text: "Chưa ai thấy" });
  sendsRubbish(desk);
  await desk.until(() => desk.rebuilds === 0 && desk.link.state().kind === "opening");
  desk.isCut();
  await desk.until(() => desk.rebuilds === 1);
  expect(desk.lost.map(({ code, updates }) => [code, updates.length])).toEqual([[closeCode.malformed, 2]]);
  expect(desk.link.unsavedCount()).toBe(0);
  await desk.until(() => desk.link.state().kind === "live");

  sendsRubbish(desk);
  await desk.until(() => desk.link.state().kind === "refused");
  expect(desk.link.state()).toEqual({ kind: "refused", code: closeCode.malformed });
  expect(desk.rebuilds).toBe(1);
});

test("[4409] work on another life of the document is handed over and kept apart, and never mixed in", async () => {
  const keep = memoryKeep();
  const stray = new Y.Doc();
  addItem(stray, item("stray", "08:00", { status: "registered" }));
  await keep.putOwn("hanoi/program/2026", Y.encodeStateAsUpdate(stray), "");
  await keep.putEpoch("hanoi/program/2026", "another");
  const desk = openDesk({ board, cookie: officer, keep });
  open.push(desk);
  await desk.until(() => desk.rebuilds === 1 && desk.link.state().kind === "live");
  expect(desk.lost.map(({ code, updates }) => [code, updates.length])).toEqual([[closeCode.staleEpoch, 1]]);
  expect(itemsOf(desk.doc).has("stray")).toBe(false);
  expect(itemsOf(head.doc).has("stray")).toBe(false);
  expect(content(desk.doc)).toBe(content(head.doc));
  expect(keep.rows("hanoi/program/2026@another")).toHaveLength(1);
  expect((await keep.factsOf("hanoi/program/2026")).epoch).not.toBe("another");
});

test("a paste larger than one update may be is saved all the same", async () => {
  const desk = await sits();
  const text = "Hội nghị sơ kết công tác quý và triển khai nhiệm vụ trọng tâm ".repeat(8);
  const many = Array.from({ length: 600 }, (_, at) =>
    item(`p${used}-${at}`, "08:00", { status: "registered", title: text }),
  );
  desk.doc.transact(() => {
    for (const one of many) addItem(desk.doc, one);
  });
  expect(Y.encodeStateAsUpdate(desk.doc).byteLength).toBeGreaterThan(256 * 1024);
  await isSaved(desk);
  await until(head.doc, () => itemsOf(head.doc).has(many.at(-1)?.id ?? ""));
  expect(desk.link.state().kind).toBe("live");
  expect(desk.rebuilds).toBe(0);
});

test("another tab's unsaved work stays kept when this one builds its document anew", async () => {
  const keep = memoryKeep();
  const [desk, other] = [await sits(keep), await sits(keep)];
  other.provider.disconnect();
  patchItem(other.doc, b, { when: noon });
  desk.provider.disconnect();
  writeText(desk.doc, a, { field: "title", text: "Họp kín" });
  await decides(a);
  desk.provider.connect();
  await desk.until(() => desk.rebuilds === 1);
  other.stop();

  const next = await sits(keep);
  await isSaved(next);
  await until(head.doc, () => read(head.doc, b)?.when.horizon === "session");
  expect(next.refusals).toEqual([]);
  expect(content(next.doc)).toBe(content(head.doc));
});
