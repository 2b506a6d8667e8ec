import {
  type Certainty,
  certainties,
  type Overlap,
  type OverlapDetail,
  type Severity,
  severities,
} from "../model/overlap.ts";

/**
 * Whether two lists tell the same. The fingerprint says whether the overlap itself is the same; who should give way, whether
 * a proxy may come and what the sentence names can change without it.
 */
export function areSame(a: readonly Overlap[], b: readonly Overlap[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (const [at, overlap] of a.entries()) {
    const other = b[at];
    if (other === undefined || !isSame(overlap, other)) return false;
  }
  return true;
}

function isSame(a: Overlap, b: Overlap): boolean {
  if (a === b) return true;
  return (
    a.key === b.key &&
    a.fingerprint === b.fingerprint &&
    a.severity === b.severity &&
    a.noProxy.a === b.noProxy.a &&
    a.noProxy.b === b.noProxy.b &&
    isSameYield(a.yields, b.yields) &&
    isSameDetail(a.detail, b.detail)
  );
}

function isSameYield(a: Overlap["yields"], b: Overlap["yields"]): boolean {
  if (a === b || a === null || b === null) return a === b;
  return a.side === b.side && a.why === b.why && a.over?.join() === b.over?.join();
}

function isSameDetail(a: OverlapDetail | null, b: OverlapDetail | null): boolean {
  return a === b || (a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b));
}

const severityRank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };
const certaintyRank: Readonly<Record<Certainty, number>> = { certain: 0, probable: 1, possible: 2 };

/** Worst first, then surest, then by key: one order on every screen. */
export function byWeight(a: Overlap, b: Overlap): number {
  return (
    severityRank[a.severity] - severityRank[b.severity] ||
    certaintyRank[a.certainty] - certaintyRank[b.certainty] ||
    (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
  );
}

/** How many overlaps there are, by certainty and by severity. */
export type OverlapCounts = Readonly<Record<Certainty | Severity, number>>;

/** Counts that start at nothing; `add` counts overlaps in or out. */
export function createCounting() {
  const counts = Object.fromEntries([...certainties, ...severities].map((name) => [name, 0])) as Record<
    Certainty | Severity,
    number
  >;
  return {
    counts: (): OverlapCounts => ({ ...counts }),
    add(overlaps: Iterable<Overlap>, by: 1 | -1): void {
      for (const { certainty, severity } of overlaps) {
        counts[certainty] += by;
        counts[severity] += by;
      }
    },
    clear(): void {
      for (const name of [...certainties, ...severities]) counts[name] = 0;
    },
  };
}
