import type { Certainty, OverlapDetail } from "../model/overlap.ts";
import type { Booking } from "./booking.ts";
import type { RuleWorld } from "./overlap-rule.ts";
import { gapBetween } from "./pair-facts.ts";
import { sharedRoom } from "./place.ts";

/** What is asked of two items about the room they may share. */
export type RoomJudging = {
  /** The room both need, a part of it where one has its whole hall; the words of a venue in words; null when they share none. */
  sharedBy(a: Booking, b: Booking): string | null;
  /** Whether there is time between two items to clear the room and set it up; null where there is. */
  setUpBetween(
    a: Booking,
    b: Booking,
    room: string,
  ): { readonly certainty: Certainty; readonly detail: OverlapDetail } | null;
  readonly longestBufferMin: number;
};

export function createRoomJudging({ index, norms }: Pick<RuleWorld, "index" | "norms">): RoomJudging {
  const buffers = new Map<string, number>();
  for (const { id, bufferMin } of index.directory.rooms) buffers.set(id, bufferMin ?? norms("set-up"));

  return {
    sharedBy({ place: a }, { place: b }) {
      if (a.sort === "vague" || b.sort === "vague") return null;
      if (a.room !== null) return sharedRoom(a, b);
      return a.words !== null && a.words === b.words ? a.words : null;
    },
    setUpBetween(a, b, room) {
      const needMin = buffers.get(room) ?? 0;
      if (needMin === 0) return null;
      const gap = gapBetween(a, b);
      if (gap === null || gap.freeMin >= needMin) return null;
      const certainty = gap.isEndWritten ? "probable" : "possible";
      return { certainty, detail: { of: "set-up", needMin, freeMin: gap.freeMin, assumedMin: gap.assumedMin } };
    },
    longestBufferMin: Math.max(0, ...buffers.values()),
  };
}
