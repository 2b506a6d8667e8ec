import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { parseDay } from "../kit/day.ts";
import { type Directory, emptyDirectory } from "../model/directory.ts";
import type { Item } from "../model/item.ts";
import { readDirectory } from "./directory-codec.ts";
import { readItem } from "./item-reading.ts";
import { itemsOf } from "./roots.ts";
import { directoryUpdate, programmeUpdate } from "./whole-update.ts";

const day = parseDay("2026-11-24") ?? expect.unreachable("a day");
const item = (id: string, title: string): Item => ({
  id,
  title,
  office: "party",
  kind: "meeting",
  status: "approved",
  when: { horizon: "session", day, session: "morning" },
  venue: { room: "p305" },
  notes: "Mang theo tài liệu",
  parties: { "post:bi-thu": { role: "chair", order: 0 }, "unit:stc": { role: "prepare", order: 1 } },
});
const items = [item("a", "Hội ý Thường trực"), item("b", "Giao ban với các Ban HĐND")];
const directory: Directory = {
  ...emptyDirectory,
  persons: [{ id: "an", name: "Hoàng Minh An", aliases: [], office: "party" }],
  posts: [{ id: "bi-thu", name: "Bí thư Thành ủy", aliases: ["BT"], holders: [{ person: "an", from: day }] }],
};

function docOf(...updates: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

function readItems(doc: Y.Doc): (Item | null)[] {
  return [...itemsOf(doc)]
    .map(([id, map]) => readItem(id, map))
    .sort((a, b) => ((a?.id ?? "") < (b?.id ?? "") ? -1 : 1));
}

describe("a whole document as one update", () => {
  test("a programme reads back as it was given", () => {
    expect(readItems(docOf(programmeUpdate(items)))).toEqual(items);
  });

  test("a directory reads back as it was given", () => {
    expect(readDirectory(docOf(directoryUpdate(directory)))).toEqual(directory);
  });

  test("two processes that begin the same document begin it once", () => {
    expect(programmeUpdate(items)).toEqual(programmeUpdate(items));
    expect(directoryUpdate(directory)).toEqual(directoryUpdate(directory));
    const doc = docOf(programmeUpdate(items), programmeUpdate(items));
    expect(readItems(doc)).toEqual(items);
  });

  test("nothing to write is an update that changes nothing", () => {
    const doc = docOf(programmeUpdate([]));
    expect(itemsOf(doc).size).toBe(0);
  });

  test("one id twice is our bug", () => {
    expect(() => programmeUpdate([item("a", "x"), item("a", "y")])).toThrow("created once");
  });

  test("what somebody adds afterwards stands beside it", () => {
    const doc = docOf(programmeUpdate(items));
    const later = docOf(Y.encodeStateAsUpdate(doc));
    itemsOf(later).get("a")?.set("status", "held");
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(later));
    expect(readItems(doc).map((read) => read?.status)).toEqual(["held", "approved"]);
  });
});
