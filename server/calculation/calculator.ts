import type { MinutesText } from "../../shared/text/minutes-words.ts";
import type { FoundOverlap, OverlapQuery } from "../../shared/text/overlap-query.ts";
import type { ScheduleReading } from "../../shared/text/schedule-reading.ts";

/**
 * What may take long: done beside the thread that serves sockets, one at a time, with a time limit. Rejects with
 * {@link Overrun} or {@link Busy}.
 */
export type Calculator = {
  readSchedule(input: ScheduleInput): Promise<ScheduleReading>;
  findOverlaps(input: OverlapQuery): Promise<FoundOverlaps>;
  /** A document's update (V1) for download: update format V2, compressed with brotli. */
  packUpdate(update: Uint8Array): Promise<Uint8Array>;
  /** Minutes as a Word document in the official form. */
  writeMinutes(input: MinutesInput): Promise<Uint8Array>;
};

export type FoundOverlaps = { readonly overlaps: readonly FoundOverlap[] };

export type MinutesInput = { readonly text: MinutesText; readonly language: string };

export type ScheduleInput = { readonly text: string; readonly year?: number };

/** It took longer than it may: the input is of a kind that nobody sends in earnest. */
export class Overrun extends Error {
  override readonly name = "Overrun";
}

/** Too many wait already. Trying again soon may help. */
export class Busy extends Error {
  override readonly name = "Busy";
}
