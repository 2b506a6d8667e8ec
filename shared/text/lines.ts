/** The lines of a source, numbered as an editor numbers them. */
import type { Source } from "./source.ts";
import type { Span } from "./span.ts";

export interface Line extends Span {
  /** 1-based number in the text as given. */
  readonly number: number;
  /** "empty" has nothing at all, "blank" only blanks (an empty cell, where each cell came out as a paragraph). */
  readonly kind: "text" | "blank" | "empty";
}

/**
 * Splits a source into lines. Where the text opens with a note on its origin closed by a line "---", the note is left
 * out; so is a comment line ("# …"). Numbers always count every line of the text given.
 */
export function readLines(source: Source): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (let number = 1; from <= source.text.length; number += 1) {
    const end = source.text.indexOf("\n", from);
    const to = end < 0 ? source.text.length : end;
    lines.push({ number, from, to, kind: kindOf(source.text.slice(from, to)) });
    from = to + 1;
  }
  return joinBroken(
    source,
    withoutOrigin(source, lines).flatMap((line) => withoutSigns(source, line)),
  );
}

/** A bullet alone, or the first word of a day or a label alone: a page's narrow column broke the line after it. */
const broken = [
  [/^\s*(?:[-+*•]|\d{1,2}-)\s*$/u, /^/u],
  [/^\s*(?:[-+*•]|\d{1,2}[.)-])?\s*thứ\s*$/u, /^\s*(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])(?![\p{L}\d])/u],
  [/^\s*(?:[-+*•]|\d{1,2}[.)-])?\s*chủ\s*$/u, /^\s*(?:nhật|trì)(?!\p{L})/u],
  [/^\s*(?:[-+*•]|\d{1,2}[.)-])?\s*địa\s*$/u, /^\s*điểm(?!\p{L})/u],
  [/^\s*(?:[-+*•]|\d{1,2}[.)-])?\s*thành\s*$/u, /^\s*phần(?!\p{L})/u],
  [/^\s*(?:[-+*•]|\d{1,2}[.)-])?\s*thời\s*$/u, /^\s*gian(?!\p{L})/u],
] as const;
const brokenCharsMax = 16;

function joinBroken(source: Source, lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last && isBroken(source, last, line)) joined[joined.length - 1] = { ...last, to: line.to };
    else joined.push(line);
  }
  return joined;
}

function isBroken(source: Source, { from, to, kind }: Line, next: Line): boolean {
  if (kind !== "text" || next.kind !== "text" || to - from > brokenCharsMax) return false;
  const [head, rest] = [source.low.slice(from, to), source.low.slice(next.from, next.from + brokenCharsMax)];
  return broken.some(([first, second]) => first.test(head) && second.test(rest));
}

function kindOf(words: string): Line["kind"] {
  if (words === "") return "empty";
  return words.trim() === "" ? "blank" : "text";
}

const markdownHeading = /^#{1,6} (?=thứ|chủ nhật|cn|ngày|lịch|tuần|sáng|chiều|tối|buổi|\d)/u;

/** A line "# …" is a comment, unless it is the heading of a day, a session or the schedule itself. A quotation sign goes. */
function withoutSigns(source: Source, line: Line): Line[] {
  const low = source.low.slice(line.from, Math.min(line.to, line.from + 40));
  const signs = /^>\s?/.exec(low)?.[0] ?? markdownHeading.exec(low)?.[0] ?? "";
  return low.startsWith("#") && signs === "" ? [] : [{ ...line, from: line.from + signs.length }];
}

/** A note on the origin is short: a rule of dashes far down belongs to the schedule itself. */
const originLines = 30;
const origin = /^(?:#|https?:\/\/)/;

function withoutOrigin(source: Source, lines: readonly Line[]): Line[] {
  const textOf = (line: Line) => source.text.slice(line.from, line.to).trim();
  const end = lines.slice(0, originLines).findIndex((line) => textOf(line) === "---");
  const isNote = end > 0 && lines.slice(0, end).some((line) => origin.test(textOf(line)));
  return isNote ? lines.slice(end + 1) : [...lines];
}
