/** A document under inspection and tabs that write to it: the vocabulary of the tests of the inspection. */
import * as Y from "yjs";
import { type Inspection, inspectUpdate } from "../../server/live/inspect.ts";
import { Writers } from "../../server/live/writers.ts";
import type { DocumentKind } from "../../shared/document/document-schema.ts";
import { programmeUpdate } from "../../shared/document/whole-update.ts";
import type { Actor } from "../../shared/model/actor.ts";
import type { Item } from "../../shared/model/item.ts";
import { refusedMessage } from "../../shared/protocol/refusal.ts";

export const officer: Actor = { id: "huong", name: "Trần Thị Hương", role: "officer", office: "party" };
export const head: Actor = { id: "thanh-binh", name: "Vũ Thanh Bình", role: "head", office: "party" };
export const otherHead: Actor = { id: "minh-duc", name: "Lê Minh Đức", role: "head", office: "council" };
export const guest: Actor = { id: "khach", name: "Đỗ Văn Khách", role: "guest", office: null };

type Holding = { readonly doc: Y.Doc };

/** A document as a server holds it, begun with `items`. */
export function court(...items: Item[]) {
  return courtOf("programme", programmeUpdate(items));
}

export function courtOf(kind: DocumentKind, begun: Uint8Array) {
  const doc = new Y.Doc();
  const writers = new Writers();
  Y.applyUpdate(doc, begun);
  const inspect = (update: Uint8Array | undefined, actor = officer): Inspection =>
    inspectUpdate({
      ...{ doc, kind, writers, actor, update: update ?? new Uint8Array() },
      caps: { structs: 10_000, ranges: 10_000 },
    });
  return {
    doc,
    writers,
    inspect,
    /** Inspects, and applies what may be. */
    take(update: Uint8Array | undefined, actor = officer): Inspection {
      const found = inspect(update, actor);
      if (found.verdict !== "accept") return found;
      Y.applyUpdate(doc, found.update);
      const message = found.refusals.length > 0 ? refusedMessage(found.refusals) : null;
      writers.learn({
        bound: new Map(found.writers.map((client) => [client, actor.id])),
        refused: new Map(message ? found.struckWriters.map((client) => [client, message]) : []),
      });
      return found;
    },
    items: () => doc.getMap("items").toJSON(),
    settlements: () => doc.getMap("settlements").toJSON(),
  };
}

/** A tab: a document, and each update it made, in order. */
export function tab(clientId?: number) {
  const doc = new Y.Doc();
  if (clientId !== undefined) doc.clientID = clientId;
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== "remote") updates.push(update);
  });
  return {
    doc,
    updates,
    last: () => updates.at(-1) ?? new Uint8Array(),
    hear: (other: Holding) => Y.applyUpdate(doc, Y.encodeStateAsUpdate(other.doc), "remote"),
    items: () => doc.getMap("items").toJSON(),
  };
}

export type Tab = ReturnType<typeof tab>;
