/** Puts one clause of a known kind into the reading of an item: a clause of running text, a labelled line, a table cell. */
import { isPersonAt, splitActors } from "./actors.ts";
import { classifyPart } from "./bracket-part.ts";
import type { ClauseKind } from "./clause-kind.ts";
import type { ClauseReading } from "./clause-reading.ts";
import { type Scope, trimmed, wordsAt } from "./scope.ts";
import { partsOf, sentencesOf } from "./sentence.ts";
import { sessionOfWord } from "./session-words.ts";
import type { Span, Words } from "./span.ts";
import { readTime } from "./time-clause.ts";
import { isPlaceAt, skipVenuePrefix } from "./venue.ts";

/** The kinds that are filled here; the title is read with its leaders by the head of the clause. */
export type FilledKind = Exclude<ClauseKind, "title">;

type Fill = (scope: Scope, reading: ClauseReading, span: Span) => void;

const fills: Readonly<Record<FilledKind, Fill>> = {
  venue: fillVenue,
  assembly: fillAssembly,
  time: fillTime,
  session: fillSession,
  leaders: fillLeaders,
  chair: fillChair,
  participants: fillParticipants,
  support: (scope, reading, span) => addAll(reading.support, splitList(scope, span)),
  preparing: fillPreparing,
  ref: fillRef,
  points: (scope, reading, span) => addAll(reading.points, listOf(scope, span)),
  note: fillNotes,
};

/** Fills `reading` from the words of one clause. What no rule knows is kept as a note and named in `unread`. */
export function fillClause(scope: Scope, reading: ClauseReading, kind: FilledKind, span: Span): void {
  fills[kind](scope, reading, span);
}

/** Words that stand after a closed clause: a support mark, a preparing unit, else a note nobody understood. */
export function fillRest(scope: Scope, reading: ClauseReading, span: Span): void {
  const parts = sentencesOf(scope, span).flatMap((sentence) => partsOf(scope, sentence));
  for (const part of parts) {
    const inner = trimmed(scope, part);
    const known = classifyPart(scope, inner);
    if (known && known.kind !== "title") fillClause(scope, reading, known.kind, known.inner);
    else if (isSupport(scope, inner)) addAll(reading.support, splitList(scope, inner));
    else if (reading.location === null && isPlaceAt(scope, inner.from)) fillVenue(scope, reading, inner);
    else {
      const words = listOf(scope, inner);
      addAll(reading.notes, words);
      addAll(reading.unread, words);
    }
  }
}

function fillVenue(scope: Scope, reading: ClauseReading, span: Span): void {
  const start = skipVenuePrefix(scope, span.from);
  const [first = { from: start, to: start }] = partsOf(scope, firstSentence(scope, { from: start, to: span.to }));
  const later = scope.low.slice(first.from, first.to).search(/[,;.]?\s?sau đó(?!\p{L})/u);
  const to = later > 0 ? first.from + later : first.to;
  if (reading.location === null) reading.location = wordsAt(scope, { from: first.from, to });
  fillRest(scope, reading, { from: Math.max(to, first.from), to: Math.max(to, span.to) });
}

function fillAssembly(scope: Scope, reading: ClauseReading, span: Span): void {
  const inner = trimmed(scope, span);
  const from = skipVenuePrefix(scope, inner.from);
  const { to } = firstSentence(scope, { from, to: inner.to });
  const hour = scope.low.slice(from, to).search(/[\s,]+(?:vào )?lúc \d/u);
  reading.assembly ??= wordsAt(scope, { from, to: hour > 0 ? from + hour : to });
}

function fillTime(scope: Scope, reading: ClauseReading, span: Span): void {
  const inner = trimmed(scope, span);
  const time = readTime(scope, inner);
  reading.hour ??= time.hour;
  reading.day ??= time.day;
  reading.session ??= time.session;
  reading.everyWorkingDay ||= time.everyWorkingDay;
  const place = scope.low.slice(time.next, inner.to).search(/(?<!\p{L})tại\s/u);
  const rest = place < 0 ? inner.to : time.next + place;
  if (time.hour) fillRest(scope, reading, { from: time.next, to: rest });
  if (place >= 0) fillVenue(scope, reading, { from: rest, to: inner.to });
}

function fillSession(scope: Scope, reading: ClauseReading, span: Span): void {
  const inner = trimmed(scope, span);
  const session = sessionOfWord(scope.low.slice(inner.from, inner.to));
  if (session) reading.session = { value: session, span: scope.toOriginal(inner) };
}

/** People in brackets serve after the venue; before it they lead where nobody else does. */
function fillLeaders(scope: Scope, reading: ClauseReading, span: Span): void {
  if (reading.location !== null) addAll(reading.support, splitList(scope, span));
  else
    addAll(
      reading.people,
      partsOf(scope, span).flatMap((part) => splitActors(scope, part)),
    );
}

function fillChair(scope: Scope, reading: ClauseReading, span: Span): void {
  const inner = trimmed(scope, span);
  if (inner.to <= inner.from) {
    reading.leadersChair = true;
    return;
  }
  const [first = inner, ...others] = sentencesOf(scope, inner);
  for (const part of partsOf(scope, first))
    if (!fillOther(scope, reading, part, ["participants", "venue", "preparing"]))
      addAll(reading.chair, splitActors(scope, part));
  for (const other of others) fillRest(scope, reading, other);
}

const besides = /\s(?:(?:cùng|về|đến) )?(?:tham dự|dự họp|dự|đi|tham gia|làm việc)$/u;

function fillParticipants(scope: Scope, reading: ClauseReading, span: Span): void {
  sentencesOf(scope, span).forEach((sentence, index) => {
    const inner = trimmed(scope, sentence);
    const isOffice = /^(?:văn phòng|vp)\s/u.test(scope.low.slice(inner.from, inner.from + 10));
    if (index > 0 && isOffice && scope.low[sentence.to] === "(") return;
    const known = index > 0 ? classifyPart(scope, inner) : null;
    if (known && known.kind !== "title") fillClause(scope, reading, known.kind, known.inner);
    else
      for (const part of partsOf(scope, inner))
        if (!fillOther(scope, reading, part, ["chair", "venue"]))
          addAll(reading.participants, participantOf(scope, part));
  });
}

/** A part of a list of people that says something else: "chủ trì: đ/c An; đ/c Hà cùng dự; tại PH 2". True when it did. */
function fillOther(scope: Scope, reading: ClauseReading, part: Span, kinds: readonly FilledKind[]): boolean {
  const known = classifyPart(scope, part);
  if (known === null || known.kind === "title" || !kinds.includes(known.kind)) return false;
  // A house may be invited, too: only what is said to be the place is one.
  const low = scope.low.slice(part.from, part.to);
  if (known.kind === "venue" && !/^\s*(?:tại|ở|(?:địa )?điểm)(?!\p{L})/u.test(low)) return false;
  fillClause(scope, reading, known.kind, known.inner);
  return true;
}

/** "Mời" before and "cùng dự" after belong to the invitation, not to the guest. */
function participantOf(scope: Scope, part: Span): Words[] {
  const inner = trimmed(scope, part);
  const invited = /^(?:kính )?mời\s/u.exec(scope.low.slice(inner.from, inner.to))?.[0].length ?? 0;
  const from = inner.from + invited;
  const after = besides.exec(scope.low.slice(from, inner.to));
  return listOf(scope, { from, to: after ? from + after.index : inner.to });
}

function fillPreparing(scope: Scope, reading: ClauseReading, span: Span): void {
  const inner = trimmed(scope, span);
  const [first = inner, ...others] = sentencesOf(scope, inner);
  for (const part of partsOf(scope, first)) {
    const known = classifyPart(scope, part);
    addAll(reading.preparing, listOf(scope, known?.kind === "preparing" ? known.inner : part));
  }
  for (const other of others) fillRest(scope, reading, other);
}

/** The number alone: "679-CV/ĐUK ngày 18/02/2020" → "679-CV/ĐUK". */
function fillRef(scope: Scope, reading: ClauseReading, span: Span): void {
  const { from, to } = firstSentence(scope, trimmed(scope, span));
  const number = /(?<!\p{L})\d[\p{L}\d/&.-]*/u.exec(scope.low.slice(from, to));
  if (!number) addAll(reading.notes, listOf(scope, span));
  else reading.ref ??= wordsAt(scope, { from: from + number.index, to: from + number.index + number[0].length });
}

/** A column of notes also holds numbers of invitations, serving divisions and tasks. */
function fillNotes(scope: Scope, reading: ClauseReading, span: Span): void {
  for (const part of partsOf(scope, span)) {
    const known = classifyPart(scope, part);
    const isTold =
      known !== null && ["ref", "support", "preparing", "participants", "chair", "session"].includes(known.kind);
    if (isTold && known.kind !== "title") fillClause(scope, reading, known.kind, known.inner);
    else addAll(reading.notes, listOf(scope, part));
  }
}

function isSupport(scope: Scope, inner: Span): boolean {
  const words = scope.text.slice(inner.from, inner.to);
  if (/^[\p{Lu}&.-]{2,8}$/u.test(words)) return true;
  return (
    words.length <= 60 &&
    isPersonAt(scope, inner.from) &&
    /^(?:đ\/c|đồng chí|đc|các đ)/u.test(scope.low.slice(inner.from))
  );
}

function splitList(scope: Scope, span: Span): Words[] {
  const parts: Span[] = [];
  for (const part of partsOf(scope, span)) {
    let from = part.from;
    for (const { index } of scope.low.slice(part.from, part.to).matchAll(/,/g)) {
      parts.push({ from, to: part.from + index });
      from = part.from + index + 1;
    }
    parts.push({ from, to: part.to });
  }
  return parts.flatMap((part) => listOf(scope, withoutSupportLabel(scope, part)));
}

function withoutSupportLabel(scope: Scope, part: Span): Span {
  const inner = trimmed(scope, part);
  const label = /^(?:lđvp|cvvp|ldvp|p?cvp|cv|chuyên viên)\s?:\s?/u.exec(scope.low.slice(inner.from, inner.to));
  return { from: inner.from + (label?.[0].length ?? 0), to: inner.to };
}

/** A list may be longer than a call takes arguments. */
function addAll(list: Words[], more: readonly Words[]): void {
  for (const words of more) list.push(words);
}

function listOf(scope: Scope, span: Span): Words[] {
  const words = wordsAt(scope, span);
  return words ? [words] : [];
}

function firstSentence(scope: Scope, span: Span): Span {
  return sentencesOf(scope, span)[0] ?? span;
}
