import { type Accessor, createSignal, getListener, type Setter } from "solid-js";

/**
 * Values by key, each its own signal: one changed item repaints one card. A signal is made only when a key is first read
 * in a reactive scope: a year of 10,000 items has as many signals as there are cards on the screen. Reading an unknown
 * key subscribes to its coming.
 */
export type SignalMap<Key, Value> = {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value | undefined): void;
  /** Whether anybody on the screen has asked for a key. */
  isWatched(key: Key): boolean;
};

export function createSignalMap<Key, Value>(
  isSame: (a: Value | undefined, b: Value | undefined) => boolean = Object.is,
): SignalMap<Key, Value> {
  type Cell = readonly [Accessor<Value | undefined>, Setter<Value | undefined>];
  const values = new Map<Key, Value>();
  const cells = new Map<Key, Cell>();
  const cellOf = (key: Key): Cell => {
    let cell = cells.get(key);
    if (!cell) {
      cell = createSignal<Value | undefined>(values.get(key), { equals: isSame });
      cells.set(key, cell);
    }
    return cell;
  };
  return {
    get: (key) => (getListener() === null ? values.get(key) : cellOf(key)[0]()),
    set(key, value) {
      if (value === undefined) values.delete(key);
      else values.set(key, value);
      cells.get(key)?.[1](() => value);
    },
    isWatched: (key) => cells.has(key),
  };
}
