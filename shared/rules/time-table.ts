/** A span of time in minutes since 1970-01-01; empty when it ends before it begins. */
export type Extent = { readonly fromMin: number; readonly toMin: number };

/**
 * What is on, by quarter of a day. A morning of three offices holds some twenty entries, a crowded one a hundred; walking
 * through them beats a tree of intervals at that size, and moving an entry costs two array edits.
 */
export type TimeTable<Entry extends Extent> = {
  add(entry: Entry): void;
  /** Takes out the very entry that was added. */
  remove(entry: Entry): void;
  /** Calls `visit` once for every entry at most the reach of the table away from `extent`. */
  near(extent: Extent, visit: (entry: Entry) => void): void;
  clear(): void;
};

/** 00–06, 06–12, 12–18, 18–24: the borders of the sessions, so most entries lie in one cell. */
const cellMin = 360;

/** An empty table whose entries can matter to each other up to `reachMin` minutes apart. */
export function createTimeTable<Entry extends Extent>(reachMin: number): TimeTable<Entry> {
  const cells = new Map<number, Entry[]>();

  return {
    add(entry) {
      if (entry.toMin <= entry.fromMin) return;
      for (let at = cellOf(entry.fromMin); at <= cellOf(entry.toMin - 1); at++) {
        const cell = cells.get(at);
        if (cell) cell.push(entry);
        else cells.set(at, [entry]);
      }
    },
    remove(entry) {
      for (let at = cellOf(entry.fromMin); at <= cellOf(entry.toMin - 1); at++) {
        const cell = cells.get(at);
        const place = cell?.indexOf(entry) ?? -1;
        if (place >= 0) cell?.splice(place, 1);
        if (cell?.length === 0) cells.delete(at);
      }
    },
    near({ fromMin, toMin }, visit) {
      if (toMin <= fromMin) return;
      const from = fromMin - reachMin;
      const to = toMin + reachMin;
      const first = cellOf(from);
      for (let at = first; at <= cellOf(to); at++) {
        const cell = cells.get(at);
        if (cell === undefined) continue;
        for (const entry of cell) {
          if (entry.fromMin > to || entry.toMin < from) continue;
          // What lies in several cells is met in the first of them that is looked at.
          if (at === first || cellOf(entry.fromMin) === at) visit(entry);
        }
      }
    },
    clear: () => cells.clear(),
  };
}

function cellOf(minute: number): number {
  return Math.floor(minute / cellMin);
}
