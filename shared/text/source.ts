/**
 * The text as it came and as it is read. Every reader works on the tidy form; only here is it known how to get back to the
 * offsets of the original. What is read must not depend on how a browser, Word or a Mac encoded it.
 */
import type { Span } from "./span.ts";

/** A text made ready for reading. `text` and `low` have the same length; the original may be longer than both. */
export interface Source {
  /** NFC, one space per run of blanks, "\n" as the only line end, nothing invisible. Tabs stay: they part cells. */
  readonly text: string;
  /** `text` in lower case with one spelling each of tones ("uỷ" → "ủy"), quotes and dashes: what the grammars match. */
  readonly low: string;
  /** The stretch of the original text behind a stretch of `text`. */
  readonly toOriginal: (span: Span) => Span;
}

/** Makes a text ready for reading. Takes any string, well formed or not; time and memory grow linearly with it. */
export function readSource(original: string): Source {
  const tidy = tidyUnits(original);
  const text = tidy.units.join("");
  const { starts, ends } = tidy;
  return {
    text,
    low: lowOf(tidy.units).join(""),
    toOriginal: ({ from, to }) => {
      const start = starts[from] ?? original.length;
      return { from: start, to: to > from ? Math.max(start, ends[to - 1] ?? original.length) : start };
    },
  };
}

/** The matching form of one word of a lexicon or of a reader's caller: as {@link Source.low}. */
export function lowText(text: string): string {
  return lowOf([...text.normalize("NFC")].flatMap((point) => point.split(""))).join("");
}

interface TidyUnits {
  readonly units: string[];
  readonly starts: number[];
  readonly ends: number[];
}

/** A letter with the marks that follow it (also Hangul parts), so that NFC can be made piece by piece with offsets kept. */
const cluster = /[\s\S][\p{M}\u1160-\u11ff]*/gu;
const invisible = /^[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/u;
const blank = /^[^\S\n\r\t\v\u2028\u2029]$/u;
const lineEnd = /^[\n\v\u2028\u2029]$/u;

function tidyUnits(original: string): TidyUnits {
  const tidy: TidyUnits = { units: [], starts: [], ends: [] };
  const push = (unit: string, from: number, to: number) => {
    tidy.units.push(unit);
    tidy.starts.push(from);
    tidy.ends.push(to);
  };
  for (const { 0: raw, index } of original.matchAll(cluster)) {
    const to = index + raw.length;
    const last = tidy.units.length - 1;
    if (invisible.test(raw)) continue;
    if (raw === "\r") {
      if (original[to] !== "\n") push("\n", index, to);
    } else if (lineEnd.test(raw)) push("\n", index, to);
    else if (!blank.test(raw)) for (const unit of raw.normalize("NFC").split("")) push(unit, index, to);
    else if (tidy.units[last] !== " ") push(" ", index, to);
    else tidy.ends[last] = to;
  }
  return tidy;
}

const variants = new Map<string, string>([
  ...[..."’‘′´`ʼ＇"].map((mark): [string, string] => [mark, "'"]),
  ...[..."–—―‐‑‒−"].map((mark): [string, string] => [mark, "-"]),
  ...[..."“”„«»″"].map((mark): [string, string] => [mark, '"']),
  ["：", ":"],
  ["；", ";"],
  ["，", ","],
  ["（", "("],
  ["）", ")"],
]);

function lowOf(units: readonly string[]): string[] {
  const low = units.map((unit) => {
    const lower = unit.toLowerCase();
    return variants.get(unit) ?? (lower.length === 1 ? lower : unit);
  });
  for (let at = 1; at < low.length; at += 1) settleTone(low, at);
  return low;
}

/** New style of tone marking → old style, which the lexicons use: "uỷ" → "ủy", "hoà" → "hòa"; "quý" has only one. */
const newTones = new Map<string, string>(
  ["oàòa", "oáóa", "oảỏa", "oãõa", "oạọa", "oèòe", "oéóe", "oẻỏe", "oẽõe", "oẹọe"]
    .concat(["uỳùy", "uýúy", "uỷủy", "uỹũy", "uỵụy"])
    .map((pair) => [pair.slice(0, 2), pair.slice(2)]),
);
const letter = /\p{L}/u;

function settleTone(low: string[], at: number): void {
  const old = newTones.get(`${low[at - 1]}${low[at]}`);
  const next = low[at + 1];
  if (old === undefined || low[at - 2] === "q" || (next !== undefined && letter.test(next))) return;
  low[at - 1] = old.slice(0, 1);
  low[at] = old.slice(1);
}
