import { fold, tidySpaces } from "../../shared/kit/fold.ts";
import type { Item } from "../../shared/model/item.ts";
import type { PartyRef } from "../../shared/model/ref.ts";
import { isPlaced, sessionOf } from "../../shared/model/when.ts";
import { compareItems, type FieldChange, isOtherWordingOf, type Softness } from "./item-changes.ts";

/** An item of the pasted text beside what its words may also mean. */
export type PastedItem = { readonly key: string; readonly item: Item; readonly softness: Softness };

/** What became of one pasted item on the board. */
export type Verdict =
  | { readonly kind: "new" }
  | { readonly kind: "same"; readonly board: Item }
  | { readonly kind: "changed"; readonly board: Item; readonly changes: readonly FieldChange[] };

export type ScheduleDiff = {
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** On the board in the days the text covers, and not in the text. */
  readonly missing: readonly Item[];
};

/**
 * Finds for every pasted item its item on the board, one to one. `board` are the items of the same office in the days and
 * periods the text covers. Same number of invitation goes before same day, same day before moved; what fits best goes
 * first, and equal fits by the order of the text and then by id, so that the answer hangs on nothing else.
 */
export function diffSchedule(pasted: readonly PastedItem[], board: readonly Item[]): ScheduleDiff {
  const profiles = new Map<Item, Profile>(
    [...board, ...pasted.map(({ item }) => item)].map((item) => [item, profileOf(item)]),
  );
  const profile = (item: Item) => profiles.get(item) ?? profileOf(item);
  const partnerByKey = new Map<string, Item>();
  const taken = new Set<Item>();

  const pair = (candidates: readonly Pair[]) => {
    for (const { one, other } of candidates.toSorted(byFit)) {
      if (partnerByKey.has(one.key) || taken.has(other)) continue;
      partnerByKey.set(one.key, other);
      taken.add(other);
    }
  };
  const pairsOf = (fit: Fit, groups: (item: Item) => readonly string[]): Pair[] => {
    const free = board.filter((item) => !taken.has(item));
    const byGroup = groupBy(free, groups);
    return pasted.flatMap((one, rank) => {
      if (partnerByKey.has(one.key)) return [];
      const others = new Set(groups(one.item).flatMap((group) => byGroup.get(group) ?? []));
      return [...others].flatMap((other) => {
        const score = fit({ one, other, mine: profile(one.item), theirs: profile(other) });
        return score > 0 ? [{ one, other, score, rank }] : [];
      });
    });
  };

  pair(pairsOf(fitOfDay, (item) => dayGroups(item, profile(item))));
  pair(pairsOf(fitOfMoved, wordGroups(board, profile)));
  const verdicts = new Map(pasted.map((one) => [one.key, verdictOf(one, partnerByKey.get(one.key))]));
  return { verdicts, missing: board.filter((item) => !taken.has(item) && isExpected(item)) };
}

type Profile = {
  readonly words: ReadonlySet<string>;
  readonly parties: ReadonlySet<PartyRef>;
  readonly place: string;
  readonly number: string;
};
type Pair = { readonly one: PastedItem; readonly other: Item; readonly score: number; readonly rank: number };
type Meeting = { readonly one: PastedItem; readonly other: Item; readonly mine: Profile; readonly theirs: Profile };
/** How well two items fit, 0 where they are not the same. */
type Fit = (meeting: Meeting) => number;

/** Titles of one matter, reworded: half their words at the same hour, most of them on the same day or elsewhere. */
const likeAtHour = 0.5;
const likeOnDay = 0.6;
const likeMoved = 0.75;

/** On one day, or under one number: the same hour and a similar matter, or the same people in the same room at that hour. */
function fitOfDay({ one, other, mine, theirs }: Meeting): number {
  const like = likeness(mine.words, theirs.words);
  const parties = partyLikeness(mine, theirs, one.softness);
  const isAtHour = hourOf(one.item) === hourOf(other);
  const isOneNumber = mine.number !== "" && mine.number === theirs.number;
  if (isOneNumber) return 200 + like * 60 + parties * 20 + (isAtHour ? 15 : 0);
  // Of those who are just in the office, only the people tell one line from the other.
  if (isBackground(one.item) || isBackground(other))
    return one.item.kind === other.kind && isAtHour && parties > 0 ? like * 60 + parties * 40 : 0;
  const isOneSlot =
    isAtHour && parties === 1 && mine.parties.size > 0 && mine.place !== "" && mine.place === theirs.place;
  if (!isOneSlot && like < (isAtHour ? likeAtHour : likeOnDay)) return 0;
  return like * 60 + parties * 20 + (isAtHour ? 15 : 0) + (mine.place === theirs.place ? 5 : 0);
}

/** On another day, or out of those that waited for a day: only a matter that is nearly the same in words. */
function fitOfMoved({ one, other, mine, theirs }: Meeting): number {
  if (isBackground(one.item) || isBackground(other)) return 0;
  const like = likeness(mine.words, theirs.words);
  return like < likeMoved ? 0 : like * 60 + partyLikeness(mine, theirs, one.softness) * 20;
}

function verdictOf(one: PastedItem, board: Item | undefined): Verdict {
  if (!board) return { kind: "new" };
  const changes = compareItems(one.item, board, one.softness);
  return changes.length > 0 ? { kind: "changed", board, changes } : { kind: "same", board };
}

/** An item that was called off is rightly missing; so is one that waits for its day, and what was never a matter. */
function isExpected(item: Item): boolean {
  return isPlaced(item.when) && !isBackground(item) && !["cancelled", "refused", "postponed"].includes(item.status);
}

function isBackground({ kind }: Item): boolean {
  return kind === "office-work" || kind === "duty";
}

function byFit(a: Pair, b: Pair): number {
  return b.score - a.score || a.rank - b.rank || (a.other.id < b.other.id ? -1 : 1);
}

function profileOf(item: Item): Profile {
  return {
    words: new Set(fold(item.title).match(/[\p{L}\d]+/gu) ?? []),
    parties: new Set(Object.keys(item.parties) as PartyRef[]),
    place: item.venue?.room ?? fold(tidySpaces(item.venue?.text ?? "")),
    // "Giấy mời riêng" is no number: it stands on many items.
    number: item.ref !== undefined && /\d/.test(item.ref) ? fold(tidySpaces(item.ref)) : "",
  };
}

/** Dice's coefficient of two sets of words: 1 where they are equal. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 1;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return (2 * shared) / (a.size + b.size);
}

function partyLikeness(mine: Profile, theirs: Profile, softness: Softness): number {
  if (mine.parties.size + theirs.parties.size === 0) return 1;
  const shared = [...mine.parties].filter((ref) =>
    [...theirs.parties].some((other) => isOtherWordingOf(ref, other, softness)),
  );
  return Math.min(1, (2 * shared.length) / (mine.parties.size + theirs.parties.size));
}

function hourOf({ when }: Item): string {
  if (!isPlaced(when)) return "";
  return when.horizon === "time" ? String(when.startMin) : sessionOf(when);
}

function dayGroups(item: Item, { number }: Profile): readonly string[] {
  const day = isPlaced(item.when) ? item.when.day : item.when.period;
  return number === "" ? [day] : [day, `ref ${number}`];
}

/** A word that more items share than this tells none of them: a day has thirty meetings. */
const commonMin = 60;

/** The rarest words of a matter: two matters nearly alike share one of them. Keeps 5,000 × 5,000 items from being compared. */
function wordGroups(board: readonly Item[], profile: (item: Item) => Profile): (item: Item) => readonly string[] {
  const counts = new Map<string, number>();
  for (const item of board) for (const word of profile(item).words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const count = (word: string) => counts.get(word) ?? 0;
  return (item) => {
    const words = [...profile(item).words].toSorted((a, b) => count(a) - count(b) || (a < b ? -1 : 1));
    // With Dice ≥ 0.75 two sets of words share 0.6 of either at least; so, in one order, their first 0.4 and one more meet.
    const enough = words.slice(0, Math.ceil(words.length * 0.4) + 1);
    const telling = enough.filter((word) => count(word) <= commonMin);
    return telling.length > 0 ? telling : [words.join(" ")];
  };
}

function groupBy(items: readonly Item[], groups: (item: Item) => readonly string[]): Map<string, Item[]> {
  const byGroup = new Map<string, Item[]>();
  for (const item of items)
    for (const group of groups(item)) {
      const list = byGroup.get(group);
      if (list) list.push(item);
      else byGroup.set(group, [item]);
    }
  return byGroup;
}
