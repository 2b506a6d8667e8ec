import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { addItem, patchItem, writeText } from "../../shared/document/item-commands.ts";
import { readItem } from "../../shared/document/item-reading.ts";
import { itemsOf } from "../../shared/document/roots.ts";
import { type DeskLink, openDesk } from "../../test/world/desk-link.ts";
import { type LiveBoard, openTab, startBoard, type Tab, temporaryDir, until } from "../../test/world/live-board.ts";
import { memoryKeep } from "../../test/world/memory-keep.ts";
import { item } from "../../test/world/small-city.ts";
import type { Keep } from "./keep.ts";

const name = "hanoi/program/2026";
const rubbish = [new Uint8Array([7, 7, 7]), new Uint8Array(), new Uint8Array([255, 255, 255, 255, 255])];

let board: LiveBoard;
let officer: string;
let head: Tab;
const dir = temporaryDir();
const open: DeskLink[] = [];
let [used, a] = [0, ""];

beforeAll(async () => {
  board = await startBoard({ dataDir: dir.path });
  officer = await board.signIn("huong");
  head = openTab({ board, cookie: await board.signIn("thanh-binh") });
  await head.synced;
});
afterEach(() => {
  for (const desk of open.splice(0)) desk.stop();
});
afterAll(async () => {
  head.close();
  await board.stop();
  dir.remove();
});

const titleIn = (doc: Tab["doc"]) => {
  const map = itemsOf(doc).get(a);
  return map && readItem(a, map)?.title;
};
const sits = async (keep: Keep) => {
  a = `a${++used}`;
  addItem(head.doc, item(a, "08:00", { status: "registered" }));
  await head.saved();
  return sitsAgain(keep);
};
const sitsAgain = async (keep: Keep) => {
  const desk = openDesk({ board, cookie: officer, keep });
  open.push(desk);
  await desk.until(() => desk.link.state().kind === "live" && itemsOf(desk.doc).has(a));
  return desk;
};
const isSaved = (desk: DeskLink) => desk.until(() => desk.link.unsavedCount() === 0);

/** A keep whose disk is full, or that the browser has taken away: what is asked of it comes to nothing. */
function deadKeep(): Keep & { asked: number } {
  const fails = async () => {
    dead.asked++;
    throw new DOMException("full", "QuotaExceededError");
  };
  const dead = {
    asked: 0,
    ...{ load: fails, putOwn: fails, markSaved: fails, factsOf: fails, putEpoch: fails, markForRebuild: fails },
    ...{ compact: fails, rebuild: fails, putOthers: () => {}, putWhole: () => {} },
  };
  return dead;
}

test("[P3] pieces that this machine can no longer read cost neither what else it kept nor what was not saved", async () => {
  const keep = memoryKeep();
  for (const bytes of rubbish) keep.putOthers(name, bytes);
  keep.putWhole(name, new Uint8Array([1, 2, 3]));
  const desk = await sits(keep);
  desk.provider.disconnect();
  for (const bytes of rubbish) await keep.putOwn(name, bytes, "");
  writeText(desk.doc, a, { field: "title", text: "Viết khi mất mạng" });
  await desk.until(() => keep.rows(name).filter(({ isUnsaved }) => isUnsaved).length > rubbish.length);
  desk.stop();

  const again = await sitsAgain(keep);
  expect(titleIn(again.doc)).toBe("Viết khi mất mạng");
  await until(head.doc, () => titleIn(head.doc) === "Viết khi mất mạng");
  await isSaved(again);
});

test("[P1] on a full disk one works on: edits go out, come in and are saved", async () => {
  const keep = deadKeep();
  const desk = await sits(keep);
  writeText(desk.doc, a, { field: "title", text: "Đĩa đầy" });
  await isSaved(desk);
  expect(titleIn(head.doc)).toBe("Đĩa đầy");
  writeText(head.doc, a, { field: "title", text: "Vẫn thấy" });
  await desk.until(() => titleIn(desk.doc) === "Vẫn thấy");
  expect(keep.asked).toBeGreaterThan(3);
});

test("[P4] on a full disk a refusal is told and the document built anew, too", async () => {
  const keep = deadKeep();
  const desk = await sits(keep);
  desk.provider.disconnect();
  writeText(desk.doc, a, { field: "title", text: "Họp kín" });
  patchItem(head.doc, a, { status: "approved" });
  await head.saved();
  desk.provider.connect();
  await desk.until(() => desk.rebuilds === 1);
  expect(desk.refusals).toMatchObject([{ why: "decided", entry: a }]);
  expect(titleIn(desk.doc)).toBe(titleIn(head.doc));
});
