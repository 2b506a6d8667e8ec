/** A span of time in minutes since 1970-01-01; empty when it ends before it begins. */
export type Extent = { readonly fromMin: number; readonly toMin: number };

/**
 * What is on, by quarter of a day. A morning of three offices holds some twenty entries, a crowded one a hundred; walking
 * through them beats a tree of intervals at that size, and moving an entry costs two array edits.
 */
export type TimeTable<Entry> = {
  add(extent: Extent, entry: Entry): void;
  /** Takes out an entry that was added with the same extent. */
  remove(extent: Extent, entry: Entry): void;
  /** Calls `visit` once for every entry at most the reach of the table away from `extent`. */
  near(extent: Extent, visit: (entry: Entry) => void): void;
  clear(): void;
};

/** 00–06, 06–12, 12–18, 18–24: the borders of the sessions, so most entries lie in one cell. */
const cellMin = 360;

/** An empty table whose entries can matter to each other up to `reachMin` minutes apart. */
export function createTimeTable<Entry>(reachMin: number): TimeTable<Entry> {
  type Row = Extent & { readonly firstCell: number; readonly entry: Entry };
  const rowsByCell = new Map<number, Row[]>();

  return {
    add(extent, entry) {
      const { fromMin, toMin } = extent;
      if (toMin <= fromMin) return;
      const firstCell = cellOf(fromMin);
      const row: Row = { fromMin, toMin, firstCell, entry };
      for (let cell = firstCell; cell <= cellOf(toMin - 1); cell++) {
        const rows = rowsByCell.get(cell);
        if (rows) rows.push(row);
        else rowsByCell.set(cell, [row]);
      }
    },
    remove({ fromMin, toMin }, entry) {
      for (let cell = cellOf(fromMin); cell <= cellOf(toMin - 1); cell++) {
        const rows = rowsByCell.get(cell);
        const at = rows?.findIndex((row) => row.entry === entry) ?? -1;
        if (at >= 0) rows?.splice(at, 1);
        if (rows?.length === 0) rowsByCell.delete(cell);
      }
    },
    near({ fromMin, toMin }, visit) {
      if (toMin <= fromMin) return;
      const [from, to] = [fromMin - reachMin, toMin + reachMin];
      const first = cellOf(from);
      for (let cell = first; cell <= cellOf(to); cell++) {
        const rows = rowsByCell.get(cell);
        if (rows === undefined) continue;
        for (const row of rows) {
          if (row.fromMin > to || row.toMin < from) continue;
          // What lies in several cells is met in the first of them that is looked at.
          if (row.firstCell === cell || (cell === first && row.firstCell < first)) visit(row.entry);
        }
      }
    },
    clear: () => rowsByCell.clear(),
  };
}

function cellOf(minute: number): number {
  return Math.floor(minute / cellMin);
}
