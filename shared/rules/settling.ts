import type { Day } from "../kit/day.ts";
import type { Overlap } from "../model/overlap.ts";
import type { About, Settlement, SettlementState } from "../model/settlement.ts";
import { longPrintOf } from "./hash.ts";

/**
 * The id under which the settlement of an overlap lies: from its key, so that everybody who settles the same overlap
 * writes to the same place. Two prints of 32 bits: a year has a few thousand settlements, and two of them meeting is one
 * chance in a million million.
 */
export function settlementIdOf({ key, kind }: Pick<Overlap, "key" | "kind">): string {
  return `${kind}-${longPrintOf(key)}`;
}

/** What a settlement says it is about. */
export function aboutOf({ key, kind, resource, a, b }: Overlap): About {
  return { key, kind, resource, a: a.item, ...(b !== null && { b: b.item }) };
}

/**
 * How far an overlap has come. A decision holds for the overlap as it was (its fingerprint) and as long as it says; `today`
 * null leaves its time aside. An unrelated edit changes no fingerprint and so voids nothing.
 */
export function stateOf(
  overlap: Pick<Overlap, "key" | "fingerprint">,
  settlement: Pick<Settlement, "about" | "decision"> | null,
  today: Day | null,
): SettlementState {
  if (settlement === null || settlement.about.key !== overlap.key) return "open";
  const { decision } = settlement;
  if (decision.state === "open") return "open";
  if (decision.print !== overlap.fingerprint) return "reopened";
  if (decision.state === "discussed") return "discussed";
  const isOver = decision.until !== undefined && today !== null && decision.until < today;
  return isOver ? "reopened" : "settled";
}
