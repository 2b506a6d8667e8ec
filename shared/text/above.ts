/** What the lines gone through say about the ones to come. */

import type { Session } from "../model/when.ts";
import type { Printed } from "./clause-reading.ts";
import type { DayWords } from "./day-words.ts";
import type { Entry } from "./entry.ts";
import type { Mark } from "./marks.ts";
import type { Span, Words } from "./span.ts";

/** What holds for the next lines. */
export interface Above {
  day: Printed<DayWords> | null;
  session: Printed<Session> | null;
  leaders: { readonly who: readonly Words[]; readonly bullet: string; readonly isAlone: boolean } | null;
  /** Leaders head their days, and not days their leaders: the first leader stood above the first day. */
  isByLeader: boolean;
  /** Who takes part in the items of a group, as its heading says. */
  guests: Span | null;
  /** The item that a label or a wrapped line goes on with. */
  current: Entry | null;
  /** The current item is a notice: labels only. Kinds of the labels it has. */
  labels: Set<Mark["kind"]> | null;
  /** A label whose words follow in the lines under it. */
  isLabelOpen: boolean;
}

export function nothingAbove(): Above {
  return {
    ...{ day: null, session: null, leaders: null, isByLeader: false, guests: null },
    ...{ current: null, labels: null, isLabelOpen: false },
  };
}
