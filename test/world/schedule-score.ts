/** Scores what the reader makes of a schedule against the result made by hand, item by item and field by field. */
import { tidySpaces } from "../../shared/kit/fold.ts";
import type { ReadItem } from "../../shared/text/read-item.ts";

/**
 * A result made by hand, see `test/schedules/README.md`; fields in `ambiguous` are not scored. An `optional` item may be
 * read or left out (a day off in a list of receptions): nothing of it is scored.
 */
export type ExpectedItem = Omit<ReadItem, "spans"> & {
  readonly ambiguous?: readonly string[];
  readonly optional?: true;
};

/** Where and when: without these an item is not found. */
const placing = ["date", "start", "session"] as const;
const telling = ["line", "end", "title", "chair", "participants", "location", "preparing"] as const;
const seldom = ["support", "ref", "assembly", "proxy", "kind", "series", "item"] as const;
const scored = [...placing, ...telling, ...seldom] as const;
export type ScoredField = (typeof scored)[number];

export interface Tally {
  readonly right: number;
  readonly all: number;
}

export interface ScheduleScore {
  /** Date, start and session of all expected items; those of a missing item are wrong. */
  readonly placed: Tally;
  /** Everything else of the items that were found, and of those that were not. */
  readonly told: Tally;
  readonly byField: ReadonlyMap<ScoredField, Tally>;
  /** Items read that nobody expected. */
  readonly extra: readonly ReadItem[];
  /** One line for each wrong field or missing item, ready to print. */
  readonly wrongs: readonly string[];
}

/** Pairs each expected item with the read one most like it and counts its fields. */
export function scoreSchedule(expected: readonly ExpectedItem[], items: readonly ReadItem[]): ScheduleScore {
  const left = [...items];
  const counts = new Map<ScoredField, Tally>();
  const wrongs: string[] = [];
  for (const wanted of expected) {
    const found = takeMostAlike(wanted, left);
    if (wanted.optional) continue;
    if (!found) wrongs.push(`${wanted.line}: missing ${JSON.stringify(wanted.title)}`);
    for (const field of fieldsOf(wanted)) {
      const isRight = found !== undefined && sameText(wanted[field]) === sameText(found[field]);
      const { right, all } = counts.get(field) ?? { right: 0, all: 0 };
      counts.set(field, { right: right + (isRight ? 1 : 0), all: all + 1 });
      if (found && !isRight)
        wrongs.push(`${wanted.line}: ${field} ${sameText(wanted[field])} read ${sameText(found[field])}`);
    }
  }
  const sum = (fields: readonly ScoredField[]) => addUp(fields.map((field) => counts.get(field)));
  return { placed: sum(placing), told: sum([...telling, ...seldom]), byField: counts, extra: left, wrongs };
}

/** The share that is right, from 0 to 1; 1 of nothing. */
export function shareOf({ right, all }: Tally): number {
  return all === 0 ? 1 : right / all;
}

/** A field that is rare and not expected is scored only by being absent where another item of the kind has it. */
function fieldsOf(wanted: ExpectedItem): readonly ScoredField[] {
  return scored.filter((field) => !wanted.ambiguous?.includes(field));
}

/** NFC, spaces collapsed, a missing field like an undefined one, as the conventions compare. */
function sameText(value: unknown): string {
  const tidy = (one: unknown): unknown => {
    if (typeof one === "string") return tidySpaces(one);
    return Array.isArray(one) ? one.map(tidy) : (one ?? null);
  };
  return JSON.stringify(tidy(value));
}

function takeMostAlike(wanted: ExpectedItem, left: ReadItem[]): ReadItem | undefined {
  const likeness = left.map((item) => likenessOf(wanted, item));
  const best = Math.max(0, ...likeness);
  if (best < 3) return undefined;
  return left.splice(likeness.indexOf(best), 1)[0];
}

function likenessOf(wanted: ExpectedItem, item: ReadItem): number {
  const isTitled = sameText(wanted.title).toLowerCase() === sameText(item.title).toLowerCase();
  const points: readonly (readonly [boolean, number])[] = [
    [wanted.line === item.line, 3],
    [wanted.line === item.line && wanted.item === item.item, 2],
    [Math.abs(wanted.line - item.line) <= 2, 1],
    [isTitled, 3],
    [wanted.date === item.date, 1],
    [wanted.start === item.start && wanted.session === item.session, 1],
  ];
  return points.reduce((sum, [holds, worth]) => sum + (holds ? worth : 0), 0);
}

function addUp(tallies: readonly (Tally | undefined)[]): Tally {
  return tallies.reduce<Tally>(
    (sum, tally) => ({ right: sum.right + (tally?.right ?? 0), all: sum.all + (tally?.all ?? 0) }),
    { right: 0, all: 0 },
  );
}
