import { minutesPerDay } from "../kit/minute.ts";

/** A span of time in minutes since 1970-01-01; empty when it ends before it begins. */
export type Extent = { readonly fromMin: number; readonly toMin: number };

/**
 * What is on, by day. A day of three offices holds some forty entries and a peak day a few hundred; walking through them
 * beats a tree of intervals at that size, and moving an entry costs two array edits.
 */
export type DayTable<Entry> = {
  add(extent: Extent, entry: Entry): void;
  /** Takes out an entry that was added with the same extent. */
  remove(extent: Extent, entry: Entry): void;
  /** Calls `visit` once for every entry at most the reach of the table away from `extent`. */
  near(extent: Extent, visit: (entry: Entry) => void): void;
  clear(): void;
};

/** An empty table whose entries can matter to each other up to `reachMin` minutes apart. */
export function createDayTable<Entry>(reachMin: number): DayTable<Entry> {
  type Row = Extent & { readonly firstDay: number; readonly entry: Entry };
  const rowsByDay = new Map<number, Row[]>();

  return {
    add(extent, entry) {
      const { fromMin, toMin } = extent;
      if (toMin <= fromMin) return;
      const firstDay = dayOf(fromMin);
      const row: Row = { fromMin, toMin, firstDay, entry };
      for (let day = firstDay; day <= dayOf(toMin - 1); day++) {
        const rows = rowsByDay.get(day);
        if (rows) rows.push(row);
        else rowsByDay.set(day, [row]);
      }
    },
    remove({ fromMin, toMin }, entry) {
      for (let day = dayOf(fromMin); day <= dayOf(toMin - 1); day++) {
        const rows = rowsByDay.get(day);
        const at = rows?.findIndex((row) => row.entry === entry) ?? -1;
        if (at >= 0) rows?.splice(at, 1);
        if (rows?.length === 0) rowsByDay.delete(day);
      }
    },
    near({ fromMin, toMin }, visit) {
      if (toMin <= fromMin) return;
      const [from, to] = [fromMin - reachMin, toMin + reachMin];
      const first = dayOf(from);
      for (let day = first; day <= dayOf(to); day++) {
        const rows = rowsByDay.get(day);
        if (rows === undefined) continue;
        for (const row of rows) {
          if (row.fromMin > to || row.toMin < from) continue;
          // What lasts over several days is met on the first of them that is looked at.
          if (row.firstDay === day || (day === first && row.firstDay < first)) visit(row.entry);
        }
      }
    },
    clear: () => rowsByDay.clear(),
  };
}

function dayOf(minute: number): number {
  return Math.floor(minute / minutesPerDay);
}
