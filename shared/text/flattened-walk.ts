/**
 * The most likely walk through the columns of a table, row after row (Viterbi's algorithm): each paragraph is scored against
 * each column, and a step that leaves a column out, stays in one or begins a row has its price. Time: paragraphs × columns².
 */
import type { ColumnKind } from "./columns.ts";

const skipCost = 1;

/** Leaving a cell in the middle of a sentence. */
const leanCost = 5;

/** A second paragraph of one cell: common in the matter and among people, rare for a place. */
function stayCost(column: ColumnKind | undefined): number {
  if (column?.kind === "clause" && column.clause === "venue") return 3;
  return column?.kind === "matter" || column?.kind === "day" ? 0.6 : 0.9;
}

/** One paragraph of the walk. */
export interface Step {
  /** Points for each column. */
  readonly fits: readonly number[];
  /** The paragraph goes on with the one before. */
  readonly leans: boolean;
}

/** The column of each paragraph on the walk with the most points; ties go to the column further left. */
export function likeliestWalk(steps: readonly Step[], columns: readonly ColumnKind[]): number[] {
  const width = columns.length;
  const from: Int8Array[] = [];
  let score = new Float64Array(width).map((_, column) => (steps[0]?.fits[column] ?? 0) - skipCost * column);
  for (const step of steps.slice(1)) {
    const best = bestSteps(score, step, columns);
    from.push(best.from);
    score = best.score;
  }
  return walkBack(score, from);
}

function bestSteps(score: Float64Array, { fits, leans }: Step, columns: readonly ColumnKind[]) {
  const width = columns.length;
  const next = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);
  const from = new Int8Array(width);
  for (let to = 0; to < width; to += 1) {
    for (let column = 0; column < width; column += 1) {
      const cost =
        to === column ? (leans ? 0 : stayCost(columns[to])) : stepCost(column, to, width) + (leans ? leanCost : 0);
      const points = (score[column] ?? 0) - cost + (fits[to] ?? 0);
      if (points <= (next[to] ?? 0)) continue;
      next[to] = points;
      from[to] = column;
    }
  }
  return { score: next, from };
}

function stepCost(column: number, to: number, width: number): number {
  if (to > column) return skipCost * (to - column - 1);
  return skipCost * (width - 1 - column) * 0.6 + skipCost * to * 0.5;
}

function walkBack(score: Float64Array, from: readonly Int8Array[]): number[] {
  let column = score.indexOf(Math.max(...score));
  const walk = [column];
  for (const back of from.toReversed()) {
    column = back[column] ?? 0;
    walk.push(column);
  }
  return walk.reverse();
}
