import { type TextEdit, textEdit } from "../../shared/document/text-edit.ts";

/** A text with the place of the caret in it. */
export type TextWithCaret = { readonly text: string; readonly caret: number };

/**
 * Where a caret stands after somebody else's edit: before it, it stays; behind it, it moves along; inside what was
 * replaced, it keeps its distance as far as the new text goes. What is inserted exactly at the caret comes behind it, so
 * that two who type at one place do not push each other.
 */
export function caretThrough(edit: TextEdit, caret: number): number {
  if (caret <= edit.at) return caret;
  if (caret >= edit.at + edit.remove) return caret + edit.insert.length - edit.remove;
  return edit.at + Math.min(caret - edit.at, edit.insert.length);
}

type Versions = {
  /** What both began from. */
  readonly base: string;
  /** What stands in the field now, with the caret of the person. */
  readonly mine: TextWithCaret;
  /** What stands in the document now. */
  readonly theirs: string;
};

/**
 * One person's typing brought onto a text that somebody else has changed meanwhile (while a Vietnamese syllable was being
 * composed, nothing may be written or shown): both survive.
 */
export function rebaseText({ base, mine, theirs }: Versions): TextWithCaret {
  if (base === theirs || mine.text === theirs) return mine;
  const own = textEdit(base, mine.text, mine.caret);
  const other = textEdit(base, theirs);
  const ownEnd = own.at + own.remove;
  const otherEnd = other.at + other.remove;
  const shift = other.insert.length - other.remove;
  const at = own.at <= other.at ? own.at : own.at >= otherEnd ? own.at + shift : other.at;
  // Of what is taken away here, only what the other has left standing; what the other has put inside stays.
  const takenBefore = Math.max(0, Math.min(ownEnd, other.at) - own.at);
  const firstBehind = Math.max(own.at, otherEnd);
  const takenBehind = Math.max(0, ownEnd - firstBehind);
  const keptFrom = at + takenBefore;
  const keptTo = takenBehind > 0 ? firstBehind + shift : keptFrom;
  const fromEnd = own.at + own.insert.length - mine.caret;
  const text = theirs.slice(0, at) + own.insert + theirs.slice(keptFrom, keptTo) + theirs.slice(keptTo + takenBehind);
  return { text, caret: Math.max(0, at + own.insert.length - fromEnd) };
}
