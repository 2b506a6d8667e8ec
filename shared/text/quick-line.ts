/** One line typed into a cell of the board, read with the grammar of the schedules. */
import type { Session } from "../model/when.ts";
import type { Printed } from "./clause-reading.ts";
import type { DayWords, PrintedDay } from "./day-words.ts";
import { nothingAround } from "./entry.ts";
import { readWords } from "./entry-reading.ts";
import { readHourWithin } from "./hour-within.ts";
import { itemTimeOf } from "./item-time.ts";
import { readLead } from "./lead.ts";
import { withMarks } from "./markless.ts";
import type { ReadField } from "./read-item.ts";
import { scopeOf } from "./scope.ts";
import { readSource } from "./source.ts";
import type { Span, Words } from "./span.ts";

/** What a typed line says. What is not understood stays in the title; names and places are the words typed. */
export interface QuickReading {
  /** The day as typed: "thứ 3", "20/11". Which date that is, the caller knows from the cell or the week shown. */
  readonly day: { readonly weekday?: number; readonly first?: PrintedDay; readonly last?: PrintedDay } | null;
  /** `HH:MM` */
  readonly start: string | null;
  readonly end: string | null;
  /** As typed ("sáng", "cả ngày"), else from the hour; null when the line says neither. */
  readonly session: Session | null;
  readonly title: string;
  readonly chair: readonly string[];
  readonly participants: readonly string[];
  readonly location: string | null;
  readonly preparing: readonly string[];
  readonly support: readonly string[];
  readonly note: string | null;
  readonly ref: string | null;
  /** Where people gather first; it need not be the venue. */
  readonly assembly: string | null;
  /** Bridging points of an online part. */
  readonly points: readonly string[];
  /** Who attends stands in for somebody ("Ủy quyền …"). */
  readonly proxy?: true;
  /** Where each field stands in the line, piece by piece, for showing what was understood. */
  readonly spans: Readonly<Partial<Record<ReadField, readonly Span[]>>>;
}

/** A typed line is cut here. Units: UTF-16 units. */
export const quickLineCharsMax = 2_000;

/**
 * Reads one line such as "14h30 Họp BTV nghe báo cáo, P. họp 2, đ/c An chủ trì, mời Sở XD". Never throws; an empty line gives
 * an empty title. Line ends count as spaces.
 */
export function readQuickLine(line: string): QuickReading {
  const source = withMarks(readSource(line.slice(0, quickLineCharsMax)));
  const scope = scopeOf(source, [{ from: 0, to: source.text.length }]);
  const lead = readLead(scope, 0);
  const later = lead.hour ? null : readHourWithin(scope, lead.next);
  const print = <Value>(value: Value, span: Span): Printed<Value> => ({ value, span: scope.toOriginal(span) });
  const entry = {
    ...nothingAround,
    leaders: lead.leaders,
    body: later ? later.around.map(scope.toSource) : [scope.toSource({ from: lead.next, to: scope.low.length })],
  };
  const read = readWords(source, entry, 0);
  const { clause } = read;
  const found = lead.hour ?? later?.hour;
  const hour = found ? print(found, found.span) : clause.hour;
  const session = clause.session ?? (lead.session && print(lead.session.session, lead.session.span));
  const time = itemTimeOf(hour?.value ?? null, session?.value ?? null, null);
  const day = clause.day ?? (lead.day && print(lead.day, lead.day.span));
  const title = clause.title ?? null;
  return {
    day: day && dayOf(day.value),
    ...{ start: time.start, end: time.end, session: time.session },
    title: title?.words ?? "",
    ...listsOf({
      chair: read.chair,
      participants: read.participants,
      preparing: clause.preparing,
      support: clause.support,
    }),
    location: clause.location?.words ?? null,
    note: clause.notes.length > 0 ? clause.notes.map(({ words }) => words).join("; ") : null,
    ref: clause.ref?.words ?? null,
    assembly: clause.assembly?.words ?? null,
    points: clause.points.map(({ words }) => words),
    ...(clause.proxy && { proxy: true }),
    spans: spansOf([
      ["date", day ? [day] : []],
      ["start", hour ? [hour] : []],
      ["end", hour && time.end !== null ? [hour] : []],
      ["session", session ? [session] : []],
      ["title", title ? [title] : []],
      ["chair", read.chair],
      ["participants", read.participants],
      ["location", clause.location ? [clause.location] : []],
      ["preparing", clause.preparing],
      ["support", clause.support],
      ["note", clause.notes],
      ["ref", clause.ref ? [clause.ref] : []],
      ["assembly", clause.assembly ? [clause.assembly] : []],
      ["points", clause.points],
    ]),
  };
}

function dayOf({ weekday, first, last }: DayWords): NonNullable<QuickReading["day"]> {
  return { ...(weekday ? { weekday } : {}), ...(first ? { first } : {}), ...(last ? { last } : {}) };
}

type Lists = Pick<QuickReading, "chair" | "participants" | "preparing" | "support">;

function listsOf(lists: Readonly<Record<keyof Lists, readonly Words[]>>): Lists {
  const words = (list: readonly Words[]) => list.map((one) => one.words);
  return {
    chair: words(lists.chair),
    participants: words(lists.participants),
    preparing: words(lists.preparing),
    support: words(lists.support),
  };
}

function spansOf(fields: readonly (readonly [ReadField, readonly { readonly span: Span }[]])[]): QuickReading["spans"] {
  const filled = fields.filter(([, pieces]) => pieces.length > 0);
  return Object.fromEntries(filled.map(([field, pieces]) => [field, pieces.map(({ span }) => span)]));
}
