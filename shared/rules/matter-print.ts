/**
 * What an item is about, made comparable: the syllables of its title without marks, abbreviations written out, openers
 * ("Họp nghe báo cáo về…") and small words left out; then every two neighbours as one number. Two titles are alike as far
 * as they share such pairs. One pass over the letters and no text in between: a year of 10,000 titles is read in the time
 * of a blink.
 */
import { fold } from "../kit/fold.ts";
import { mix } from "./hash.ts";
import { plainAbbreviations } from "./plain-abbreviations.ts";

/**
 * The numbers of a title, packed into a text: how many pairs; a bit for each pair in two words (two pairs may share one); each
 * pair of neighbouring syllables, sorted and each once; each name or figure among the syllables likewise. A number takes two
 * units. As lists of numbers the same took 280 bytes a title instead of 90, a fifth of all that was kept of an item.
 */
export type MatterPrint = string;

/** A title too short to tell one matter from another. */
export const noMatter: MatterPrint = "";

/** Fewer pairs than these say too little: "Giao ban tuần" is a hundred meetings. */
const pairsMin = 3;
const letterMax = 0x1f00;

/**
 * What is to be known of each letter of Vietnamese and its neighbours, by its code. Made at the first title: a page that
 * opens has better things to do first.
 */
type Letters = {
  /** Its folded form as a code, 0 for what parts two words. */
  readonly folded: Uint16Array;
  /** 1 for those that begin a name: capitals, and figures. */
  readonly capitals: Uint8Array;
};

let lettersMade: Letters | null = null;

function letters(): Letters {
  lettersMade ??= { folded: letterTable(), capitals: capitalTable() };
  return lettersMade;
}

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
      let hash = hashBegin;
      for (let at = 0; at < word.length; at++) hash = step(hash, word.charCodeAt(at));
      return hash & mask;
    });
}

const hashBegin = 7;

function step(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
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

/** A mark for each of {@link writtenOut}, {@link smallWords} and {@link openers}: two of three syllables need no further look. */
const special = new Uint8Array(1 << 12);
for (const hash of [...writtenOut.keys(), ...smallWords, ...openers]) special[hash % special.length] = 1;

/** Numbers of the title that is being read. One room for all: new lists for each were 300 bytes of rubbish a title. */
const [core, names, pairs, sortedNames] = [newRoom(), newRoom(), newRoom(), newRoom()];

type Room = { readonly numbers: number[]; count: number };

function newRoom(): Room {
  return { numbers: [], count: 0 };
}

function put(room: Room, number: number): void {
  room.numbers[room.count++] = number;
}

/** The print of a title; {@link noMatter} when there is too little in it. */
export function matterPrintOf(title: string): MatterPrint {
  const { folded, capitals } = letters();
  core.count = names.count = 0;
  let hash = hashBegin;
  let start = -1;
  let isFirst = true;
  for (let at = 0; at <= title.length; at++) {
    const code = at < title.length ? title.charCodeAt(at) : 0;
    const letter = code < letterMax ? (folded[code] ?? 0) : 0;
    if (letter !== 0) {
      if (start < 0) start = at;
      hash = step(hash, letter);
    } else if (start >= 0 && (code < 0x300 || code > 0x36f)) {
      // A mark that stands by itself belongs to the letter before it; all else parts words.
      addWord(hash & mask, capitals[title.charCodeAt(start)] === 1 && !isFirst);
      hash = hashBegin;
      start = -1;
      isFirst = false;
    }
  }
  return packed();
}

function addWord(hash: number, isNamed: boolean): void {
  if (special[hash % special.length] === 0) {
    addSyllable(hash, isNamed);
    return;
  }
  const inFull = writtenOut.get(hash);
  if (inFull) for (const syllable of inFull) addTelling(syllable, isNamed);
  else addTelling(hash, isNamed);
}

/** Unless it says nothing. */
function addTelling(syllable: number, isNamed: boolean): void {
  if (smallWords.has(syllable) || (core.count === 0 && openers.has(syllable))) return;
  addSyllable(syllable, isNamed);
}

function addSyllable(syllable: number, isNamed: boolean): void {
  put(core, syllable);
  if (isNamed) put(names, syllable);
}

function packed(): MatterPrint {
  pairs.count = sortedNames.count = 0;
  for (let at = 1; at < core.count; at++) {
    const [one, two] = [core.numbers[at - 1] ?? 0, core.numbers[at] ?? 0];
    insert(pairs, (Math.imul(one, 0x9e3779b1) ^ Math.imul(two, 0x85ebca6b)) & mask);
  }
  if (pairs.count < pairsMin) return noMatter;
  for (let at = 0; at < names.count; at++) insert(sortedNames, names.numbers[at] ?? 0);
  const namesFrom = pairsFrom + 2 * pairs.count;
  const units = unitsOf(namesFrom + 2 * sortedNames.count);
  units[0] = pairs.count;
  packBits(units);
  pack(units, pairsFrom, pairs);
  pack(units, namesFrom, sortedNames);
  return String.fromCharCode(...units);
}

/** A list to fill for every length there is: a new one for every title was another 300 bytes. */
const unitsByLength: number[][] = [];

function unitsOf(length: number): number[] {
  return (unitsByLength[length] ??= Array.from({ length }, () => 0));
}

/** Into its place, each number once. By insertion: a title has a dozen, and most come behind half of those before. */
function insert(sorted: Room, number: number): void {
  const { numbers } = sorted;
  let at = sorted.count;
  while (at > 0 && (numbers[at - 1] ?? 0) > number) at--;
  if (at > 0 && numbers[at - 1] === number) return;
  for (let to = sorted.count; to > at; to--) numbers[to] = numbers[to - 1] ?? 0;
  numbers[at] = number;
  sorted.count += 1;
}

/** Where the bits begin, and the pairs behind them. */
const bitsFrom = 1;
const pairsFrom = 5;
const halfBits = 15;
const half = (1 << halfBits) - 1;

function packBits(units: number[]): void {
  let low = 0;
  let high = 0;
  for (let at = 0; at < pairs.count; at++) {
    const pair = pairs.numbers[at] ?? 0;
    if ((pair & 32) === 0) low |= 1 << (pair & 31);
    else high |= 1 << (pair & 31);
  }
  units[bitsFrom] = low & 0xffff;
  units[bitsFrom + 1] = low >>> 16;
  units[bitsFrom + 2] = high & 0xffff;
  units[bitsFrom + 3] = high >>> 16;
}

function pack(units: number[], from: number, { numbers, count }: Room): void {
  for (let at = 0; at < count; at++) {
    const number = numbers[at] ?? 0;
    units[from + 2 * at] = number & half;
    units[from + 2 * at + 1] = number >>> halfBits;
  }
}

/** A part of a print: its numbers from one unit up to another. */
type Numbers = { readonly print: MatterPrint; readonly from: number; readonly to: number };

function pairsIn(print: MatterPrint): Numbers {
  return { print, from: pairsFrom, to: pairsFrom + 2 * pairCount(print) };
}

function namesIn(print: MatterPrint): Numbers {
  return { print, from: pairsFrom + 2 * pairCount(print), to: print.length };
}

function pairCount(print: MatterPrint): number {
  return print === noMatter ? 0 : print.charCodeAt(0);
}

function numberAt(print: MatterPrint, at: number): number {
  return print.charCodeAt(at) | (print.charCodeAt(at + 1) << halfBits);
}

/** A number for what a title is about, for telling changes apart. */
export function matterHashOf(print: MatterPrint): number {
  const { from, to } = pairsIn(print);
  let hash = pairCount(print);
  for (let at = from; at < to; at += 2) hash = mix(hash, numberAt(print, at));
  return hash;
}

/** How alike two titles must be to be told at all, as the share of pairs they have in common (Dice's coefficient). */
export const likenessMinPercent = 72;
const likenessMin = likenessMinPercent / 100;

/**
 * How alike two matters are, 0 to 1 (Dice): 0 below {@link likenessMinPercent}, and where each names something that the other does
 * not ("tại xã Sóc Sơn" and "tại xã Đông Anh": the words around are a form, the names are the matter).
 */
export function likenessOf(a: MatterPrint, b: MatterPrint): number {
  const [ofA, ofB] = [pairCount(a), pairCount(b)];
  const sum = ofA + ofB;
  if (sum === 0 || 2 * Math.min(ofA, ofB) < likenessMin * sum) return 0;
  // The names first: they are few, and most of what looks alike is one form about another place or year.
  const [namesOfA, namesOfB] = [namesIn(a), namesIn(b)];
  const common = shared(namesOfA, namesOfB);
  if (common < countOf(namesOfA) && common < countOf(namesOfB)) return 0;
  const likeness = (2 * shared(pairsIn(a), pairsIn(b))) / sum;
  return likeness < likenessMin ? 0 : likeness;
}

function countOf({ from, to }: Numbers): number {
  return (to - from) / 2;
}

/** How many numbers a print takes among others in a list: {@link addBits}. */
export const bitsEach = 3;

/** Lays the two words of bits of a print and how many pairs it has into a list. */
export function addBits(list: number[], print: MatterPrint): void {
  list.push(lowOf(print), highOf(print), pairCount(print));
}

function lowOf(print: MatterPrint): number {
  return print.charCodeAt(bitsFrom) | (print.charCodeAt(bitsFrom + 1) << 16);
}

function highOf(print: MatterPrint): number {
  return print.charCodeAt(bitsFrom + 2) | (print.charCodeAt(bitsFrom + 3) << 16);
}

/** The bits of a print, and the share of pairs that another must have in common with it. */
export type Wanted = {
  readonly low: number;
  readonly high: number;
  readonly size: number;
  readonly leastPercent: number;
};

/** What is at least so much alike to a print. */
export function alikeTo(print: MatterPrint, leastPercent: number): Wanted {
  return { low: lowOf(print), high: highOf(print), size: pairCount(print), leastPercent };
}

/**
 * The place of the first print of a list, from a place on, that may be alike enough; -1 when there is none. Told by the bits and
 * no walk over pairs: nearly all pairs of titles end here. What one has and the other has not is at least as many pairs as bits
 * in which they differ, so nothing alike is ever missed.
 */
export function nextAlike(wanted: Wanted, list: readonly number[], from: number): number {
  const { low, high, size, leastPercent } = wanted;
  for (let at = from * bitsEach; at < list.length; at += bitsEach) {
    const differing = bitCount(low ^ (list[at] ?? 0)) + bitCount(high ^ (list[at + 1] ?? 0));
    if (100 * differing <= (100 - leastPercent) * (size + (list[at + 2] ?? 0))) return at / bitsEach;
  }
  return -1;
}

function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many numbers two parts of prints have in common. */
function shared(a: Numbers, b: Numbers): number {
  let count = 0;
  let at = b.from;
  for (let from = a.from; from < a.to; from += 2) {
    const number = numberAt(a.print, from);
    while (at < b.to && numberAt(b.print, at) < number) at += 2;
    if (at < b.to && numberAt(b.print, at) === number) count++;
  }
  return count;
}
