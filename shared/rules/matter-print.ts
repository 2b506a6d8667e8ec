/**
 * What an item is about, made comparable: the syllables of its title without marks, abbreviations written out, openers
 * ("Họp nghe báo cáo về…") and small words left out; then every two neighbours as one number. Two titles are alike as far
 * as they share such pairs. One pass over the letters and no text in between: a year of 10,000 titles is read in the time
 * of a blink.
 */
import { fold } from "../kit/fold.ts";
import { plainAbbreviations } from "./plain-abbreviations.ts";

export type MatterPrint = {
  /** Pairs of neighbouring syllables as numbers, sorted, each once. */
  readonly pairs: readonly number[];
  /** Names and figures among the syllables, sorted: two matters that differ in both are two. */
  readonly names: readonly number[];
};

/** A title too short to tell one matter from another. */
export const noMatter: MatterPrint = { pairs: [], names: [] };

/** Fewer pairs than these say too little: "Giao ban tuần" is a hundred meetings. */
const pairsMin = 3;
const letterMax = 0x1f00;

/** The folded form of each letter of Vietnamese and its neighbours as a code, 0 for what parts two words. */
const folded = letterTable();

function letterTable(): Uint16Array {
  const table = new Uint16Array(letterMax);
  for (let code = 0; code < letterMax; code++) {
    const letter = String.fromCharCode(code);
    if (!/[\p{L}\p{N}]/u.test(letter)) continue;
    const plain = fold(letter);
    table[code] = plain.length === 1 ? plain.charCodeAt(0) : 0;
  }
  return table;
}

const mask = 0x3fffffff;

function syllablesOf(words: string): number[] {
  return fold(words)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map((word) => {
      let hash = 7;
      for (let at = 0; at < word.length; at++) hash = step(hash, word.charCodeAt(at));
      return hash;
    });
}

function step(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) & mask;
}

/** What a title may begin with and what says nothing inside it. */
const openers = new Set(
  syllablesOf(
    "họp hội nghị cuộc buổi phiên nghe báo cáo cho ý kiến dự tham chủ trì làm việc xem xét thảo luận thông qua trình triển khai " +
      "bàn giao quán triệt sơ tổng kết lấy mời giấy",
  ),
);
const smallWords = new Set(
  syllablesOf("về và của các với để cho tại do theo trên trong một số những việc công tác năm tháng ngày"),
);

/** An abbreviation by its letters, and what it stands for as syllables. */
const writtenOut = new Map<number, readonly number[]>(
  Object.entries(plainAbbreviations).flatMap(([short, words]) => {
    const [own, ...others] = syllablesOf(short);
    return own === undefined || others.length > 0 ? [] : [[own, syllablesOf(words)] as const];
  }),
);

/** The print of a title; {@link noMatter} when there is too little in it. */
export function matterPrintOf(title: string): MatterPrint {
  const core: number[] = [];
  const names: number[] = [];
  let hash = 0;
  let isNamed = false;
  let isFirst = true;
  const finish = (): void => {
    if (hash === 0) return;
    add(core, names, { hash, isNamed: isNamed && !isFirst });
    hash = 0;
    isFirst = false;
  };
  for (let at = 0; at < title.length; at++) {
    const code = title.charCodeAt(at);
    const letter = code < letterMax ? (folded[code] ?? 0) : 0;
    if (letter === 0) {
      // A mark that stands by itself belongs to the letter before it.
      if (code < 0x300 || code > 0x36f) finish();
      continue;
    }
    if (hash === 0) {
      hash = 7;
      isNamed = isNameStart(title, at, code);
    }
    hash = step(hash, letter);
  }
  finish();
  const pairs = pairsOf(core);
  return pairs.length < pairsMin ? noMatter : { pairs, names: distinct(names) };
}

function add(core: number[], names: number[], { hash, isNamed }: { hash: number; isNamed: boolean }): void {
  const syllables = writtenOut.get(hash) ?? [hash];
  for (const syllable of syllables) {
    if (smallWords.has(syllable) || (core.length === 0 && openers.has(syllable))) continue;
    core.push(syllable);
    if (isNamed) names.push(syllable);
  }
}

/** A capital, or a figure. */
function isNameStart(title: string, at: number, code: number): boolean {
  if (code >= 48 && code <= 57) return true;
  const letter = title.charAt(at);
  return letter !== letter.toLowerCase();
}

function pairsOf(core: readonly number[]): number[] {
  const pairs: number[] = [];
  for (let at = 1; at < core.length; at++) {
    pairs.push((Math.imul(core[at - 1] ?? 0, 0x9e3779b1) ^ Math.imul(core[at] ?? 0, 0x85ebca6b)) & mask);
  }
  return distinct(pairs);
}

function distinct(numbers: number[]): number[] {
  numbers.sort((a, b) => a - b);
  return numbers.filter((number, at) => number !== numbers[at - 1]);
}

/** How alike two titles must be to be told at all, as the share of pairs they have in common (Dice's coefficient). */
export const likenessMin = 0.72;

/**
 * How alike two matters are, 0 to 1 (Dice): 0 below {@link likenessMin}, and where each names something that the other does
 * not ("tại xã Sóc Sơn" and "tại xã Đông Anh": the words around are a form, the names are the matter).
 */
export function likenessOf(a: MatterPrint, b: MatterPrint): number {
  const sum = a.pairs.length + b.pairs.length;
  if (sum === 0 || 2 * Math.min(a.pairs.length, b.pairs.length) < likenessMin * sum) return 0;
  const likeness = (2 * shared(a.pairs, b.pairs)) / sum;
  if (likeness < likenessMin) return 0;
  const names = shared(a.names, b.names);
  return names < a.names.length && names < b.names.length ? 0 : likeness;
}

/**
 * The pairs by which a print has to be looked up and found: whatever is alike enough shares one of them, because the rest
 * alone is not enough in common (prefix filter, *Chaudhuri, Ganti, Kaushik 2006*).
 */
export function keysOf({ pairs }: MatterPrint): readonly number[] {
  const common = Math.ceil((pairs.length * likenessMin) / (2 - likenessMin));
  return pairs.slice(0, pairs.length - common + 1);
}

function shared(a: readonly number[], b: readonly number[]): number {
  let count = 0;
  let at = 0;
  for (const number of a) {
    while (at < b.length && (b[at] ?? 0) < number) at++;
    if (b[at] === number) count++;
  }
  return count;
}
