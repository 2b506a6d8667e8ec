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
  /** A bit for every pair, in two words; two pairs may share one. */
  readonly low: number;
  readonly high: number;
};

/** A title too short to tell one matter from another. */
export const noMatter: MatterPrint = { pairs: [], names: [], low: 0, high: 0 };

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

/** Letters that begin a name: capitals, and figures. */
const capitals = capitalTable();

function capitalTable(): Uint8Array {
  const table = new Uint8Array(letterMax);
  for (let code = 0; code < letterMax; code++) table[code] = /[\p{Lu}\p{Nd}]/u.test(String.fromCharCode(code)) ? 1 : 0;
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
      isNamed = capitals[code] === 1;
    }
    hash = step(hash, letter);
  }
  finish();
  const pairs = pairsOf(core);
  return pairs.length < pairsMin ? noMatter : printed(pairs, distinct(names));
}

function printed(pairs: readonly number[], names: readonly number[]): MatterPrint {
  let low = 0;
  let high = 0;
  for (const pair of pairs) {
    if ((pair & 32) === 0) low |= 1 << (pair & 31);
    else high |= 1 << (pair & 31);
  }
  return { pairs, names, low, high };
}

function add(core: number[], names: number[], { hash, isNamed }: { hash: number; isNamed: boolean }): void {
  const syllables = writtenOut.get(hash) ?? [hash];
  for (const syllable of syllables) {
    if (smallWords.has(syllable) || (core.length === 0 && openers.has(syllable))) continue;
    core.push(syllable);
    if (isNamed) names.push(syllable);
  }
}

const nothing: readonly number[] = [];

function pairsOf(core: readonly number[]): readonly number[] {
  const pairs: number[] = [];
  for (let at = 1; at < core.length; at++) {
    pairs.push((Math.imul(core[at - 1] ?? 0, 0x9e3779b1) ^ Math.imul(core[at] ?? 0, 0x85ebca6b)) & mask);
  }
  return distinct(pairs);
}

/** Sorted, each once. By insertion: a title has a dozen, and most come behind half of those before. */
function distinct(numbers: readonly number[]): readonly number[] {
  if (numbers.length === 0) return nothing;
  const sorted: number[] = [];
  for (const number of numbers) insert(sorted, number);
  // A copy is no longer than it has to be; a list that grew keeps room for more, and there are thousands of them.
  return sorted.slice();
}

function insert(sorted: number[], number: number): void {
  let at = sorted.length;
  while (at > 0 && (sorted[at - 1] ?? 0) > number) at--;
  if (at > 0 && sorted[at - 1] === number) return;
  sorted.push(number);
  for (let to = sorted.length - 1; to > at; to--) sorted[to] = sorted[to - 1] ?? 0;
  sorted[at] = number;
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

/** A print as three whole numbers that can lie in a plain list beside thousands of others: its bits and its size. */
export function printBits({ low, high, pairs }: MatterPrint): readonly [low: number, high: number, size: number] {
  return [low, high, pairs.length];
}

/**
 * False when a print cannot be `least` alike to the one whose bits lie in a list at a place, told by their bits and no walk
 * over the pairs: nearly all pairs of titles end here. What one has and the other has not is at least as many pairs as bits
 * in which they differ, so nothing alike is ever missed.
 */
export function mayBeAlike(
  own: readonly [number, number, number],
  bits: readonly number[],
  at: number,
  least: number,
): boolean {
  const differing = (1 - least) * (own[2] + (bits[at + 2] ?? 0)) + tolerance;
  const half = bitCount(own[0] ^ (bits[at] ?? 0));
  return half <= differing && half + bitCount(own[1] ^ (bits[at + 1] ?? 0)) <= differing;
}

/** Shares are no whole numbers: what is alike by a hair must not fall to rounding. */
const tolerance = 1e-9;

function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24) | 0;
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
