/** Brackets and sentence ends of Vietnamese office prose, where "P. họp", "TP. Hà Nội" and "PCT. Thường trực" go on. */
import { breaksWithin, type Scope } from "./scope.ts";
import type { Span } from "./span.ts";

const goesOn =
  /(?:^|[^\p{L}\d])(?:p|tp|q|h|x|t|tt|tx|pct|ct|pbt|ub|ths|ts|gs|pgs|bs|cn|đ|kp|đc|v|tr|ng|st|nxb|th|lđ|vp)$/u;

/** Parts a stretch into sentences; brackets do not hide a full stop, since none of the readers asks inside brackets. */
export function sentencesOf(scope: Scope, { from, to }: Span): Span[] {
  const sentences: Span[] = [];
  let start = from;
  for (let at = from; at < to; at += 1) {
    if (!isSentenceEnd(scope, at, to)) continue;
    if (/[\p{L}\d]/u.test(scope.low.slice(start, at))) sentences.push({ from: start, to: at + 1 });
    start = at + 1;
  }
  if (/[\p{L}\d]/u.test(scope.low.slice(start, to))) sentences.push({ from: start, to });
  return sentences;
}

function isSentenceEnd(scope: Scope, at: number, to: number): boolean {
  const mark = scope.low[at];
  if (mark !== "." && mark !== "!" && mark !== "?") return false;
  const next = scope.low[at + 1];
  if (at + 1 < to && next !== " " && next !== '"' && next !== "/") return false;
  return !goesOn.test(scope.low.slice(Math.max(0, at - 5), at)) || at + 1 >= to;
}

export interface Bracket extends Span {
  /** What stands between the two signs. */
  readonly inner: Span;
}

/** The outermost pairs of round brackets, in order. A sign without its partner is left alone. */
export function bracketsOf(scope: Scope, { from, to }: Span): Bracket[] {
  const open: number[] = [];
  const pairs: Bracket[] = [];
  for (let at = from; at < to; at += 1) {
    if (scope.low[at] === "(") open.push(at);
    if (scope.low[at] !== ")") continue;
    const start = open.pop();
    if (start === undefined) continue;
    while (pairs.length > 0 && (pairs.at(-1)?.from ?? 0) > start) pairs.pop();
    pairs.push({ from: start, to: at + 1, inner: { from: start + 1, to: at } });
  }
  return pairs;
}

/** Parts a stretch at ";" and at list bullets that open a paragraph of the scope. */
export function partsOf(scope: Scope, { from, to }: Span): Span[] {
  const parts: Span[] = [];
  let start = from;
  const bullets = new Set(breaksWithin(scope, { from, to }).filter((at) => /[-+*•]/.test(scope.low[at + 1] ?? "")));
  for (let at = from; at < to; at += 1) {
    if (scope.low[at] !== ";" && !bullets.has(at)) continue;
    parts.push({ from: start, to: at });
    start = at + 1;
  }
  return [...parts, { from: start, to }];
}
