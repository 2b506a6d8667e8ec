/** Lines that head the items below them and are none themselves: a leader above his days, a group of delegates. */
import { isPersonAt, splitActors } from "./actors.ts";
import type { Lead } from "./lead.ts";
import { readLead } from "./lead.ts";
import type { Line } from "./lines.ts";
import { isShouted, matchAt, type Scope, scopeOf } from "./scope.ts";
import { bracketsOf } from "./sentence.ts";
import type { Source } from "./source.ts";
import type { Span, Words } from "./span.ts";
import { findVerb } from "./verbs.ts";

export interface HeadLine {
  readonly scope: Scope;
  readonly lead: Lead;
  /** Where its own words begin. */
  readonly at: number;
  /** The next line that holds words. */
  readonly next: Line | undefined;
}

const headCharsMax = 160;

/** "I. THƯỜNG TRỰC HĐND" heads a section of the schedule; in small letters it heads the items it leads. */
const collective = /(?:thường trực|tập thể|toàn thể|chi bộ|đảng bộ|ban|tt|tttu|các|lãnh đạo)(?!\p{L})/uy;

/** "1. Chủ tịch UBND quận Phạm Văn Đạt" above a day or an hour: the leaders of the lines below; null when it is no such line. */
export function readLeaderHeading(source: Source, { scope, lead, at, next }: HeadLine): readonly Words[] | null {
  const isSection = isShouted(scope) && (lead.bullet === "" || matchAt(scope, collective, at) !== null);
  if (isSection || scope.low.length > headCharsMax || !isPersonAt(scope, at)) return null;
  if (/[\d:;]/u.test(scope.low.slice(at)) || findVerb(scope, { from: at + 1, to: scope.low.length }) !== null)
    return null;
  return headsTimes(source, lead, next) ? splitActors(scope, { from: at, to: scope.low.length }) : null;
}

const group = /(?:đơn vị(?: bầu cử)?|tổ(?: đại biểu| công tác)?|nhóm|đoàn|cụm|khối)\s(?:số\s)?\d{1,2}(?![\d\p{L}/])/uy;

/** "- Đơn vị bầu cử số 01 (gồm ông A, bà B)" above lines with times: who takes part in them, if it says so; null when it is no such line. */
export function readGroupHeading(
  source: Source,
  { scope, lead, at, next }: HeadLine,
): { readonly people: Span | null } | null {
  if (lead.bullet === "" || matchAt(scope, group, at) === null || !headsTimes(source, lead, next)) return null;
  for (const { inner } of bracketsOf(scope, { from: at, to: scope.low.length })) {
    const opening = /^gồm(?: có)?[\s:]+/u.exec(scope.low.slice(inner.from, inner.to))?.[0].length ?? 0;
    if (opening > 0) return { people: scope.toSource({ from: inner.from + opening, to: inner.to }) };
  }
  return { people: null };
}

/** The line below is of another rank and begins with a day, a session or an hour. */
function headsTimes(source: Source, lead: Lead, next: Line | undefined): boolean {
  if (!next) return false;
  const below = readLead(scopeOf(source, [next]), 0);
  return below.bullet !== lead.bullet && (below.day !== null || below.session !== null || below.hour !== null);
}
