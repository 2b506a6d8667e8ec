import type { Tuning } from "../model/board-rules.ts";
import type { Certainty, Overlap, OverlapKind } from "../model/overlap.ts";

/** What a board wants to hear: an overlap as it is, with another severity, or not at all. */
export type Tune = (overlaps: readonly Overlap[]) => readonly Overlap[];

/**
 * A tuning for one certainty of a kind wins over one for the whole kind; of two alike the lesser id counts. Without tunings
 * nothing is copied.
 */
export function createTune(tunings: readonly Tuning[]): Tune {
  if (tunings.length === 0) return (overlaps) => overlaps;
  const byKey = new Map<string, Tuning>();
  for (const tuning of tunings) {
    const key = keyOf(tuning.overlap, tuning.certainty);
    const known = byKey.get(key);
    if (!known || tuning.id < known.id) byKey.set(key, tuning);
  }
  const tune = (overlap: Overlap): Overlap | null => {
    const { kind, certainty } = overlap;
    const severity = (byKey.get(keyOf(kind, certainty)) ?? byKey.get(keyOf(kind, undefined)))?.severity;
    if (severity === undefined || severity === overlap.severity) return overlap;
    return severity === "mute" ? null : { ...overlap, severity };
  };
  return (overlaps) => {
    if (overlaps.length === 0) return overlaps;
    return overlaps.map(tune).filter((overlap) => overlap !== null);
  };
}

function keyOf(kind: OverlapKind, certainty: Certainty | undefined): string {
  return `${kind} ${certainty ?? ""}`;
}
