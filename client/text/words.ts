import type { Accessor } from "solid-js";
import { type Language, language } from "./language.ts";

/** A text, or a text made from values. */
type Phrase = string | ((...values: never[]) => string);
type Phrases = { readonly [key: string]: Phrase | Phrases };

/** The same keys, any wording: a text where a text stands, the same values where values are taken. */
type Reworded<P> = {
  readonly [Key in keyof P]: P[Key] extends string
    ? string
    : P[Key] extends (...values: infer Values) => string
      ? (...values: Values) => string
      : Reworded<P[Key]>;
};

/** The words of one screen area in every language; a key forgotten in one of them does not compile. */
export type Words<P> = { readonly [L in Language]: Reworded<P> };

export function defineWords<const P extends Phrases>(vi: P, others: Omit<Words<P>, "vi">): Words<P> {
  // The Vietnamese words are the pattern itself: what they are, reworded, is what they are.
  return { vi: vi as unknown as Reworded<P>, ...others };
}

/** The words of an area in the current language, reactive. */
export function wordsOf<P>(words: Words<P>): Accessor<Reworded<P>> {
  return () => words[language()];
}
