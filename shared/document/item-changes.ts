import type * as Y from "yjs";
import { itemsOf } from "./roots.ts";

/** Ids of items that one transaction touched, and whether it was ours. */
export type ItemChange = { readonly ids: ReadonlySet<string>; readonly isLocal: boolean };

/** Calls `onChange` once per transaction that touched items. Returns the stop. */
export function observeItems(doc: Y.Doc, onChange: (change: ItemChange) => void): () => void {
  const items = itemsOf(doc);
  const handle = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
    const ids = new Set<string>();
    for (const event of events) {
      if (event.path.length > 0) ids.add(String(event.path[0]));
      else for (const key of event.keys.keys()) ids.add(key);
    }
    onChange({ ids, isLocal: transaction.local });
  };
  items.observeDeep(handle);
  return () => items.unobserveDeep(handle);
}
