import type * as Y from "yjs";
import type { Participation } from "../model/item.ts";
import type { PartyRef } from "../model/ref.ts";
import type { ItemEdit } from "../model/slot.ts";
import { patchItem, setParty } from "./item-commands.ts";

/**
 * Carries out edits that a way out proposes. Call inside one `doc.transact` with the origin whose undo they belong to, so
 * that they come and go together. An item that is gone is passed over.
 */
export function applyEdits(doc: Y.Doc, edits: readonly ItemEdit[]): void {
  for (const { id, set, parties } of edits) {
    if (set) patchItem(doc, id, set);
    for (const [ref, as] of Object.entries(parties ?? {}) as [PartyRef, Participation | null][])
      setParty(doc, id, { ref, as });
  }
}
