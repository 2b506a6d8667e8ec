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

const invisible = /^[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/u;
const blank = /^[^\S\n\r\t\v\u2028\u2029]$/u;
const lineEnd = /^[\n\v\u2028\u2029]$/u;

function tidyUnits(original: string): TidyUnits {
  const tidy: TidyUnits = { units: [], starts: [], ends: [] };
  for (let from = 0, to = 0; from < original.length; from = to) {
    to = clusterEnd(original, from);
    const raw = original.slice(from, to);
    if (isPlain(raw)) push(tidy, raw, from, to);
    else pushSpecial(tidy, original, from, to);
  }
  return tidy;
}

/** Letters, digits and signs of ASCII but the asterisk: by far the most, and never changed. */
function isPlain(raw: string): boolean {
  return raw.length === 1 && raw > " " && raw <= "~" && raw !== "*";
}

function pushSpecial(tidy: TidyUnits, original: string, from: number, to: number): void {
  const raw = original.slice(from, to);
  const last = tidy.units.length - 1;
  if (invisible.test(raw) || isEmphasis(original, from)) return;
  if (raw === "\r") {
    if (original[to] !== "\n") push(tidy, "\n", from, to);
  } else if (lineEnd.test(raw)) push(tidy, "\n", from, to);
  else if (!blank.test(raw)) for (const unit of raw.normalize("NFC").split("")) push(tidy, unit, from, to);
  else if (tidy.units[last] !== " ") push(tidy, " ", from, to);
  else tidy.ends[last] = to;
}

function push(tidy: TidyUnits, unit: string, from: number, to: number): void {
  tidy.units.push(unit);
  tidy.starts.push(from);
  tidy.ends.push(to);
}

const combining = /^[\p{M}\u1160-\u11ff]$/u;
const firstCombining = 0x300;

/**
 * End of a letter with the marks that follow it (also Hangul parts): NFC is made cluster by cluster, so that offsets are kept.
 * Marks without end on one letter are cut into clusters of a length no language needs.
 */
function clusterEnd(original: string, from: number): number {
  let end = from + (isPair(original, from) ? 2 : 1);
  while (end < original.length && end - from < 32) {
    if (original.charCodeAt(end) < firstCombining || !combining.test(original[end] ?? "")) return end;
    end += 1;
  }
  return end;
}

function isPair(original: string, at: number): boolean {
  const code = original.charCodeAt(at);
  return code >= 0xd800 && code < 0xdc00 && (original.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
}

/** Markdown's "**bold**": two signs or more in a row; a single one is a bullet. */
function isEmphasis(original: string, at: number): boolean {
  return original[at] === "*" && (original[at + 1] === "*" || original[at - 1] === "*");
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
