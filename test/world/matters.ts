/** The least that can be written into a programme: items of which only the matter counts. */
import type * as Y from "yjs";
import { addItem, writeText } from "../../shared/document/item-commands.ts";
import { itemsOf, textOf } from "../../shared/document/roots.ts";
import type { Day } from "../../shared/kit/day.ts";
import type { Item } from "../../shared/model/item.ts";

const day = "2026-11-24" as Day;

/** An item that its schema and everybody's rights allow. */
export function plainItem(id: string, more: Partial<Item> = {}): Item {
  const when = { horizon: "day", day } as const;
  return { id, title: id, office: "party", kind: "meeting", status: "registered", when, parties: {}, ...more };
}

/** Gives item `id` a matter; makes the item when there is none. */
export function writeMatter(doc: Y.Doc, id: string, title: string): void {
  doc.transact(() => {
    if (itemsOf(doc).has(id)) writeText(doc, id, { field: "title", text: title });
    else addItem(doc, plainItem(id, { title }));
  });
}

/** Matters by item. */
export function mattersOf(doc: Y.Doc): Record<string, string> {
  return Object.fromEntries([...itemsOf(doc)].map(([id, map]) => [id, textOf(map, "title")?.toString() ?? ""]));
}

/** About `bytes` bytes in one transaction, as items with long notes. */
export function writeBulk(doc: Y.Doc, prefix: string, bytes: number): void {
  const noteLength = 9_000;
  doc.transact(() => {
    for (let left = bytes, index = 0; left > 0; left -= noteLength, index++)
      addItem(doc, plainItem(`${prefix}-${index}`, { notes: "x".repeat(Math.min(left, noteLength)) }));
  });
}
