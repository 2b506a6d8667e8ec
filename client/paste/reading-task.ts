import type { Directory } from "../../shared/model/directory.ts";
import type { OfficeId } from "../../shared/model/office.ts";
import { readSchedule, type ScheduleReading } from "../../shared/text/schedule-reading.ts";
import { type Bounds, boundsOf } from "../../shared/text/year.ts";
import type { ItemDraft } from "../reading/item-draft.ts";
import { readToDraft } from "../reading/read-to-item.ts";
import { createSitting } from "../reading/sitting-body.ts";
import { createResolver } from "../reading/word-resolution.ts";
import { createDoubted } from "./doubted-fields.ts";
import { createTableMatcher, emptyTable, type MatchTable } from "./match-table.ts";
import { type SourceBlock, tintSource } from "./source-tint.ts";
import { askYear, type YearQuestion } from "./year-choice.ts";

/** What is to be read. Plain data: it goes to a worker. */
export type ReadingRequest = {
  readonly text: string;
  /** The year a person picked; null until then. */
  readonly year: number | null;
  /** The year the person looks at. */
  readonly here: number;
  readonly office: OfficeId;
  readonly directory: Directory;
};

export type ReadingAnswer = {
  readonly reading: ScheduleReading;
  readonly question: YearQuestion | null;
  /** The year taken for days printed without one; null when it was printed. */
  readonly year: number | null;
  readonly bounds: Bounds | null;
  /** Every name of the schedule, looked up. */
  readonly table: MatchTable;
  /** The rows before anybody corrected or chose anything, in the order of the reading. */
  readonly drafts: readonly ItemDraft[];
  readonly blocks: readonly SourceBlock[];
};

/** Reads a schedule, looks all its names up and lays its rows out: everything that takes long, so that a page need not. */
export function performReading({ text, year: picked, here, office, directory }: ReadingRequest): ReadingAnswer {
  const first = readSchedule(text);
  const question = askYear(first, here);
  const year = question === null ? null : (picked ?? question.best);
  const reading = year === null ? first : readSchedule(text, { year });
  const bounds = boundsOf(reading.heading, reading.heading.year ?? year);
  const table = emptyTable();
  const resolver = createResolver(createTableMatcher(directory, table), office, new Map());
  const doubted = createDoubted(reading.doubts);
  const context = { source: text, resolver, sitting: createSitting(directory, office), bounds, doubted };
  const drafts = reading.items.map((read, at) => readToDraft(read, String(at), context));
  const blocks = tintSource(text, reading.items, reading.doubts);
  return { reading, question, year, bounds, table, drafts, blocks };
}
