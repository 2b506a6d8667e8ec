/** The column that names leaders: several in a cell, "(Chủ trì)" beside one of them, or "Chủ trì: …; Dự: …". */
import { isPersonAt, splitActors } from "./actors.ts";
import { breaksWithin, type Scope, skipMarks, trimmed, wordsAt } from "./scope.ts";
import { partsOf } from "./sentence.ts";
import type { Span, Words } from "./span.ts";

export interface LeadersCell {
  /** Said to chair. */
  readonly chair: readonly Words[];
  /** Said to attend. */
  readonly attending: readonly Words[];
  /** Named without saying which. */
  readonly open: readonly Words[];
}

/** Reads the whole scope as such a cell. */
export function readLeadersCell(scope: Scope): LeadersCell {
  const cell = { chair: [] as Words[], attending: [] as Words[], open: [] as Words[] };
  for (const part of personParts(scope)) {
    const inner = trimmed(scope, part);
    const label = /^(?:(chủ trì)|(?:cùng |tham )?dự)\s?:\s?/u.exec(scope.low.slice(inner.from, inner.to));
    const from = inner.from + (label?.[0].length ?? 0);
    const listed = label ? (label[1] ? cell.chair : cell.attending) : null;
    for (const { words, span } of splitActors(scope, { from, to: inner.to })) {
      const role = /\s*[(-]?\s*(?:(chủ trì)|(?:tham |cùng )?dự(?: họp)?)\s*\)?$/iu.exec(words);
      const name = role ? words.slice(0, role.index) : words;
      const list = role ? (role[1] ? cell.chair : cell.attending) : listed;
      if (name !== "") (list ?? cell.open).push({ words: name, span });
    }
  }
  return cell;
}

/** Paragraphs of the cell that begin another person, and parts at ";". */
function personParts(scope: Scope): Span[] {
  return partsOf(scope, { from: 0, to: scope.low.length }).flatMap(({ from, to }) => {
    const parts: Span[] = [];
    let start = from;
    for (const at of breaksWithin(scope, { from: start + 1, to })) {
      if (!isPersonAt(scope, skipMarks(scope, at))) continue;
      parts.push({ from: start, to: at });
      start = at;
    }
    return [...parts, { from: start, to }].filter((part) => wordsAt(scope, part) !== null);
  });
}
