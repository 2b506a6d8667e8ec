import type { Doubt, ReadField, ReadItem } from "../../shared/text/read-item.ts";
import type { Span } from "../../shared/text/span.ts";
import type { DraftField } from "../reading/item-draft.ts";
import { shownIn } from "./doubted-fields.ts";

/** A stretch of one line of the source. `field`: what was read from it; null for words nothing was read from. */
export type TintedPiece = { readonly text: string; readonly field: DraftField | "other" | null };

export type SourceLine = {
  /** 1-based, as the reader counts. */
  readonly number: number;
  readonly pieces: readonly TintedPiece[];
  readonly doubts: readonly Doubt[];
};

/** A stretch of the source and the rows read from it: the two sides of one strip of the preview. */
export type SourceBlock = { readonly lines: readonly SourceLine[]; readonly rows: readonly number[] };

/**
 * Cuts the source into strips: each begins at a line from which items were read (`rows` are their places in the reading)
 * and runs to the next such line. What stands above the first item makes a strip without rows. Blank lines at the ends of
 * a strip are dropped.
 */
export function tintSource(source: string, items: readonly ReadItem[], doubts: readonly Doubt[]): SourceBlock[] {
  const lines = linesOf(source);
  const marks = marksOf(items);
  const doubtsByLine = Map.groupBy(doubts, ({ line }) => line);
  const rowsByLine = Map.groupBy(items.keys(), (at) => items[at]?.line ?? 0);
  const blocks: { lines: SourceLine[]; rows: readonly number[] }[] = [];
  let from = 0;
  for (const [index, span] of lines.entries()) {
    const number = index + 1;
    const rows = rowsByLine.get(number);
    if (rows || blocks.length === 0) blocks.push({ lines: [], rows: rows ?? [] });
    while ((marks[from]?.to ?? Number.POSITIVE_INFINITY) <= span.from) from++;
    const pieces = piecesOf(source, span, marks, from);
    blocks.at(-1)?.lines.push({ number, pieces, doubts: doubtsByLine.get(number) ?? [] });
  }
  return blocks.map(trimBlock).filter(({ lines: own, rows }) => own.length > 0 || rows.length > 0);
}

type Mark = Span & { readonly field: DraftField | "other" };

/** Stretches that were read, in order and never one over another: where two fields share words the first one has them. */
function marksOf(items: readonly ReadItem[]): Mark[] {
  const all = items.flatMap((item) =>
    (Object.entries(item.spans) as [ReadField, readonly Span[]][]).flatMap(([field, spans]) =>
      spans.map(({ from, to }) => ({ from, to, field: shownIn[field] ?? ("other" as const) })),
    ),
  );
  all.sort((a, b) => a.from - b.from || a.to - b.to);
  const marks: Mark[] = [];
  for (const mark of all) {
    const from = Math.max(mark.from, marks.at(-1)?.to ?? 0);
    if (from < mark.to) marks.push({ ...mark, from });
  }
  return marks;
}

function piecesOf(source: string, line: Span, marks: readonly Mark[], first: number): TintedPiece[] {
  const pieces: TintedPiece[] = [];
  const put = (span: Span, field: TintedPiece["field"]) => {
    if (span.from < span.to) pieces.push({ text: source.slice(span.from, span.to), field });
  };
  let at = line.from;
  for (let index = first; ; index++) {
    const mark = marks[index];
    if (!mark || mark.from >= line.to) break;
    put({ from: at, to: Math.max(at, mark.from) }, null);
    put({ from: Math.max(at, mark.from), to: Math.min(mark.to, line.to) }, mark.field);
    at = Math.max(at, Math.min(mark.to, line.to));
  }
  put({ from: at, to: line.to }, null);
  return pieces;
}

/** Lines as the reader counts them: "\n", "\r\n", a lone "\r", and the line signs of Unicode. */
function linesOf(source: string): Span[] {
  const lines: Span[] = [];
  let from = 0;
  for (const { index, 0: end } of source.matchAll(/\r\n|[\n\r\v\u2028\u2029]/g)) {
    lines.push({ from, to: index });
    from = index + end.length;
  }
  return [...lines, { from, to: source.length }];
}

function trimBlock({ lines, rows }: SourceBlock): SourceBlock {
  const hasWords = ({ pieces }: SourceLine) => pieces.some(({ text }) => text.trim() !== "");
  return { lines: lines.slice(0, lines.findLastIndex(hasWords) + 1).filter(hasWords), rows };
}
