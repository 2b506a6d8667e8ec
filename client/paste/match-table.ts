import type { Directory } from "../../shared/model/directory.ts";
import type { PartyRef } from "../../shared/model/ref.ts";
import { createDirectoryIndex } from "../../shared/rules/directory-index.ts";
import { createMatcher, type Match, type Matcher } from "../../shared/text/directory-match.ts";

/** Answers of a matcher, kept; plain data, so that a worker can hand them over. */
export type MatchTable = {
  readonly parties: Map<string, Match<PartyRef>>;
  readonly rooms: Map<string, Match<string>>;
};

export function emptyTable(): MatchTable {
  return { parties: new Map(), rooms: new Map() };
}

/**
 * A matcher that asks everything once and keeps the answer in `table`. Looking a long name up takes tens of milliseconds,
 * and a schedule prints the same names on every line. Days between which no post changes hands are one day to it.
 */
export function createTableMatcher(directory: Directory, table: MatchTable): Matcher {
  const index = createDirectoryIndex(directory);
  let matcher: Matcher | null = null;
  const ask = () => (matcher ??= createMatcher(directory));
  return {
    party(words, hint = {}) {
      const key = `${hint.office ?? ""} ${hint.day === undefined ? "" : index.eraOf(hint.day)} ${words}`;
      const match = table.parties.get(key) ?? ask().party(words, hint);
      table.parties.set(key, match);
      return match;
    },
    room(words) {
      const match = table.rooms.get(words) ?? ask().room(words);
      table.rooms.set(words, match);
      return match;
    },
  };
}
