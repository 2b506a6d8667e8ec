import type { Line } from "../../shared/protocol/screen-feed.ts";
import { type Book, linesOf } from "./book.ts";

/** A line as it was before it changed; null where nothing was said, or the line was not there. */
export type Was = {
  readonly hour: string | null;
  readonly where: string | null;
  readonly who: string | null;
  readonly matter: string | null;
  readonly isNew: boolean;
};

/** More than this, and more than half of what is shown: it is another programme, not a change in one. */
const changesMax = 8;

/**
 * What became different between two views of the same book, by the key of the line. Another week, another mode, another step
 * of the session is no change: nothing flashes then. A long outage is one difference, not what happened one after another.
 */
export function changesBetween(before: Book | null, after: Book | null): ReadonlyMap<string, Was> {
  const found = new Map<string, Was>();
  if (!before || !after || before.key !== after.key) return found;
  const old = linesByKey(before);
  const now = linesByKey(after);
  for (const [key, line] of now) {
    const was = wasOf(old.get(key), line);
    if (was) found.set(key, was);
  }
  const isAnother = found.size > changesMax && found.size > now.size / 2;
  return isAnother ? new Map() : found;
}

function wasOf(before: Line | undefined, line: Line): Was | null {
  // The server compares what it knows of the whole document: a line that came from another day is told with its old hour.
  const told = line.was && line.was.atMs !== before?.was?.atMs ? line.was : null;
  if (!before) {
    const { hour = null, where = null, who = null } = told ?? {};
    return { hour, where, who, matter: null, isNew: told === null };
  }
  // What is withheld from now on is not said once more, least of all in yellow.
  if (line.isWithheld !== before.isWithheld) return null;
  const differs = (one: string | null, other: string | null) => (one === other ? null : one);
  const was: Was = {
    hour: told?.hour ?? differs(before.hour, line.hour),
    where: told?.where ?? differs(before.where, line.where),
    who: told?.who ?? differs(before.who, line.who),
    matter: differs(before.matter, line.matter),
    isNew: false,
  };
  const isChanged =
    told !== null ||
    before.hour !== line.hour ||
    before.where !== line.where ||
    before.who !== line.who ||
    before.matter !== line.matter ||
    before.status !== line.status;
  return isChanged ? was : null;
}

function linesByKey(book: Book): Map<string, Line> {
  const lines = book.sections.flatMap(({ head, blocks }) => [...(head?.sides ?? []), ...blocks.flatMap(linesOf)]);
  return new Map(lines.map((line) => [line.key, line]));
}
