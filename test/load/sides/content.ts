/** Content that every server is given alike, and getting it in and out. */
import * as Y from "yjs";
import { demoItems } from "../../../server/demo/items.ts";
import { readFrame, stepOneFrame, stepTwoFrame } from "../../../server/live/frame.ts";
import { addItem } from "../../../shared/document/item-commands.ts";
import { itemsOf } from "../../../shared/document/roots.ts";
import type { Day } from "../../../shared/kit/day.ts";
import type { Item } from "../../../shared/model/item.ts";
import type { Line } from "./line.ts";
import type { Side } from "./sides.ts";

/** A programme in which nobody has begun anything: no demo of ours is in it. */
export const benchDocument = "hanoi/program/2030";

const emptyStateVector = new Uint8Array([0]);

/** The six weeks of the demo city, all of it still open to everybody. */
export function demoContent(): Y.Doc {
  return documentOf(demoItems("2030-11-20" as Day, 1));
}

export function documentOf(items: readonly Item[]): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const item of items) addItem(doc, { ...item, status: "registered" });
  });
  return doc;
}

/** Gives `doc` to a server, as a browser that was away brings it; resolves when the server has it. */
export async function pour(side: Side, name: string, doc: Y.Doc): Promise<void> {
  const update = Y.encodeStateAsUpdate(doc);
  const line = await side.connect(name, (frame, to) => {
    if (readFrame(frame)?.kind === "step-1") to.send(stepTwoFrame(update));
  });
  const count = itemsOf(doc).size;
  line.send(stepOneFrame(emptyStateVector));
  (await fetchWhen(side, name, (fetched) => itemsOf(fetched).size >= count)).line.cut();
  line.cut();
}

export type Fetched = { readonly doc: Y.Doc; readonly line: Line };

/** Opens a document; resolves when `holds` of what has come so far. The line stays open. */
export function fetchWhen(side: Side, name: string, holds: (doc: Y.Doc) => boolean): Promise<Fetched> {
  const doc = new Y.Doc();
  return new Promise((resolve, reject) => {
    const hear = (bytes: Uint8Array, line: Line) => {
      const frame = readFrame(bytes);
      if (frame?.kind === "step-1") line.send(stepTwoFrame(Y.encodeStateAsUpdate(new Y.Doc())));
      if (frame?.kind !== "step-2" && frame?.kind !== "update") return;
      Y.applyUpdate(doc, frame.update);
      if (holds(doc)) resolve({ doc, line });
    };
    side.connect(name, hear).then((line) => {
      line.send(stepOneFrame(emptyStateVector));
      void line.closed.then((code) => reject(new Error(`${side.name} closed with ${code}`)));
    }, reject);
  });
}
