/** The end of a matter typed with commas only: "…, P. họp 2, đ/c An chủ trì, Sở Xây dựng chuẩn bị". */
import { isActorAt, isPersonAt } from "./actors.ts";
import { classifyPart } from "./bracket-part.ts";
import type { FilledKind } from "./clause-fill.ts";
import { breaksWithin, type Scope, skipBlanks, trimmed } from "./scope.ts";
import { sessionOfWord } from "./session-words.ts";
import type { Span } from "./span.ts";
import { isPlaceAt, isRoomAt } from "./venue.ts";
import { findVerb } from "./verbs.ts";

export interface TailClause {
  readonly kind: FilledKind;
  readonly span: Span;
}

export interface Peeled {
  /** What is left of the matter. */
  readonly matter: Span;
  /** In the order they are written. */
  readonly clauses: readonly TailClause[];
}

const segmentsMax = 12;

/** Takes known segments off the end of a matter, one comma or semicolon at a time; the first unknown one ends it. */
export function peelTail(scope: Scope, matter: Span): Peeled {
  const inner = trimmed(scope, matter);
  const starts = segmentStarts(scope, inner);
  const clauses: TailClause[] = [];
  let to = inner.to;
  for (let index = starts.length - 1; index >= 0; index -= 1) {
    const span = trimmed(scope, { from: starts[index] ?? to, to });
    const known = classifySegment(scope, span) ?? joined(scope, span, clauses[0], starts[index - 1]);
    if (!known) break;
    prepend(clauses, known);
    to = (starts[index] ?? 1) - 1;
  }
  return { matter: { from: matter.from, to }, clauses };
}

/** A place of several segments is one venue: "Phòng họp số 1, Sở Nội vụ". */
function prepend(clauses: TailClause[], known: TailClause): void {
  const [after] = clauses;
  if (known.kind !== "venue" || after?.kind !== "venue") clauses.unshift(known);
  else clauses[0] = { kind: "venue", span: { from: known.span.from, to: after.span.to } };
}

/** Places just after the last commas and semicolons, dashes and joints of lines, outside brackets and quotation marks; the first segment stays with the matter. */
function segmentStarts(scope: Scope, { from, to }: Span): number[] {
  const starts: number[] = [];
  const joints = new Set(breaksWithin(scope, { from, to }));
  let depth = 0;
  let isQuoted = false;
  for (let at = from; at < to; at += 1) {
    const sign = scope.low[at];
    if (sign === '"') isQuoted = !isQuoted;
    if (sign === "(") depth += 1;
    if (sign === ")") depth = Math.max(0, depth - 1);
    const isNumber = /\d/.test(scope.low[at - 1] ?? "") && /\d/.test(scope.low[at + 1] ?? "");
    if (depth > 0 || isQuoted || isNumber) continue;
    const isDash = sign === "-" && scope.low[at - 1] === " " && scope.low[at + 1] === " ";
    if (sign === "," || sign === ";" || isDash || joints.has(at)) starts.push(at + 1);
  }
  return starts.slice(-segmentsMax);
}

function classifySegment(scope: Scope, span: Span): TailClause | null {
  const low = scope.low.slice(span.from, span.to);
  if (low === "" || low.length > 300) return null;
  if (sessionOfWord(low)) return { kind: "session", span };
  if (isRoomAt(scope, span.from) && findVerb(scope, span) === null) return { kind: "venue", span };
  const place = /^(?:tại|ở) /u.exec(low);
  if (place && isPlaceAt(scope, span.from + place[0].length)) return { kind: "venue", span };
  const actor = skipBlanks(scope, span.from + (/^do /u.exec(low)?.[0].length ?? 0));
  if (!isActorAt(scope, actor)) return null;
  if (/ (?:đồng )?chủ trì$/u.test(low))
    return { kind: "chair", span: { from: actor, to: span.to - " chủ trì".length } };
  if (/ (?:(?:cùng|tham) )?dự$/u.test(low)) return { kind: "participants", span: { from: actor, to: span.to } };
  const known = classifyPart(scope, span);
  return known?.kind === "preparing" ? { kind: "preparing", span: known.inner } : null;
}

/** "đ/c An, đ/c Bình dự" and "Phòng họp số 1, Sở Nội vụ": a segment that leans on the one after or before it. */
function joined(
  scope: Scope,
  span: Span,
  after: TailClause | undefined,
  before: number | undefined,
): TailClause | null {
  const isPeople = after?.kind === "participants" || after?.kind === "chair";
  if (isPeople && isPersonAt(scope, span.from) && findVerb(scope, span) === null) return { kind: after.kind, span };
  const roomBefore = before !== undefined && isRoomAt(scope, skipBlanks(scope, before));
  return roomBefore && isPlaceAt(scope, span.from) ? { kind: "venue", span } : null;
}
