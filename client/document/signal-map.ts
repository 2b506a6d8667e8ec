import { type Accessor, createSignal, type Setter } from "solid-js";

/**
 * Values by key, each its own signal: one changed item repaints one card. A signal is made when a key is first read in a
 * reactive scope or first set; reading an unknown key subscribes to its coming.
 */
export type SignalMap<Key, Value> = {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value | undefined): void;
};

export function createSignalMap<Key, Value>(
  isSame: (a: Value | undefined, b: Value | undefined) => boolean = Object.is,
): SignalMap<Key, Value> {
  type Cell = readonly [Accessor<Value | undefined>, Setter<Value | undefined>];
  const cells = new Map<Key, Cell>();
  const cellOf = (key: Key): Cell => {
    let cell = cells.get(key);
    if (!cell) {
      cell = createSignal<Value | undefined>(undefined, { equals: isSame });
      cells.set(key, cell);
    }
    return cell;
  };
  return {
    get: (key) => cellOf(key)[0](),
    set: (key, value) => void cellOf(key)[1](() => value),
  };
}
