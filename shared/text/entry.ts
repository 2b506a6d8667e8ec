/** What a layout hands on for one item: where its words stand and what is known from its surroundings. */

import type { Session } from "../model/when.ts";
import type { ClauseKind } from "./clause-kind.ts";
import type { Printed } from "./clause-reading.ts";
import type { DayWords } from "./day-words.ts";
import type { HourWords } from "./hour.ts";
import type { Span, Words } from "./span.ts";

export interface EntryCell {
  readonly kind: Exclude<ClauseKind, "title">;
  /** Stretches of the source's tidy text. */
  readonly pieces: readonly Span[];
}

/** Filled by its layout while the text is gone through, then left alone. */
export interface Entry {
  /** Line of the text given on which its own first words stand. */
  readonly line: number;
  day: Printed<DayWords> | null;
  hour: Printed<HourWords> | null;
  /** Printed for this item. */
  session: Printed<Session> | null;
  /** Said by the row or heading it stands under; an hour overrules it. */
  readonly sessionAbove: Printed<Session> | null;
  readonly leaders: readonly Words[];
  /** Stretches of the source's tidy text, without what the layout has read already. */
  readonly body: Span[];
  /** The title, where it stands before the time: "1. Quận Hà Đông: Sáng 28/11 …". */
  readonly topic: Words | null;
  /** What the schedule as a whole is about; the title where the entry's own words give none. */
  subject: Words | null;
  readonly cells: EntryCell[];
  /** The item has a column, or a label line, of its own for the leaders. */
  readonly hasLeadersColumn: boolean;
  readonly hasVenueColumn: boolean;
}

/** The frame of an entry that nothing surrounds; what its reader knows goes over it. */
export const nothingAround = {
  ...{ day: null, hour: null, session: null, sessionAbove: null, topic: null, subject: null },
  ...{ leaders: [] as readonly Words[], cells: [] as EntryCell[], hasLeadersColumn: false, hasVenueColumn: false },
} as const;
