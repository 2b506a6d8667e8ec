/** What one item's words tell, before it is decided who leads and on which day of which year it is. */
import type { Session } from "../model/when.ts";
import type { DayWords } from "./day-words.ts";
import type { HourWords } from "./hour.ts";
import type { Span, Words } from "./span.ts";

/** A reading and the stretch of the original text behind it. */
export interface Printed<Value> {
  readonly value: Value;
  readonly span: Span;
}

/** Filled clause by clause while one item is read, then left alone. */
export interface ClauseReading {
  leaders: readonly Words[];
  /** "Ủy quyền …": the leaders stand in for somebody else. */
  proxy: boolean;
  /** "(Chủ trì)" stands beside the leaders. */
  leadersChair: boolean;
  title: Words | null;
  /** The title in low letters, for what its verb says. */
  titleLow: string;
  /** The matter from its verb on, where an actor stands in the title before it; else as `titleLow`. */
  verbLow: string;
  /** The title's stretch in the scope it was read from. */
  matter: Span;
  /** With whom: "cùng Thường trực Huyện ủy làm việc …". */
  companions: readonly Words[];
  location: Words | null;
  assembly: Words | null;
  ref: Words | null;
  session: Printed<Session> | null;
  hour: Printed<HourWords> | null;
  day: Printed<DayWords> | null;
  everyWorkingDay: boolean;
  readonly chair: Words[];
  readonly participants: Words[];
  /** Named in a bracket without saying what for: they lead where nobody else does, else they serve. */
  readonly people: Words[];
  readonly preparing: Words[];
  readonly support: Words[];
  readonly points: Words[];
  readonly notes: Words[];
  /** Words no rule knows. They are kept as notes too. */
  readonly unread: Words[];
}

export function emptyClause(): ClauseReading {
  return {
    ...{ leaders: [], companions: [], chair: [], participants: [], people: [], preparing: [], support: [] },
    ...{ points: [], notes: [], unread: [] },
    matter: { from: 0, to: 0 },
    ...{ proxy: false, leadersChair: false, everyWorkingDay: false },
    ...{
      title: null,
      titleLow: "",
      verbLow: "",
      location: null,
      assembly: null,
      ref: null,
      session: null,
      hour: null,
      day: null,
    },
  };
}
