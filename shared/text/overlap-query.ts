import * as v from "valibot";
import { parseDay } from "../kit/day.ts";
import type { Directory } from "../model/directory.ts";
import type { Item } from "../model/item.ts";
import type { Certainty, Overlap, OverlapKind, Path, Severity, Side } from "../model/overlap.ts";
import { createDirectoryIndex, type DirectoryIndex } from "../rules/directory-index.ts";
import { createOverlapIndex } from "../rules/overlap-index.ts";
import { readDirectory } from "./lenient-directory.ts";
import {
  type ItemReaders,
  ownItem,
  type PrintedItem,
  partyLists,
  printedItemSchema,
  printedToItem,
} from "./lenient-item.ts";
import { overlapToWords } from "./overlap-words.ts";
import { partyName } from "./party-name.ts";
import { createPartyReader } from "./party-reader.ts";

/** How many items one question may hold; more is a load, not a question. */
export const queryItemsMax = 5_000;

/**
 * A question about overlaps from outside. Lenient on purpose: items may be items of ours or as a schedule prints them,
 * the directory may be partial, in other shapes or missing, unknown fields are ignored.
 */
export const overlapQuerySchema = v.object({
  items: v.pipe(v.array(v.unknown()), v.maxLength(queryItemsMax)),
  directory: v.optional(v.unknown()),
  language: v.optional(v.fallback(v.picklist(["vi", "en", "fr"]), "vi"), "vi"),
  /** The day notice is counted from (`YYYY-MM-DD`); without it only what was announced in writing is looked at. */
  today: v.optional(v.fallback(v.nullable(v.string()), null)),
});
export type OverlapQuery = v.InferInput<typeof overlapQuerySchema>;

/** Which item of the question: its place in the list, its own id, and what of it was given: line, rank, start. */
export type FoundSide = {
  readonly index: number;
  readonly item: string | number | null;
  readonly line: string | number | null;
  readonly start: string | null;
};

/** The way from an item to the resource, with the names a reader knows. */
export type FoundPath = Path & { readonly names: readonly string[] };

/** An overlap between two items of the list. Where one item clashes with a rule, `b` is that item once more. */
export type FoundOverlap = {
  readonly a: FoundSide;
  readonly b: FoundSide;
  readonly kind: OverlapKind;
  readonly certainty: Certainty;
  readonly severity: Severity;
  readonly resource: string;
  readonly resourceName: string;
  readonly path: { readonly a: FoundPath; readonly b: FoundPath };
  /** The sentence an officer would say, with the assumption it rests on. */
  readonly explanation: string;
  /** Which of the two should give way and why, in words; null where nothing tells. */
  readonly advice: string | null;
  readonly yields: "a" | "b" | null;
  readonly gapMinutes: number | null;
};

type Asked = { readonly item: Item; readonly side: FoundSide };

/**
 * The overlaps among the items of a question, by their places in the list. Stateless; answers the same for the same
 * question. Items that cannot be understood clash with nothing. Never throws on a question that passed the schema.
 */
export function findOverlaps(query: OverlapQuery): { readonly overlaps: readonly FoundOverlap[] } {
  const known = readDirectory(query.directory);
  const printed = query.items
    .map((input) => v.safeParse(printedItemSchema, input))
    .map((read) => (read.success ? read.output : null));
  const parties = createPartyReader(
    known,
    printed.flatMap((each) => (each ? partyLists(each) : [])),
  );
  const readers: ItemReaders = { parties, rooms: known.rooms, isMember: membershipOf(known) };
  const asked = new Map<string, Asked>();
  for (const [index, input] of query.items.entries()) {
    const id = `i${String(index).padStart(5, "0")}`;
    const item = toItem(input, printed[index] ?? null, { id, readers });
    if (item) asked.set(id, { item, side: sideOf(index, printed[index] ?? null) });
  }
  const directory = parties.directory();
  const overlaps = createOverlapIndex(directory, { today: parseDay(query.today ?? "") });
  overlaps.build([...asked.values()].map(({ item }) => item));
  const index = createDirectoryIndex(directory);
  const language = query.language === "en" || query.language === "fr" ? query.language : "vi";
  const found = [...overlaps.all()].sort((x, y) => (placeOf(x) < placeOf(y) ? -1 : 1));
  return { overlaps: found.map((overlap) => toFound(overlap, { asked, index, language })) };
}

function membershipOf(known: Directory): ItemReaders["isMember"] {
  const index = createDirectoryIndex(known);
  return ({ ref, body, day }) => {
    const leaves = new Set(index.expand(body, day).map(({ leaf }) => leaf));
    return index.expand(ref, day).some(({ leaf, conditional }) => !conditional && leaves.has(leaf));
  };
}

type Identity = { readonly id: string; readonly readers: ItemReaders };

function toItem(input: unknown, printed: PrintedItem | null, { id, readers }: Identity): Item | null {
  const own = ownItem(input, id);
  if (own) return own;
  return printed ? printedToItem(printed, id, readers) : null;
}

function sideOf(index: number, printed: PrintedItem | null): FoundSide {
  return {
    index,
    item: printed?.id ?? printed?.item ?? null,
    line: printed?.line ?? null,
    start: printed?.start ?? null,
  };
}

/** In the order of the list: by the first item, then the second, then what they clash over. */
function placeOf({ a, b, key }: Overlap): string {
  return `${a.item} ${b?.item ?? ""} ${key}`;
}

type Answer = {
  readonly asked: ReadonlyMap<string, Asked>;
  readonly index: DirectoryIndex;
  readonly language: "vi" | "en" | "fr";
};

function toFound(overlap: Overlap, { asked, index, language }: Answer): FoundOverlap {
  const context = { index, item: (id: string) => asked.get(id)?.item };
  const words = overlapToWords(overlap, context, language);
  const side = ({ item }: Side) => asked.get(item)?.side ?? { index: -1, item: null, line: null, start: null };
  const path = ({ path: way }: Side): FoundPath => ({ ...way, names: way.steps.map((ref) => partyName(ref, index)) });
  const assumption = words.assumption === null ? "" : ` (${words.assumption})`;
  return {
    a: side(overlap.a),
    b: side(overlap.b ?? overlap.a),
    kind: overlap.kind,
    certainty: overlap.certainty,
    severity: overlap.severity,
    resource: overlap.resource,
    resourceName: words.name,
    path: { a: path(overlap.a), b: path(overlap.b ?? overlap.a) },
    explanation: `${words.headline}. ${words.reason}${assumption}`,
    advice: words.advice,
    yields: overlap.yields?.side ?? null,
    gapMinutes: overlap.gapMin,
  };
}
