/** A stretch of text in UTF-16 units: `from` inside, `to` outside. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Words taken from a text, spaces collapsed and NFC, with the stretch of the original text they came from. */
export interface Words {
  readonly words: string;
  readonly span: Span;
}

/** True where the two stretches share at least one unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}
