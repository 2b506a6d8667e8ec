import type { Day } from "../kit/day.ts";
import type { Minute } from "../kit/minute.ts";
import type { Item } from "../model/item.ts";
import type { Overlap } from "../model/overlap.ts";
import type { Fit } from "../model/slot.ts";
import { isPlaced, type PlacedWhen, type Session } from "../model/when.ts";
import { whenInSession } from "./landing.ts";
import type { OverlapIndex } from "./overlap-index.ts";
import { clashesAt, fitOf } from "./slot-search.ts";

/** How well an item would stand on a day and session, and the first reason against it. */
export type DayFit = {
  readonly day: Day;
  readonly session: Session;
  readonly fit: Fit;
  readonly reason: Overlap | null;
};

/** The hours tried in a session where the item has none of its own there. */
const usualStarts: Readonly<Record<Exclude<Session, "allday">, readonly number[]>> = {
  morning: [8 * 60, 9 * 60 + 30],
  afternoon: [14 * 60, 15 * 60 + 30],
  evening: [18 * 60 + 30, 20 * 60],
};

/**
 * How every day and session of a board would suit an item that is picked up: its own hour where the session holds it, else
 * the best of the usual ones. For tinting columns: asked once when a drag begins, answered within a frame.
 */
export function fitByDay(index: Pick<OverlapIndex, "probe">, item: Item, days: readonly Day[]): readonly DayFit[] {
  return days.flatMap((day) =>
    (["morning", "afternoon", "evening"] as const).map((session) => {
      let best: { readonly fit: Fit; readonly reason: Overlap | null } | null = null;
      for (const when of whensIn(item, day, session)) {
        const clashes = clashesAt(index, { ...item, when });
        const fit = fitOf(clashes);
        if (best === null || order[fit] < order[best.fit]) best = { fit, reason: clashes[0] ?? null };
        if (fit === "free") break;
      }
      return { day, session, ...(best ?? { fit: "free" as const, reason: null }) };
    }),
  );
}

const order: Readonly<Record<Fit, number>> = { free: 0, possible: 1, clash: 2 };

function whensIn({ when }: Item, day: Day, session: Exclude<Session, "allday">): readonly PlacedWhen[] {
  const landed = whenInSession(when, { day, session });
  // What is let go in another session has no hour any more: any of the usual ones may be given to it.
  if (landed.horizon === "time" || !isPlaced(when) || when.horizon !== "time" || when.lastDay) return [landed];
  const length = when.endMin === undefined ? null : when.endMin - when.startMin;
  return usualStarts[session].map((startMin) => ({
    horizon: "time",
    day,
    startMin: startMin as Minute,
    ...(length !== null && length > 0 && { endMin: Math.min(startMin + length, 24 * 60) as Minute }),
  }));
}
