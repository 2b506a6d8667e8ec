import { type Certainty, certainties, type Overlap, severities } from "../model/overlap.ts";

/** What must be settled first, then the surest, then by key: one order on every screen. */
export function worstFirst(a: Overlap, b: Overlap): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    certainties.indexOf(a.certainty) - certainties.indexOf(b.certainty) ||
    (a.key < b.key ? -1 : 1)
  );
}

/** The sign an overlap carries on the board: how sure it is; one that is only a hint is never shown louder than one. */
export function signOf({ certainty, severity }: Pick<Overlap, "certainty" | "severity">): Certainty {
  return severity === "hint" ? "possible" : certainty;
}
