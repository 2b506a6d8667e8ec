import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { readDirectory } from "../../shared/document/directory-codec.ts";
import { readItem } from "../../shared/document/item-reading.ts";
import { itemsOf } from "../../shared/document/roots.ts";
import { parseDay } from "../../shared/kit/day.ts";
import type { Item } from "../../shared/model/item.ts";
import { programmeYearOf } from "../../shared/model/when.ts";
import { parseDocumentName } from "../../shared/protocol/document-name.ts";
import { demoUpdates } from "./demo-updates.ts";
import { demoDirectory } from "./directory.ts";
import { demoItems } from "./items.ts";

const today = parseDay("2026-12-24") ?? expect.unreachable("a day");
const updates = demoUpdates("hanoi", today, 1);

function docOf(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc;
}

function itemsIn(update: Uint8Array): Item[] {
  return [...itemsOf(docOf(update))].flatMap(([id, map]) => readItem(id, map) ?? []);
}

const byId = <T extends { id: string }>(entries: readonly T[]) => [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));

describe("the demo world as documents", () => {
  test("around New Year there are two programmes, and the directory comes last", () => {
    expect(updates.map(({ name }) => name)).toEqual(["hanoi/program/2026", "hanoi/program/2027", "hanoi/directory"]);
    for (const { name } of updates) expect(parseDocumentName(name)).not.toBeNull();
  });

  test("every item reads back from the programme of its year, none is lost", () => {
    const read: Item[] = [];
    for (const { name, update } of updates.slice(0, -1)) {
      const items = itemsIn(update);
      const year = Number(name.slice(-4));
      expect(items.filter(({ when }) => programmeYearOf(when) !== year)).toEqual([]);
      read.push(...items);
    }
    expect(byId(read)).toEqual(byId(demoItems(today, 1)));
  });

  test("the directory reads back with every entry", () => {
    const directory = readDirectory(docOf(updates.at(-1)?.update ?? new Uint8Array()));
    const wanted = demoDirectory();
    for (const [kind, entries] of Object.entries(wanted)) {
      const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).sort();
      expect(ids(directory[kind as keyof typeof wanted]), kind).toEqual(ids(entries));
    }
    const sizes = (bodies: typeof wanted.bodies) => byId(bodies).map(({ members }) => members.length);
    expect(sizes(directory.bodies)).toEqual(sizes(wanted.bodies));
  });

  test("two servers that seed at the same moment seed the same bytes", () => {
    expect(demoUpdates("hanoi", today, 1)).toEqual(updates);
  });
});
