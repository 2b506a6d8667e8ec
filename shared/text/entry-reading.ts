/** Reads the words of an entry, its own and those of its cells, and casts its leaders. */
import { isActorAt, splitActors } from "./actors.ts";
import { readClause } from "./clause.ts";
import { fillClause } from "./clause-fill.ts";
import type { ClauseReading, Printed } from "./clause-reading.ts";
import type { DayWords } from "./day-words.ts";
import type { Entry } from "./entry.ts";
import { readLeadersCell } from "./leaders-column.ts";
import { castLeaders } from "./roles.ts";
import { type Scope, scopeOf } from "./scope.ts";
import { lowText, type Source } from "./source.ts";
import type { Words } from "./span.ts";
import { findVerb, isAttending, isDuty, isFiller } from "./verbs.ts";

/** The words of an entry, read. */
export interface WordsReading {
  readonly clause: ClauseReading;
  readonly chair: readonly Words[];
  readonly participants: readonly Words[];
}

/** An entry with its words read, before its day has a year. */
export interface EntryReading extends WordsReading {
  readonly entry: Entry;
  readonly day: Printed<DayWords> | null;
}

/** Reads one entry. `ownLevel`: level of the body whose schedule it is. */
export function readEntry(source: Source, entry: Entry, ownLevel: number): EntryReading {
  const read = readWords(source, entry, ownLevel);
  return { ...read, entry, day: read.clause.day ?? entry.day };
}

/** What of an entry tells who, what and where. */
export type EntryWords = Pick<
  Entry,
  "body" | "topic" | "subject" | "leaders" | "cells" | "hasLeadersColumn" | "hasVenueColumn"
>;

/** Reads the words of an entry and casts its leaders. */
export function readWords(source: Source, entry: EntryWords, ownLevel: number): WordsReading {
  const scope = scopeOf(source, entry.body);
  const clause = readClause(scope, 0, {
    keepsSubject: entry.hasLeadersColumn,
    keepsPlace: entry.hasVenueColumn,
    isTitled: entry.topic !== null,
  });
  const duty = entry.topic === null && entry.subject ? readActorsOnly(scope, clause, entry.subject) : null;
  if (duty) clause.leaders = duty;
  const title = entry.topic ?? (clause.title && !duty ? null : entry.subject);
  if (title) {
    clause.title = title;
    clause.titleLow = clause.verbLow = lowText(title.words);
  }
  const column = fillCells(source, entry, clause);
  clause.location ??= clause.assembly;
  const own = clause.leaders.length > 0 ? clause.leaders : entry.leaders;
  const isLed = [own, column.open, column.chair, column.attending].some((list) => list.length > 0);
  const named = isLed ? own : clause.people;
  if (isLed) clause.support.push(...clause.people);
  const attends = [isAttending, isFiller, isDuty].some((is) => is(clause.verbLow));
  const chairs = [...clause.chair, ...column.chair];
  const cast = castLeaders([...named, ...column.open], {
    titleLow: clause.titleLow,
    verbLow: clause.verbLow,
    location: clause.location?.words ?? null,
    hasChair: chairs.length > 0 && !attends && !clause.leadersChair,
    isColumn: entry.hasLeadersColumn,
    ownLevel,
  });
  const guests = [...cast.participants, ...column.attending, ...clause.companions, ...clause.participants];
  return {
    clause,
    chair: withoutRepeats([...(attends ? [] : chairs), ...cast.chair]),
    participants: withoutRepeats([...(attends ? chairs : []), ...guests]),
  };
}

const actorsCharsMax = 160;

/** "07 giờ 30 ngày 07/01 Chủ tịch UBND tỉnh" under "Lịch tiếp công dân …": the heading tells the matter, the line tells who. */
function readActorsOnly(scope: Scope, { title, matter }: ClauseReading, subject: Words): readonly Words[] | null {
  if (!title || matter.to - matter.from > actorsCharsMax || !isActorAt(scope, matter.from)) return null;
  const isAct = /^(?:tiếp|trực|họp|giao ban|giám sát|kiểm tra)(?!\p{L})/u.test(lowText(subject.words));
  return isAct && findVerb(scope, matter) === null ? splitActors(scope, matter) : null;
}

interface ColumnLeaders {
  readonly chair: Words[];
  readonly attending: Words[];
  readonly open: Words[];
}

function fillCells(source: Source, entry: EntryWords, clause: ClauseReading): ColumnLeaders {
  const column: ColumnLeaders = { chair: [], attending: [], open: [] };
  for (const { kind, pieces } of entry.cells) {
    const scope = scopeOf(source, pieces);
    if (kind !== "leaders") {
      fillClause(scope, clause, kind, { from: 0, to: scope.low.length });
      continue;
    }
    const cell = readLeadersCell(scope);
    column.chair.push(...cell.chair);
    column.attending.push(...cell.attending);
    column.open.push(...cell.open);
  }
  return column;
}

function withoutRepeats(list: readonly Words[]): Words[] {
  return list.filter(({ words }, index) => list.findIndex((other) => other.words === words) === index);
}
