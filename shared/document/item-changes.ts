import type * as Y from "yjs";
import { itemsOf } from "./roots.ts";
import { touchedIds } from "./touched-ids.ts";

/** Ids of items that one transaction touched, whether it was ours, and the origin that it was made with. */
export type ItemChange = { readonly ids: ReadonlySet<string>; readonly isLocal: boolean; readonly origin: unknown };

/** Calls `onChange` once per transaction that touched items. Returns the stop. */
export function observeItems(doc: Y.Doc, onChange: (change: ItemChange) => void): () => void {
  const items = itemsOf(doc);
  const handle = (events: Y.YEvent<Y.AbstractType<unknown>>[], { local, origin }: Y.Transaction) =>
    onChange({ ids: touchedIds(events), isLocal: local, origin });
  items.observeDeep(handle);
  return () => items.unobserveDeep(handle);
}
