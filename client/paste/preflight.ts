import type { Directory } from "../../shared/model/directory.ts";
import type { Item } from "../../shared/model/item.ts";
import { type Overlap, otherItemOf } from "../../shared/model/overlap.ts";
import { createOverlapIndex } from "../../shared/rules/overlap-index.ts";

/** What the board knows of overlaps now. */
export type Known = {
  probe(candidate: Item): readonly Overlap[];
  of(id: string): readonly Overlap[];
};

type Question = {
  /** Items as they would be: new ones and changed ones. */
  readonly candidates: readonly Item[];
  /** Ids of items that would be called off. */
  readonly leaving: ReadonlySet<string>;
  readonly directory: Directory;
  readonly known: Known;
};

/**
 * The overlaps that would come about, by item: with what stands on the board, and among the pasted items themselves. One
 * that is there already is not counted, nor one with an item that would be called off.
 */
export function newOverlaps({ candidates, leaving, directory, known }: Question): Map<string, readonly Overlap[]> {
  const ids = new Set(candidates.map(({ id }) => id));
  const among = createOverlapIndex(directory);
  among.build(candidates);
  return new Map(
    candidates.map((item) => {
      const existing = new Set(known.of(item.id).map(({ key }) => key));
      const withBoard = known.probe(item).filter((overlap) => {
        const other = otherItemOf(overlap, item.id);
        // Another pasted item may stand elsewhere by then: those two are judged among the pasted ones.
        return other !== null && !ids.has(other) && !leaving.has(other);
      });
      return [item.id, [...withBoard, ...among.of(item.id)].filter(({ key }) => !existing.has(key))];
    }),
  );
}

/** Every overlap of a map by item, once. */
export function distinctOverlaps(byItem: ReadonlyMap<string, readonly Overlap[]>): Overlap[] {
  return [...new Map([...byItem.values()].flat().map((overlap) => [overlap.key, overlap])).values()];
}
