import { type Accessor, createEffect, createSignal, on, onCleanup, untrack } from "solid-js";
import { later } from "../clock.ts";
import type { Group } from "./overlap-groups.ts";

/** After this long without a change the list is put in order. */
const quietMs = 1_500;

/**
 * A list that does not jump while somebody types: what comes is there at once in its place, what goes stays where it is and
 * the order is kept, until nothing has changed for a moment. `view` is what the reader chose to see: another choice counts at
 * once.
 */
export function createHeldList(
  wanted: Accessor<readonly Group[]>,
  view: Accessor<unknown>,
): Accessor<readonly Group[]> {
  const [held, setHeld] = createSignal<readonly Group[]>(untrack(wanted));
  createEffect(
    on([wanted, view], ([now, chosen], before) => {
      if (before && before[1] === chosen && untrack(held).length > 0) {
        setHeld((old) => withNew(old, now));
        onCleanup(later(quietMs, () => setHeld(now)));
      } else setHeld(now);
    }),
  );
  return held;
}

/** What stood there, where it stood, and what is new behind the neighbour it follows, or before the first that follows it. */
export function withNew(held: readonly Group[], wanted: readonly Group[]): readonly Group[] {
  const idOf = (group: Group) => group.id;
  const known = new Set(held.flatMap(({ keys }) => keys));
  const fresh = wanted.map(({ id, keys }) => ({
    id,
    keys: keys.filter((key) => !known.has(key) || held.some((group) => group.id === id && group.keys.includes(key))),
  }));
  const byId = new Map(fresh.map((group) => [group.id, group]));
  const kept = held.map((group) => ({
    id: group.id,
    keys: insertMissing(group.keys, byId.get(group.id)?.keys ?? [], String),
  }));
  return insertMissing(
    kept,
    fresh.filter(({ keys }) => keys.length > 0),
    idOf,
  );
}

function insertMissing<Entry>(
  held: readonly Entry[],
  wanted: readonly Entry[],
  idOf: (entry: Entry) => string,
): Entry[] {
  const ids = held.map(idOf);
  const merged = [...held];
  wanted.forEach((entry, at) => {
    if (ids.includes(idOf(entry))) return;
    const before = wanted.slice(0, at).findLast((one) => ids.includes(idOf(one)));
    const after = wanted.slice(at).find((one) => ids.includes(idOf(one)));
    const place = before ? ids.indexOf(idOf(before)) + 1 : after ? ids.indexOf(idOf(after)) : 0;
    merged.splice(place, 0, entry);
    ids.splice(place, 0, idOf(entry));
  });
  return merged;
}
