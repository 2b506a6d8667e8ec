import { type Norm, type NormName, normDefaults, type Tuning } from "../../shared/model/board-rules.ts";
import type { Directory } from "../../shared/model/directory.ts";
import type { Certainty, OverlapKind } from "../../shared/model/overlap.ts";

/** Rules have a place of their own each: two officers who set the same one write to the same entry. */
export function normIdOf(norm: NormName): string {
  return `norm-${norm}`;
}

export function tuningIdOf(overlap: OverlapKind, certainty: Certainty | null): string {
  return `tune-${overlap}-${certainty ?? "all"}`;
}

/** All entries that say something about one norm; the first is the one that counts (of two, that with the lesser id). */
export function normsOf({ norms }: Pick<Directory, "norms">, norm: NormName): readonly Norm[] {
  return norms.filter((entry) => entry.norm === norm).sort(byId);
}

/** All entries about one kind and certainty (null: the whole kind); the first counts. */
export function tuningsOf(
  { tunings }: Pick<Directory, "tunings">,
  overlap: OverlapKind,
  certainty: Certainty | null,
): readonly Tuning[] {
  return tunings.filter((entry) => entry.overlap === overlap && (entry.certainty ?? null) === certainty).sort(byId);
}

/** A number as somebody typed it for a norm: whole and not absurd, null for "as is the custom", undefined for neither. */
export function readNormValue(norm: NormName, typed: string): number | null | undefined {
  const text = typed.trim();
  if (text === "") return null;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > mostOf(norm)) return undefined;
  return value === normDefaults[norm] ? null : value;
}

function mostOf(norm: NormName): number {
  if (norm === "work-from" || norm === "work-to") return 24;
  if (norm === "closing-week" || norm === "closing-month") return 31;
  return norm === "quorum-good" || norm === "quorum-least" ? 100 : 100_000;
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}
