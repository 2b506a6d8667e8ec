import { fold, tidySpaces } from "../../shared/kit/fold.ts";

/** Something that can be searched: what it is called (first its name, then its aliases) and words that help to narrow. */
export type Searchable = {
  readonly names: readonly string[];
  readonly extra?: readonly string[];
};

/** A ready search over a list: the best matches first, at most `limit`; an empty query answers the list's beginning. */
export type Search<Entry> = (query: string, limit: number) => readonly Entry[];

/**
 * Makes a list searchable as officers type: without marks, by the beginnings of words ("hoang an"), by initials ("HMA"),
 * by alias, by a post with a name ("pct ha"). The list is prepared once; a query then costs a pass over it.
 */
export function createSearch<Entry extends Searchable>(entries: readonly Entry[]): Search<Entry> {
  const prepared = entries.map((entry) => ({ entry, forms: formsOf(entry) }));
  return (query, limit) => {
    const asked = questionOf(query);
    if (asked.tokens.length === 0) return entries.slice(0, limit);
    const scored = prepared.map(({ entry, forms }, at) => ({ entry, at, score: scoreOf(asked, forms) }));
    return scored
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.at - b.at)
      .slice(0, limit)
      .map(({ entry }) => entry);
  };
}

/** Whether two wordings are the same for a person: marks, case, spaces and punctuation aside. */
export function isSameWording(a: string, b: string): boolean {
  return wordsOf(a).join(" ") === wordsOf(b).join(" ");
}

type Form = {
  readonly words: readonly string[];
  /** "hoang minh an" → "hma" */
  readonly initials: string;
  /** Without the spaces: "P. họp 1" is found by "phop1". */
  readonly compact: string;
};

type Forms = {
  readonly names: readonly Form[];
  /** Every word of every name and of the extra words. */
  readonly all: readonly string[];
  /** As written, in lower case with its marks. */
  readonly written: string;
};

type Question = {
  readonly tokens: readonly string[];
  readonly compact: string;
  /** The words that were typed with marks: they count as a wish, not as a condition. */
  readonly marked: readonly string[];
};

/** What is said before a name and names nobody. */
const honorifics = /^(?:(?:đồng chí|đ\/c|đc|ông|bà)\.?\s+)+/iu;

function questionOf(query: string): Question {
  const tidy = tidySpaces(query).replace(honorifics, "");
  const tokens = wordsOf(tidy);
  const marked = writtenOf(tidy)
    .split(" ")
    .filter((word) => word !== fold(word));
  return { tokens, compact: tokens.join(""), marked };
}

function formsOf({ names, extra = [] }: Searchable): Forms {
  const forms = names.map((name) => {
    const words = wordsOf(name);
    return { words, initials: words.map(initialOf).join(""), compact: words.join("") };
  });
  const all = [...forms.flatMap(({ words, initials }) => [...words, initials]), ...extra.flatMap(wordsOf)];
  return { names: forms, all, written: writtenOf([...names, ...extra].join(" ")) };
}

/** A number counts whole: "PH1" is not room 10. */
function initialOf(word: string): string {
  return /^\d/.test(word) ? word : (word[0] ?? "");
}

/** From 0, no match; the steps are far enough apart that the small bonuses never carry one over the next. */
function scoreOf(asked: Question, forms: Forms): number {
  const best = Math.max(0, ...forms.names.map((form, at) => formScore(asked, form) - Math.min(at, 5)));
  const score = best > 0 ? best : covered(asked.tokens, forms.all, 300);
  if (score === 0) return 0;
  return score + asked.marked.filter((word) => ` ${forms.written}`.includes(` ${word}`)).length * 20;
}

function formScore({ tokens, compact }: Question, { words, initials, compact: whole }: Form): number {
  if (whole === compact) return 1000;
  if (compact.length >= 2 && initials === compact) return 900;
  const spoken = words.join(" ");
  const asked = tokens.join(" ");
  if (spoken.startsWith(`${asked} `)) return 830;
  if (spoken.startsWith(asked)) return 800;
  // The given name stands last: "an" means Hoàng Minh An before it means An Khánh.
  if (tokens.length === 1 && words.length > 1 && words.at(-1) === tokens[0]) return 850;
  const byWords = covered(tokens, words, 600);
  if (byWords > 0) return byWords;
  if (compact.length >= 3 && initials.startsWith(compact)) return 500;
  return compact.length >= 3 && whole.includes(compact) ? 200 : 0;
}

/** `worth` when every token begins a word of its own, and a little more for each that is a whole word; else 0. */
function covered(tokens: readonly string[], words: readonly string[], worth: number): number {
  const free = [...words];
  let score = worth;
  // The longest token chooses first, so that a short one does not take its word away.
  for (const token of tokens.toSorted((a, b) => b.length - a.length)) {
    const exact = free.indexOf(token);
    const at = exact >= 0 ? exact : free.findIndex((word) => word.startsWith(token));
    if (at < 0) return 0;
    if (exact >= 0) score += 10;
    free.splice(at, 1);
  }
  return score;
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function writtenOf(text: string): string {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(" ");
}
