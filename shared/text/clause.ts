/**
 * One item as written: leaders, matter, venue, invitation, preparing unit and support in whatever order. The same reading
 * serves a line of a schedule, a cell of a table and a line typed into a cell of the board.
 */
import {
  isActorAt,
  isPersonAt,
  type Leaders,
  leadersCharsMax,
  readLeaders,
  readLeadersBeforeColon,
  splitActors,
} from "./actors.ts";
import { classifyPart } from "./bracket-part.ts";
import { fillClause, fillRest } from "./clause-fill.ts";
import { type ClauseReading, emptyClause } from "./clause-reading.ts";
import { findMarks, type Mark } from "./marks.ts";
import { matchAt, type Scope, skipBlanks, skipMarks, trimmed, wordsAt } from "./scope.ts";
import { partsOf, sentencesOf } from "./sentence.ts";
import type { Span, Words } from "./span.ts";
import { peelTail } from "./tail.ts";
import { isPlaceAt, isRoomAt, trailingPlace } from "./venue.ts";
import { findVerb, isDuty, isFiller } from "./verbs.ts";

export interface ClauseOptions {
  /** A column of its own names the leaders: an actor at the head of the matter then stays in the title. */
  readonly keepsSubject?: boolean;
  /** The title is told elsewhere: what stands here is all about it. */
  readonly isTitled?: boolean;
  /** The venue is told elsewhere: "tại <place>" at the end of the matter then stays in the title. */
  readonly keepsPlace?: boolean;
}

/** Reads the words of one item from `at` to the end of the scope. Never fails: what is not understood stays in the title. */
export function readClause(scope: Scope, at: number, options: ClauseOptions = {}): ClauseReading {
  const reading = emptyClause();
  const end = scope.low.length;
  const marks = findMarks(scope, { from: at, to: end });
  const start = readLeadingBrackets(scope, reading, marks, at);
  const head = { from: start, to: marks[0]?.from ?? end };
  if (options.isTitled) fillRest(scope, reading, head);
  else readHead(scope, reading, head, options);
  marks.forEach((mark, index) => {
    readMark(scope, reading, mark, marks[index + 1]?.from ?? end);
  });
  if (!options.keepsPlace && reading.location === null && reading.title) cutPlace(scope, reading);
  // Where nothing else is said, people go no farther than where they gather.
  if (!options.keepsPlace) reading.location ??= reading.assembly;
  return reading;
}

/** "(HT A): họp …": known brackets before the head; they are taken from the marks. Gives where the head begins. */
function readLeadingBrackets(scope: Scope, reading: ClauseReading, marks: Mark[], at: number): number {
  let start = at;
  for (let [mark] = marks; mark && mark.end !== null && mark.kind !== "title"; [mark] = marks) {
    if (mark.from > skipMarks(scope, start) && mark.end !== start) return start;
    fillClause(scope, reading, mark.kind, mark.inner);
    start = mark.end;
    marks.shift();
  }
  return start;
}

function readMark(scope: Scope, reading: ClauseReading, mark: Mark, next: number): void {
  const words = { from: mark.inner.from, to: Math.max(mark.inner.from, mark.end === null ? next : mark.inner.to) };
  const inner = mark.kind === "support" && wordsAt(scope, words) === null ? mark.sign : words;
  if (mark.kind !== "title") fillClause(scope, reading, mark.kind, inner);
  else if (reading.title === null) readHead(scope, reading, inner, { keepsPlace: true });
  if (mark.end !== null && next > mark.end) fillRest(scope, reading, { from: mark.end, to: next });
}

/** "8 giờ, tại hội trường UBND phường Mỹ Lâm, gồm phường …": the venue first, then who comes; "P. họp 1: họp …". */
function readLeadingVenue(scope: Scope, reading: ClauseReading, head: Span): number {
  const prefix = matchAt(scope, /tại\s/uy, head.from)?.[0].length ?? 0;
  const isPlace = prefix > 0 ? isPlaceAt(scope, head.from + prefix) : isRoomAt(scope, head.from);
  const low = scope.low.slice(head.from, prefix > 0 ? head.to : Math.min(head.to, head.from + leadingRoomCharsMax));
  const close = low.search(prefix > 0 ? /[,;:](?!\d)/u : /:|\s-\s/u);
  if (!isPlace || (prefix === 0 && close < 0)) return head.from;
  const end = close < 0 ? head.to : head.from + close;
  fillClause(scope, reading, "venue", { from: head.from, to: end });
  const next = skipMarks(scope, end);
  if (matchAt(scope, /gồm(?: có)?\s/uy, next) === null) return next;
  fillClause(scope, reading, "participants", { from: skipMarks(scope, next + "gồm".length), to: head.to });
  return head.to;
}

const dutyCharsMax = 60;
const leadingRoomCharsMax = 80;
const proxy = /(?:ủy quyền|phân công|cử)(?: cho)?\s/uy;

/** Everything before the first clause with a sign: who, and what. */
function readHead(scope: Scope, reading: ClauseReading, head: Span, options: ClauseOptions): void {
  let at = skipMarks(scope, head.from);
  if (readDuty(scope, reading, { from: at, to: head.to })) return;
  at = readLeadingVenue(scope, reading, { from: at, to: head.to });
  const sent = matchAt(scope, proxy, at)?.[0].length ?? 0;
  const standsIn = sent > 0 && isPersonAt(scope, at + sent);
  if (standsIn) at += sent;
  const subject = readActors(scope, at, head.to);
  const found = options.keepsSubject ? null : subject;
  reading.proxy = standsIn && found !== null;
  const after = found || options.keepsSubject ? null : readLeadersAfterColon(scope, { from: at, to: head.to });
  reading.leaders = (found ?? after)?.leaders ?? reading.leaders;
  const inner = trimmed(scope, readMatter(scope, reading, { from: found?.next ?? at, to: after?.next ?? head.to }));
  reading.title = wordsAt(scope, inner);
  reading.titleLow = scope.low.slice(inner.from, inner.to);
  reading.verbLow = scope.low.slice(subject?.next ?? inner.from, inner.to);
  reading.matter = inner;
  reading.companions = companionsOf(scope, inner);
}

const partner = /^(?:hội ý|giao ban)(?!\p{L}).*(?<!\p{L})với /u;

/** "cùng Thường trực Huyện ủy làm việc …", "giao ban với Thường trực HĐND": who else is there. */
function companionsOf(scope: Scope, matter: Span): readonly Words[] {
  const low = scope.low.slice(matter.from, matter.to);
  if (low.startsWith("cùng ")) return readActors(scope, matter.from + "cùng ".length, matter.to)?.leaders ?? [];
  const before = partner.exec(low)?.[0].length;
  if (before === undefined || !isActorAt(scope, matter.from + before)) return [];
  return splitActors(scope, { from: matter.from + before, to: matter.to });
}

/** "Đi công tác Hà Nội: Chủ tịch, PCT.KT": who goes stands after the matter. */
function readLeadersAfterColon(scope: Scope, head: Span): Leaders | null {
  const colon = scope.low.lastIndexOf(":", head.to - 1);
  const at = skipMarks(scope, colon + 1);
  if (colon <= head.from || at >= head.to || head.to - at > leadersCharsMax / 2 || !isPersonAt(scope, at)) return null;
  const span = { from: at, to: head.to };
  if (findVerb(scope, span) !== null || sentencesOf(scope, span).length > 1) return null;
  return { leaders: splitActors(scope, span), next: colon };
}

/** "Trực lãnh đạo: PCT Trần Văn Bình": a duty roster is a title and who is on duty. */
function readDuty(scope: Scope, reading: ClauseReading, head: Span): boolean {
  const low = scope.low.slice(head.from, head.to);
  const colon = low.slice(0, dutyCharsMax).indexOf(":");
  if (colon < 0 || !isDuty(low)) return false;
  const title = trimmed(scope, { from: head.from, to: head.from + colon });
  reading.title = wordsAt(scope, title);
  reading.titleLow = reading.verbLow = scope.low.slice(title.from, title.to);
  const who = partsOf(scope, { from: head.from + colon + 1, to: head.to });
  reading.participants.push(...who.flatMap((part) => splitActors(scope, part)));
  return true;
}

function readActors(scope: Scope, at: number, to: number): Leaders | null {
  const found = readLeadersBeforeColon(scope, at) ?? readLeaders(scope, at);
  return found && found.next < to ? found : null;
}

/** Takes known sentences and known comma segments off the matter; gives what is left as the title's stretch. */
function readMatter(scope: Scope, reading: ClauseReading, head: Span): Span {
  const sentences = sentencesOf(scope, head);
  const cut = sentences.findIndex((sentence, index) => index > 0 && isKnown(scope, sentence));
  const matter = cut < 0 ? head : { from: head.from, to: sentences[cut]?.from ?? head.to };
  const peeled = peelTail(scope, matter);
  for (const { kind, span } of peeled.clauses) fillClause(scope, reading, kind, span);
  if (matter.to < head.to) fillRest(scope, reading, { from: matter.to, to: head.to });
  return peeled.matter;
}

function isKnown(scope: Scope, sentence: Span): boolean {
  const at = skipMarks(scope, sentence.from);
  return isRoomAt(scope, at) || classifyPart(scope, sentence) !== null;
}

/** "giám sát … tại UBND xã Yên Sơn": where no sign gave a venue, the place at the end of the matter is it. */
function cutPlace(scope: Scope, reading: ClauseReading): void {
  if (isFiller(reading.titleLow)) return;
  const found = trailingPlace(scope, reading.matter);
  if (!found) return;
  const title = trimmed(scope, { from: reading.matter.from, to: found.cut });
  if (title.to <= title.from) return;
  const people = peopleAfter(scope, { from: found.place, to: reading.matter.to });
  reading.location = wordsAt(scope, { from: skipBlanks(scope, found.place), to: people?.from ?? reading.matter.to });
  if (people) reading.participants.push(...splitActors(scope, people));
  reading.title = wordsAt(scope, title);
  reading.titleLow = scope.low.slice(title.from, title.to);
}

/** "tại phường Láng, đ/c An, đ/c Hà": who goes stands behind where they go. */
function peopleAfter(scope: Scope, { from, to }: Span): Span | null {
  for (const { index } of scope.low.slice(from, to).matchAll(/,/g)) {
    const at = skipBlanks(scope, from + index + 1);
    if (at < to && isPersonAt(scope, at)) return { from: at, to };
  }
  return null;
}
