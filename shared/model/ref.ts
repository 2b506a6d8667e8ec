import * as v from "valibot";

/**
 * Who or what can take part (DESIGN §2 "party"), as one string: kind, colon, id. `text:` is a party written in words
 * that the directory does not know (yet): it is kept as typed, marked on the board, and never guessed.
 */
export const partyKinds = ["person", "post", "body", "unit", "group", "text"] as const;

export type PartyKind = (typeof partyKinds)[number];

export type PartyRef = `${PartyKind}:${string}`;

/** Half a surrogate pair is no text: UTF-8 cannot carry it, so it would arrive as another ref than was sent. */
const shape = /^(?:(?:person|post|body|unit|group):[\w-]{1,64}|text:[^\p{Cc}\p{Cs}]{1,300})$/u;

/** A {@link PartyRef}. An id that {@link isSafeKey} refuses makes none; words become no key, so they may say anything. */
export const partyRefSchema = v.custom<PartyRef>(
  (input) =>
    typeof input === "string" &&
    shape.test(input) &&
    (input.startsWith("text:") || isSafeKey(partyIdOf(input as PartyRef))),
);

/** Ids of directory entries and items: letters, digits, `_`, `-`; at most 64; see {@link isSafeKey}. */
export const idSchema = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/), v.check(isSafeKey));

/** Ids that would name something of a JavaScript object are refused wherever ids become keys. */
export function isSafeKey(key: string): boolean {
  return key !== "__proto__" && key !== "constructor" && key !== "prototype";
}

export function partyKindOf(ref: PartyRef): PartyKind {
  return ref.slice(0, ref.indexOf(":")) as PartyKind;
}

/** What stands after the colon: the id of the entry, or the words of a `text:` party. */
export function partyIdOf(ref: PartyRef): string {
  return ref.slice(ref.indexOf(":") + 1);
}

/** Words as the ref of a party the directory does not know: without what no text may hold, at most 300 long; null for none. */
export function wordsToRef(words: string): `text:${string}` | null {
  const tidy = words
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cs}]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  return tidy === "" ? null : `text:${[...tidy].slice(0, 300).join("")}`;
}
