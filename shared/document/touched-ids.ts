import type * as Y from "yjs";

/** Keys of the entries of a root map that one transaction touched: what `observeDeep` of that map is told. */
export function touchedIds(events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const event of events) {
    if (event.path.length > 0) ids.add(String(event.path[0]));
    else for (const key of event.keys.keys()) ids.add(key);
  }
  return ids;
}
