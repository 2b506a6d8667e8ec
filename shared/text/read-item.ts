/** What comes out of reading a schedule: items as printed, and everything the reader was not sure of. */
import type { Day } from "../kit/day.ts";
import type { Session } from "../model/when.ts";
import type { Span } from "./span.ts";

/** The fields of an item that come from words of the source. */
export type ReadField =
  | "date"
  | "start"
  | "end"
  | "session"
  | "title"
  | "chair"
  | "participants"
  | "location"
  | "preparing"
  | "support"
  | "note"
  | "ref"
  | "assembly"
  | "points";

/**
 * One item as printed. Names, places and titles are the source's own words, spaces collapsed, NFC, without the final full
 * stop; a list is split at ";" only. Nothing is added: no end and no length that is not printed.
 */
export interface ReadItem {
  readonly date: Day | null;
  readonly lastDate?: Day;
  /** `HH:MM` */
  readonly start: string | null;
  readonly end: string | null;
  readonly session: Session | null;
  readonly title: string;
  readonly chair: readonly string[];
  readonly participants: readonly string[];
  readonly location: string | null;
  readonly preparing: readonly string[];
  /** Line of the text given, 1-based. */
  readonly line: number;
  /** Rank among the items of its line, from 1; only where the line holds several. */
  readonly item?: number;
  readonly support?: readonly string[];
  readonly note?: string;
  /** Number of the invitation or of the document that calls the meeting. */
  readonly ref?: string;
  /** Where it prints the day of the invitation: people were told on that day that it takes place on `of`. */
  readonly announced?: { readonly on: Day; readonly of: Day };
  /** Where people gather first; it need not be the venue. */
  readonly assembly?: string;
  /** Bridging points of an online part. */
  readonly points?: readonly string[];
  /** The participants stand in for somebody ("Ủy quyền …"). */
  readonly proxy?: true;
  /** "office": the filler "làm việc tại cơ quan". "duty": a duty roster. Both lie in the background of the board. */
  readonly kind?: "office" | "duty";
  /** Items made from one repeated line share it. */
  readonly series?: string;
  /** Where each field stands in the text given, piece by piece. A field that no words gave has none. */
  readonly spans: Readonly<Partial<Record<ReadField, readonly Span[]>>>;
}

/** Stable names of what a reader can be unsure of. */
export type DoubtCode =
  | "nothing-read"
  | "text-cut"
  | "no-date"
  | "no-such-date"
  | "year-assumed"
  | "weekday-mismatch"
  | "date-outside-range"
  | "hour-unclear"
  | "no-title"
  | "duplicate-item"
  | "ambiguous-abbreviation"
  | "unread-line"
  | "unread-words";

/** A question to the person who imports: where, what about, and the words in question. */
export interface Doubt {
  readonly line: number;
  readonly code: DoubtCode;
  /** The source's words. */
  readonly text: string;
  /** In the text given. */
  readonly span: Span;
  /** What it may mean, where the choices are known: years, meanings of an abbreviation. */
  readonly candidates?: readonly string[];
}
