/** What stands before the matter of a line: bullet, number, day, session, leaders with a colon, hour. */
import { isPersonAt, readLeadersBeforeColon } from "./actors.ts";
import { type DayWords, readDay } from "./day-words.ts";
import { type HourWords, readHour } from "./hour.ts";
import { matchAt, type Scope, skipMarks } from "./scope.ts";
import { readSession, type SessionWords } from "./session-words.ts";
import type { Words } from "./span.ts";

export interface Lead {
  /** "-", "+", "*" or "1.": lines of one rank share it. Empty when there is none. */
  readonly bullet: string;
  readonly day: DayWords | null;
  readonly session: SessionWords | null;
  /** The session word stands alone or before a colon, as a heading for what follows. */
  readonly isSessionHeading: boolean;
  readonly leaders: readonly Words[];
  readonly hour: HourWords | null;
  /** The day stands after the hour: it belongs to this item alone. */
  readonly isOwnDay: boolean;
  /** Where the matter begins. */
  readonly next: number;
}

type Draft = { -readonly [Key in keyof Lead]: Lead[Key] };

const bulletSign = /[-+*•·●○▪■◦✓>o–—](?=\s)|[-+*•·●▪■](?=\S)/uy;
const numberSign =
  /\d{1,2}(?:\.\d{1,2}){1,3}\.(?=\s)|(?:\d{1,3}|[ivx]{1,4}|[a-hđ])[.)](?=\s|$)|\d{1,2}[.)](?=\p{L})|\d{1,2}-(?=\s\p{L})|(?:[1-5]|[6-9](?=-\s1[3-9]))-(?=\s\d{1,2}\s?(?:h|g|giờ|:\d))/uy;

/** Reads the lead of a line or of an item from `at`; every part is optional and stands at most once. */
export function readLead(scope: Scope, at: number): Lead {
  const lead: Draft = {
    ...{ bullet: "", day: null, session: null, isSessionHeading: false },
    ...{ leaders: [], hour: null, isOwnDay: false, next: at },
  };
  readBullets(scope, lead);
  for (let before = -1; before < lead.next && lead.next < scope.low.length; ) {
    before = lead.next;
    readPart(scope, lead);
  }
  return lead;
}

function readBullets(scope: Scope, lead: Draft): void {
  for (let count = 0; count < 2; count += 1) {
    while (scope.low[lead.next] === " ") lead.next += 1;
    const sign = matchAt(scope, bulletSign, lead.next)?.[0];
    const number = sign ? null : matchAt(scope, numberSign, lead.next)?.[0];
    if (!sign && !number) return;
    lead.bullet ||= sign ?? "1.";
    lead.next += (sign ?? number ?? "").length;
  }
}

/** One part more, or none: then `next` stays where it is. */
function readPart(scope: Scope, lead: Draft): void {
  const at = scope.low[lead.next] === "(" ? lead.next : skipMarks(scope, lead.next);
  const part = readHourPart(scope, lead, at) ?? readDayPart(scope, lead, at) ?? readOtherPart(scope, lead, at);
  if (part) Object.assign(lead, part);
}

type Part = Partial<Draft> & { readonly next: number };

function readHourPart(scope: Scope, lead: Draft, at: number): Part | null {
  const hour = lead.hour ? null : readHour(scope, at);
  return hour && { hour, next: hour.next };
}

function readDayPart(scope: Scope, lead: Draft, at: number): Part | null {
  const day = lead.day ? null : readDay(scope, at);
  return day && !isPartOfWords(scope, day) ? { day, isOwnDay: lead.hour !== null, next: day.next } : null;
}

function readOtherPart(scope: Scope, lead: Draft, at: number): Part | null {
  const session = lead.session ? null : readSession(scope, at);
  if (session) {
    const closes = /^\s?(?::|$|-\s)/.test(scope.low.slice(session.next, session.next + 3));
    return { session, isSessionHeading: lead.hour === null && closes && !lead.isOwnDay, next: session.next };
  }
  const number = lead.session && !lead.hour ? matchAt(scope, numberSign, at) : null;
  if (number) return { next: at + number[0].length };
  const leaders = lead.leaders.length > 0 || !isPersonAt(scope, at) ? null : readLeadersBeforeColon(scope, at);
  return leaders && { leaders: leaders.leaders, next: leaders.next };
}

/** "Thứ trưởng", "Ngày hội", "16/11/2026 là hạn": a weekday alone must close or be followed by punctuation or a date. */
function isPartOfWords(scope: Scope, day: DayWords): boolean {
  if (day.first) return false;
  return !/^\s?(?:$|[,:;.()/-]|\d)/u.test(scope.low.slice(day.next, day.next + 2)) && !isSessionNext(scope, day.next);
}

function isSessionNext(scope: Scope, at: number): boolean {
  const next = skipMarks(scope, at);
  return readSession(scope, next) !== null || readHour(scope, next) !== null;
}
