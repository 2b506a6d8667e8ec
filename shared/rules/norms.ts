import { type Norm, type NormName, normDefaults } from "../model/board-rules.ts";

/** The number a rule goes by: the board's own, else the customary one. */
export type Norms = (name: NormName) => number;

/** Of two entries for one norm the one with the lesser id counts, so that every screen says the same. */
export function createNorms(entries: readonly Norm[]): Norms {
  const own = new Map<NormName, Norm>();
  for (const entry of entries) {
    const known = own.get(entry.norm);
    if (!known || entry.id < known.id) own.set(entry.norm, entry);
  }
  return (name) => own.get(name)?.value ?? normDefaults[name];
}
