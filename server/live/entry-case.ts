import * as Y from "yjs";
import type { RefusalReason } from "../../shared/protocol/refusal.ts";

/** A new item, and the item that holds the map or text it stands in. */
export type Write = { readonly item: Y.Item; readonly field: string; readonly holder: Y.Item };

/** A stretch of what is in the document and alive, to be deleted; `field` is null for a whole entry. */
export type Piece = {
  readonly item: Y.Item;
  readonly clock: number;
  readonly len: number;
  readonly field: string | null;
  readonly at: "entry" | "field" | "text" | "nowhere" | "unknown";
};

/** All that one update does to one entry. */
export type EntryCase = {
  readonly root: string;
  readonly entry: string;
  /** Maps that would be this entry. */
  readonly containers: Y.Item[];
  /** Values and texts put into fields. */
  readonly writes: Write[];
  /** Letters put into texts. */
  readonly runs: Write[];
  readonly pieces: Piece[];
};

/** What is decided about a part of a case. `told` goes to the sender; null when nothing is lost by it. */
export type Ruling = {
  readonly items: readonly Y.Item[];
  readonly pieces: readonly Piece[];
  readonly told: { readonly why: RefusalReason; readonly field: string | null; readonly value: string | null } | null;
};

/** The single value an item carries; undefined when it carries none, or several. */
export function singleValue({ content }: Y.Item): unknown {
  return content instanceof Y.ContentAny && content.arr.length === 1 ? content.arr[0] : undefined;
}

export function isText({ content }: Y.Item): boolean {
  return content instanceof Y.ContentType && content.type instanceof Y.Text;
}

/** The letters an item carries. */
export function lettersOf({ content }: Y.Item): string {
  return content instanceof Y.ContentString ? content.str : "";
}

/** What was to be written, as the sender may copy it. */
export function wordsOf(items: readonly Y.Item[]): string | null {
  const letters = items.map(lettersOf).join("");
  if (letters !== "") return letters;
  const values = items.map(singleValue).filter((value) => value !== undefined);
  return values.length === 0 ? null : JSON.stringify(values.at(-1));
}
