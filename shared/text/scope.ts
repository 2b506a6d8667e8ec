/** A stretch of the source that is read as one run of words: a line, a cell, an item wrapped over several paragraphs. */
import { tidySpaces } from "../kit/fold.ts";
import type { Source } from "./source.ts";
import type { Span, Words } from "./span.ts";

export interface Scope {
  /** The pieces joined by one space; line ends and tabs inside them are spaces here. */
  readonly text: string;
  /** As {@link Source.low}; the same length as `text`. */
  readonly low: string;
  /** Where a new piece was joined on: a paragraph, a line. */
  readonly breaks: readonly number[];
  /** A stretch of this scope → the stretch of the source's tidy text. */
  readonly toSource: (span: Span) => Span;
  /** A stretch of this scope → the stretch of the original text. */
  readonly toOriginal: (span: Span) => Span;
}

/** Joins stretches of the source's tidy text, in order, to one scope; each line of a stretch is a piece of its own. */
export function scopeOf(source: Source, stretches: readonly Span[]): Scope {
  const pieces = stretches.flatMap((stretch) => linesOf(source, stretch));
  const starts: number[] = [];
  let length = 0;
  for (const { from, to } of pieces) {
    starts.push(length);
    length += to - from + 1;
  }
  const join = (all: string) => pieces.map(({ from, to }) => all.slice(from, to).replaceAll("\t", " ")).join(" ");
  const place = (at: number): number => {
    let [index, end] = [0, starts.length];
    while (end - index > 1) {
      const middle = (index + end) >> 1;
      if ((starts[middle] ?? 0) <= at) index = middle;
      else end = middle;
    }
    const piece = pieces[index];
    return piece ? Math.min(piece.to, piece.from + at - (starts[index] ?? 0)) : 0;
  };
  const toSource = ({ from, to }: Span) => ({ from: place(from), to: to > from ? place(to - 1) + 1 : place(from) });
  return {
    text: join(source.text),
    low: join(source.low),
    breaks: starts.slice(1).map((start) => start - 1),
    toSource,
    toOriginal: (span) => source.toOriginal(toSource(span)),
  };
}

function linesOf(source: Source, { from, to }: Span): Span[] {
  const words = source.text.slice(from, to);
  if (!words.includes("\n")) return [{ from, to }];
  const lines: Span[] = [];
  let start = from;
  for (const line of words.split("\n")) {
    if (line !== "") lines.push({ from: start, to: start + line.length });
    start += line.length + 1;
  }
  return lines;
}

/** Joints of the scope inside a stretch, in order. */
export function breaksWithin({ breaks }: Scope, { from, to }: Span): readonly number[] {
  let [first, end] = [0, breaks.length];
  while (first < end) {
    const middle = (first + end) >> 1;
    if ((breaks[middle] ?? 0) < from) first = middle + 1;
    else end = middle;
  }
  let last = first;
  while (last < breaks.length && (breaks[last] ?? to) < to) last += 1;
  return breaks.slice(first, last);
}

/** The words of a stretch without the punctuation at its ends; null when nothing is left. */
export function wordsAt(scope: Scope, span: Span): Words | null {
  const inner = trimmed(scope, span);
  if (inner.to <= inner.from) return null;
  return { words: tidySpaces(scope.text.slice(inner.from, inner.to)), span: scope.toOriginal(inner) };
}

const edges = /[\s.,;:*+•·|-]/u;

/** A stretch without blanks and punctuation at its ends; brackets stay only when they pair up inside. */
export function trimmed(scope: Scope, { from, to }: Span): Span {
  let [first, last] = [from, Math.min(to, scope.low.length)];
  const isEdge = (at: number) => edges.test(scope.low[at] ?? "a");
  while (first < last && (isEdge(first) || scope.low[first] === ")")) first += 1;
  const isEnd = (at: number) =>
    isEdge(at) || scope.low[at] === "(" || (scope.low[at] === "/" && scope.low[at - 1] === ".");
  while (last > first && isEnd(last - 1)) last -= 1;
  return withoutLoneBracket(scope, { from: first, to: last });
}

function withoutLoneBracket(scope: Scope, { from, to }: Span): Span {
  const inner = scope.low.slice(from, to);
  const opened = inner.includes("(");
  const closed = inner.includes(")");
  if (closed && !opened && inner.endsWith(")")) return trimmed(scope, { from, to: to - 1 });
  if (opened && !closed && inner.startsWith("(")) return trimmed(scope, { from: from + 1, to });
  return { from, to };
}

/** Matches a sticky pattern on the low text at one place; null when it does not stand there. */
export function matchAt(scope: Scope, pattern: RegExp, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(scope.low);
}

/** A sticky pattern for whole words at one place: no letter or digit may follow. Alternatives in lower case, NFC. */
export function wordPattern(alternatives: string): RegExp {
  return new RegExp(`(?:${alternatives})(?![\\p{L}\\d])`, "uy");
}

/** A global pattern for whole words anywhere: no letter or digit around. */
export function anyWordPattern(alternatives: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])(?:${alternatives})(?![\\p{L}\\d])`, "gu");
}

/** First place at or after `at` that is no blank. */
export function skipBlanks(scope: Scope, at: number): number {
  let next = at;
  while (scope.low[next] === " ") next += 1;
  return next;
}

/** First place at or after `at` that is neither blank nor light punctuation. */
export function skipMarks(scope: Scope, at: number): number {
  let next = at;
  while (next < scope.low.length && edges.test(scope.low[next] ?? "")) next += 1;
  return next;
}

/** True where the letters are nearly all capitals: then case says nothing about names and verbs. */
export function isShouted(scope: Scope): boolean {
  const letters = scope.text.slice(0, 400).match(/\p{L}/gu) ?? [];
  const capitals = letters.filter((one) => one !== one.toLowerCase());
  return letters.length >= 12 && capitals.length > letters.length * 0.8;
}
