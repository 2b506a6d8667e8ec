import { type Accessor, batch, createSignal } from "solid-js";
import type { Day } from "../../shared/kit/day.ts";
import type { Directory } from "../../shared/model/directory.ts";
import type { Item } from "../../shared/model/item.ts";
import { type Overlap, sidesOf } from "../../shared/model/overlap.ts";
import { createOverlapIndex, type OverlapChange, type OverlapIndex } from "../../shared/rules/overlap-index.ts";
import { todayInHanoi } from "../clock.ts";
import { createSignalMap } from "./signal-map.ts";

/** The overlaps of everything that is open, by item, kept current within the same turn as the edit (P8). */
export type OverlapStore = {
  /** Finds everything anew: when the directory comes or changes, and when a whole document opens. */
  begin(directory: Directory, items: Iterable<Item>): void;
  put(id: string, item: Item | null): void;
  /** Another day has begun: what is announced too late hangs on the day. */
  setToday(today: Day): void;
  of(id: string): readonly Overlap[];
  /** As if `candidate` stood where it says; nothing changes. */
  probe(candidate: Item): readonly Overlap[];
  /** The fingerprint an overlap would have if these items stood as given; null where it would be gone. Nothing changes. */
  printAfter(overlap: Overlap, items: readonly Item[]): string | null;
  /** What searches ask; null until the directory is there. Whoever asks leaves it as it is. */
  index(): OverlapIndex | null;
  /** Goes up whenever any overlap came, went or changed. */
  readonly version: Accessor<number>;
};

/** `itemOf`: what stands on the board now. */
export function createOverlapStore(itemOf: (id: string) => Item | undefined): OverlapStore {
  let index: OverlapIndex | null = null;
  const byItem = createSignalMap<string, readonly Overlap[]>();
  let overlapping = new Set<string>();
  const [version, setVersion] = createSignal(0);

  const show = (ids: Iterable<string>) => {
    for (const id of ids) {
      const overlaps = index?.of(id) ?? none;
      byItem.set(id, overlaps);
      if (overlaps.length > 0) overlapping.add(id);
      else overlapping.delete(id);
    }
  };

  const showChange = ({ items }: OverlapChange) => {
    if (items.size === 0) return;
    batch(() => {
      show(items);
      setVersion((count) => count + 1);
    });
  };

  return {
    begin(directory, items) {
      index = createOverlapIndex(directory, { today: todayInHanoi() });
      index.build(items);
      const now = new Set([...index.all()].flatMap((overlap) => sidesOf(overlap).map(({ item }) => item)));
      const before = overlapping;
      overlapping = new Set();
      batch(() => {
        show(new Set([...before, ...now]));
        setVersion((count) => count + 1);
      });
    },
    put(id, item) {
      if (index) showChange(item ? index.upsert(item) : index.remove(id));
    },
    setToday(today) {
      if (index) showChange(index.setToday(today));
    },
    of: (id) => byItem.get(id) ?? none,
    probe: (candidate) => index?.probe(candidate) ?? none,
    printAfter({ key, a }, items) {
      if (!index) return null;
      const held = index;
      const before = items.map(({ id }) => [id, itemOf(id)] as const);
      for (const item of items) held.upsert(item);
      const print = held.of(a.item).find((overlap) => overlap.key === key)?.fingerprint ?? null;
      for (const [id, item] of before) {
        if (item) held.upsert(item);
        else held.remove(id);
      }
      return print;
    },
    index: () => index,
    version,
  };
}

const none: readonly Overlap[] = [];
