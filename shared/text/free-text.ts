/**
 * Running text by day, session, leader and hour, and notices with labels. Goes line by line; what a line leaves open (its
 * day, its leader) holds for the lines under it until something of the same rank closes it.
 */

import type { Above } from "./above.ts";
import type { DayWords } from "./day-words.ts";
import { type Entry, nothingAround } from "./entry.ts";
import { type HeadLine, readGroupHeading, readLeaderHeading } from "./group-heading.ts";
import { opensAct } from "./item-split.ts";
import { type Lead, readLead } from "./lead.ts";
import { lineItems, readTopic, type Topic } from "./line-items.ts";
import type { Line } from "./lines.ts";
import { findMarks, type Mark } from "./marks.ts";
import { isShouted, type Scope, scopeOf, skipMarks } from "./scope.ts";
import type { Source } from "./source.ts";
import type { Span } from "./span.ts";
import { readTime } from "./time-clause.ts";
import { findVerb, isDuty, isMatterNoun } from "./verbs.ts";

/** What became of a line: entries (none for a line that only opens or goes on with something), or not understood. */
export type LineReading = { readonly entries: readonly Entry[] } | "heading" | "unread";

/** Reads one line of running text; `next` is the line below it. Changes `above` for the lines that follow. */
export function readFreeLine(source: Source, line: Line, above: Above, next?: Line): LineReading {
  const scope = scopeOf(source, [line]);
  const lead = readLead(scope, 0);
  const at = skipMarks(scope, lead.next);
  const isLeadOnly = at >= scope.low.length;
  if (isLeadOnly && isRangeOfWhole(lead, above)) return "heading";
  const opensSomething = lead.day !== null || lead.session !== null || lead.leaders.length > 0;
  if (isLeadOnly && lead.hour === null && opensSomething) {
    openAbove(scope, lead, above, true);
    return { entries: [] };
  }
  const isHead = lead.hour === null && !opensSomething && opensGroup(source, { scope, lead, at, next }, above);
  if (isHead) return { entries: [] };
  const [label] = findMarks(scope, { from: lead.next, to: scope.low.length });
  const isLabelled = label !== undefined && label.from === at && label.end === null && lead.hour === null;
  if (isLabelled) return readLabelled(line, above, { scope, mark: label, at });
  if (isVague(scope.low)) return closeItem(above);
  if (isSection(scope, lead, at)) {
    above.leaders = null;
    return "heading";
  }
  if (goesOn(scope, lead, above) || isInBracket(source, lead, above)) return appendTo(above, line);
  const topic = opensSomething || lead.hour ? null : readTopic(scope, at);
  if (!isItem(scope, { lead, at, above, topic })) return above.day ? appendOrUnread(above, line, scope) : "heading";
  openAbove(scope, lead, above, false);
  const entries = lineItems(source, line, above, { scope, lead, topic });
  above.current = entries.at(-1) ?? null;
  above.labels = null;
  above.isLabelOpen = false;
  return { entries };
}

/** "Tuần 3: …", "Tháng 4: 12 nội dung": placed less exactly than a day, which items of a schedule are not. */
function isVague(low: string): boolean {
  const period =
    /^[\s*+-]*(?:[\divx]{1,4}[/.)-]{1,2}\s?)?(?:tuần|tháng|quý)\s(?:thứ\s)?[\divx]{1,3}(?:\s?(?:[/-]|năm)\s?\d{4})?\s?[:.]/u;
  return period.test(low);
}

/** "II. CÁC BAN HĐND": a part of the schedule, not an item. */
function isSection(scope: Scope, lead: Lead, at: number): boolean {
  if (lead.hour || lead.day || lead.session || lead.leaders.length > 0 || (lead.bullet !== "" && lead.bullet !== "1."))
    return false;
  return scope.low.length < 100 && isShouted(scope) && findVerb(scope, { from: at, to: scope.low.length }) === null;
}

function closeItem(above: Above): LineReading {
  const isInside = above.day !== null;
  Object.assign(above, { current: null, labels: null, isLabelOpen: false });
  return isInside ? "unread" : "heading";
}

/** A line that only heads others: what it says holds for them. */
function opensGroup(source: Source, line: HeadLine, above: Above): boolean {
  const who = readLeaderHeading(source, line);
  if (who) openAbove(line.scope, { ...line.lead, leaders: who }, above, true);
  const group = who ? null : readGroupHeading(source, line);
  if (group) Object.assign(above, { guests: group.people, current: null, labels: null, isLabelOpen: false });
  return who !== null || group !== null;
}

/** "Từ ngày 14/07 đến ngày 20/07" alone above the first day is the range of the whole schedule. */
function isRangeOfWhole(lead: Lead, above: Above): boolean {
  return lead.day?.last !== undefined && lead.day.weekday === undefined && above.day === null && above.current === null;
}

/** The parts of a lead that hold for the lines below. */
function openAbove(scope: Scope, lead: Lead, above: Above, isAlone: boolean): void {
  if (lead.day && !lead.isOwnDay) {
    above.day = { value: withWeekday(lead.day, above), span: scope.toOriginal(lead.day.span) };
    above.session = null;
    above.guests = null;
    if (!above.isByLeader) above.leaders = null;
  }
  if (lead.session && (lead.isSessionHeading || isAlone)) {
    above.session = { value: lead.session.session, span: scope.toOriginal(lead.session.span) };
    if (!above.isByLeader) above.leaders = null;
  }
  if (lead.leaders.length > 0 && isAlone && above.day === null) above.isByLeader = true;
  if (lead.leaders.length > 0) above.leaders = { who: lead.leaders, bullet: lead.bullet, isAlone };
  else if (lead.bullet !== "" && above.leaders?.bullet === lead.bullet && !above.leaders.isAlone) above.leaders = null;
  if (isAlone) Object.assign(above, { current: null, labels: null, isLabelOpen: false });
}

/** "Thứ 2" on one line and "14/7" on the next are one day. */
function withWeekday(day: DayWords, above: Above): DayWords {
  const before = above.current ? undefined : above.day?.value;
  if (day.weekday !== undefined || !before?.weekday || before.first) return day;
  return { ...day, weekday: before.weekday };
}

interface Question {
  readonly lead: Lead;
  readonly at: number;
  readonly above: Above;
  readonly topic: Topic | null;
}

/** An hour, a session, a day of its own, a bullet or a matter makes a line an item; above the first day only some do. */
function isItem(scope: Scope, { lead, at, above, topic }: Question): boolean {
  if (topic?.day || (topic && above.day)) return true;
  if (lead.day) return true;
  if (/(?<!\p{L})lúc \d/u.test(scope.low) && /\d[/.-]\d/.test(scope.low)) return true;
  if (above.day === null) return lead.bullet !== "" && saysItsDay(scope, at);
  if (lead.hour || lead.session || lead.leaders.length > 0 || lead.bullet !== "") return true;
  return opensMatter(scope, at);
}

/** "1. Báo cáo … . Thời gian: ngày 05/11/2026.": the day stands after a label. */
function saysItsDay(scope: Scope, at: number): boolean {
  const marks = findMarks(scope, { from: at, to: scope.low.length });
  return marks.some(({ kind, inner }) => kind === "time" && readTime(scope, inner).day !== null);
}

/** A line without bullet or hour that begins an item: who does what, or a matter with a capital. */
function opensMatter(scope: Scope, at: number): boolean {
  if (scope.text[at] === scope.low[at]) return false;
  const low = scope.low.slice(at, at + 30);
  return isMatterNoun(low) || isDuty(low) || findVerb(scope, { from: at, to: at + 1 }) !== null || opensAct(scope, at);
}

/** A wrapped line, or a line of the list under an open label. */
function goesOn(scope: Scope, lead: Lead, above: Above): boolean {
  if (!above.current || lead.hour || lead.day || lead.leaders.length > 0) return false;
  if (above.isLabelOpen) return lead.bullet !== "1." && lead.session === null;
  return lead.bullet === "" && lead.session === null && scope.text[lead.next] === scope.low[lead.next];
}

const bracketCharsMax = 400;

/** The line before opened a bracket and did not close it. */
function isInBracket(source: Source, lead: Lead, above: Above): boolean {
  const last = above.current?.body.at(-1);
  if (!last || lead.bullet !== "" || lead.hour || lead.day) return false;
  const words = source.text.slice(Math.max(last.from, last.to - bracketCharsMax), last.to);
  return words.lastIndexOf("(") > words.lastIndexOf(")");
}

/** An item is not longer; what follows belongs to something this reader does not know. */
const entryLinesMax = 200;

function appendTo(above: Above, piece: Span): LineReading {
  if (!above.current || above.current.body.length >= entryLinesMax) return "unread";
  above.current.body.push({ from: piece.from, to: piece.to });
  return { entries: [] };
}

function appendOrUnread(above: Above, line: Line, scope: Scope): LineReading {
  const last = above.current?.body.at(-1);
  return last && scope.low.length > 1 ? appendTo(above, line) : "unread";
}

const noticeLabels: readonly Mark["kind"][] = ["time", "title", "venue", "participants", "chair", "assembly"];

interface LabelledLine {
  readonly scope: Scope;
  readonly mark: Mark;
  /** Where the label begins. */
  readonly at: number;
}

/** A label goes on with the item above it, or begins a notice. A notice ends where a label comes a second time. */
function readLabelled(line: Line, above: Above, label: LabelledLine): LineReading {
  const { scope, mark, at } = label;
  const own = scope.toSource({ from: at, to: scope.low.length });
  const isRepeated = above.labels?.has(mark.kind) === true && !["venue", "points", "note"].includes(mark.kind);
  if (mark.kind === "note" && above.labels === null) return "heading";
  const isSecondMatter = mark.kind === "title" && above.current !== null && above.labels === null;
  above.isLabelOpen = skipMarks(scope, mark.inner.from) >= scope.low.length;
  if (above.current && !isRepeated && !isSecondMatter) {
    above.labels?.add(mark.kind);
    return appendTo(above, own);
  }
  if (!noticeLabels.includes(mark.kind)) return above.day ? "unread" : "heading";
  const entry: Entry = {
    ...{ ...nothingAround, line: line.number, day: above.day, sessionAbove: above.session },
    ...{ body: [own], cells: [] },
  };
  above.current = entry;
  above.labels = new Set([mark.kind]);
  return { entries: [entry] };
}
